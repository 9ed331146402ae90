/** Measures the ways to a partner's articles by the newest of them: who lists how many, and how fresh. */

import { urlKey } from '../../articles/addresses/canonical-url.ts'
import type { DiscoveredEntry, Reading } from './discovery.ts'

/** By so many of the newest articles the ways are measured. */
const NEWEST_MAX = 12
/** From so many articles on, a home page shows what is new; below, it is a shell or a poster. */
export const SHOWN_MIN = 3
/** A date further in the future than this is a mistake, or a plan. */
const FUTURE_MS_MAX = 24 * 60 * 60 * 1000

/** How the partner's own page was found. */
export const HOME_ORIGIN = 'it is the home page'

/** A way that lists something, and how it was found: `the home page names it`. */
export type Way = { reading: Reading; origin: string }

export type Measured = {
  way: Way
  kind: Reading['source']['kind']
  /** Of the newest articles. */
  listed: number
  /** Of these, those newer than the newest one that it lists. */
  missed: number
  /** Milliseconds since the epoch; undefined where it gives no date. */
  newest: number | undefined
}

/**
 * Measures each way. `shown` are the addresses of the articles on the partner's own page, in its
 * order; `count` says by how many articles was measured.
 */
export function measureWays(
  ways: readonly Way[],
  shown: readonly string[],
  now: Date,
): { measured: Measured[]; count: number } {
  const dates = datesOf(ways, now)
  const newest = newestArticles(ways, shown, dates)
  return { measured: ways.map((way) => measure(way, newest, dates)), count: newest.length }
}

/** When articles were published, as far as any way tells; the day of a change stands in for it. */
function datesOf(ways: readonly Way[], now: Date): ReadonlyMap<string, number> {
  const dates = new Map<string, number>()
  const entries = ways.flatMap(({ reading }) => reading.entries)
  const add = (url: string, date: string | null) => {
    const key = urlKey(url)
    const time = Date.parse(date ?? '')
    const isSound = time <= now.getTime() + FUTURE_MS_MAX
    if (key !== undefined && isSound && !dates.has(key)) dates.set(key, time)
  }
  for (const { url, publishedAt } of entries) add(url, publishedAt)
  for (const { url, updatedAt } of entries) add(url, updatedAt)
  return dates
}

/**
 * The keys of the newest articles that are known of. What only a sitemap's day of change speaks for
 * counts where the partner's page shows nothing: an old article that was touched is not news. What
 * the page shows without a date stands beside what it shows before it.
 */
function newestArticles(
  ways: readonly Way[],
  shown: readonly string[],
  dates: ReadonlyMap<string, number>,
): string[] {
  const times = new Map<string, number>()
  let before = Number.POSITIVE_INFINITY
  for (const key of shown.map(urlKey)) {
    if (key === undefined) continue
    before = dates.get(key) ?? before
    times.set(key, before)
  }
  const isShown = shown.length >= SHOWN_MIN
  for (const { url, publishedAt } of ways.flatMap(({ reading }) => reading.entries)) {
    const key = urlKey(url)
    const counts = !isShown || publishedAt !== null
    if (key !== undefined && counts && !times.has(key)) times.set(key, dates.get(key) ?? 0)
  }
  const sorted = [...times].sort(([, a], [, b]) => (a === b ? 0 : b - a))
  return sorted.slice(0, NEWEST_MAX).map(([key]) => key)
}

function measure(
  way: Way,
  newest: readonly string[],
  dates: ReadonlyMap<string, number>,
): Measured {
  const { entries, source } = way.reading
  const keys = new Set(entries.map(({ url }) => urlKey(url)))
  const own = entries.map((entry) => ownDate(entry, dates)).filter((time) => time !== undefined)
  const latest = own.length === 0 ? undefined : own.reduce((a, b) => Math.max(a, b))
  const missing = newest.filter((key) => !keys.has(key))
  const missed = missing.filter((key) => (dates.get(key) ?? 0) > (latest ?? Infinity)).length
  const listed = newest.length - missing.length
  return { way, kind: source.kind, listed, missed, newest: latest }
}

function ownDate(
  { url, publishedAt, updatedAt }: DiscoveredEntry,
  dates: ReadonlyMap<string, number>,
): number | undefined {
  const key = urlKey(url)
  const isDated = (publishedAt ?? updatedAt) !== null
  return isDated && key !== undefined ? dates.get(key) : undefined
}
