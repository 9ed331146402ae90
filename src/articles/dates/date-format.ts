/** Reads dates by a format that a recipe gives: `HH:mm, DD/MM/YYYY`, `[ngày] D [tháng] M [năm] YYYY`. */

import { type DateOptions, parseDate } from './dates.ts'

/** In UTF-16 code units. What follows in a longer line is not read. */
const LINE_LENGTH_MAX = 300

const PIECES = /YYYY|YY|MM|M|DD|D|HH|H|hh|h|mm|ss|A|\[[^[\]]*\]|\s+|./gsu

type Part = 'year' | 'month' | 'day' | 'hour' | 'hour12' | 'minute' | 'second' | 'half'

/** How many figures there are, at least and at most. */
type Numeric = { readonly part: Part; readonly least: number; readonly most: number }

const NUMERIC: ReadonlyMap<string, Numeric> = new Map<string, Numeric>([
  ['YYYY', { part: 'year', least: 4, most: 4 }],
  ['YY', { part: 'year', least: 2, most: 2 }],
  ['MM', { part: 'month', least: 2, most: 2 }],
  ['M', { part: 'month', least: 1, most: 2 }],
  ['DD', { part: 'day', least: 2, most: 2 }],
  ['D', { part: 'day', least: 1, most: 2 }],
  ['HH', { part: 'hour', least: 2, most: 2 }],
  ['H', { part: 'hour', least: 1, most: 2 }],
  ['hh', { part: 'hour12', least: 2, most: 2 }],
  ['h', { part: 'hour12', least: 1, most: 2 }],
  ['mm', { part: 'minute', least: 2, most: 2 }],
  ['ss', { part: 'second', least: 2, most: 2 }],
])

/** Longer ones first, where one begins with another. */
const HALVES = [
  ['a.m.', 0],
  ['p.m.', 12],
  ['am', 0],
  ['pm', 12],
  ['sáng', 0],
  ['chiều', 12],
  ['tối', 12],
  ['sa', 0],
  ['ch', 12],
] as const

/** Written in two figures, a year from here on is of the last century. */
const LAST_CENTURY_FROM = 70

const VALUE_MAX: Readonly<Partial<Record<Part, number>>> = {
  ...{ month: 12, day: 31, hour: 23, hour12: 12, minute: 59, second: 59 },
}

type Values = Partial<Record<Part, number>>

/** Says what is wrong with a format, as a phrase; undefined for one that can be read. */
export function dateFormatMistake(format: string): string | undefined {
  const pieces = piecesOf(format)
  const stray = pieces.find((piece) => /^\p{L}$/u.test(piece) && !isToken(piece))
  if (stray !== undefined) return `has "${stray}", which is no token: put words in [brackets]`
  const parts = pieces.flatMap((piece) => NUMERIC.get(piece)?.part ?? [])
  const missing = (['year', 'month', 'day'] as const).find((part) => !parts.includes(part))
  if (missing !== undefined) return `names no ${missing}`
  if (parts.includes('hour12') && !pieces.includes('A')) return 'has h without A'
  return undefined
}

/**
 * The first date in `line` that is written as `format` says, in ISO 8601 with the offset of
 * `options.timezone` on that day; null where there is none, or none that is possible (see parseDate).
 */
export function findFormattedDate(
  line: string,
  format: string,
  options: DateOptions,
): string | null {
  const pieces = piecesOf(format)
  const text = line.normalize('NFC').slice(0, LINE_LENGTH_MAX).toLowerCase()
  for (let start = 0; start < text.length; start += 1) {
    const values = isFigure(text[start - 1]) ? undefined : readAt(text, start, pieces)
    const iso = values === undefined ? null : parseDate(localTime(values), options)
    if (iso !== null) return iso
  }
  return null
}

function piecesOf(format: string): string[] {
  return format.normalize('NFC').match(PIECES) ?? []
}

function isToken(piece: string): boolean {
  return piece === 'A' || NUMERIC.has(piece)
}

function readAt(text: string, start: number, pieces: readonly string[]): Values | undefined {
  const values: Values = {}
  let at = start
  for (const piece of pieces) {
    const next = readPiece(text, at, { piece, values })
    if (next === undefined) return undefined
    at = next
  }
  return isFigure(text[at]) ? undefined : values
}

/** Where the piece ends in `text`, its value noted; undefined where something else stands there. */
function readPiece(
  text: string,
  at: number,
  { piece, values }: { piece: string; values: Values },
): number | undefined {
  const numeric = NUMERIC.get(piece)
  if (numeric !== undefined) return readFigures(text, at, { numeric, values })
  if (piece === 'A') return readHalf(text, at, values)
  if (piece.trim() === '') return pastSpaces(text, at)
  const words = (piece.startsWith('[') ? piece.slice(1, -1) : piece).toLowerCase()
  return text.startsWith(words, at) ? at + words.length : undefined
}

function readFigures(
  text: string,
  at: number,
  { numeric, values }: { numeric: Numeric; values: Values },
): number | undefined {
  let end = at
  while (isFigure(text[end]) && end - at < numeric.most) end += 1
  if (end - at < numeric.least) return undefined
  const value = Number(text.slice(at, end))
  values[numeric.part] = value
  return value <= (VALUE_MAX[numeric.part] ?? value) ? end : undefined
}

function readHalf(text: string, at: number, values: Values): number | undefined {
  const half = HALVES.find(([words]) => text.startsWith(words, at))
  if (half === undefined) return undefined
  values.half = half[1]
  return at + half[0].length
}

function pastSpaces(text: string, at: number): number {
  let end = at
  while (/\s/.test(text[end] ?? '')) end += 1
  return end
}

function isFigure(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9'
}

function localTime({ year = 0, month = 0, day = 0, ...time }: Values): string {
  const century = year >= 100 ? 0 : year >= LAST_CENTURY_FROM ? 1900 : 2000
  const date = `${century + year}-${twoFigures(month)}-${twoFigures(day)}`
  const hours = hoursOf(time)
  if (hours === undefined) return date
  return `${date}T${twoFigures(hours)}:${twoFigures(time.minute ?? 0)}:${twoFigures(time.second ?? 0)}`
}

/** Some clocks say "13:05 PM": an hour from noon on is believed. */
function hoursOf({ hour, hour12, half = 0 }: Values): number | undefined {
  if (hour12 !== undefined) return (hour12 % 12) + half
  return hour !== undefined && hour < 12 ? hour + half : hour
}

function twoFigures(value: number): string {
  return String(value).padStart(2, '0')
}
