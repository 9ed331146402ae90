/** Keeps the newest of any number of sitemap entries in bounded memory. */

import type { SitemapEntry } from './sitemap-entry.ts'

type Placed = { entry: SitemapEntry; time: number; position: number }

export type NewestEntries = {
  add: (entry: SitemapEntry) => void
  /** The newest first; after them those without a date, as they came. */
  kept: () => SitemapEntry[]
}

/**
 * Keeps `max` entries with a date, the newest. Where the dates tell nothing, because there are none
 * or all are the same (many sitemaps give the day they were made), it keeps the beginning and the
 * end: nobody knows at which end the news is.
 */
export function newestEntries(max: number): NewestEntries {
  const dated: Placed[] = []
  const ends = bothEnds(max)
  let count = 0
  let earliest = Number.POSITIVE_INFINITY
  let latest = Number.NEGATIVE_INFINITY

  function trim(): void {
    dated.sort((a, b) => b.time - a.time || a.position - b.position)
    dated.length = Math.min(dated.length, max)
  }

  return {
    add(entry) {
      const placed = { entry, time: timeOf(entry), position: count++ }
      ends.add(placed)
      if (Number.isNaN(placed.time)) return
      earliest = Math.min(earliest, placed.time)
      latest = Math.max(latest, placed.time)
      dated.push(placed)
      if (dated.length >= 2 * max) trim()
    },
    kept() {
      trim()
      const datesTell = earliest < latest
      const newest = datesTell ? dated : []
      const rest = ends.all().filter(({ time }) => !datesTell || Number.isNaN(time))
      return [...newest, ...rest].slice(0, max).map(({ entry }) => entry)
    },
  }
}

/** Milliseconds since the epoch; NaN where the entry has no date. */
export function timeOf({ publishedAt, updatedAt }: SitemapEntry): number {
  return Date.parse(publishedAt ?? updatedAt ?? '')
}

/** The first and the last halves of what is added, `max` in all. */
function bothEnds(max: number) {
  const first: Placed[] = []
  const last: Placed[] = []
  const half = Math.ceil(max / 2)
  return {
    add(placed: Placed): void {
      if (first.length < half) first.push(placed)
      else last.push(placed)
      if (last.length >= 2 * half) last.splice(0, last.length - half)
    },
    all(): Placed[] {
      return [...first, ...last.slice(Math.max(0, last.length - (max - half)))]
    },
  }
}
