/** Visits partners as a guest: asks robots.txt first, one request at a time, with pauses. */

import type { FetchExtras, FetchKind, FetchOutcome, Permit } from '../fetch/fetch-outcome.ts'
import { PRODUCT_TOKEN } from '../fetch/user-agent.ts'
import { hostPauses, type PauseTools, type Visit } from './host-pauses.ts'
import { crawlDelaySeconds, type Robots, robotsAllow } from './robots.ts'
import { type RobotsFile, robotsAddress, robotsFileOf, robotsOutage } from './robots-file.ts'

/** A Crawl-delay is a wish, not part of RFC 9309: a longer one is cut to this. */
const CRAWL_DELAY_SECONDS_MAX = 30

export type FetchPage = (
  url: string,
  accept: FetchKind,
  extras?: FetchExtras | undefined,
) => Promise<FetchOutcome>

export type PoliteTools = PauseTools & {
  /** `guardedFetch` with everything else bound. It must ask `permit` before each hop. */
  guarded: (
    url: string,
    request: FetchExtras & { accept: FetchKind; permit: Permit },
  ) => Promise<FetchOutcome>
  /**
   * Gives the rules of an origin: from what the caller kept (for 24 hours at most, RFC 9309
   * section 2.4), else from what `ask` fetches. Called once for each origin.
   */
  robotsFor: (origin: string, ask: () => Promise<RobotsFile>) => Promise<Robots>
}

/**
 * Returns a fetch that obeys robots.txt (on every redirect hop, too) and spaces its requests. What
 * robots.txt forbids is a failure with the reason `refused`; a host that must not be asked now gives one
 * with the reason `waiting`. Lives as long as one run.
 */
export function politeFetcher(tools: PoliteTools): FetchPage {
  const robotsOf = new Map<string, Promise<Robots>>()
  const pauses = hostPauses(tools)

  async function robotsForOrigin(origin: string, visit: Visit): Promise<Robots> {
    const ask = async () => {
      const permit = (url: string) => visit.pause(url, 0)
      const outcome = await tools.guarded(robotsAddress(origin), { accept: 'robots', permit })
      visit.note(outcome)
      return robotsFileOf(outcome)
    }
    const known = robotsOf.get(origin) ?? tools.robotsFor(origin, ask)
    robotsOf.set(origin, known)
    return await known
  }

  async function permit(url: string, visit: Visit, waitSeconds: number): ReturnType<Permit> {
    const notReady = await visit.ready(url)
    if (notReady !== undefined) return notReady
    const robots = await robotsForOrigin(new URL(url).origin, visit)
    if (robots.unreachable !== null) return robotsOutage(url, robots.unreachable)
    if (!robotsAllow(robots, PRODUCT_TOKEN, url)) {
      return `${robotsAddress(url)} disallows ${url} for ${PRODUCT_TOKEN}.`
    }
    if (waitSeconds > 0) await tools.sleep(waitSeconds * 1000)
    const delaySeconds = crawlDelaySeconds(robots, PRODUCT_TOKEN) ?? 0
    return visit.pause(url, Math.min(delaySeconds, CRAWL_DELAY_SECONDS_MAX) * 1000)
  }

  return (url, accept, { etag, lastModified, validatorsFrom, consume } = {}) =>
    pauses.visit(url, (visit) => {
      const extras = { etag, lastModified, validatorsFrom, consume }
      return tools.guarded(url, {
        ...extras,
        accept,
        permit: (hop, waitSeconds) => permit(hop, visit, waitSeconds),
      })
    })
}
