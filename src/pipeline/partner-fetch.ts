/** How the pipeline asks partners: through the guard, as a polite guest, robots.txt kept for a day. */

import { guardedFetch } from '../crawler/guarded-fetch.ts'
import { type FetchPage, politeFetcher } from '../crawler/polite.ts'
import { robotsFromStatus } from '../crawler/robots.ts'
import { userAgent } from '../crawler/user-agent.ts'
import { findRobots, storeRobots } from '../storage/robots.ts'
import { instantAfter, type PipelineTools } from './tools.ts'

/** RFC 9309 section 2.4: not longer than 24 hours. */
const ROBOTS_KEPT_MS = 24 * 60 * 60 * 1000

/** An origin whose robots.txt could not be had is asked again sooner. */
const ROBOTS_UNREACHABLE_KEPT_MS = 5 * 60 * 1000

const TOO_MANY_REQUESTS = 429

/** Between two requests to the same host and port. */
const REQUEST_GAP_MS = 2_000

/**
 * Returns a fetch that remembers when it last asked each host. `askedAt` (ISO 8601) says until when
 * somebody else may have asked on the same errand.
 */
export function partnerFetch(tools: PipelineTools, askedAt: string | null = null): FetchPage {
  return politeFetcher({
    guarded: (url, request) =>
      guardedFetch(url, {
        ...request,
        fetch: tools.fetch,
        allowPrivateHosts: tools.allowPrivateHosts,
        ownHost: new URL(tools.siteUrl).host,
        userAgent: userAgent(tools.siteUrl),
        limits: tools.fetchLimits,
        now: () => tools.now().getTime(),
      }),
    robotsFor: async (origin, ask) => {
      const now = tools.now()
      const kept = await findRobots(tools.db, origin, instantAfter(now, -ROBOTS_KEPT_MS))
      if (kept !== undefined && isFresh(kept, now)) return robotsFromStatus(kept.status, kept.body)
      const file = await ask()
      await storeRobots(tools.db, origin, { ...file, fetchedAt: now.toISOString() })
      return robotsFromStatus(file.status, file.body)
    },
    gapMs: REQUEST_GAP_MS,
    askedBefore: askedAt === null ? undefined : Date.parse(askedAt),
    allowPrivateHosts: tools.allowPrivateHosts,
    sleep: tools.sleep,
    now: () => tools.now().getTime(),
  })
}

function isFresh(kept: { status: number; fetchedAt: string }, now: Date): boolean {
  const reachable = kept.status >= 200 && kept.status < 500 && kept.status !== TOO_MANY_REQUESTS
  return reachable || Date.parse(kept.fetchedAt) > now.getTime() - ROBOTS_UNREACHABLE_KEPT_MS
}
