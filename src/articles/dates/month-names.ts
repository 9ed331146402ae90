/** Knows what the months are called: Vietnamese, English, German, French, Spanish; folded to ASCII. */

import { type DateToken, numberAt, tokenIn } from './date-tokens.ts'

const NAMES_BY_MONTH = [
  'january jan januar janner janvier janv enero ene',
  'february feb februar fevrier fevr febrero',
  'march mar marz maerz mrz mars marzo',
  'april apr avril avr abril abr',
  'may mai mayo',
  'june jun juni juin junio',
  'july jul juli juillet juil julio',
  'august aug aout agosto ago',
  'september sep sept septembre septiembre setiembre',
  'october oct oktober okt octobre octubre',
  'november nov novembre noviembre',
  'december dec dezember dez decembre diciembre dic',
]

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES_BY_MONTH.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])),
)

const VIETNAMESE_MONTH_WORDS: ReadonlySet<string> = new Set(['thang', 'thg', 'th', 't'])

/** After `tháng`. `mười một` and `mười hai` are two words and read apart. */
const VIETNAMESE_MONTHS: ReadonlyMap<string, number> = new Map([
  ['gieng', 1],
  ['mot', 1],
  ['hai', 2],
  ['ba', 3],
  ['tu', 4],
  ['bon', 4],
  ['nam', 5],
  ['sau', 6],
  ['bay', 7],
  ['tam', 8],
  ['chin', 9],
  ['muoi', 10],
  ['chap', 12],
])

const TEN = 10

export type MonthReading = { readonly month: number; readonly next: number }

/** Reads a month's name at `index`: `July`, `juil.`, `tháng 7`, `Th7`, `tháng mười hai`. */
export function readMonth(tokens: readonly DateToken[], index: number): MonthReading | undefined {
  const token = tokens[index]
  if (token?.kind !== 'word') return undefined
  const month = MONTHS.get(token.text)
  if (month !== undefined) return { month, next: pastDot(tokens, index + 1) }
  if (!VIETNAMESE_MONTH_WORDS.has(token.text)) return undefined
  return readVietnameseMonth(tokens, pastDot(tokens, index + 1))
}

function readVietnameseMonth(
  tokens: readonly DateToken[],
  index: number,
): MonthReading | undefined {
  const figure = numberAt(tokens, index, [1, 2])
  if (figure !== undefined) return { month: figure, next: index + 1 }
  const month = VIETNAMESE_MONTHS.get(tokens[index]?.text ?? '')
  if (month === undefined) return undefined
  const unit = month === TEN ? VIETNAMESE_MONTHS.get(tokens[index + 1]?.text ?? '') : undefined
  if (unit === 1 || unit === 2) return { month: TEN + unit, next: index + 2 }
  return { month, next: index + 1 }
}

function pastDot(tokens: readonly DateToken[], index: number): number {
  return tokenIn(tokens, index, DOT) === undefined ? index : index + 1
}

const DOT: ReadonlySet<string> = new Set(['.'])
