/** Reads how long a server asks us to stay away. */

/** Longer demands are honoured up to this; the schedule's own back-off ends there too. */
const RETRY_AFTER_SECONDS_MAX = 7 * 24 * 60 * 60

/**
 * Seconds to wait according to Retry-After (RFC 9110 section 10.2.3), or null where it is missing
 * or malformed. A date is measured against the answer's own Date: both come from the same clock.
 */
export function retryAfterSeconds(headers: Headers): number | null {
  const value = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,10}$/.test(value)) return Math.min(Number(value), RETRY_AFTER_SECONDS_MAX)
  const waitMs = Date.parse(value) - Date.parse(headers.get('date') ?? '')
  if (Number.isNaN(waitMs)) return null
  return Math.min(Math.max(0, Math.ceil(waitMs / 1000)), RETRY_AFTER_SECONDS_MAX)
}
