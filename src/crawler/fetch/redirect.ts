/** Reads where a redirect leads, and whether for good. */

import { type FetchFailure, shown } from './fetch-outcome.ts'
import { retryAfterSeconds } from './retry-after.ts'

/** RFC 9110 section 15.4: which redirects hold for good. */
const IS_PERMANENT: ReadonlyMap<number, boolean> = new Map([
  [301, true],
  [302, false],
  [303, false],
  [307, false],
  [308, true],
])

/** A redirect that asks for a longer wait is not followed: a site in maintenance sends us away so. */
const WAIT_SECONDS_MAX = 30

export type Redirect = {
  redirectTo: string
  isPermanent: boolean
  /** Before it is followed: Retry-After of a redirect, RFC 9110 section 10.2.3. */
  waitSeconds: number
}

/** Undefined where `response` is no redirect, or one whose Location is missing or no address. */
export function redirectOf(
  response: Response,
  url: string,
  now: number | undefined,
): Redirect | { outcome: FetchFailure } | undefined {
  const isPermanent = IS_PERMANENT.get(response.status)
  const location = response.headers.get('location')
  if (isPermanent === undefined || location === null) return undefined
  const target = URL.parse(octetsAsText(location), url)
  if (target === null) return undefined
  target.hash = ''
  const waitSeconds = retryAfterSeconds(response.headers, now) ?? 0
  if (waitSeconds > WAIT_SECONDS_MAX) return { outcome: sentAway(response, url, waitSeconds) }
  return { redirectTo: target.href, isPermanent, waitSeconds }
}

function sentAway({ status }: Response, url: string, waitSeconds: number): FetchFailure {
  const message = `${shown(url)} redirects, but asks to come back in ${waitSeconds} s first.`
  return {
    ok: false,
    reason: 'busy',
    message,
    httpStatus: status,
    retryAfterSeconds: waitSeconds,
    url,
  }
}

/**
 * Servers send UTF-8 though the RFC wants it percent-encoded, and Node gives each octet as a
 * character: `tin-tá»©c` is `tin-tức`.
 */
function octetsAsText(location: string): string {
  const codes = [...location].map((character) => character.codePointAt(0) ?? 0)
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return location
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(codes))
  } catch {
    return location
  }
}
