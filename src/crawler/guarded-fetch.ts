/** The only way to the outside: fetches one address within every limit, judging each redirect anew. */

import { type GuardOptions, refusalOf } from './address-guard.ts'
import { ACCEPT } from './content-type.ts'
import { answerOf, type Reading, type ReadingLimits, timedOut } from './fetch-answer.ts'
import {
  type FetchFailure,
  type FetchKind,
  type FetchOutcome,
  failure,
  shown,
  type Validators,
} from './fetch-outcome.ts'
import { discardBody } from './read-body.ts'
import { retryAfterSeconds } from './retry-after.ts'

export type FetchLimits = ReadingLimits & { redirectsMax: number }

const DEFAULT_LIMITS: FetchLimits = {
  timeoutMs: 15_000,
  pageBytesMax: 4 * 1024 * 1024,
  feedBytesMax: 8 * 1024 * 1024,
  /** RFC 9309 section 2.5: at least 500 KiB. What follows is cut off, not refused. */
  robotsBytesMax: 500 * 1024,
  redirectsMax: 5,
}

const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308])

export type FetchOptions = GuardOptions & {
  fetch: typeof globalThis.fetch
  accept: FetchKind
  /** Sent as they came: If-None-Match and If-Modified-Since. */
  validators?: Validators | undefined
  userAgent: string
  limits?: Partial<FetchLimits>
  /** Asked before each hop; a sentence refuses it. May wait: its time is not the server's. */
  permit?: ((url: string) => Promise<string | undefined>) | undefined
}

type Hop = { redirectTo: string } | { outcome: FetchOutcome }

/**
 * Fetches `address` and decodes it. Never throws for what the other side does: every way in which
 * it can go wrong is a named outcome. No cookies, no Referer.
 */
export async function guardedFetch(address: string, options: FetchOptions): Promise<FetchOutcome> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const visited = new Set<string>()
  let url = address
  for (;;) {
    const refused = await refusal(url, address, options)
    if (refused !== undefined) return failure('refused', refused)
    url = withoutFragment(url)
    if (visited.has(url)) {
      return failure('redirect-loop', `${shown(address)} redirects in a circle, to ${shown(url)}.`)
    }
    visited.add(url)
    if (visited.size > limits.redirectsMax + 1) {
      const message = `${shown(address)} redirects more than ${limits.redirectsMax} times.`
      return failure('too-many-redirects', message)
    }
    const hop = await visit(url, options, limits)
    if ('outcome' in hop) return hop.outcome
    url = hop.redirectTo
  }
}

async function refusal(
  url: string,
  address: string,
  options: FetchOptions,
): Promise<string | undefined> {
  const reason = refusalOf(url, options)
  if (reason === undefined) return options.permit?.(withoutFragment(url))
  return url === address
    ? `${shown(url)} is refused: ${reason}.`
    : `${shown(address)} redirects to ${shown(url)}, which is refused: ${reason}.`
}

function withoutFragment(address: string): string {
  const url = new URL(address)
  url.hash = ''
  return url.href
}

async function visit(url: string, options: FetchOptions, limits: FetchLimits): Promise<Hop> {
  // Taken out of its object: workerd's fetch refuses to be called as a method of another.
  const { fetch } = options
  const signal = AbortSignal.timeout(limits.timeoutMs)
  try {
    const headers = requestHeaders(options)
    const response = await fetch(url, { headers, redirect: 'manual', signal })
    return await hopOf(response, url, options, { accept: options.accept, limits, signal })
  } catch (error) {
    if (signal.aborted) return { outcome: timedOut(url, limits) }
    const message = `${shown(url)} could not be reached: ${causeOf(error)}.`
    return { outcome: failure('unreachable', message) }
  }
}

function requestHeaders(options: FetchOptions): Headers {
  const headers = new Headers({
    accept: ACCEPT[options.accept],
    'user-agent': options.userAgent,
  })
  const { etag, lastModified } = options.validators ?? { etag: null, lastModified: null }
  if (etag !== null) headers.set('if-none-match', etag)
  if (lastModified !== null) headers.set('if-modified-since', lastModified)
  return headers
}

/** A 304 to a plain request is an error of the server: there is nothing that it could stand for. */
function isConditional({ validators }: FetchOptions): boolean {
  return validators !== undefined && (validators.etag ?? validators.lastModified) !== null
}

async function hopOf(
  response: Response,
  url: string,
  options: FetchOptions,
  reading: Reading,
): Promise<Hop> {
  if (response.ok) return { outcome: await answerOf(response, url, reading) }
  await discardBody(response)
  const location = response.headers.get('location')
  if (REDIRECT_STATUSES.has(response.status) && location !== null) {
    if (URL.canParse(location, url)) return { redirectTo: new URL(location, url).href }
  }
  if (response.status === 304 && isConditional(options)) {
    return { outcome: { ok: true, status: 'not-modified', url } }
  }
  return { outcome: failureOf(response, url) }
}

function failureOf(response: Response, url: string): FetchFailure {
  const { status } = response
  const message = `${shown(url)} answered ${status}.`
  if (status === 404 || status === 410) return failure('gone', message, status)
  if (status === 429 || status === 503) {
    const retryAfter = retryAfterSeconds(response.headers)
    return { ok: false, reason: 'busy', message, httpStatus: status, retryAfterSeconds: retryAfter }
  }
  return failure(status >= 400 && status < 500 ? 'client-error' : 'server-error', message, status)
}

/** `fetch failed` says nothing; the cause behind it names the broken step. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  const cause = error.cause
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message
}
