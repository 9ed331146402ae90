/** Reads the day of publication out of an article's address, where it can mean nothing else. */

import { type DateOptions, parseDate } from '../../articles/dates/dates.ts'

/** `/2024/07/09/`, `/2024-07-09-`, `/2024/jul/09/`. */
const PARTED = /[/-]((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/-]|$|\.)/i

/** `/20240709/`, `-20240709.`, and the Vietnamese `-09072024`, each between marks. */
const JOINED = /[/_-](\d{8})(?=[/_.-]|$)/g

/** `/2024/07/240709-`: the month and the year that stand before it say what it means. */
const SHORT = /\/(20)(\d{2})\/(\d{2})\/\2\3(\d{2})[-_]/

/** The day's beginning in the partner's zone, or null. */
export function pathDate(url: string, dates: DateOptions): string | null {
  const path = URL.parse(url)?.pathname ?? ''
  const [, year, month, day] = PARTED.exec(path) ?? []
  const parted =
    year === undefined
      ? null
      : (parseDate(`${year}-${month}-${day}`, dates) ?? parseDate(`${day} ${month} ${year}`, dates))
  return parted ?? joinedDate(path, dates) ?? shortDate(path, dates)
}

function joinedDate(path: string, dates: DateOptions): string | null {
  for (const [, digits = ''] of path.matchAll(JOINED)) {
    const first = parseDate(digits, dates)
    if (first !== null) return first
    const [day, month, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]
    // Where both are months, either may be.
    if (!dates.dayFirst && Number(day) <= 12) continue
    const last = parseDate(`${year}-${month}-${day}`, dates)
    if (last !== null) return last
  }
  return null
}

function shortDate(path: string, dates: DateOptions): string | null {
  const [, century, year, month, day] = SHORT.exec(path) ?? []
  return day === undefined ? null : parseDate(`${century}${year}-${month}-${day}`, dates)
}
