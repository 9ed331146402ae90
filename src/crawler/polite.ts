/** Visits partners as a guest: asks robots.txt first, one request at a time, with pauses. */

import type { FetchExtras, FetchKind, FetchOutcome, Permit } from './fetch-outcome.ts'
import { hostPort } from './host-port.ts'
import { crawlDelaySeconds, type Robots, robotsAllow } from './robots.ts'
import { type RobotsFile, robotsAddress, robotsFileOf, robotsOutage } from './robots-file.ts'
import { PRODUCT_TOKEN } from './user-agent.ts'

/** A Crawl-delay is a wish, not part of RFC 9309: a longer one is cut to this. */
const CRAWL_DELAY_SECONDS_MAX = 30

export type FetchPage = (
  url: string,
  accept: FetchKind,
  extras?: FetchExtras | undefined,
) => Promise<FetchOutcome>

export type PoliteTools = {
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
  /** Between the end of a request and the start of the next one to the same host and port. */
  gapMs: number
  /** When whoever visited before may have asked any host, on the clock of `now`: a pause is due to it. */
  askedBefore?: number | undefined
  /** `host:port` pairs that need no pauses: our own machines. */
  allowPrivateHosts: ReadonlySet<string>
  sleep: (milliseconds: number) => Promise<void>
  /** Milliseconds, from any origin. */
  now: () => number
}

/**
 * Returns a fetch that obeys robots.txt (on every redirect hop, too) and spaces its requests. What
 * robots.txt forbids is a failure with the reason `refused`. Lives as long as one run.
 */
export function politeFetcher(tools: PoliteTools): FetchPage {
  const robotsOf = new Map<string, Promise<Robots>>()
  const pauses = hostPauses(tools)

  async function robotsForOrigin(origin: string, visit: Visit): Promise<Robots> {
    const ask = async () => {
      const permit = (url: string) => visit.pause(url, 0)
      return robotsFileOf(await tools.guarded(robotsAddress(origin), { accept: 'robots', permit }))
    }
    const known = robotsOf.get(origin) ?? tools.robotsFor(origin, ask)
    robotsOf.set(origin, known)
    return await known
  }

  async function permit(url: string, visit: Visit, waitSeconds: number): ReturnType<Permit> {
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

/** One visit: its requests, hop by hop. `pause` waits until the host of `url` may be asked. */
type Visit = { pause: (url: string, gapMs: number) => Promise<undefined> }

function hostPauses(tools: PoliteTools) {
  const freeAt = new Map<string, number>()
  const turns = new Map<string, Promise<unknown>>()

  async function pause(url: string, wishedMs: number, asked: Map<string, number>) {
    const host = hostOf(url)
    const gapMs = tools.allowPrivateHosts.has(host) ? 0 : Math.max(tools.gapMs, wishedMs)
    rest(asked)
    const now = tools.now()
    const startsAt = Math.max(now, freeAt.get(host) ?? firstFreeAt(gapMs))
    // Reserved before waiting: whoever comes meanwhile lines up behind.
    freeAt.set(host, startsAt + gapMs)
    asked.set(host, gapMs)
    if (startsAt > now) await tools.sleep(startsAt - now)
    return undefined
  }

  function firstFreeAt(gapMs: number): number {
    return tools.askedBefore === undefined ? 0 : tools.askedBefore + gapMs
  }

  async function take<Result>(task: (visit: Visit) => Promise<Result>): Promise<Result> {
    const asked = new Map<string, number>()
    try {
      return await task({ pause: (url, gapMs) => pause(url, gapMs, asked) })
    } finally {
      rest(asked)
    }
  }

  /** The hops of a visit follow each other: what it asked so far has been answered by now. */
  function rest(asked: Map<string, number>): void {
    const now = tools.now()
    for (const [host, gapMs] of asked) {
      freeAt.set(host, Math.max(freeAt.get(host) ?? 0, now + gapMs))
    }
    asked.clear()
  }

  function visit<Result>(url: string, task: (visit: Visit) => Promise<Result>): Promise<Result> {
    const host = hostOf(url)
    const previous = turns.get(host) ?? Promise.resolve()
    const turn = previous.then(
      () => take(task),
      () => take(task),
    )
    turns.set(host, turn)
    return turn
  }

  return { visit }
}

/** The key of politeness; for what is no address the text itself. */
function hostOf(address: string): string {
  const url = URL.parse(address)
  return url === null ? address : hostPort(url)
}
