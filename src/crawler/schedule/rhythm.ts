/** Learns when a partner publishes, from what each visit found new. */

import type { Rhythm } from '../../articles/rhythm.ts'
import { clockCells } from './clock-cells.ts'
import { forecastOf, meanMinutes, rateAt } from './forecast.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** What happened so long ago counts half. */
const HALF_LIFE_MS = 14 * DAY_MS
const RECENT_HALF_LIFE_MS = DAY_MS

/** Further back nothing would count any more. */
const WATCHED_MAX_MS = 60 * DAY_MS

/** Dates of one visit that are learnt from: the newest ones. */
const ARTICLES_MAX = 500

/** A partner may take so long to list what it has dated; an older article is none of its news. */
const LATE_MS = 2 * DAY_MS

/** An article that follows the one before by less than this share of the usual gap is of its burst. */
const BURST_GAPS = 0.5

const DIGITS = 5

/** Midnight sharp in the partner's own offset: the page gives a day, not a time. */
const DAY_ONLY = /T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})$/

/** A new article: its date as the partner gives it (ISO 8601 with an offset), or null. */
export type NewArticle = { publishedAt: string | null }

/** When an article came out, as closely as it is known. */
type Stretch = { fromMs: number; untilMs: number }

/**
 * Takes in what a visit at `now` found new since the one before. On the first visit, when `rhythm` is
 * null, the dates of what the partner lists tell how it has published so far.
 */
export function learnRhythm(rhythm: Rhythm | null, articles: NewArticle[], now: Date): Rhythm {
  const nowMs = now.getTime()
  const dated = articles.slice(0, ARTICLES_MAX)
  const seenMs = rhythm === null ? seedStart(dated, nowMs) : Date.parse(rhythm.seenUntil)
  const fromMs = Math.min(Math.max(seenMs, nowMs - WATCHED_MAX_MS), nowMs)
  const stretches = dated
    .flatMap((article) => stretchOf(article, { fromMs, nowMs, isFirst: rhythm === null }) ?? [])
    .toSorted((a, b) => a.untilMs - b.untilMs)
  const learnt = rhythm === null ? nothingLearnt() : faded(rhythm, nowMs - seenMs)
  if (rhythm !== null) learnt.recentExpected += expectedLately(rhythm, fromMs, nowMs)
  watch(learnt, fromMs, nowMs)
  for (const stretch of stretches) count(learnt, stretch, nowMs)
  if (rhythm !== null) learnt.recent += lately(stretches, nowMs)
  noteGaps(learnt, stretches, nowMs)
  return finished(learnt, now)
}

/** The oldest date that is listed opens the window, so it counts for nothing itself. */
function seedStart(articles: NewArticle[], nowMs: number): number {
  const dates = articles
    .map(({ publishedAt }) => (publishedAt === null ? Number.NaN : Date.parse(publishedAt)))
    .filter((ms) => ms <= nowMs)
  return dates.length === 0 ? nowMs : Math.min(...dates)
}

function stretchOf(
  { publishedAt }: NewArticle,
  window: { fromMs: number; nowMs: number; isFirst: boolean },
): Stretch | undefined {
  const { fromMs, nowMs, isFirst } = window
  const ms = publishedAt === null ? Number.NaN : Date.parse(publishedAt)
  if (publishedAt === null || Number.isNaN(ms) || ms > nowMs) {
    return isFirst ? undefined : { fromMs, untilMs: nowMs }
  }
  if (isFirst ? ms <= fromMs : ms < fromMs - LATE_MS) return undefined
  if (!DAY_ONLY.test(publishedAt)) return { fromMs: ms, untilMs: ms }
  const dayMs = { fromMs: ms, untilMs: Math.min(ms + DAY_MS, nowMs) }
  const untilNow = { ...dayMs, fromMs: Math.max(ms, fromMs) }
  return untilNow.fromMs < untilNow.untilMs ? untilNow : dayMs
}

type Learning = Omit<Rhythm, 'seenUntil' | 'minutes'>

function nothingLearnt(): Learning {
  const bins = (length: number) => new Array<number>(length).fill(0)
  return {
    hourCounts: bins(24),
    hourExposure: bins(24),
    dayCounts: bins(7),
    dayExposure: bins(7),
    recent: 0,
    recentExpected: 0,
    spaced: 0,
    last: null,
  }
}

