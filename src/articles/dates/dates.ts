/** Reads publication dates as partners write them, Vietnamese and English first, into ISO 8601. */

import { readDay } from './calendar-day.ts'
import { type ClockReading, readClock } from './clock-time.ts'
import { type DateToken, dateTokens, mayHoldDate, numberAt, tokenIn } from './date-tokens.ts'
import { readRelative } from './relative-day.ts'
import { isoWithOffset, offsetAt, offsetAtLocal } from './timezone.ts'
import { readZone } from './zone-offset.ts'

export type DateOptions = {
  /** IANA name; the zone of a date that names none. */
  readonly timezone: string
  /** For relative dates, and because nothing is published in the future. */
  readonly now: Date
  /** `09/07/2024` is in July. */
  readonly dayFirst: boolean
}

export type FoundDate = { readonly iso: string; readonly start: number; readonly end: number }

/** In UTF-16 code units. A field that holds a date is short; a longer one holds something else. */
const FIELD_LENGTH_MAX = 300

/** Before the web; a date on a page that claims to be older is a misreading. */
const YEAR_MIN = 1990

const EPOCH_MIN_MS = Date.UTC(YEAR_MIN)

const MINUTE_MS = 60_000

/** Partners' clocks and zones are wrong, but not by more than a day. */
const FUTURE_MAX_MS = 24 * 60 * MINUTE_MS

/** Unix time, in seconds or milliseconds. */
const EPOCH = /^[1-9]\d{9}(?:\d{3})?$/

/** What may stand between a day and its time: weekdays, "at", marks. Folded. */
const FILLERS: ReadonlySet<string> = new Set(
  [
    ', - – — | • · . ( ) @ / [ ] ; :',
    'at on um a la las le luc vao ngay date time',
    'thu hai ba tu nam sau bay chu nhat t cn',
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun',
    'montag dienstag mittwoch donnerstag freitag samstag sonntag',
    'lundi mardi mercredi jeudi vendredi samedi dimanche',
    'lunes martes miercoles jueves viernes sabado domingo',
  ].flatMap((words) => words.split(' ')),
)

/** Longer bridges join a date with somebody else's time. */
const FILLERS_MAX = 6

const WEEKDAY: ReadonlySet<string> = new Set(['thu', 't'])

/** What stands before the year of a copyright line. */
const COPYRIGHT: ReadonlySet<string> = new Set(['©', 'copyright'])

/** The same few lines of a page are asked for by several fields; options are made once a page. */
const LINES_MAX = 500
const linesRead = new WeakMap<DateOptions, Map<string, FoundDate | null>>()

type Moment = {
  /** The local time meant, written as if it were UTC. */
  readonly localMs: number
  /** Midnight, until a time is found beside it. */
  readonly isDay: boolean
  readonly next: number
  readonly clock?: ClockReading
}

type Clock = { readonly reading: ClockReading; readonly index: number }

/**
 * Returns the date that `text` (an attribute, a meta tag, a short line) gives, in ISO 8601 with
 * the offset that the text names, else that of `options.timezone` on that day; midnight where it
 * gives no time. Null where it gives none, or one before 1990 or more than a day ahead of `now`.
 */
export function parseDate(text: string, options: DateOptions): string | null {
  const field = text.trim()
  if (field.length > FIELD_LENGTH_MAX) return null
  if (EPOCH.test(field))
    return parseEpoch(Number(field) * (field.length === 10 ? 1_000 : 1), options)
  return findDate(field, options)?.iso ?? null
}

/**
 * Finds the first date inside a visible line, such as `Ngày đăng: 10:03 AM, 09/07/2024 - …`.
 * `start` and `end` enclose day and time, in UTF-16 code units of `line`; see parseDate for the rest.
 */
export function findDate(line: string, options: DateOptions): FoundDate | null {
  if (!mayHoldDate(line)) return null
  const read = linesRead.get(options) ?? new Map<string, FoundDate | null>()
  linesRead.set(options, read)
  const known = read.get(line)
  if (known !== undefined) return known
  const found = readLine(line, options)
  if (read.size < LINES_MAX) read.set(line, found)
  return found
}

