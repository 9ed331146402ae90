/** Reads and writes the markers that number headings: `1.`, `a)`, `IV.`, `2.1`, `Một.`. */

export type MarkerFamily =
  | 'number'
  | 'decimal'
  | 'letter'
  | 'capital'
  | 'roman'
  | 'small-roman'
  | 'word'
  | 'capital-word'

export type Marker = {
  readonly family: MarkerFamily
  /** Its place in its sequence, from 1; of a decimal, that of the last figure. */
  readonly value: number
  /** Of a decimal, all but the last figure: `2.1` is [2]. Else empty. */
  readonly parents: readonly number[]
  /** What stands around the figure, letter or word; the same for siblings. */
  readonly opening: string
  readonly closing: string
}

export type MarkerReading = { readonly marker: Marker; readonly rest: string }

/** In UTF-16 code units: no marker is longer, so that nothing else of a long text is looked at. */
const MARKER_LENGTH_MAX = 24

/** Vietnamese legal lists put `đ` between `d` and `e`. */
const D_STROKE_VALUE = 4.5

const ALPHABET_LENGTH = 26

/** After `d`, `e`, `i`, `v`: the Vietnamese alphabet has `đ`, and no `f`, `j`, `w`. */
const LETTERS_SKIPPED: ReadonlyMap<number, readonly number[]> = new Map([
  [4, [D_STROKE_VALUE]],
  [5, [7]],
  [9, [11]],
  [22, [24]],
])

const ROMAN = [
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

/** Beyond it, no article goes on in Roman numerals. */
const ROMAN_MAX = 39

const NUMBER_WORDS = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Mười']

const WORD_FORM = /^(\p{Lu}\p{L}{1,3})([.):])(?: +|(?=\p{Lu}))/u

const FORM =
  /^(\(?)((?:\d{1,2}\.){1,4}\d{1,2}|\d{1,3}|[ivx]{1,7}|[IVX]{1,7}|[A-Za-zĐđ])(\.\)| ?[.)/:]| ?[-–—]|(?= ))( *)/

/**
 * Returns the ways to read what a heading starts with, the likeliest first, none where it starts
 * with no marker. `i.`, `v.`, `x.` are read as letter and as numeral: the sequence decides.
 */
export function readMarkers(text: string): MarkerReading[] {
  const found = FORM.exec(text.slice(0, MARKER_LENGTH_MAX))
  if (found === null) return []
  const [whole, opening = '', body = '', closing = '', gap = ''] = found
  const rest = text.slice(whole.length).trim()
  if (!/[\p{L}\p{N}]/u.test(rest) || !endsMarker(body, closing, gap, rest)) return []
  const isClosed = opening === '' || closing.includes(')')
  if (!isClosed) return []
  return readingsOf(body).map((reading) => ({
    marker: { ...reading, opening, closing: closing.replace(' .', '.').replace(' )', ')') },
    rest,
  }))
}

/**
 * Returns how to read the number word that `text` (NFC) starts with, `Một.` or `MỘT.`. It may as
 * well be the heading's own ("Ba: người cha"): see marker-runs.ts.
 */
export function readNumberWord(text: string): MarkerReading | undefined {
  const [whole = '', word = '', closing = ''] = WORD_FORM.exec(text) ?? []
  const rest = text.slice(whole.length).trim()
  const at = NUMBER_WORDS.findIndex((known) => known === word || known.toUpperCase() === word)
  if (at === -1 || !/[\p{L}\p{N}]/u.test(rest)) return undefined
  const family = word === NUMBER_WORDS[at] ? 'word' : 'capital-word'
  return { marker: { family, value: at + 1, parents: [], opening: '', closing }, rest }
}

/** Returns the marker as readers see it: `a.`, `(2)`, `IV.`, `Một.`. */
export function writeMarker(marker: Marker): string {
  const { family, value, parents, opening, closing } = marker
  return `${opening}${[...parents, bodyOf(family, value)].join('.')}${closing}`
}

/** Returns the values that may follow `value`: in Vietnamese lists `đ` follows `d`, and `g` follows `e`. */
export function successors(family: MarkerFamily, value: number): number[] {
  const isLetter = family === 'letter' || family === 'capital'
  if (!isLetter) return [value + 1]
  if (value === D_STROKE_VALUE) return [5]
  return [value + 1, ...(LETTERS_SKIPPED.get(value) ?? [])].filter(
    (next) => next <= ALPHABET_LENGTH,
  )
}

/** Returns the letter of a lettered marker's value, lower case. */
export function letterOf(value: number): string {
  return value === D_STROKE_VALUE ? 'đ' : String.fromCharCode('a'.charCodeAt(0) + value - 1)
}

/** Keeps `3.5 triệu`, `24/7`, `10:03`, `A/B`, `U.S.` and `2024` from being markers. */
function endsMarker(body: string, closing: string, gap: string, rest: string): boolean {
  const isDecimal = body.includes('.')
  if (closing === '') return isDecimal
  if (gap !== '') return true
  if (closing !== '.' && closing !== ')') return false
  return /^\p{Lu}/u.test(rest) && (/^\d/.test(body) || !/^\p{L}+\./u.test(rest))
}

function readingsOf(body: string): Pick<Marker, 'family' | 'value' | 'parents'>[] {
  if (body.includes('.')) {
    const figures = body.split('.').map(Number)
    return [{ family: 'decimal', value: figures.at(-1) ?? 0, parents: figures.slice(0, -1) }]
  }
  if (/^\d/.test(body)) return [{ family: 'number', value: Number(body), parents: [] }]
  const isCapital = body === body.toUpperCase()
  const numeral = romanValue(body.toLowerCase())
  const readings: Pick<Marker, 'family' | 'value' | 'parents'>[] = []
  if (body.length === 1) {
    const value = letterValue(body.toLowerCase())
    readings.push({ family: isCapital ? 'capital' : 'letter', value, parents: [] })
  }
  if (numeral !== undefined) {
    readings.push({ family: isCapital ? 'roman' : 'small-roman', value: numeral, parents: [] })
  }
  return readings
}

function letterValue(letter: string): number {
  return letter === 'đ' ? D_STROKE_VALUE : letter.charCodeAt(0) - 'a'.charCodeAt(0) + 1
}

function bodyOf(family: MarkerFamily, value: number): string {
  switch (family) {
    case 'number':
    case 'decimal':
      return String(value)
    case 'letter':
      return letterOf(value)
    case 'capital':
      return letterOf(value).toUpperCase()
    case 'small-roman':
      return romanOf(value)
    case 'roman':
      return romanOf(value).toUpperCase()
    case 'word':
      return NUMBER_WORDS[value - 1] ?? ''
    case 'capital-word':
      return (NUMBER_WORDS[value - 1] ?? '').toUpperCase()
    default:
      return family satisfies never
  }
}

function romanOf(value: number): string {
  const part = ROMAN.find(([, worth]) => worth <= value)
  return part === undefined ? '' : part[0] + romanOf(value - part[1])
}

/** Only as Romans write it today: `iiii` is no numeral. */
function romanValue(body: string): number | undefined {
  for (let value = 1; value <= ROMAN_MAX; value += 1) if (romanOf(value) === body) return value
  return undefined
}
