/** Dates and numbers as a reader of either language writes them. */

import type { Language } from './catalogue.ts'

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const

const HOUR_MINUTES = 60

/** Formatters are slow to make and few: one for each language and zone that was asked for. */
const TIMES = new Map<string, Intl.DateTimeFormat>()
const DAYS = new Map<string, Intl.DateTimeFormat>()
const NUMBERS = {
  vi: new Intl.NumberFormat(LOCALES.vi),
  en: new Intl.NumberFormat(LOCALES.en),
} as const

const SHARES = {
  vi: new Intl.NumberFormat(LOCALES.vi, { style: 'percent' }),
  en: new Intl.NumberFormat(LOCALES.en, { style: 'percent' }),
} as const

const DAY_PARTS = {
  vi: { day: '2-digit', month: '2-digit', year: 'numeric' },
  en: { day: 'numeric', month: 'long', year: 'numeric' },
} as const

/** `1.234` in Vietnamese, `1,234` in English. */
export function formatNumber(value: number, language: Language): string {
  return NUMBERS[language].format(value)
}

/** A share from 0 to 1 in whole percent: `87%`. */
export function formatShare(share: number, language: Language): string {
  return SHARES[language].format(share)
}

/** A wait of whole minutes, in hours from two hours on: `90 phút`, `24 giờ`; `90 minutes`, `24 hours`. */
export function formatMinutes(minutes: number, language: Language): string {
  const inHours = minutes >= 2 * HOUR_MINUTES
  const wait = {
    unit: inHours ? 'hour' : 'minute',
    value: inHours ? minutes / HOUR_MINUTES : minutes,
  }
  const style = { style: 'unit', unitDisplay: 'long', maximumFractionDigits: 0 } as const
  return new Intl.NumberFormat(LOCALES[language], { ...style, unit: wait.unit }).format(wait.value)
}

/**
 * Returns one of our own instants (ISO 8601, UTC) in `timezone` (IANA): `10:03, 09/07/2024` in
 * Vietnamese, `10:03, 9 July 2024` in English. What is no date is returned as it is.
 */
export function formatInstant(iso: string, language: Language, timezone: string): string {
  const instant = new Date(iso)
  if (Number.isNaN(instant.getTime())) return iso
  return `${timeFormat(language, timezone).format(instant)}, ${dayFormat(language, timezone).format(instant)}`
}

/**
 * Returns a publication date as its partner's readers saw it: in the offset that it states. One in
 * `Z` states none (RFC 9557, section 2.2) and is shown in `timezone`.
 */
export function formatPublication(iso: string, language: Language, timezone: string): string {
  if (iso.endsWith('Z')) return formatInstant(iso, language, timezone)
  // The wall-clock time, read as if it were UTC and shown as UTC, comes back unchanged.
  const wallClock = `${iso.slice(0, 'YYYY-MM-DDTHH:MM'.length)}Z`
  return Number.isNaN(Date.parse(wallClock)) ? iso : formatInstant(wallClock, language, 'UTC')
}

function timeFormat(language: Language, timeZone: string): Intl.DateTimeFormat {
  return remembered(TIMES, `${language} ${timeZone}`, () => {
    const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
    return new Intl.DateTimeFormat(LOCALES[language], { ...parts, timeZone })
  })
}

function dayFormat(language: Language, timeZone: string): Intl.DateTimeFormat {
  return remembered(DAYS, `${language} ${timeZone}`, () => {
    return new Intl.DateTimeFormat(LOCALES[language], { ...DAY_PARTS[language], timeZone })
  })
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}
