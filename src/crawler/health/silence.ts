/** Whether a partner has been silent for longer than its rhythm explains. */

import type { Rhythm } from '../../articles/rhythm.ts'
import { clockCells } from '../schedule/clock-cells.ts'
import { forecastOf, shapeAt } from '../schedule/forecast.ts'

const DAY_MS = 24 * 3_600_000
const HOURS_A_DAY = 24

/** A silence that is less likely than this says that something is wrong. */
const CHANCE_MIN = 0.001

/** The busiest partner may have a day off. */
const SILENCE_MIN_MS = DAY_MS

/** Beyond so many days, busy hours and quiet ones have evened out. */
const WEIGHED_MS = 30 * DAY_MS

/** What is thought of a partner before anything is known of it: one article a day. */
const PRIOR_DAYS = 1

/** The days for which a partner has been silent, where its rhythm does not explain them. */
export function unexplainedSilence(rhythm: Rhythm, now: Date): number | undefined {
  if (rhythm.last === null) return undefined
  const silentMs = now.getTime() - Date.parse(rhythm.last.at)
  if (silentMs < SILENCE_MIN_MS || chanceOfSilence(rhythm, now) >= CHANCE_MIN) return undefined
  return Math.floor(silentMs / DAY_MS)
}

/**
 * The chance that a partner which goes on as it did is silent from its newest article to `now`. The
 * rate is not known but estimated from what was seen until then, so it is that of a Lomax
 * distribution: after three articles hardly any silence is a surprise, after a hundred most are.
 */
export function chanceOfSilence(rhythm: Rhythm, now: Date): number {
  if (rhythm.last === null) return 1
  const { at, spaced, days } = rhythm.last
  const watched = days + PRIOR_DAYS
  return (watched / (watched + silentDays(rhythm, Date.parse(at), now.getTime()))) ** (spaced + 1)
}

/** Days of silence in which a quiet hour counts for less than a busy one. */
function silentDays(rhythm: Rhythm, fromMs: number, untilMs: number): number {
  const forecast = forecastOf(rhythm)
  const weighedMs = Math.min(untilMs, fromMs + WEIGHED_MS)
  let hours = 0
  for (const cell of clockCells(fromMs, weighedMs)) hours += shapeAt(forecast, cell) * cell.hours
  return hours / HOURS_A_DAY + Math.max(0, untilMs - weighedMs) / DAY_MS
}
