/** Judges from what a list says of an address whether it was published within the days asked for. */

const DAY_MS = 24 * 60 * 60 * 1000

/** `/2024/07/09/`, `/2024/07/`, `/2024/`: folders. A year in a title is not one of publication. */
const IN_FOLDERS = /\/((?:19|20)\d{2})(?:\/(0[1-9]|1[0-2])(?:\/(0[1-9]|[12]\d|3[01]))?)?\//

/** `-2024-07-09-`, and in the name of a sitemap `-2024-07.xml`. */
const IN_NAME =
  /[/_-]((?:19|20)\d{2})[_-](0[1-9]|1[0-2])(?:[_-](0[1-9]|[12]\d|3[01])(?=[/_.-]|$)|(?=\.xml))/

const DAY = /^\d{4}-\d{2}-\d{2}/

/** Days as in `2024-07-09`, both included; null where that end is open. */
export type Days = { since: string | null; until: string | null }

/** What a list says of an address; a sitemap's `lastmod` is `modifiedAt` (ISO 8601 or a part of it). */
export type Dated = { url: string; publishedAt: string | null; modifiedAt: string | null }

/**
 * Whether the address, or all of a sitemap file, was certainly published outside `days`. Lists are
 * coarse and zones differ by a day: what is near the edge is not outside, its page will tell.
 * Published is not after modified, but may be long before.
 */
export function isOutside(entry: Dated, days: Days): boolean {
  if (days.since === null && days.until === null) return false
  const { earliest, latest } = bounds(entry)
  const isBefore = days.since !== null && latest !== null && moved(latest, 1) < days.since
  return isBefore || (days.until !== null && earliest !== null && moved(earliest, -1) > days.until)
}

/** Whether a publication date (ISO 8601; its own day counts) is within `days`. No date is, too. */
export function isWithin(publishedAt: string | null, days: Days): boolean {
  const day = dayOf(publishedAt)
  if (day === null) return true
  return (days.since === null || day >= days.since) && (days.until === null || day <= days.until)
}

function bounds(entry: Dated): { earliest: string | null; latest: string | null } {
  const published = dayOf(entry.publishedAt)
  if (published !== null) return { earliest: published, latest: published }
  const named = namedDays(entry.url)
  const latest = [dayOf(entry.modifiedAt), named?.last ?? null].filter((day) => day !== null)
  return { earliest: named?.first ?? null, latest: latest.sort()[0] ?? null }
}

/** The days that an address names: one, or all of its month or year. */
function namedDays(url: string): { first: string; last: string } | undefined {
  const path = URL.parse(url)?.pathname ?? ''
  const [, year, month, day] = IN_FOLDERS.exec(path) ?? IN_NAME.exec(path) ?? []
  if (year === undefined) return undefined
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` }
  if (day === undefined) return { first: `${year}-${month}-01`, last: `${year}-${month}-31` }
  return { first: `${year}-${month}-${day}`, last: `${year}-${month}-${day}` }
}

/** Null for what begins with no day: a year or a month alone bounds nothing well. */
function dayOf(instant: string | null): string | null {
  return instant === null ? null : (DAY.exec(instant)?.[0] ?? null)
}

/** A day that the calendar does not have (`31 February`) stays as it is: only its order counts. */
function moved(day: string, days: number): string {
  const ms = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(ms) ? day : new Date(ms + days * DAY_MS).toISOString().slice(0, 10)
}
