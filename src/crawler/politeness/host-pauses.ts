/** Spaces the requests to each host: one at a time, with the pauses that we owe it and those it asks for. */

import type { FetchFailure, FetchOutcome } from '../fetch/fetch-outcome.ts'
import { hostPort } from '../fetch/host-port.ts'

/** A longer pause is not slept through: its host is left alone, and asked another time. */
const SLEEP_MS_MAX = 35_000

/** After 429 without Retry-After. */
const OVERRUN_REST_MS = 60_000

const TOO_MANY_REQUESTS = 429

/**
 * Whether a host may be asked by us: then from `freeAt` on. Otherwise not before `until`, for the
 * reason in `message`, one English sentence. Both on the clock of `now`.
 */
export type Meeting = { ok: true; freeAt: number } | { ok: false; until: number; message: string }

export type PauseTools = {
  /** Between the end of a request and the start of the next one to the same host and port. */
  gapMs: number
  /** When whoever visited before may have asked any host, on the clock of `now`: a pause is due to it. */
  askedBefore?: number | undefined
  /** Takes the turn at the host of a URL; called before it is asked for the first time. */
  meet?: ((url: string) => Promise<Meeting>) | undefined
  /** Whether the turns are still ours; asked before each request. */
  holds?: (() => Promise<boolean>) | undefined
  /** When each `host:port` may be asked again, on the clock of `now`: the caller may read it. */
  freeAt?: Map<string, number> | undefined
  /** `host:port` pairs that need no pauses: our own machines. */
  allowPrivateHosts: ReadonlySet<string>
  sleep: (milliseconds: number) => Promise<void>
  /** Milliseconds, from any origin. */
  now: () => number
}

/** One visit: its requests, hop by hop. A sentence says why a host is not asked now. */
export type Visit = {
  /** Meets the host of `url` and sees that it need not be left alone for long. */
  ready: (url: string) => Promise<string | undefined>
  /** Waits until the host of `url` may be asked, `gapMs` after the last answer or later. */
  pause: (url: string, gapMs: number) => Promise<string | undefined>
  /** Takes in what the host that was asked last wishes. */
  note: (outcome: FetchOutcome) => void
}

type Trip = {
  /** Hosts that were asked and whose answer is not over yet, with the pause that is due then. */
  asked: Map<string, number>
  lastHost: string | undefined
  waiting: FetchFailure | undefined
}

export function hostPauses(tools: PauseTools) {
  const freeAt = tools.freeAt ?? new Map<string, number>()
  /** When the last answer of each host was over: what was asked before its Crawl-delay was known owes it too. */
  const endedAt = new Map<string, number>()
  const met = new Set<string>()
  const turns = new Map<string, Promise<unknown>>()
  let hasAsked = false

  function wait(trip: Trip, until: number, message: string): string {
    trip.waiting ??= { ok: false, reason: 'waiting', message, until, isUnasked: !hasAsked }
    return message
  }

  async function ready(url: string, trip: Trip): Promise<string | undefined> {
    const host = hostOf(url)
    if (!met.has(host)) {
      const meeting = await tools.meet?.(url)
      if (meeting?.ok === false) return wait(trip, meeting.until, meeting.message)
      met.add(host)
      if (meeting !== undefined && meeting.freeAt > (freeAt.get(host) ?? 0)) {
        freeAt.set(host, meeting.freeAt)
      }
    }
    const until = freeAt.get(host) ?? 0
    return until - tools.now() > SLEEP_MS_MAX ? wait(trip, until, resting(host)) : undefined
  }

  async function pause(url: string, wishedMs: number, trip: Trip): Promise<string | undefined> {
    const host = hostOf(url)
    const gapMs = tools.allowPrivateHosts.has(host) ? 0 : Math.max(tools.gapMs, wishedMs)
    rest(trip)
    const notReady = await ready(url, trip)
    if (notReady !== undefined) return notReady
    const now = tools.now()
    const owed = (endedAt.get(host) ?? Number.NEGATIVE_INFINITY) + gapMs
    const startsAt = Math.max(now, owed, freeAt.get(host) ?? firstFreeAt(gapMs))
    // Reserved before waiting: whoever comes meanwhile lines up behind.
    freeAt.set(host, startsAt + gapMs)
    trip.asked.set(host, gapMs)
    trip.lastHost = host
    if (startsAt > now) await tools.sleep(startsAt - now)
    const holds = (await tools.holds?.()) ?? true
    if (!holds) return wait(trip, tools.now(), `${host} is somebody else's to ask by now.`)
    hasAsked = true
    return undefined
  }

  function firstFreeAt(gapMs: number): number {
    return tools.askedBefore === undefined ? 0 : tools.askedBefore + gapMs
  }

  /** The hops of a visit follow each other: what it asked so far has been answered by now. */
  function rest(trip: Trip): void {
    for (const [host, gapMs] of trip.asked) {
      endedAt.set(host, tools.now())
      leaveAlone(host, gapMs)
    }
    trip.asked.clear()
  }

  function leaveAlone(host: string, forMs: number): void {
    freeAt.set(host, Math.max(freeAt.get(host) ?? 0, tools.now() + forMs))
  }

  function note(outcome: FetchOutcome, trip: Trip): void {
    if (outcome.ok || trip.lastHost === undefined) return
    const host = outcome.url === undefined ? trip.lastHost : hostOf(outcome.url)
    const wished = outcome.retryAfterSeconds ?? null
    if (wished !== null) leaveAlone(host, wished * 1000)
    else if (outcome.httpStatus === TOO_MANY_REQUESTS) leaveAlone(host, OVERRUN_REST_MS)
  }

  async function take(task: (visit: Visit) => Promise<FetchOutcome>): Promise<FetchOutcome> {
    const trip: Trip = { asked: new Map(), lastHost: undefined, waiting: undefined }
    try {
      const outcome = await task({
        ready: (url) => ready(url, trip),
        pause: (url, gapMs) => pause(url, gapMs, trip),
        note: (answer) => note(answer, trip),
      })
      note(outcome, trip)
      return trip.waiting ?? outcome
    } finally {
      rest(trip)
    }
  }

  function visit(
    url: string,
    task: (visit: Visit) => Promise<FetchOutcome>,
  ): Promise<FetchOutcome> {
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

function resting(host: string): string {
  return `${host} asked to be left alone.`
}

/** The key of politeness; for what is no address the text itself. */
function hostOf(address: string): string {
  const url = URL.parse(address)
  return url === null ? address : hostPort(url)
}
