/** What a visit to an address can end in: an answer, "not modified", or one of the named failures. */

/** In UTF-16 code units of an address inside a message. */
const SHOWN_ADDRESS_LENGTH_MAX = 200

/** The headers by which a server recognises what it told us before, byte for byte. */
export type Validators = { etag: string | null; lastModified: string | null }

export type FetchKind = 'page' | 'feed' | 'robots'

export type FetchAnswer = {
  ok: true
  status: 'modified'
  /** After redirects, without fragment. */
  url: string
  /** Decoded, in Unicode normalisation form C. */
  body: string
  contentType: string | null
  etag: string | null
  lastModified: string | null
  /** Of the decompressed body. */
  bytes: number
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
} & (
  | { reason: PlainReason }
  /** What the server asked for with Retry-After, or null. */
  | { reason: 'busy'; retryAfterSeconds: number | null }
)

export type FetchOutcome =
  | FetchAnswer
  | { ok: true; status: 'not-modified'; url: string }
  | FetchFailure

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
