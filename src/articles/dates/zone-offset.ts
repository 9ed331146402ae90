/** Reads time zones out of tokens: `Z`, `(GMT+7)`, `+0700`, `EST`. */

import { type DateToken, numberAt, tokenIn } from './date-tokens.ts'

export type ZoneReading = { readonly offsetMinutes: number; readonly next: number }

/** In minutes east of UTC. Only abbreviations that mean one zone; `IST` and `AST` mean three each. */
const ABBREVIATIONS: ReadonlyMap<string, number> = new Map([
  ['z', 0],
  ['utc', 0],
  ['gmt', 0],
  ['ut', 0],
  ['wib', 420],
  ['ict', 420],
  ['sgt', 480],
  ['hkt', 480],
  ['jst', 540],
  ['kst', 540],
  ['aest', 600],
  ['aedt', 660],
  ['wet', 0],
  ['bst', 60],
  ['cet', 60],
  ['cest', 120],
  ['eet', 120],
  ['eest', 180],
  ['msk', 180],
  ['est', -300],
  ['edt', -240],
  ['cst', -360],
  ['cdt', -300],
  ['mst', -420],
  ['mdt', -360],
  ['pst', -480],
  ['pdt', -420],
])

/** These may be followed by a distance: `GMT+7`, `UTC+07:00`. */
const BASES: ReadonlySet<string> = new Set(['utc', 'gmt', 'ut'])

const SIGNS: ReadonlySet<string> = new Set(['+', '-', '−'])
const OPENING: ReadonlySet<string> = new Set(['('])
const CLOSING: ReadonlySet<string> = new Set([')'])
const DATE_SEPARATORS: ReadonlySet<string> = new Set(['/', '-', '.'])
const COLON: ReadonlySet<string> = new Set([':'])

/** In hours: no zone is farther from UTC. Every one is at a whole quarter of an hour. */
const OFFSET_HOURS_MAX = 14

/**
 * Reads the zone that starts at `index`: `Z`, `(GMT+7)`, `+0700`, `EST`. A bare `-11:30` that
 * touches the time is a zone only after an ISO time (`isIso`): elsewhere it is the end of a span.
 */
export function readZone(
  tokens: readonly DateToken[],
  index: number,
  isIso: boolean,
): ZoneReading | undefined {
  const isOpened = tokenIn(tokens, index, OPENING) !== undefined
  const zone = readInside(tokens, isOpened ? index + 1 : index, isIso)
  if (zone === undefined || !isOpened) return zone
  return tokenIn(tokens, zone.next, CLOSING) ? { ...zone, next: zone.next + 1 } : zone
}

function readInside(
  tokens: readonly DateToken[],
  index: number,
  isIso: boolean,
): ZoneReading | undefined {
  const name = tokens[index]?.text ?? ''
  const named = ABBREVIATIONS.get(name)
  if (named === undefined) return readBareDistance(tokens, index, isIso)
  const distance = BASES.has(name) ? readDistance(tokens, index + 1) : undefined
  return distance ?? { offsetMinutes: named, next: index + 1 }
}

function readBareDistance(
  tokens: readonly DateToken[],
  index: number,
  isIso: boolean,
): ZoneReading | undefined {
  const [sign, figures] = [tokens[index], tokens[index + 1]]
  if (figures?.spaced !== false || figures.text.length === 1) return undefined
  const distance = readDistance(tokens, index)
  if (distance === undefined || isIso || figures.text.length === 4) return distance
  const isSpan = sign?.text !== '+' && !sign?.spaced
  const isDate = tokenIn(tokens, index + 2, DATE_SEPARATORS) !== undefined
  return isSpan || isDate ? undefined : distance
}

/** `+7`, `+07`, `+0700`, `+07:00`. */
function readDistance(tokens: readonly DateToken[], index: number): ZoneReading | undefined {
  const sign = tokenIn(tokens, index, SIGNS)
  const figures = numberAt(tokens, index + 1, [1, 4])
  if (sign === undefined || figures === undefined) return undefined
  const isFull = tokens[index + 1]?.text.length === 4
  const colon = isFull ? undefined : tokenIn(tokens, index + 2, COLON)
  const minutes = colon && numberAt(tokens, index + 3, [2, 2])
  const hours = isFull ? Math.floor(figures / 100) : figures
  const rest = isFull ? figures % 100 : (minutes ?? 0)
  if (hours > OFFSET_HOURS_MAX || rest % 15 !== 0 || rest > 45) return undefined
  const distance = hours * 60 + rest
  const next = index + (minutes === undefined ? 2 : 4)
  return { offsetMinutes: sign.text === '+' ? distance : -distance, next }
}
