/** What a visit to an address can end in: an answer, "not modified", or one of the named failures. */

import type { Link } from './link-header.ts'
import type { Consume } from './read-body.ts'

/** In UTF-16 code units of an address inside a message. */
const SHOWN_ADDRESS_LENGTH_MAX = 200

/** The headers by which a server recognises what it told us before, byte for byte. */
export type Validators = { etag: string | null; lastModified: string | null }

export type FetchKind = 'page' | 'feed' | 'sitemap' | 'robots'

/** What may go along with a request. */
export type FetchExtras = {
  /** Sent as they came: If-None-Match and If-Modified-Since. */
  etag?: string | null | undefined
  lastModified?: string | null | undefined
  /**
   * The address that gave the validators, where it is not the one that is asked: behind a redirect
   * they are sent to it, and to no other.
   */
  validatorsFrom?: string | undefined
  /** Takes the body as it comes, for what is too large to be held; `body` is empty then. */
  consume?: Consume | undefined
}

/**
 * Asked before each hop; a sentence or a failure refuses it. `waitSeconds` is what the redirect to it
 * asked for, 0 mostly. May wait: its time is not the server's.
 */
export type Permit = (
  url: string,
  waitSeconds: number,
) => Promise<string | FetchFailure | undefined>

export type FetchAnswer = {
  ok: true
  status: 'modified'
  /** After redirects, without fragment. */
  url: string
  /** Where redirects for good (301, 308) led from the asked address, up to the first that is not. */
  permanentUrl: string | null
  /** Decoded, in Unicode normalisation form C. */
  body: string
  contentType: string | null
  etag: string | null
  lastModified: string | null
  /** For how long nothing new is to be had, says the server; see freshness.ts. */
  freshSeconds: number | null
  /** What X-Robots-Tag says to us, in lower case; see robots-tag.ts. */
  robotsTag: string[]
  /** The Link header. */
  links: Link[]
  /** Of the decompressed body. */
  bytes: number
  /** There was more: a robots.txt past its limit, packed data that broke off, a consumer that had enough. */
  isCut: boolean
}

export type FetchUnchanged = {
  ok: true
  status: 'not-modified'
  url: string
  permanentUrl: string | null
  freshSeconds: number | null
}

type PlainReason =
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'too-large'
  | 'wrong-type'
  | 'redirect-loop'
  | 'too-many-redirects'
  | 'gone'
  | 'server-error'
  | 'client-error'

export type FetchFailure = {
  ok: false
  /** One English sentence that names the address. */
  message: string
  httpStatus?: number
  /** What the server of `url` asked for with Retry-After, whatever its status. */
  retryAfterSeconds?: number | null
  /** What answered, after redirects. */
  url?: string
} & (
  | { reason: PlainReason }
  | { reason: 'busy'; retryAfterSeconds: number | null }
  /**
   * The host is somebody else's to ask, or wants to be left alone, until then (Unix milliseconds).
   * Unasked: nothing has been asked of anybody since the visits began.
   */
  | { reason: 'waiting'; until: number; isUnasked: boolean }
)

export type FetchOutcome = FetchAnswer | FetchUnchanged | FetchFailure

export function failure(
  reason: PlainReason,
  message: string,
  httpStatus: number | undefined = undefined,
): FetchFailure {
  return httpStatus === undefined
    ? { ok: false, reason, message }
    : { ok: false, reason, message, httpStatus }
}

/** An address as messages show it: a hostile one may be a megabyte long. */
export function shown(address: string): string {
  return address.length <= SHOWN_ADDRESS_LENGTH_MAX
    ? address
    : `${address.slice(0, SHOWN_ADDRESS_LENGTH_MAX)}…`
}
