/** Cuts a line that may hold a date into figures, words and marks, once, from left to right. */

import { asciiFold } from '../fold.ts'

/** In UTF-16 code units. Dates stand in short lines; what follows is not read. */
const LINE_LENGTH_MAX = 1_000

export type DateToken = {
  readonly kind: 'number' | 'word' | 'mark'
  /** As written, lower case, composed. */
  readonly raw: string
  /** Without diacritics: `tháng` is `thang`. */
  readonly text: string
  /** Of a number; longer ones than 14 digits are not dates and give NaN. */
  readonly value: number
  /** White space stands before it. */
  readonly spaced: boolean
  /** Where it stands in the line, in UTF-16 code units. */
  readonly start: number
  readonly end: number
}

/** Composed. Without a figure, only words counted from now can be a date: most prose is passed over. */
const COUNTED_FROM_NOW =
  /hôm (?:nay|qua|kia)|trước|vừa xong|ago|just now|today|yesterday|gestern|heute|hier|ayer|vor |hace |il y a/i

/** With figures, also a year, written in full or behind a mark; the words may lack their diacritics. */
const FIGURED_DATE =
  /\d{4}|[/-]\s*\d\d|h[oô]m\s+(?:nay|qua|kia)|tr..c|v[uừ]a\s+xong|ago|just\s+now|today|yesterday|gestern|heute|hier|ayer|vor|hace|il\s+y\s+a/i

const FIGURE = /\d/

const PIECES = /\d+|[\p{L}\p{M}]+|[^\s]/gu

const ASCII = /^[!-~]*$/

const NUMBER_LENGTH_MAX = 14

/** Whether the line may hold a date at all; most lines hold none, and this costs a fraction. */
export function mayHoldDate(line: string): boolean {
  const composed = line.slice(0, LINE_LENGTH_MAX).normalize('NFC')
  return (FIGURE.test(composed) ? FIGURED_DATE : COUNTED_FROM_NOW).test(composed)
}

/** Returns the tokens of a line in order; white space is only noted. */
export function dateTokens(line: string): DateToken[] {
  const read = line.slice(0, LINE_LENGTH_MAX)
  let previousEnd = 0
  return Array.from(read.matchAll(PIECES), (piece) => {
    const token = toToken(piece[0], piece.index, piece.index > previousEnd)
    previousEnd = token.end
    return token
  })
}

/** The token at `index`, if it is one of these marks or folded words. */
export function tokenIn(
  tokens: readonly DateToken[],
  index: number,
  wanted: ReadonlySet<string>,
): DateToken | undefined {
  const token = tokens[index]
  return token !== undefined && wanted.has(token.text) ? token : undefined
}

/** The number at `index`, if it has between `digitsMin` and `digitsMax` digits. */
export function numberAt(
  tokens: readonly DateToken[],
  index: number,
  [digitsMin, digitsMax]: readonly [number, number],
): number | undefined {
  const token = tokens[index]
  if (token?.kind !== 'number') return undefined
  return token.text.length >= digitsMin && token.text.length <= digitsMax ? token.value : undefined
}

function toToken(piece: string, start: number, spaced: boolean): DateToken {
  const raw = ASCII.test(piece) ? piece.toLowerCase() : piece.normalize('NFC').toLowerCase()
  const end = start + piece.length
  if (/^\d/.test(piece)) {
    const value = piece.length <= NUMBER_LENGTH_MAX ? Number(piece) : Number.NaN
    return { kind: 'number', raw, text: raw, value, spaced, start, end }
  }
  const kind = /^[\p{L}\p{M}]/u.test(piece) ? 'word' : 'mark'
  const text = ASCII.test(raw) ? raw : asciiFold(raw)
  return { kind, raw, text, value: Number.NaN, spaced, start, end }
}
