/** Partners that publish at random by a known pattern, and what visiting them by their rhythm comes to. */

import { unexplainedSilence } from '../../src/crawler/health/silence.ts'
import { nextVisitAt } from '../../src/crawler/schedule/forecast.ts'
import { learnRhythm } from '../../src/crawler/schedule/rhythm.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const FIRST_VISIT = Date.UTC(2026, 8, 1)
const PAST_MS = 60 * DAY_MS
const FEED_ENTRIES = 20
/** The days of settling in are not counted. */
const SETTLED = FIRST_VISIT + 7 * DAY_MS
const PHASES = 8

/** How busy an hour (0–23) of a day (0 = Sunday) is, 0 to 2; in Việt Nam's time. */
export type Pattern = (hour: number, day: number) => number

export const wholeDay: Pattern = () => 1
export const wakingHours: Pattern = (hour) =>
  hour >= 6 && hour < 23 ? 1 + 0.8 * Math.sin(((hour - 6) / 17) * Math.PI) : 0.08
export const officeHours: Pattern = (hour, day) =>
  day >= 1 && day <= 5 && hour >= 9 && hour < 18 ? 1 : 0

/** Mulberry32: the same numbers in [0, 1) for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Instants of a Poisson process with `perDay` on average, thinned to the pattern. */
function publications(
  partner: { perDay: number; pattern: Pattern; days: number },
  random: () => number,
): number[] {
  const { perDay, pattern, days } = partner
  const local = (ms: number) => new Date(ms + 7 * HOUR_MS)
  const week = Array.from({ length: 168 }, (_, hour) => pattern(hour % 24, Math.floor(hour / 24)))
  const mean = week.reduce((sum, weight) => sum + weight, 0) / week.length
  const instants: number[] = []
  const untilMs = FIRST_VISIT + days * DAY_MS
  for (let ms = FIRST_VISIT - PAST_MS; ms < untilMs; ) {
    ms += (-Math.log(1 - random()) * DAY_MS * mean) / (perDay * 2)
    const at = local(ms)
    if (random() * 2 < pattern(at.getUTCHours(), at.getUTCDay())) instants.push(ms)
  }
  return instants.filter((ms) => ms < untilMs)
}

export type Outcome = {
  checks: number
  articles: number
  /** Minutes from publication to discovery. */
  medianDelay: number
  /** The same, had as many visits come at a fixed interval; over all phases of it. */
  fixedDelay: number
  silences: number
  /** Of what was learnt in the end. */
  bytes: number
}

/** Visits a partner by its rhythm, jitter included. */
export function simulate(
  partner: { perDay: number; pattern: Pattern; days: number },
  seed: number,
): Outcome {
  const random = randomFrom(seed)
  const instants = publications(partner, random)
  const dated = (list: number[]) => list.map((ms) => ({ publishedAt: new Date(ms).toISOString() }))
  const past = instants.filter((ms) => ms <= FIRST_VISIT)
  let rhythm = learnRhythm(null, dated(past.slice(-FEED_ENTRIES)), new Date(FIRST_VISIT))
  let seen = past.length
  let isSilent = false
  const result = { checks: 0, silences: 0 }
  const delays: number[] = []
  const untilMs = FIRST_VISIT + partner.days * DAY_MS
  for (let nowMs = FIRST_VISIT; ; ) {
    const plannedMs = nextVisitAt(rhythm, new Date(nowMs)).getTime()
    nowMs = plannedMs + random() * Math.min(0.1 * (plannedMs - nowMs), 10 * MINUTE_MS)
    if (nowMs >= untilMs) break
    const before = seen
    while ((instants[seen] ?? untilMs) <= nowMs) seen += 1
    const fresh = instants.slice(before, seen)
    rhythm = learnRhythm(rhythm, dated(fresh), new Date(nowMs))
    const silent = unexplainedSilence(rhythm, new Date(nowMs)) !== undefined
    if (silent && !isSilent) result.silences += 1
    isSilent = silent
    if (nowMs < SETTLED) continue
    result.checks += 1
    delays.push(...fresh.filter((ms) => ms >= SETTLED).map((ms) => nowMs - ms))
  }
  const interval = (untilMs - SETTLED) / result.checks
  const fixed = instants
    .filter((ms) => ms >= SETTLED)
    .flatMap((ms) =>
      Array.from(
        { length: PHASES },
        (_, phase) => interval - ((ms - SETTLED + (phase / PHASES) * interval) % interval),
      ),
    )
  return {
    ...result,
    bytes: JSON.stringify(rhythm).length,
    articles: delays.length,
    medianDelay: median(delays) / MINUTE_MS,
    fixedDelay: median(fixed) / MINUTE_MS,
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