function readLine(line: string, options: DateOptions): FoundDate | null {
  const tokens = dateTokens(line)
  const nowMs = options.now.getTime()
  const nowLocalMs = () => nowMs + offsetAt(nowMs, options.timezone) * MINUTE_MS
  let earlier: Clock | undefined
  let index = 0
  while (index < tokens.length && !COPYRIGHT.has(tokens[index]?.text ?? '')) {
    const moment = readMoment(tokens, index, nowLocalMs, options.dayFirst)
    const clock = moment && clockBeside(tokens, { index, moment, earlier })
    const iso = moment && toIso(moment, clock?.reading, options)
    if (iso) return { iso, ...spanOf(tokens, index, moment.next, clock) }
    const reading = moment === undefined ? readClock(tokens, index) : undefined
    if (reading !== undefined) earlier = { reading, index }
    index = moment?.next ?? reading?.next ?? index + 1
  }
  return null
}

function readMoment(
  tokens: readonly DateToken[],
  index: number,
  nowLocalMs: () => number,
  dayFirst: boolean,
): Moment | undefined {
  const found = readDay(tokens, index, dayFirst)
  if (found === undefined) return readRelative(tokens, index, nowLocalMs)
  const { year, month, day } = found.day
  return { ...found, localMs: Date.UTC(year, month - 1, day), isDay: true }
}

/** The time that belongs to a day: read inside it, right before it, or right after it. */
function clockBeside(
  tokens: readonly DateToken[],
  { index, moment, earlier }: { index: number; moment: Moment; earlier: Clock | undefined },
): Clock | undefined {
  if (!moment.isDay) return undefined
  if (moment.clock !== undefined) return { reading: moment.clock, index }
  if (earlier !== undefined && pastFillers(tokens, earlier.reading.next, index) === index) {
    return inZoneBehind(tokens, earlier, moment.next)
  }
  for (let at = moment.next; at <= moment.next + FILLERS_MAX; at += 1) {
    const reading = readClock(tokens, at)
    if (reading !== undefined) return { reading, index: at }
    if (pastFillers(tokens, at, at + 1) === at) return undefined
  }
  return undefined
}

/** `10:03 09/07/2024 (GMT+7)`: a bare figure there would be anything. */
function inZoneBehind(tokens: readonly DateToken[], clock: Clock, next: number): Clock {
  const isNamed = tokens[next]?.kind === 'word' || tokens[next]?.text === '('
  if (clock.reading.offsetMinutes !== undefined || !isNamed) return clock
  const zone = readZone(tokens, next, false)
  return zone === undefined ? clock : { ...clock, reading: { ...clock.reading, ...zone } }
}

/** Where the fillers that start at `index` end: at `end`, or before. */
function pastFillers(tokens: readonly DateToken[], index: number, end: number): number {
  if (end - index > FILLERS_MAX) return index
  let at = index
  while (at < end && isFiller(tokens, at)) at += 1
  return at
}

/** `Thứ 3` and `T3` are weekdays, too. */
function isFiller(tokens: readonly DateToken[], index: number): boolean {
  if (FILLERS.has(tokens[index]?.text ?? '')) return true
  const day = numberAt(tokens, index, [1, 1]) ?? 0
  return day >= 2 && day <= 7 && tokenIn(tokens, index - 1, WEEKDAY) !== undefined
}

function toIso(
  moment: Moment,
  clock: ClockReading | undefined,
  { timezone, now }: DateOptions,
): string | undefined {
  const { hours = 0, minutes = 0, seconds = 0 } = clock ?? {}
  const localMs = moment.localMs + ((hours * 60 + minutes) * 60 + seconds) * 1_000
  const offset = clock?.offsetMinutes ?? offsetAtLocal(localMs, timezone)
  const isFuture = localMs - offset * MINUTE_MS > now.getTime() + FUTURE_MAX_MS
  if (isFuture || new Date(localMs).getUTCFullYear() < YEAR_MIN) return undefined
  return isoWithOffset(localMs, offset)
}

function spanOf(
  tokens: readonly DateToken[],
  index: number,
  next: number,
  clock: Clock | undefined,
): { start: number; end: number } {
  const first = Math.min(index, clock?.index ?? index)
  const last = Math.max(next, clock?.reading.next ?? next) - 1
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 }
}

function parseEpoch(instantMs: number, { timezone, now }: DateOptions): string | null {
  const offset = offsetAt(instantMs, timezone)
  const isPossible = instantMs <= now.getTime() + FUTURE_MAX_MS && instantMs >= EPOCH_MIN_MS
  return isPossible ? isoWithOffset(instantMs + offset * MINUTE_MS, offset) : null
}
