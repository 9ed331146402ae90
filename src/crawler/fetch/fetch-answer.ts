/** Turns a successful response into text, or into the reason why it cannot be. */

import { acceptsType, looksLike } from './content-type.ts'
import { decodeBody } from './decode-body.ts'
import {
  type FetchFailure,
  type FetchKind,
  type FetchOutcome,
  failure,
  shown,
} from './fetch-outcome.ts'
import { freshSeconds } from './freshness.ts'
import { linksOf } from './link-header.ts'
import { type BodyEnd, type Consume, discardBody, readBody, streamBody } from './read-body.ts'
import { robotsTag } from './robots-tag.ts'

const BODY_KINDS = { page: 'html', feed: 'xml', sitemap: 'xml', robots: 'text' } as const

const MEBIBYTE = 1024 * 1024

export type ReadingLimits = {
  /** For each hop: from the request to the last byte of the answer. */
  timeoutMs: number
  pageBytesMax: number
  feedBytesMax: number
  sitemapBytesMax: number
  robotsBytesMax: number
}

export type Reading = {
  accept: FetchKind
  limits: ReadingLimits
  /** Fires when the time is over. */
  signal: AbortSignal
  permanentUrl: string | null
  /** When the answer came, in milliseconds since the epoch, where somebody knows. */
  now: number | undefined
  consume?: Consume | undefined
}

/** Judges, reads and decodes the body of a successful `response`; `url` is where it came from. */
export async function answerOf(
  response: Response,
  url: string,
  reading: Reading,
): Promise<FetchOutcome> {
  const { accept } = reading
  const contentType = response.headers.get('content-type')
  if (!acceptsType(accept, contentType)) {
    await discardBody(response)
    return failure('wrong-type', `${shown(url)} is ${label(contentType)}, not a ${accept}.`)
  }
  const read = await bodyOf(response, reading)
  const broken = brokenBy(read, url, reading)
  if (broken !== undefined) return broken
  const isCut = read.end === 'cut'
  const text = decodeBody(read.bytes, contentType, BODY_KINDS[accept])
  const body = accept === 'robots' && isCut ? upToLastLine(text) : text
  if (!looksLike(accept, body)) {
    const message = `${shown(url)} is ${label(contentType)}, but does not look like a ${accept}.`
    return failure('wrong-type', message)
  }
  return {
    ok: true,
    status: 'modified',
    url,
    permanentUrl: reading.permanentUrl,
    body,
    contentType,
    etag: response.headers.get('etag'),
    lastModified: response.headers.get('last-modified'),
    freshSeconds: freshSeconds(response.headers, reading.now),
    robotsTag: robotsTag(response.headers),
    links: linksOf(response.headers, url),
    bytes: read.length,
    isCut,
  }
}

type Body = { end: BodyEnd; bytes: Uint8Array; length: number; why: string }

/** `bytes` are empty where a consumer took them. */
async function bodyOf(
  response: Response,
  { accept, limits, signal, consume }: Reading,
): Promise<Body> {
  const past = accept === 'robots' ? 'cut' : 'refuse'
  const limit = { bytesMax: bytesMaxOf(accept, limits), past, signal } as const
  if (consume === undefined) return await readBody(response, limit)
  return { ...(await streamBody(response, limit, consume)), bytes: new Uint8Array() }
}

function brokenBy(
  { end, why }: Body,
  url: string,
  { accept, limits, consume }: Reading,
): FetchFailure | undefined {
  switch (end) {
    case 'timeout':
      return timedOut(url, limits)
    case 'broken':
      return failure('unreachable', `${shown(url)} broke off in the middle of its answer: ${why}.`)
    case 'too-large':
      return failure(
        'too-large',
        `${shown(url)} is larger than ${size(bytesMaxOf(accept, limits))}.`,
      )
    case 'unreadable':
      return failure('wrong-type', `${shown(url)} is packed with gzip, but cannot be unpacked.`)
    case 'cut':
      // Half a list of addresses is useful; half a page would be taken for the whole.
      if (accept === 'robots' || consume !== undefined) return undefined
      return failure('unreachable', `${shown(url)} is packed with gzip that ends too early.`)
    case 'complete':
      return undefined
    default:
      return end satisfies never
  }
}

function bytesMaxOf(accept: FetchKind, limits: ReadingLimits): number {
  const byKind = {
    page: limits.pageBytesMax,
    feed: limits.feedBytesMax,
    sitemap: limits.sitemapBytesMax,
    robots: limits.robotsBytesMax,
  }
  return byKind[accept]
}

/** Half a rule may forbid more than the whole one: a line that was cut is dropped. */
function upToLastLine(text: string): string {
  return text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1)
}

export function timedOut(url: string, limits: ReadingLimits): FetchFailure {
  return failure('timeout', `${shown(url)} did not answer within ${limits.timeoutMs / 1000} s.`)
}

function label(contentType: string | null): string {
  return contentType === null ? 'without a content type' : `"${contentType.slice(0, 100)}"`
}

function size(bytes: number): string {
  if (bytes % MEBIBYTE === 0) return `${bytes / MEBIBYTE} MiB`
  return bytes % 1024 === 0 ? `${bytes / 1024} KiB` : `${bytes} bytes`
}
