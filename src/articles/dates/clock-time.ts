/** Reads a time of day and its zone out of tokens: `10:03 AM`, `22h30`, `10 giờ sáng`, `10:03 (GMT+7)`. */

import { type DateToken, numberAt, tokenIn } from './date-tokens.ts'
import { readZone } from './zone-offset.ts'

export type ClockReading = {
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
  /** East of UTC; undefined where the text names no zone. */
  readonly offsetMinutes: number | undefined
  readonly next: number
}

type Clock = Pick<ClockReading, 'hours' | 'minutes' | 'seconds' | 'next'>

const COLON: ReadonlySet<string> = new Set([':'])
const DOT: ReadonlySet<string> = new Set(['.'])
const FRACTION: ReadonlySet<string> = new Set(['.', ','])
const HOUR_WORDS: ReadonlySet<string> = new Set(['h', 'g', 'gio', 'uhr'])
const MINUTE_WORDS: ReadonlySet<string> = new Set(['phut', 'p', 'ph', 'm', 'min'])
const MERIDIEM_LETTERS: ReadonlySet<string> = new Set(['a', 'p'])
const MERIDIEM_END: ReadonlySet<string> = new Set(['m'])

/** As written, for `tôi` (I) is not `tối` (evening). `sa`, `ch`: sáng, chiều. */
const DAY_PARTS: ReadonlyMap<string, 'morning' | 'noon' | 'afternoon' | 'night'> = new Map([
  ['am', 'morning'],
  ['sa', 'morning'],
  ['sáng', 'morning'],
  ['trưa', 'noon'],
  ['pm', 'afternoon'],
  ['ch', 'afternoon'],
  ['chiều', 'afternoon'],
  ['tối', 'afternoon'],
  ['đêm', 'night'],
])

/** Reads the time of day that starts at `index`, with the zone behind it, or undefined. */
export function readClock(tokens: readonly DateToken[], index: number): ClockReading | undefined {
  const start = index + (tokens[index]?.text === 't' && tokens[index + 1]?.spaced === false ? 1 : 0)
  if (tokens[start]?.kind !== 'number') return undefined
  const read = readColons(tokens, start) ?? readHourWord(tokens, start) ?? readBare(tokens, start)
  const clock = read ?? (start > index ? readCompact(tokens, start) : undefined)
  if (clock === undefined || clock.hours > 23 || clock.minutes > 59) return undefined
  const zone = readZone(tokens, clock.next, start > index)
  const seconds = Math.min(clock.seconds, 59) // a leap second
  const next = zone?.next ?? clock.next
  return { ...clock, seconds, offsetMinutes: zone?.offsetMinutes, next }
}

/** `10:03`, `10:03:59.123 PM`. */
function readColons(tokens: readonly DateToken[], index: number): Clock | undefined {
  const hours = numberAt(tokens, index, [1, 2])
  const minutes = colonNumber(tokens, index + 1)
  if (hours === undefined || minutes === undefined) return undefined
  const seconds = colonNumber(tokens, index + 3)
  const end = pastFraction(tokens, seconds === undefined ? index + 3 : index + 5)
  return withDayPart(tokens, { hours, minutes, seconds: seconds ?? 0, next: end })
}

function colonNumber(tokens: readonly DateToken[], index: number): number | undefined {
  const colon = tokenIn(tokens, index, COLON)
  return colon === undefined ? undefined : numberAt(tokens, index + 1, [2, 2])
}

function pastFraction(tokens: readonly DateToken[], index: number): number {
  const mark = tokenIn(tokens, index, FRACTION)
  const digits = tokens[index + 1]
  const isFraction = mark?.spaced === false && digits?.kind === 'number' && !digits.spaced
  return isFraction ? index + 2 : index
}

/** `22h`, `22h30`, `10 giờ 03 phút sáng`, `14 Uhr`. */
function readHourWord(tokens: readonly DateToken[], index: number): Clock | undefined {
  const hours = numberAt(tokens, index, [1, 2])
  if (hours === undefined || tokenIn(tokens, index + 1, HOUR_WORDS) === undefined) return undefined
  const minutes = numberAt(tokens, index + 2, [2, 2])
  if (minutes === undefined || tokens[index + 3]?.text === '/') {
    return withDayPart(tokens, { hours, minutes: 0, seconds: 0, next: index + 2 })
  }
  const isNamed = tokenIn(tokens, index + 3, MINUTE_WORDS) !== undefined
  return withDayPart(tokens, { hours, minutes, seconds: 0, next: index + (isNamed ? 4 : 3) })
}

/** `10 pm`, `10.03 am`: only with the part of the day, for else it is any number. */
function readBare(tokens: readonly DateToken[], index: number): Clock | undefined {
  const hours = numberAt(tokens, index, [1, 2])
  if (hours === undefined) return undefined
  const dotted = tokenIn(tokens, index + 1, DOT) && numberAt(tokens, index + 2, [2, 2])
  const next = index + (dotted === undefined ? 1 : 3)
  const clock = withDayPart(tokens, { hours, minutes: dotted ?? 0, seconds: 0, next })
  return clock.next === next ? undefined : clock
}

/** `100300`, `1003`: only after the `T` of ISO 8601. */
function readCompact(tokens: readonly DateToken[], index: number): Clock | undefined {
  const digits = tokens[index]?.text ?? ''
  if (!/^(?:\d{4}|\d{6})$/.test(digits)) return undefined
  const [hours, minutes, seconds] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2)))
  const clock = { hours: hours ?? 0, minutes: minutes ?? 0, seconds: seconds ?? 0 }
  return { ...clock, next: pastFraction(tokens, index + 1) }
}

function withDayPart(tokens: readonly DateToken[], clock: Clock): Clock {
  const part = DAY_PARTS.get(tokens[clock.next]?.raw ?? '')
  if (part !== undefined) {
    return { ...clock, hours: hoursOf(clock.hours, part), next: clock.next + 1 }
  }
  const letter = tokenIn(tokens, clock.next, MERIDIEM_LETTERS)
  const isSpelled =
    tokenIn(tokens, clock.next + 1, DOT) && tokenIn(tokens, clock.next + 2, MERIDIEM_END)
  if (letter === undefined || isSpelled === undefined) return clock
  const next = clock.next + (tokenIn(tokens, clock.next + 3, DOT) === undefined ? 3 : 4)
  return {
    ...clock,
    hours: hoursOf(clock.hours, letter.text === 'a' ? 'morning' : 'afternoon'),
    next,
  }
}

/** `22:03 PM` is written, too: an hour past noon stays what it is. */
function hoursOf(hours: number, part: 'morning' | 'noon' | 'afternoon' | 'night'): number {
  if (part === 'morning') return hours === 12 ? 0 : hours
  if (part === 'afternoon') return hours < 12 ? hours + 12 : hours
  if (part === 'noon') return hours < 4 ? hours + 12 : hours
  if (hours === 12) return 0
  return hours >= 6 && hours < 12 ? hours + 12 : hours
}
