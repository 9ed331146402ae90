/** Reads how long a server asks us to stay away. */

import { httpDate } from './http-date.ts'

/** Longer demands are honoured up to this; the schedule's own back-off ends there too. */
const RETRY_AFTER_SECONDS_MAX = 7 * 24 * 60 * 60

/**
 * Seconds to wait according to Retry-After (RFC 9110 section 10.2.3), 0 for a date that is past, null
 * where it is missing or malformed. A date is measured against the answer's own Date, for both come
 * from the same clock, or else against `now`, in milliseconds since the epoch.
 */
export function retryAfterSeconds(headers: Headers, now?: number): number | null {
  const value = headers.get('retry-after')?.trim() ?? ''
  const seconds = /^\d+$/.test(value) ? Number(value) : secondsUntil(value, headers, now)
  return seconds === null ? null : Math.min(seconds, RETRY_AFTER_SECONDS_MAX)
}

function secondsUntil(date: string, headers: Headers, now: number | undefined): number | null {
  const until = httpDate(date)
  const from = httpDate(headers.get('date') ?? '') ?? now
  if (until === undefined || from === undefined) return null
  return Math.max(0, Math.ceil((until - from) / 1000))
}
