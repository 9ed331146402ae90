/** Reads the time behind the day of a feed's date, and the zone behind the time. */

import { zoneMinutes } from './feed-date-zone.ts'

export type ClockFigures = {
  /** From midnight; a day and more where the time is `24:00`. */
  readonly seconds: number
  /** East of UTC; 0 where no zone is named. */
  readonly offsetMinutes: number
}

const HOUR_SECONDS = 3_600
const DAY_SECONDS = 86_400

const HALF = String.raw`(?:([ap])\.?m\.?)?`
/** `10:03`, `T10:03:00.5`, `at 10:03 pm`, `pm 10:03`; figures without marks after a T only. */
const MARKED = new RegExp(
  String.raw`^(?:\s?t|,)?\s?(?:at\s|-\s)?${HALF}\s?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,](\d{1,12}))?\s?${HALF}(?!\d)(.*)$`,
)
const BARE = /^\s?t?(\d{2})(?:(\d{2})(\d{2})?)?(?:[.,](\d{1,12}))?(?!\d)(.*)$/

/** `rest` is what follows the day, in lower case; undefined where it is no time and no zone. */
export function readClock(rest: string): ClockFigures | undefined {
  const marked = MARKED.exec(rest)
  if (marked !== null) {
    const [, before, hour, minute, second, fraction, after, zone] = marked
    return clockOf({ hour: inDay(Number(hour), before ?? after), minute, second, fraction, zone })
  }
  const bare = /^\s?t|^\d{6}$/.test(rest) ? BARE.exec(rest) : null
  if (bare !== null) {
    const [, hour, minute, second, fraction, zone] = bare
    return clockOf({ hour: Number(hour), minute, second, fraction, zone })
  }
  // A letter of the military is a zone behind a time only.
  if (/^\s?[a-y]$/.test(rest)) return undefined
  return clockOf({ hour: 0, minute: '0', second: '0', fraction: undefined, zone: rest })
}

/** ISO 8601:2004 section 4.2.2.4: a fraction is one of the smallest unit that is written. */
function clockOf(written: {
  hour: number
  minute: string | undefined
  second: string | undefined
  fraction: string | undefined
  zone: string | undefined
}): ClockFigures | undefined {
  const offsetMinutes = zoneMinutes((written.zone ?? '').trim())
  const minute = Number(written.minute ?? 0)
  const second = Number(written.second ?? 0)
  const unit = written.minute === undefined ? HOUR_SECONDS : written.second === undefined ? 60 : 1
  const fraction = Math.floor(Number(`0.${written.fraction ?? 0}`) * unit)
  // A leap second is the last one before it.
  const seconds = written.hour * HOUR_SECONDS + minute * 60 + Math.min(second, 59) + fraction
  const isTime = written.hour >= 0 && minute < 60 && second <= 60 && seconds <= DAY_SECONDS
  return offsetMinutes === undefined || !isTime ? undefined : { seconds, offsetMinutes }
}

/** Of twelve hours, where the half of the day is named; -1 for an hour that has no such half. */
function inDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (hour > 12 || hour === 0) return half === 'p' || hour === 0 ? hour : -1
  return (hour % 12) + (half === 'p' ? 12 : 0)
}
