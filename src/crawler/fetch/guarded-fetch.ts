/** The only way to the outside: fetches one address within every limit, judging each redirect anew. */

import { type GuardOptions, refusalOf } from './address-guard.ts'
import { causeOf } from './cause.ts'
import { ACCEPT } from './content-type.ts'
import { answerOf, type Reading, type ReadingLimits, timedOut } from './fetch-answer.ts'
import {
  type FetchExtras,
  type FetchFailure,
  type FetchKind,
  type FetchOutcome,
  failure,
  type Permit,
  shown,
} from './fetch-outcome.ts'
import { freshSeconds } from './freshness.ts'
import { discardBody } from './read-body.ts'
import { type Redirect, redirectOf } from './redirect.ts'
import { statusFailure } from './status-failure.ts'

export type FetchLimits = ReadingLimits & { redirectsMax: number }

const DEFAULT_LIMITS: FetchLimits = {
  timeoutMs: 15_000,
  pageBytesMax: 4 * 1024 * 1024,
  feedBytesMax: 8 * 1024 * 1024,
  /** Unpacked; sitemaps.org allows 50 MB. */
  sitemapBytesMax: 64 * 1024 * 1024,
  /** RFC 9309 section 2.5: at least 500 KiB. What follows is cut off, not refused. */
  robotsBytesMax: 500 * 1024,
  redirectsMax: 5,
}

export type FetchOptions = GuardOptions &
  FetchExtras & {
    fetch: typeof globalThis.fetch
    accept: FetchKind
    userAgent: string
    limits?: Partial<FetchLimits>
    permit?: Permit | undefined
    /** Milliseconds since the epoch: for dates in answers that carry no Date. */
    now?: (() => number) | undefined
  }

type Hop = Redirect | { outcome: FetchOutcome }

/** One request of a visit. */
type Request = { url: string; headers: Headers; permanentUrl: string | null }

/**
 * Fetches `address` and decodes it. Never throws for what the other side does: every way in which
 * it can go wrong is a named outcome. No cookies, no Referer; `etag` and `lastModified` are sent to
 * the address that gave them, not to where it redirects.
 */
export async function guardedFetch(address: string, options: FetchOptions): Promise<FetchOutcome> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const visited = new Set<string>()
  let next: Redirect = { redirectTo: address, isPermanent: true, waitSeconds: 0 }
  let permanentUrl: string | null = null
  for (;;) {
    const refused = refusal(next.redirectTo, address, options)
    if (refused !== undefined) return refused
    const url = withoutFragment(next.redirectTo)
    const lost = circleOf(url, visited, address) ?? excessOf(visited, limits, address)
    if (lost !== undefined) return lost
    visited.add(url)
    const denied = await denial(url, next.waitSeconds, options)
    if (denied !== undefined) return denied
    const headers = requestHeaders(url, address, options)
    const hop = await visit({ url, headers, permanentUrl }, options, limits)
    if ('outcome' in hop) return hop.outcome
    next = { ...hop, isPermanent: next.isPermanent && hop.isPermanent }
    if (next.isPermanent) permanentUrl = next.redirectTo
  }
}

function refusal(url: string, address: string, options: FetchOptions): FetchFailure | undefined {
  const reason = refusalOf(url, options)
  if (reason === undefined) return undefined
  const message =
    url === address
      ? `${shown(url)} is refused: ${reason}.`
      : `${shown(address)} redirects to ${shown(url)}, which is refused: ${reason}.`
  return failure('refused', message)
}

async function denial(
  url: string,
  waitSeconds: number,
  { permit }: FetchOptions,
): Promise<FetchFailure | undefined> {
  const denied = await permit?.(url, waitSeconds)
  return typeof denied === 'string' ? failure('refused', denied) : denied
}

function circleOf(
  url: string,
  visited: ReadonlySet<string>,
  address: string,
): FetchFailure | undefined {
  if (!visited.has(url)) return undefined
  return failure('redirect-loop', `${shown(address)} redirects in a circle, to ${shown(url)}.`)
}

function excessOf(
  visited: ReadonlySet<string>,
  { redirectsMax }: FetchLimits,
  address: string,
): FetchFailure | undefined {
  if (visited.size <= redirectsMax) return undefined
  const message = `${shown(address)} redirects more than ${redirectsMax} times.`
  return failure('too-many-redirects', message)
}

function withoutFragment(address: string): string {
  const url = new URL(address)
  url.hash = ''
  return url.href
}

function requestHeaders(url: string, address: string, options: FetchOptions): Headers {
  const headers = new Headers({
    accept: ACCEPT[options.accept],
    'user-agent': options.userAgent,
  })
  if (url !== withoutFragment(options.validatorsFrom ?? address)) return headers
  const { etag, lastModified } = options
  if (typeof etag === 'string') headers.set('if-none-match', etag)
  if (typeof lastModified === 'string') headers.set('if-modified-since', lastModified)
  return headers
}

async function visit(
  { url, headers, permanentUrl }: Request,
  options: FetchOptions,
  limits: FetchLimits,
): Promise<Hop> {
  // Taken out of its object: workerd's fetch refuses to be called as a method of another.
  const { fetch, accept, consume } = options
  const signal = AbortSignal.timeout(limits.timeoutMs)
  let response: Response
  try {
    response = await fetch(url, { headers, redirect: 'manual', signal })
  } catch (error) {
    if (signal.aborted) return { outcome: timedOut(url, limits) }
    const message = `${shown(url)} could not be reached: ${causeOf(error)}.`
    return { outcome: failure('unreachable', message) }
  }
  const request = { url, headers, permanentUrl }
  return await hopOf(response, request, {
    accept,
    limits,
    signal,
    permanentUrl,
    consume,
    now: options.now?.(),
  })
}

async function hopOf(response: Response, request: Request, reading: Reading): Promise<Hop> {
  const { url, headers, permanentUrl } = request
  // RFC 9309 section 2.3.1.1: any 2xx gives rules. A page is only in a 200, or a proxy's 203.
  const hasContent = response.status === 200 || response.status === 203
  if (hasContent || (response.ok && reading.accept === 'robots')) {
    return { outcome: await answerOf(response, url, reading) }
  }
  await discardBody(response)
  const redirect = redirectOf(response, url, reading.now)
  if (redirect !== undefined) return redirect
  // A 304 to a plain request is an error of the server: there is nothing that it could stand for.
  const isConditional = headers.has('if-none-match') || headers.has('if-modified-since')
  if (response.status !== 304 || !isConditional)
    return { outcome: statusFailure(response, url, reading.now) }
  const fresh = freshSeconds(response.headers, reading.now)
  return { outcome: { ok: true, status: 'not-modified', url, permanentUrl, freshSeconds: fresh } }
}
