/** Reads the three forms of a date in HTTP: RFC 9110 section 5.6.7. */

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** `Sun, 06 Nov 1994 08:49:37 GMT`, and what people write for it: no weekday, `UTC`, no zone. */
const FIXDATE =
  /^(?:[a-z]{3,9}, ?)?(\d{1,2}) ([a-z]{3}) (\d{4}) (\d\d):(\d\d):(\d\d)(?: (?:gmt|utc))?$/
/** `Sunday, 06-Nov-94 08:49:37 GMT`; cookies made the form with four figures common. */
const RFC_850 = /^[a-z]{3,9}, ?(\d\d)-([a-z]{3})-(\d{2}|\d{4}) (\d\d):(\d\d):(\d\d) (?:gmt|utc)$/
/** `Sun Nov  6 08:49:37 1994`, in UTC though it does not say so. */
const ASCTIME = /^[a-z]{3} ([a-z]{3}) {1,2}(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4})$/

/**
 * Milliseconds since the epoch, or undefined for what is no date. A year of two figures is one
 * that lies at most 50 years after 2020.
 */
export function httpDate(text: string): number | undefined {
  const value = text.trim().toLowerCase()
  const dated = FIXDATE.exec(value) ?? RFC_850.exec(value)
  if (dated !== null) {
    const [, day, month, year, ...time] = dated
    return instantOf({ year, month, day, time })
  }
  const [, month, day, hours, minutes, seconds, year] = ASCTIME.exec(value) ?? []
  return instantOf({ year, month, day, time: [hours, minutes, seconds] })
}

type Parts = {
  year: string | undefined
  month: string | undefined
  day: string | undefined
  time: (string | undefined)[]
}

function instantOf({ year = '', month = '', day, time }: Parts): number | undefined {
  const [hours, minutes, seconds] = time.map(Number)
  const monthIndex = MONTHS.indexOf(month)
  if (monthIndex < 0 || Number(day) > 31) return undefined
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 60) return undefined
  return Date.UTC(fullYear(year), monthIndex, Number(day), hours, minutes, seconds)
}

function fullYear(year: string): number {
  if (year.length === 4) return Number(year)
  return Number(year) + (Number(year) > 70 ? 1900 : 2000)
}
