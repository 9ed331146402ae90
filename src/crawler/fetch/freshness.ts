/** Reads for how long an answer stays fresh: RFC 9111 section 4.2, as a private cache would. */

import { httpDate } from './http-date.ts'

/** RFC 9111 section 1.2.2: what is longer counts as this. */
const DELTA_SECONDS_MAX = 2 ** 31

/**
 * Seconds from now on in which the server says that asking again gives nothing new: Cache-Control's
 * `max-age` less Age, else Expires less Date and Age. Null where it says nothing, 0 where it is
 * stale or wants to be asked each time. `now`, in milliseconds, stands for a Date that is missing.
 */
export function freshSeconds(headers: Headers, now?: number): number | null {
  const directives = cacheControl(headers.get('cache-control') ?? '')
  if (directives.has('no-store') || directives.has('no-cache')) return 0
  const lifetime = directives.get('max-age') ?? lifetimeByExpires(headers, now)
  if (lifetime === null) return null
  return Math.max(0, lifetime - (deltaSeconds(headers.get('age') ?? '') ?? 0))
}

/** Names in lower case; a figure that cannot be read is 0, as section 4.2.1 advises. */
function cacheControl(value: string): Map<string, number> {
  const directives = new Map<string, number>()
  for (const part of value.split(',')) {
    const [name = '', figure = ''] = part.split('=', 2)
    const key = name.trim().toLowerCase()
    // Of two that contradict each other the first counts (section 4.2.1).
    if (!directives.has(key)) directives.set(key, deltaSeconds(figure.replaceAll('"', '')) ?? 0)
  }
  return directives
}

function lifetimeByExpires(headers: Headers, now: number | undefined): number | null {
  const expires = headers.get('expires')
  if (expires === null) return null
  const until = httpDate(expires)
  const from = httpDate(headers.get('date') ?? '') ?? now
  // Section 5.3: what is no date, "0" above all, means that it has expired.
  if (until === undefined) return 0
  return from === undefined ? null : Math.min(Math.floor((until - from) / 1000), DELTA_SECONDS_MAX)
}

function deltaSeconds(value: string): number | undefined {
  const figure = value.trim()
  return /^\d+$/.test(figure) ? Math.min(Number(figure), DELTA_SECONDS_MAX) : undefined
}
