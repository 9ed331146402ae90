/** Reads a day with its year out of tokens, in every order and language that partners write it. */

import { type ClockReading, readClock } from './clock-time.ts'
import { type DateToken, numberAt, tokenIn } from './date-tokens.ts'
import { readMonth } from './month-names.ts'

type CalendarDay = { readonly year: number; readonly month: number; readonly day: number }

export type DayReading = {
  readonly day: CalendarDay
  readonly next: number
  /** Where the time stands between the month and the year, as in `Jul 09 10:03:00 2024`. */
  readonly clock?: ClockReading
}

const SEPARATORS: ReadonlySet<string> = new Set(['/', '-', '.', '‑', '–'])

const ORDINALS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', '°', '.'])

const BEFORE_MONTH: ReadonlySet<string> = new Set(['de', 'of', '-', '/', ','])

const BEFORE_YEAR: ReadonlySet<string> = new Set(['de', 'del', 'of', 'nam', '-', '/', ',', '.'])

const HYPHEN: ReadonlySet<string> = new Set(['-'])

const TIME_MARK: ReadonlySet<string> = new Set(['t'])

/** Of the year, the month and the day. */
const IDEOGRAPHS = ['年', '月', '日']

/** Two figures above it are of the last century: no blog will be so old, or so far ahead. */
const SHORT_YEAR_PIVOT = 70

/**
 * Reads a day at `index`, or undefined where none with day, month and year starts there.
 * `dayFirst` decides `09/07/2024`; a number above 12 decides by itself, and so do dots and hyphens.
 */
export function readDay(
  tokens: readonly DateToken[],
  index: number,
  dayFirst: boolean,
): DayReading | undefined {
  const token = tokens[index]
  if (token?.kind === 'word') return readMonthFirst(tokens, index)
  if (token?.kind !== 'number') return undefined
  return (
    readCompact(tokens, index) ??
    readFigures(tokens, index, dayFirst) ??
    readIdeographs(tokens, index) ??
    readDayFirst(tokens, index)
  )
}

/** `20240709`, alone or before `T100300`: elsewhere eight figures are an identifier. */
function readCompact(tokens: readonly DateToken[], index: number): DayReading | undefined {
  const digits = numberAt(tokens, index, [8, 8])
  const isDate = tokens.length === 1 || tokenIn(tokens, index + 1, TIME_MARK) !== undefined
  if (digits === undefined || !isDate) return undefined
  return reading(
    Math.floor(digits / 10_000),
    Math.floor(digits / 100) % 100,
    digits % 100,
    index + 1,
  )
}

/** `2024-07-09`, `09/07/2024`, `9.7.2024`, `07/09/24`. */
function readFigures(
  tokens: readonly DateToken[],
  index: number,
  dayFirst: boolean,
): DayReading | undefined {
  const separator = tokenIn(tokens, index + 1, SEPARATORS)?.text ?? ''
  if (separator === '' || tokens[index + 3]?.text !== separator) return undefined
  if (goesOn(tokens, index - 2, separator) || goesOn(tokens, index + 4, separator)) return undefined
  const second = numberAt(tokens, index + 2, [1, 2]) ?? 0
  const year = numberAt(tokens, index, [4, 4])
  if (year !== undefined) {
    return reading(year, second, numberAt(tokens, index + 4, [1, 2]) ?? 0, index + 5)
  }
  const first = numberAt(tokens, index, [1, 2]) ?? 0
  const last =
    numberAt(tokens, index + 4, [4, 4]) ?? shortYear(tokens, index + 4, separator === '/')
  // Months come first where slashes part them, in English; with dots and hyphens, days do.
  const isDayFirst = first > 12 || ((dayFirst || separator !== '/') && second <= 12)
  const [day, month] = isDayFirst ? [first, second] : [second, first]
  return reading(last, month, day, index + 5)
}

/** Says whether the figures at `index` run on, as in an address (`192.168.1.1`) or a version. */
function goesOn(tokens: readonly DateToken[], index: number, separator: string): boolean {
  const [figures, mark, more] = [tokens[index], tokens[index + 1], tokens[index + 2]]
  if (mark?.text !== separator || mark.spaced) return false
  return figures?.kind === 'number' && more?.kind === 'number' && !more.spaced
}

/** `2024年7月9日`. */
function readIdeographs(tokens: readonly DateToken[], index: number): DayReading | undefined {
  const isDate = IDEOGRAPHS.every((mark, at) => tokens[index + 2 * at + 1]?.raw.startsWith(mark))
  if (!isDate) return undefined
  const year = numberAt(tokens, index, [4, 4])
  const month = numberAt(tokens, index + 2, [1, 2])
  return reading(year, month ?? 0, numberAt(tokens, index + 4, [1, 2]) ?? 0, index + 6)
}

/** `9 July 2024`, `9 de julio de 2024`, `9 tháng 7 năm 2024`, `09-Jul-24`. */
function readDayFirst(tokens: readonly DateToken[], index: number): DayReading | undefined {
  const day = numberAt(tokens, index, [1, 2])
  if (day === undefined) return undefined
  for (const start of [index + 1, pastAny(tokens, index + 1, ORDINALS, BEFORE_MONTH)]) {
    const month = readMonth(tokens, start)
    if (month !== undefined) return withYear(tokens, month.next, month.month, day)
  }
  return undefined
}

/** `July 9, 2024`, `Tháng Bảy 9, 2024`. */
function readMonthFirst(tokens: readonly DateToken[], index: number): DayReading | undefined {
  const month = readMonth(tokens, index)
  const day = month === undefined ? undefined : numberAt(tokens, month.next, [1, 2])
  if (month === undefined || day === undefined) return undefined
  return withYear(tokens, pastAny(tokens, month.next + 1, ORDINALS), month.month, day)
}

function withYear(
  tokens: readonly DateToken[],
  index: number,
  month: number,
  day: number,
): DayReading | undefined {
  const start = pastAny(tokens, index, BEFORE_YEAR, BEFORE_YEAR)
  const year = numberAt(tokens, start, [4, 4]) ?? hyphenYear(tokens, start)
  if (year !== undefined) return reading(year, month, day, start + 1)
  const clock = readClock(tokens, index)
  if (clock === undefined) return undefined
  const late = numberAt(tokens, clock.next, [4, 4])
  const found = reading(late, month, day, clock.next + 1)
  return found === undefined ? undefined : { ...found, clock }
}

function hyphenYear(tokens: readonly DateToken[], index: number): number | undefined {
  return shortYear(tokens, index, tokenIn(tokens, index - 1, HYPHEN) !== undefined)
}

function shortYear(
  tokens: readonly DateToken[],
  index: number,
  isAllowed: boolean,
): number | undefined {
  const figures = isAllowed ? numberAt(tokens, index, [2, 2]) : undefined
  if (figures === undefined) return undefined
  return figures < SHORT_YEAR_PIVOT ? 2000 + figures : 1900 + figures
}

function pastAny(
  tokens: readonly DateToken[],
  index: number,
  ...optional: readonly ReadonlySet<string>[]
): number {
  return optional.reduce((at, set) => (tokenIn(tokens, at, set) === undefined ? at : at + 1), index)
}

/** Only days that exist; 31 June is a misreading. */
function reading(
  year: number | undefined,
  month: number,
  day: number,
  next: number,
): DayReading | undefined {
  if (year === undefined || month < 1 || month > 12 || day < 1) return undefined
  const exists = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
  return exists ? { day: { year, month, day }, next } : undefined
}
