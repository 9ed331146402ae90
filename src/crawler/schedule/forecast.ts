/** What a rhythm leads to expect: how many articles when, and so when a visit is worth its request. */

import type { Rhythm } from '../../articles/rhythm.ts'
import { clockCells } from './clock-cells.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const HOURS_A_DAY = 24

/** No partner is asked more often, whatever it publishes, nor more seldom while it answers. */
export const VISIT_GAP_MS = { min: 5 * MINUTE_MS, max: 24 * HOUR_MS } as const

/**
 * A Gamma prior of the mean rate: one article in three hours. It is soon outvoted; until then each
 * silent visit about doubles the wait for the next.
 */
const PRIOR_ARTICLES = 1
const PRIOR_HOURS = 3

/** So many expected articles weigh as much as "like any other hour", and "like any other day". */
const HOUR_SHRINKAGE = 1
const DAY_SHRINKAGE = 2

/** So many expected articles weigh as much as "lately as ever". */
const LEVEL_SHRINKAGE = 4

/** A visit behind the usual hours is not made up for so soon after another. */
const PHASE_GAP_MS = HOUR_MS

/** Expected articles an hour: `mean × byHour × byDay × level`. Both shapes are 1 on average. */
type Forecast = { mean: number; byHour: number[]; byDay: number[]; level: number }

export function forecastOf(rhythm: Rhythm): Forecast {
  const exposure = sum(rhythm.hourExposure)
  const mean = (PRIOR_ARTICLES + sum(rhythm.hourCounts)) / (PRIOR_HOURS + exposure)
  const smooth = smoothed(rhythm.hourCounts)
  const byHour = shape(smooth, rhythm.hourExposure, { mean, shrinkage: HOUR_SHRINKAGE })
  const byDay = shape(rhythm.dayCounts, rhythm.dayExposure, { mean, shrinkage: DAY_SHRINKAGE })
  const level = (LEVEL_SHRINKAGE + rhythm.recent) / (LEVEL_SHRINKAGE + rhythm.recentExpected)
  return { mean, byHour, byDay, level }
}

/** Expected articles an hour, in an hour of the day and on a day of the week (UTC). */
export function rateAt(forecast: Forecast, cell: { hour: number; day: number }): number {
  return forecast.mean * forecast.level * shapeAt(forecast, cell)
}

/** How busy an hour is, 1 on average. */
export function shapeAt(forecast: Forecast, { hour, day }: { hour: number; day: number }): number {
  return (forecast.byHour[hour] ?? 1) * (forecast.byDay[day] ?? 1)
}

/**
 * When the partner is worth the next visit: as soon as about one new article is to be expected since
 * `now`, after five minutes at the earliest and a day at the latest.
 */
export function nextVisitAt(rhythm: Rhythm, now: Date): Date {
  const forecast = forecastOf(rhythm)
  const fromMs = now.getTime()
  const untilMs = fromMs + VISIT_GAP_MS.max
  let expected = 0
  for (const cell of clockCells(fromMs, untilMs)) {
    const rate = rateAt(forecast, cell)
    if (expected + rate * cell.hours >= 1) {
      const atMs = cell.startMs + ((1 - expected) / rate) * HOUR_MS
      return new Date(Math.max(atMs, fromMs + VISIT_GAP_MS.min))
    }
    expected += rate * cell.hours
  }
  return dailyVisit(forecast, now)
}

/** Minutes between two visits on average, whatever the hour. */
export function meanMinutes(rhythm: Rhythm): number {
  const { mean, level } = forecastOf(rhythm)
  const gapMs = HOUR_MS / (mean * level)
  const withinMs = Math.min(Math.max(gapMs, VISIT_GAP_MS.min), VISIT_GAP_MS.max)
  return Math.round(withinMs / MINUTE_MS)
}

/**
 * One visit a day is worth most behind the hours in which the partner publishes: what is written in
 * the morning is not to wait for the next night.
 */
function dailyVisit({ byHour }: Forecast, now: Date): Date {
  const costs = byHour.map((_shape, visit) =>
    sum(byHour.map((weight, hour) => weight * hoursBetween(hour, visit))),
  )
  const best = costs.indexOf(Math.min(...costs))
  const latestMs = now.getTime() + VISIT_GAP_MS.max
  const dayStartMs = Math.floor(latestMs / VISIT_GAP_MS.max) * VISIT_GAP_MS.max
  const sameDayMs = dayStartMs + best * HOUR_MS
  const atMs = sameDayMs <= latestMs ? sameDayMs : sameDayMs - VISIT_GAP_MS.max
  return new Date(atMs >= now.getTime() + PHASE_GAP_MS ? atMs : latestMs)
}

/** From the middle of one hour to the beginning of the next `visit` o'clock. */
function hoursBetween(hour: number, visit: number): number {
  return (visit - hour - 0.5 + HOURS_A_DAY) % HOURS_A_DAY
}

/** Neighbouring hours are alike. */
function smoothed(counts: number[]): number[] {
  const { length } = counts
  return counts.map(
    (count, hour) =>
      ((counts[(hour + length - 1) % length] ?? 0) +
        2 * count +
        (counts[(hour + 1) % length] ?? 0)) /
      4,
  )
}

function shape(
  counts: number[],
  exposure: number[],
  { mean, shrinkage }: { mean: number; shrinkage: number },
): number[] {
  const raw = counts.map(
    (count, bin) => (shrinkage + count) / (shrinkage + mean * (exposure[bin] ?? 0)),
  )
  const average = sum(raw) / raw.length
  return raw.map((value) => value / average)
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
