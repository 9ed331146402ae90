/** Reads dates that are counted from now: `3 giờ trước`, `hôm qua`, `2 days ago`, `vor 3 Stunden`. */

import { type DateToken, numberAt, tokenIn } from './date-tokens.ts'

export type RelativeReading = {
  /** The local time meant, written as if it were UTC. */
  readonly localMs: number
  /** Only the day is known; a time may stand beside it. */
  readonly isDay: boolean
  readonly next: number
}

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

const SECOND_MS = 1_000
const DAY_MS = 86_400_000

const DURATION_MS: Readonly<Record<Unit, number>> = {
  second: SECOND_MS,
  minute: 60 * SECOND_MS,
  hour: 3_600 * SECOND_MS,
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 30 * DAY_MS,
  year: 365 * DAY_MS,
}

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  second: 'giay s sec secs second seconds sekunde sekunden seconde secondes segundo segundos',
  minute: 'phut min mins minute minutes minuten minuto minutos',
  hour: 'gio tieng h hr hrs hour hours stunde stunden heure heures hora horas',
  day: 'ngay d day days tag tagen jour jours dia dias',
  week: 'tuan w week weeks woche wochen semaine semaines semana semanas',
  month: 'thang month months monat monaten mois mes meses',
  year: 'nam year years jahr jahren an ans ano anos',
}

const UNITS: ReadonlyMap<string, Unit> = new Map(
  (['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const).flatMap((unit) =>
    UNIT_WORDS[unit].split(' ').map((word) => [word, unit] as const),
  ),
)

const ONE: ReadonlySet<string> = new Set([
  'a',
  'an',
  'one',
  'mot',
  'einer',
  'einem',
  'un',
  'une',
  'una',
])
const AGO: ReadonlySet<string> = new Set(['truoc', 'ago'])
const SINCE: ReadonlySet<string> = new Set(['vor', 'hace'])

const IL_Y_A = ['il', 'y', 'a']

/** Two words each in Vietnamese and French; `il y a` is three. */
const PHRASES: readonly (readonly [words: readonly string[], daysAgo: number])[] = [
  [['hom', 'kia'], 2],
  [['hom', 'qua'], 1],
  [['hom', 'nay'], 0],
  [['yesterday'], 1],
  [['today'], 0],
  [['gestern'], 1],
  [['heute'], 0],
  [['hier'], 1],
  [['ayer'], 1],
]

const JUST_NOW: readonly (readonly string[])[] = [
  ['vua', 'xong'],
  ['just', 'now'],
]

/** Words that may open a relative date; all others are passed over at once. */
const OPENINGS: ReadonlySet<string> = new Set([
  ...ONE,
  ...SINCE,
  'il',
  ...PHRASES.flatMap(([words]) => words.slice(0, 1)),
  ...JUST_NOW.flatMap((words) => words.slice(0, 1)),
])

/**
 * Reads such a date at `index`, or undefined. `nowLocalMs` is the local time, written as if it were
 * UTC; most lines never ask for it.
 */
export function readRelative(
  tokens: readonly DateToken[],
  index: number,
  nowLocalMs: () => number,
): RelativeReading | undefined {
  const token = tokens[index]
  if (token === undefined || token.kind === 'mark') return undefined
  if (token.kind === 'number') return readSpan(tokens, index, nowLocalMs)
  if (!OPENINGS.has(token.text)) return undefined
  return readPhrase(tokens, index, nowLocalMs) ?? readSpan(tokens, index, nowLocalMs)
}

function readPhrase(
  tokens: readonly DateToken[],
  index: number,
  nowLocalMs: () => number,
): RelativeReading | undefined {
  const now = JUST_NOW.find((words) => stands(tokens, index, words))
  if (now !== undefined) return { localMs: nowLocalMs(), isDay: false, next: index + now.length }
  const phrase = PHRASES.find(([words]) => stands(tokens, index, words))
  if (phrase === undefined) return undefined
  const localMs = startOfDay(nowLocalMs() - phrase[1] * DAY_MS)
  return { localMs, isDay: true, next: index + phrase[0].length }
}

function stands(tokens: readonly DateToken[], index: number, words: readonly string[]): boolean {
  return words.every((word, step) => tokens[index + step]?.text === word)
}

/** `3 giờ trước`, `an hour ago`, `vor 3 Stunden`, `il y a 3 heures`. */
function readSpan(
  tokens: readonly DateToken[],
  index: number,
  nowLocalMs: () => number,
): RelativeReading | undefined {
  const lead = sinceLength(tokens, index)
  const count = countAt(tokens, index + lead)
  const unit = UNITS.get(tokens[index + lead + 1]?.text ?? '')
  if (count === undefined || unit === undefined) return undefined
  const isSaid = lead > 0 || tokenIn(tokens, index + 2, AGO) !== undefined
  if (!isSaid) return undefined
  const isDay = DURATION_MS[unit] >= DAY_MS
  const instant = nowLocalMs() - count * DURATION_MS[unit]
  return { localMs: isDay ? startOfDay(instant) : instant, isDay, next: index + (lead || 1) + 2 }
}

function sinceLength(tokens: readonly DateToken[], index: number): number {
  if (tokenIn(tokens, index, SINCE) !== undefined) return 1
  return stands(tokens, index, IL_Y_A) ? IL_Y_A.length : 0
}

function countAt(tokens: readonly DateToken[], index: number): number | undefined {
  return numberAt(tokens, index, [1, 4]) ?? (tokenIn(tokens, index, ONE) && 1)
}

function startOfDay(localMs: number): number {
  return Math.floor(localMs / DAY_MS) * DAY_MS
}
