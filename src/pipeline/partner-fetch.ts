/** How the pipeline asks partners: through the guard, as a polite guest, robots.txt kept for a day. */

import { guardedFetch } from '../crawler/fetch/guarded-fetch.ts'
import { userAgent } from '../crawler/fetch/user-agent.ts'
import { type FetchPage, politeFetcher } from '../crawler/politeness/polite.ts'
import { robotsFromStatus } from '../crawler/politeness/robots.ts'
import { findRobots, ROBOTS_KEPT_MS, type StoredRobots, storeRobots } from '../storage/robots.ts'
import type { RunHold } from './hold-run.ts'
import { instantAfter, type PipelineTools } from './tools.ts'

/** An origin whose robots.txt could not be had is asked again sooner. */
const ROBOTS_UNREACHABLE_KEPT_MS = 5 * 60 * 1000

const TOO_MANY_REQUESTS = 429

/** The turns at hosts, and whether they are ours still. */
export type FetchHold = Pick<RunHold, 'turns' | 'holds'>

/** Between two requests to the same host and port. */
const REQUEST_GAP_MS = 2_000

/** Returns a fetch that asks only hosts whose turn `hold` has, and keeps what each of them wishes. */
export function partnerFetch(tools: PipelineTools, { turns, holds }: FetchHold): FetchPage {
  async function keptRobots(origin: string): Promise<StoredRobots | undefined> {
    const met = turns.robotsOf(origin)
    if (met !== undefined) return met ?? undefined
    return await findRobots(tools.db, origin, instantAfter(tools.now(), -ROBOTS_KEPT_MS))
  }
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
      const kept = await keptRobots(origin)
      if (kept !== undefined && isFresh(kept, tools.now())) {
        return robotsFromStatus(kept.status, kept.body)
      }
      const file = await ask()
      // Where the host is not ours any more it was not asked, which says nothing of its robots.txt.
      if (await holds()) {
        await storeRobots(tools.db, origin, { ...file, fetchedAt: tools.now().toISOString() })
      }
      return robotsFromStatus(file.status, file.body)
    },
    gapMs: REQUEST_GAP_MS,
    meet: turns.meet,
    holds,
    freeAt: turns.freeAt,
    allowPrivateHosts: tools.allowPrivateHosts,
    sleep: tools.sleep,
    now: () => tools.now().getTime(),
  })
}

function isFresh(kept: { status: number; fetchedAt: string }, now: Date): boolean {
  const reachable = kept.status >= 200 && kept.status < 500 && kept.status !== TOO_MANY_REQUESTS
  return reachable || Date.parse(kept.fetchedAt) > now.getTime() - ROBOTS_UNREACHABLE_KEPT_MS
}
