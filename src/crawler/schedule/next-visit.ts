/** When a partner's source is asked next: when it is worth it, and never sooner than it asks us to. */

import type { Wishes } from '../../articles/wishes.ts'
import { VISIT_GAP_MS } from './forecast.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const HOURS_A_DAY = 24
const DAYS_A_WEEK = 7

/**
 * How long we stay away at most because an answer is said to be fresh: many servers say a year of
 * everything and mean their pictures, and a blog that is never looked at is a blog lost.
 */
const FRESH_MAX_MS = DAY_MS

/** How long a feed's own wish is obeyed: its author wrote it for readers of feeds. */
const WISHED_MAX_MS = 7 * DAY_MS

/** How long Retry-After is obeyed: somebody has asked us to stay away, and us alone. */
const RETRY_AFTER_MAX_MS = 7 * DAY_MS

/** What cannot be asked conditionally and had not changed is not fetched again within a day. */
const UNCHANGED_MS = DAY_MS

/** Jitter spreads the visits to partners that are due together. It only delays. */
const JITTER = { share: 0.1, max: 10 * MINUTE_MS } as const

/** A visit begins so long after its instant: the cron comes every minute, and wakes whoever goes. */
const VISIT_LATE_MS = 2 * MINUTE_MS

/** While a partner's hub tells us of its news, asking is a safety net. */
const PUSHED_STRETCH = 4

/** What the source said of itself the last time; instants are ISO 8601 UTC. */
type SourceManners = {
  etag: string | null
  lastModified: string | null
  freshUntil: string | null
  unchangedAt: string | null
  wishes: Wishes | null
}

export type NextVisit = {
  now: Date
  /** When the rhythm, or the interval that the operator set, would have us come. */
  wantedAt: Date
  /** Undefined where nothing is known of it. */
  source: SourceManners | undefined
  /** Until when its host asked us to stay away, ISO 8601 UTC. */
  retryAfter: string | null
  /** A hub tells us of its news, and has done so. */
  isPushed: boolean
  /** In [0, 1). */
  random: number
}

/** When a visit that is to be repeated is allowed by the hours and days that the source skips. */
export function allowedVisit(at: Date, source: Pick<SourceManners, 'wishes'> | null): Date {
  return new Date(allowed(at.getTime(), source?.wishes))
}

/** `at` is the visit that is planned; before `notBefore` nobody but an operator has the source asked. */
export function nextSourceVisit(visit: NextVisit): { at: Date; notBefore: Date } {
  const nowMs = visit.now.getTime()
  const earliestMs = allowed(earliest(visit), visit.source?.wishes)
  const wantedMs = visit.isPushed ? stretched(visit) : visit.wantedAt.getTime()
  const baseMs = allowed(Math.max(wantedMs, earliestMs), visit.source?.wishes)
  const jitterMs = visit.random * Math.min((baseMs - nowMs) * JITTER.share, JITTER.max)
  const atMs = allowed(Math.ceil(baseMs + jitterMs), visit.source?.wishes)
  return { at: new Date(atMs), notBefore: new Date(earliestMs) }
}

function stretched({ now, wantedAt }: NextVisit): number {
  const waitMs = (wantedAt.getTime() - now.getTime()) * PUSHED_STRETCH
  return Math.max(now.getTime() + Math.min(waitMs, VISIT_GAP_MS.max), wantedAt.getTime())
}

/** The latest of what the last answer, the feed and the host ask for. */
function earliest({ now, source, retryAfter }: NextVisit): number {
  const nowMs = now.getTime()
  const within = (ms: number, maxMs: number) => Math.min(ms, nowMs + maxMs)
  const instants = [nowMs]
  if (retryAfter !== null) instants.push(within(Date.parse(retryAfter), RETRY_AFTER_MAX_MS))
  if (source !== undefined) {
    const { freshUntil, wishes } = source
    if (freshUntil !== null) instants.push(within(Date.parse(freshUntil), FRESH_MAX_MS))
    const everySeconds = wishes?.everySeconds ?? 0
    instants.push(within(nowMs + everySeconds * 1_000, WISHED_MAX_MS))
    instants.push(unchangedUntil(source))
  }
  return Math.max(...instants.filter((ms) => !Number.isNaN(ms)))
}

function unchangedUntil({ etag, lastModified, unchangedAt }: SourceManners): number {
  if (unchangedAt === null || etag !== null || lastModified !== null) return Number.NaN
  return Date.parse(unchangedAt) + UNCHANGED_MS
}

/**
 * The first instant from `ms` on that the feed's `skipHours` and `skipDays` leave (RSS 2.0, in GMT).
 * A list that leaves nothing is a mistake, and says nothing.
 */
function allowed(ms: number, wishes: Wishes | null | undefined): number {
  const skippedHours = usable(wishes?.skipHours, HOURS_A_DAY)
  const skippedDays = usable(wishes?.skipDays, DAYS_A_WEEK)
  const isSkipped = (instantMs: number) => {
    const instant = new Date(instantMs)
    return skippedHours.has(instant.getUTCHours()) || skippedDays.has(instant.getUTCDay())
  }
  let atMs = ms
  for (let hours = 0; hours < HOURS_A_DAY * DAYS_A_WEEK; hours += 1) {
    if (!isSkipped(atMs) && !isSkipped(atMs + VISIT_LATE_MS)) return atMs
    atMs = (Math.floor(atMs / HOUR_MS) + 1) * HOUR_MS
  }
  return ms
}

function usable(values: number[] | undefined, count: number): Set<number> {
  const within = new Set((values ?? []).filter((value) => value >= 0 && value < count))
  return within.size < count ? within : new Set()
}
