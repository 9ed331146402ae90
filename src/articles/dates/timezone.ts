/** Says how far from UTC the clocks of an IANA time zone are, and writes local times with it. */

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** Partners live in few zones; a formatter costs some 50 µs to make and a few kB to keep. */
const FORMATS_MAX = 50

/** The same few days are asked for again and again on a page; a formatter takes some 2 µs. */
const OFFSETS_MAX = 500

const offsets = new Map<string, number>()

const formats = new Map<string, Intl.DateTimeFormat | undefined>()

/** Whether the runtime knows the IANA time zone `name`. */
export function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

/**
 * Returns the minutes east of UTC of clocks in `timezone` when they show `localMs`, a local time
 * written as if it were UTC. In the hour that DST repeats, the first; in the one it skips, the
 * offset before. A zone that the runtime does not know counts as UTC.
 */
export function offsetAtLocal(localMs: number, timezone: string): number {
  const before = offsetAt(localMs - DAY_MS, timezone)
  if (offsetAt(localMs - before * MINUTE_MS, timezone) === before) return before
  const after = offsetAt(localMs + DAY_MS, timezone)
  return offsetAt(localMs - after * MINUTE_MS, timezone) === after ? after : before
}

/** Returns the minutes east of UTC of clocks in `timezone` at an instant; 0 for an unknown zone. */
export function offsetAt(instantMs: number, timezone: string): number {
  const key = `${timezone} ${instantMs}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size >= OFFSETS_MAX) offsets.clear()
  const offset = writtenOffset(instantMs, timezone)
  offsets.set(key, offset)
  return offset
}

function writtenOffset(instantMs: number, timezone: string): number {
  const written = formatOf(timezone)?.format(instantMs) ?? ''
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(written) ?? []
  const distance = Number(hours) * 60 + Number(minutes)
  return sign === '-' ? -distance : distance
}

/** Returns `2024-07-09T10:03:00+07:00` for a local time and its offset. */
export function isoWithOffset(localMs: number, offsetMinutes: number): string {
  const local = new Date(localMs).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)
  const distance = Math.abs(offsetMinutes)
  const hours = String(Math.floor(distance / 60)).padStart(2, '0')
  const minutes = String(distance % 60).padStart(2, '0')
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${hours}:${minutes}`
}

/** Returns the same instant as `iso`, as clocks in `timezone` show it. */
export function writtenIn(timezone: string, iso: string): string {
  const instantMs = Date.parse(iso)
  const offset = offsetAt(instantMs, timezone)
  return isoWithOffset(instantMs + offset * MINUTE_MS, offset)
}

function formatOf(timezone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(timezone)) {
    if (formats.size >= FORMATS_MAX) formats.clear()
    formats.set(timezone, createFormat(timezone))
  }
  return formats.get(timezone)
}

/** There is no way to ask whether a zone exists, aliases included, but to try. */
function createFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  } catch {
    return undefined
  }
}
