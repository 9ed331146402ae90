/** Sends a form to a hub, through the same guard as every fetch, and says what the answer means. */

import { type GuardOptions, refusalOf } from './address-guard.ts'
import { causeOf } from './cause.ts'
import { shown } from './fetch-outcome.ts'
import { discardBody, readBody } from './read-body.ts'
import { retryAfterSeconds } from './retry-after.ts'

const TIMEOUT_MS = 15_000
const REDIRECTS_MAX = 5
/** Of an answer, what is read for its reason, and what operators are shown of it. */
const ANSWER_BYTES_MAX = 2_048
const REASON_LENGTH_MAX = 200

/** W3C WebSub section 5.1: the two that keep the method and the form. */
const REDIRECTS: ReadonlySet<number> = new Set([307, 308])
/** 4xx that say "not now" rather than "no". */
const PASSING: ReadonlySet<number> = new Set([408, 421, 425, 429])

export type PostOptions = GuardOptions & {
  fetch: typeof globalThis.fetch
  userAgent: string
  /** For each hop. */
  timeoutMs?: number | undefined
  /** Called before each hop, with its address; may wait. What it gives ends the request. */
  permit: (url: string) => Promise<{ until: number } | undefined>
}

export type PostOutcome =
  /** It will see to it. */
  | { kind: 'accepted' }
  /** It said no, or must not be asked: the same again would be answered the same. */
  | { kind: 'denied'; message: string }
  /** It may do better later. */
  | { kind: 'failed'; message: string; retryAfterSeconds: number | null }
  /** It was not asked: not before `until`, Unix milliseconds, says `permit`. */
  | { kind: 'waiting'; until: number }

/**
 * Posts `form` (application/x-www-form-urlencoded) to `address`. Never throws for what the other
 * side does. Every message is one English sentence.
 */
export async function guardedPost(
  address: string,
  form: string,
  options: PostOptions,
): Promise<PostOutcome> {
  let url = address
  for (let hops = 0; hops <= REDIRECTS_MAX; hops += 1) {
    const refusal = refusalOf(url, options)
    if (refusal !== undefined) {
      return { kind: 'denied', message: `${shown(url)} is refused: ${refusal}.` }
    }
    const waiting = await options.permit(url)
    if (waiting !== undefined) return { kind: 'waiting', until: waiting.until }
    const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS)
    const response = await post(url, form, options, signal)
    if (typeof response === 'string') return failed(response)
    const target = redirectTarget(response, url)
    if (target === undefined) return await verdict(response, url, signal)
    await discardBody(response)
    url = target
  }
  return failed(`${shown(address)} redirects more than ${REDIRECTS_MAX} times.`)
}

/** The answer, or one sentence on why there is none. */
async function post(
  url: string,
  form: string,
  { fetch, userAgent }: PostOptions,
  signal: AbortSignal,
): Promise<Response | string> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'user-agent': userAgent,
  }
  try {
    return await fetch(url, { method: 'POST', headers, body: form, redirect: 'manual', signal })
  } catch (error) {
    return signal.aborted
      ? `${shown(url)} did not answer in time.`
      : `${shown(url)} could not be reached: ${causeOf(error)}.`
  }
}

function redirectTarget(response: Response, url: string): string | undefined {
  const location = response.headers.get('location')
  if (!REDIRECTS.has(response.status) || location === null) return undefined
  return URL.parse(location, url)?.href
}

/** Section 5.1.1 asks for 202; hubs that verify at once answer 204, and some 200. */
async function verdict(response: Response, url: string, signal: AbortSignal): Promise<PostOutcome> {
  const { status } = response
  if (response.ok) {
    await discardBody(response)
    return { kind: 'accepted' }
  }
  const said = await reasonIn(response, signal)
  const message = `${shown(url)} answered ${status}${said === '' ? '' : `: ${said}`}.`
  const isDenial = status >= 400 && status < 500 && !PASSING.has(status)
  return isDenial
    ? { kind: 'denied', message }
    : { kind: 'failed', message, retryAfterSeconds: retryAfterSeconds(response.headers) }
}

/** Hubs explain themselves in plain text; a page of HTML explains nothing. */
async function reasonIn(response: Response, signal: AbortSignal): Promise<string> {
  const type = response.headers.get('content-type') ?? 'text/plain'
  const limit = { bytesMax: ANSWER_BYTES_MAX, past: 'cut', signal } as const
  const { bytes } = await readBody(response, limit)
  if (!type.toLowerCase().startsWith('text/plain')) return ''
  const text = new TextDecoder()
    .decode(bytes)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return text.slice(0, REASON_LENGTH_MAX).replace(/\.$/, '')
}

function failed(message: string): PostOutcome {
  return { kind: 'failed', message, retryAfterSeconds: null }
}
