/** Reads the dates of feeds: RFC 822, ISO 8601, and their careless relatives of the world. */

import { readClock } from './feed-clock.ts'
import { type DateFigures, dateFigures } from './feed-date-shapes.ts'
import { plainDate, worldlyDate } from './feed-date-words.ts'

/** In UTF-16 code units; no date is longer. */
const DATE_LENGTH_MAX = 80

/** Before it nobody published on the web; older dates are clocks that were never set. */
const YEAR_MIN = 1900

/** Unix time, in seconds or milliseconds. */
const EPOCH = /^[1-9]\d{9}(?:\d{3})?$/

/**
 * Returns `text` as ISO 8601 with its offset, UTC where it names none (Korean and Vietnamese words
 * tell their zone), or null for what is no date, or not surely one.
 */
export function parseFeedDate(text: string): string | null {
  if (text.length > DATE_LENGTH_MAX * 2) return null
  const trimmed = text.trim().replace(/\s+/g, ' ')
  if (trimmed === '' || trimmed.length > DATE_LENGTH_MAX) return null
  if (EPOCH.test(trimmed)) {
    return instant(Number(trimmed) * (trimmed.length === 10 ? 1_000 : 1), 0)
  }
  const { date, zone } = plainDate(trimmed)
  const figures = dateFigures(date)
  const read = figures === undefined ? null : written(figures, zone)
  return read ?? worldlyDate(trimmed)
}

function written(figures: DateFigures, zone: string): string | null {
  const clock = readClock(figures.rest)
  const { year, month, day } = figures
  // The last day of the month before the next one.
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth
  if (clock === undefined || !isDay || year < YEAR_MIN) return null
  const own = clock.offsetMinutes === 0 && zone !== '' ? readClock(zone) : clock
  return instant(Date.UTC(year, month - 1, day) + clock.seconds * 1_000, own?.offsetMinutes ?? 0)
}

/** `localMs` is the local time written as if it were UTC. */
function instant(localMs: number, offsetMinutes: number): string {
  const absolute = Math.abs(offsetMinutes)
  const sign = offsetMinutes < 0 ? '-' : '+'
  const offset = `${sign}${pad(Math.floor(absolute / 60))}:${pad(absolute % 60)}`
  return `${new Date(localMs).toISOString().slice(0, 19)}${offset}`
}

function pad(figure: number): string {
  return String(figure).padStart(2, '0')
}
