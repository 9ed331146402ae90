/** The shapes of feeds' dates: ISO 8601, RFC 822, asctime, each into figures. */

import { monthOf, withoutWeekday } from './feed-date-words.ts'

/** As written, not yet checked against the calendar. */
export type DateFigures = {
  readonly year: number
  readonly month: number
  readonly day: number
  /** What follows the day: time and zone. */
  readonly rest: string
}

const DAY_MS = 86_400_000

/** ISO 8601:2004 section 4.1.2: calendar dates, with W3CDTF's shorter ones; feeds write `/` and `.`, too. */
const CALENDAR = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/
const WITHOUT_DAY = /^(\d{4})(?:[-/.](\d{1,2}))?$/
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:(?!\d)|(?=\d{6}(?!\d)))(.*)$/
/** Of the year 2000 edition: the century is left out. */
const SHORT = /^(\d{2})(-?)(\d{2})\2(\d{2})(?!\d)(.*)$/
/** Section 4.1.3: the day of the year. */
const ORDINAL = /^(\d{4})-?(\d{3})(?!\d)(.*)$/
/** Section 4.1.4: the week and its day. */
const WEEK = /^(\d{4})-?w(\d{2})(?:-?([1-7]))?(?!\d)(.*)$/
/** `2004-julius-13`, `2004. julius 13.` */
const WORD_IN_ISO = /^(\d{4})[\s.-]{1,2}(\p{L}{3,12})\.?[\s.-]{1,2}(\d{1,2})\.?(?!\d)(.*)$/u

/** RFC 822 section 5.1, with the hyphens of RFC 850 and months in full. */
const DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s,/-]{1,3}(\p{L}{3,12})\.?[\s,/-]{1,3}'?(\d{2,4})(?!\d)(.*)$/u
const MONTH_FIRST = /^(\p{L}{3,12})\.?[\s-](\d{1,2})(?:st|nd|rd|th)?,?[\s-](\d{4})(?!\d)(.*)$/u
/** As C's asctime writes it, with a zone here and there: `Tue Jul  9 10:03:00 +0700 2024`. */
const ASCTIME =
  /^(\p{L}{3,12})\.?\s(\d{1,2}),?\s(\d{1,2}:\d{2}(?::\d{2})?(?:\s\S{1,9})?)\s(\d{4})$/u

/** Reads the day of `date`, which is in lower case and has single spaces. */
export function dateFigures(date: string): DateFigures | undefined {
  const text = withoutWeekday(date)
  return isoFigures(text) ?? weekFigures(text) ?? wordFigures(text)
}

function isoFigures(text: string): DateFigures | undefined {
  const calendar = CALENDAR.exec(text)
  if (calendar !== null) {
    const [, year, , month, day, rest = ''] = calendar
    return { year: Number(year), month: Number(month), day: Number(day), rest }
  }
  const basic = BASIC.exec(text) ?? ORDINAL.exec(text)
  if (basic === null) return lesserFigures(text)
  const [, year, first, second = '', third] = basic
  if (third !== undefined) {
    return { year: Number(year), month: Number(first), day: Number(second), rest: third }
  }
  return dayOfYear(Number(year), Number(first), second)
}

function lesserFigures(text: string): DateFigures | undefined {
  const whole = WITHOUT_DAY.exec(text)
  if (whole !== null) {
    return { year: Number(whole[1]), month: Number(whole[2] ?? 1), day: 1, rest: '' }
  }
  const [, year = '', , month, day, rest] = SHORT.exec(text) ?? []
  if (rest === undefined) return undefined
  return { year: fullYear(year), month: Number(month), day: Number(day), rest }
}

function weekFigures(text: string): DateFigures | undefined {
  const [, year, week, weekday = '1', rest] = WEEK.exec(text) ?? []
  if (rest === undefined || Number(week) < 1 || Number(week) > 53) return undefined
  // The first week is the one with the fourth of January in it, and weeks begin on Mondays.
  const fourth = new Date(Date.UTC(Number(year), 0, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY_MS
  return figuresOf(monday + ((Number(week) - 1) * 7 + Number(weekday) - 1) * DAY_MS, rest)
}

function dayOfYear(year: number, day: number, rest: string): DateFigures | undefined {
  const figures = figuresOf(Date.UTC(year, 0, day), rest)
  return day > 0 && figures.year === year ? figures : undefined
}

function figuresOf(instantMs: number, rest: string): DateFigures {
  const date = new Date(instantMs)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    rest,
  }
}

function wordFigures(text: string): DateFigures | undefined {
  const asctime = ASCTIME.exec(text)
  if (asctime !== null) return withMonth(asctime[4], asctime[1], asctime[2], ` ${asctime[3]}`)
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst !== null) return withMonth(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4])
  const inIso = WORD_IN_ISO.exec(text)
  if (inIso !== null) return withMonth(inIso[1], inIso[2], inIso[3], inIso[4])
  const monthFirst = MONTH_FIRST.exec(text)
  if (monthFirst === null) return undefined
  return withMonth(monthFirst[3], monthFirst[1], monthFirst[2], monthFirst[4])
}

function withMonth(year = '', word = '', day = '', rest = ''): DateFigures | undefined {
  const month = monthOf(word)
  if (month === undefined) return undefined
  return { year: fullYear(year), month, day: Number(day), rest }
}

/** RFC 2822 section 4.3: two digits below 50 are of this century, three count from 1900. */
function fullYear(written: string): number {
  const year = Number(written)
  if (written.length >= 4) return year
  return written.length === 2 && year < 50 ? 2000 + year : 1900 + year
}
