/** Fetches an origin's robots.txt and reduces the answer to what may be kept for a day. */

import { type FetchFailure, type FetchOutcome, failure } from '../fetch/fetch-outcome.ts'

/** `status` is the HTTP status, 0 where the host gave none; see `robotsFromStatus`. */
export type RobotsFile = { status: number; body: string }

/** RFC 9309 section 2.3.1.2: after too many redirects the file counts as unavailable. */
const LOST_STATUS = 310

/** Where the robots.txt of `origin` is, whatever page of it is asked for. */
export function robotsAddress(origin: string): string {
  return new URL('/robots.txt', origin).href
}

export function robotsFileOf(outcome: FetchOutcome): RobotsFile {
  if (outcome.ok) return { status: 200, body: outcome.status === 'modified' ? outcome.body : '' }
  const isLost = outcome.reason === 'redirect-loop' || outcome.reason === 'too-many-redirects'
  return { status: isLost ? LOST_STATUS : (outcome.httpStatus ?? 0), body: '' }
}

/**
 * RFC 9309 section 2.3.1.4: where an origin's robots.txt cannot be had, none of its pages is fetched.
 * That is no refusal, but an outage: it passes. `status` as in `RobotsFile`.
 */
export function robotsOutage(url: string, status: number): FetchFailure {
  const said = status === 0 ? 'did not answer' : `answered ${status}`
  const message = `${robotsAddress(url)} ${said}: until it gives its rules, nothing there is fetched.`
  if (status === 0) return failure('unreachable', message)
  if (status !== 429 && status !== 503) return failure('server-error', message, status)
  return { ok: false, reason: 'busy', message, httpStatus: status, retryAfterSeconds: null }
}
