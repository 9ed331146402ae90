/** Reads the dates of feeds: RFC 822 and its careless relatives, and ISO 8601. */

/** In UTF-16 code units; no date is longer. */
const DATE_LENGTH_MAX = 64

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Minutes east of UTC of the zones that RFC 822 names, and of those met in feeds. */
const ZONES: Readonly<Record<string, number>> = {
  cdt: -300,
  cest: 120,
  cet: 60,
  cst: -360,
  edt: -240,
  eest: 180,
  eet: 120,
  est: -300,
  gmt: 0,
  ict: 420,
  jst: 540,
  kst: 540,
  mdt: -360,
  mst: -420,
  pdt: -420,
  pst: -480,
  ut: 0,
  utc: 0,
  z: 0,
}

const ISO =
  /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[Tt ]\s?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?\s?(.*)$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[Tt](\d{2}):?(\d{2}):?(\d{2})?)?(.*)$/
const RFC_822 =
  /^(?:[a-z]{2,10}\.?,?\s{0,3})?(\d{1,2})[\s-]{1,3}([a-z]{3,9})\.?,?[\s-]{1,3}(\d{4}|\d{2})(?:,?\s{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s{0,3}(.*)$/i
/** As C's asctime writes it, with a zone here and there: `Tue Jul  9 10:03:00 +0700 2024`. */
const ASCTIME =
  /^[a-z]{3,9},?\s{1,3}([a-z]{3,9})\.?\s{1,3}(\d{1,2}),?\s{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?\s{1,3}(?:(\S{1,9})\s{1,3})?(\d{4})$/i

type Parts = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  zone: string
}

/** Returns `text` as ISO 8601 with its offset, UTC where it names none, or null for no date. */
export function parseFeedDate(text: string): string | null {
  const trimmed = text.trim().replace(/\s+/g, ' ')
  if (trimmed === '' || trimmed.length > DATE_LENGTH_MAX) return null
  const parts = isoParts(trimmed) ?? rfc822Parts(trimmed) ?? asctimeParts(trimmed)
  return parts === undefined ? null : written(parts)
}

function isoParts(text: string): Parts | undefined {
  const match = ISO.exec(text) ?? COMPACT.exec(text)
  if (match === null) return undefined
  const [, year, month, day = '1', hour = '0', minute = '0', second = '0', zone = ''] = match
  return numbered({ year, month: Number(month), day, hour, minute, second, zone })
}

function rfc822Parts(text: string): Parts | undefined {
  const match = RFC_822.exec(text)
  if (match === null) return undefined
  const [, day, month = '', year, hour = '0', minute = '0', second = '0', zone = ''] = match
  return numbered({ year, month: monthOf(month), day, hour, minute, second, zone })
}

function asctimeParts(text: string): Parts | undefined {
  const match = ASCTIME.exec(text)
  if (match === null) return undefined
  const [, month = '', day, hour, minute, second = '0', zone = '', year] = match
  return numbered({ year, month: monthOf(month), day, hour, minute, second, zone })
}

type Written = Record<'year' | 'day' | 'hour' | 'minute' | 'second', string | undefined>

function numbered(parts: Written & { month: number; zone: string }): Parts {
  return {
    year: fullYear(Number(parts.year)),
    month: parts.month,
    day: Number(parts.day),
    hour: Number(parts.hour),
    minute: Number(parts.minute),
    second: Number(parts.second),
    zone: parts.zone,
  }
}

/** RFC 2822 section 4.3: two digits below 50 are of this century. */
function fullYear(year: number): number {
  if (year >= 100) return year
  return year < 50 ? 2000 + year : 1900 + year
}

/** 1 for January; 0 for no month. English names, whole or cut, are all that feeds use. */
function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function written(parts: Parts): string | null {
  const offset = offsetOf(parts.zone)
  // The last day of the month before the next one.
  const daysInMonth = new Date(Date.UTC(parts.year, parts.month, 0)).getUTCDate()
  const inRange =
    parts.month >= 1 &&
    parts.month <= 12 &&
    parts.day >= 1 &&
    parts.day <= daysInMonth &&
    parts.hour < 24 &&
    parts.minute < 60 &&
    parts.second <= 60
  if (offset === undefined || !inRange) return null
  const date = `${pad(parts.year, 4)}-${pad(parts.month)}-${pad(parts.day)}`
  const time = `${pad(parts.hour)}:${pad(parts.minute)}:${pad(Math.min(parts.second, 59))}`
  return `${date}T${time}${offset}`
}

/** `+07:00` for a zone as written; undefined where it is none. */
function offsetOf(zone: string): string | undefined {
  const name = zone.replace(/\(.{0,60}\)$/, '').trim()
  if (name === '') return '+00:00'
  const named = ZONES[name.toLowerCase()]
  if (named !== undefined) return formatOffset(named)
  const match = /^(?:GMT|UTC)?\s?([+-])(\d{1,2}):?(\d{2})?$/i.exec(name)
  if (match === null) return undefined
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return minutes > 14 * 60 ? undefined : formatOffset(match[1] === '-' ? -minutes : minutes)
}

function formatOffset(minutes: number): string {
  const absolute = Math.abs(minutes)
  const sign = minutes < 0 ? '-' : '+'
  return `${sign}${pad(Math.floor(absolute / 60))}:${pad(absolute % 60)}`
}

function pad(figure: number, width = 2): string {
  return String(figure).padStart(width, '0')
}