function faded(rhythm: Rhythm, ms: number): Learning {
  const share = fading(ms, HALF_LIFE_MS)
  const scaled = (values: number[]) => values.map((value) => value * share)
  return {
    hourCounts: scaled(rhythm.hourCounts),
    hourExposure: scaled(rhythm.hourExposure),
    dayCounts: scaled(rhythm.dayCounts),
    dayExposure: scaled(rhythm.dayExposure),
    recent: rhythm.recent * fading(ms, RECENT_HALF_LIFE_MS),
    recentExpected: rhythm.recentExpected * fading(ms, RECENT_HALF_LIFE_MS),
    spaced: rhythm.spaced * share,
    last: rhythm.last,
  }
}

/** What the rhythm had led to expect by itself, whatever the last days were like. */
function expectedLately(rhythm: Rhythm, fromMs: number, nowMs: number): number {
  const forecast = { ...forecastOf(rhythm), level: 1 }
  let expected = 0
  for (const cell of clockCells(fromMs, nowMs)) {
    const weight = fading(nowMs - cell.startMs, RECENT_HALF_LIFE_MS)
    expected += rateAt(forecast, cell) * cell.hours * weight
  }
  return expected
}

function watch(learnt: Learning, fromMs: number, nowMs: number): void {
  for (const { hour, day, hours, startMs } of clockCells(fromMs, nowMs)) {
    const weighed = hours * fading(nowMs - startMs, HALF_LIFE_MS)
    add(learnt.hourExposure, hour, weighed)
    add(learnt.dayExposure, day, weighed)
  }
}

/** One article, spread over the time in which it may have come out. */
function count(learnt: Learning, { fromMs, untilMs }: Stretch, nowMs: number): void {
  const spreadMs = Math.max(untilMs - fromMs, 1)
  for (const { hour, day, hours, startMs } of clockCells(fromMs, fromMs + spreadMs)) {
    const share = ((hours * HOUR_MS) / spreadMs) * fading(nowMs - startMs, HALF_LIFE_MS)
    add(learnt.hourCounts, hour, share)
    add(learnt.dayCounts, day, share)
  }
}

function lately(stretches: Stretch[], nowMs: number): number {
  return stretches.reduce(
    (total, { untilMs }) => total + fading(nowMs - untilMs, RECENT_HALF_LIFE_MS),
    0,
  )
}

/** How regular it is: five articles on Monday say no more about Tuesday than one does. */
function noteGaps(learnt: Learning, stretches: Stretch[], nowMs: number): void {
  const hours = total(learnt.hourExposure)
  const gapMs = (hours / Math.max(total(learnt.hourCounts), 1)) * HOUR_MS
  let beforeMs = learnt.last === null ? Number.NEGATIVE_INFINITY : Date.parse(learnt.last.at)
  for (const { untilMs } of stretches) {
    if (untilMs - beforeMs > gapMs * BURST_GAPS) {
      learnt.spaced += fading(nowMs - untilMs, HALF_LIFE_MS)
    }
    beforeMs = Math.max(beforeMs, untilMs)
  }
  if (stretches.length === 0) return
  const { spaced } = learnt
  learnt.last = {
    at: new Date(beforeMs).toISOString(),
    spaced: short(spaced),
    days: short(hours / 24),
  }
}

function finished(learnt: Learning, now: Date): Rhythm {
  const rhythm = {
    ...learnt,
    seenUntil: now.toISOString(),
    hourCounts: learnt.hourCounts.map(short),
    hourExposure: learnt.hourExposure.map(short),
    dayCounts: learnt.dayCounts.map(short),
    dayExposure: learnt.dayExposure.map(short),
    recent: short(learnt.recent),
    recentExpected: short(learnt.recentExpected),
    spaced: short(learnt.spaced),
    minutes: 0,
  }
  return { ...rhythm, minutes: meanMinutes(rhythm) }
}

function fading(ms: number, halfLifeMs: number): number {
  return 2 ** (-Math.max(0, ms) / halfLifeMs)
}

function add(bins: number[], bin: number, amount: number): void {
  bins[bin] = (bins[bin] ?? 0) + amount
}

function total(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function short(value: number): number {
  return Number(value.toPrecision(DIGITS))
}
