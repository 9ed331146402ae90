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
import { discardBody, readBody } from './read-body.ts'

const BODY_KINDS = { page: 'html', feed: 'xml', robots: 'text' } as const

const MEBIBYTE = 1024 * 1024

export type ReadingLimits = {
  /** For each hop: from the request to the last byte of the answer. */
  timeoutMs: number
  pageBytesMax: number
  feedBytesMax: number
  robotsBytesMax: number
}

/** What is being read; `signal` fires when the time is over. */
export type Reading = { accept: FetchKind; limits: ReadingLimits; signal: AbortSignal }

/** Judges, reads and decodes the body of a successful `response`; `url` is where it came from. */
export async function answerOf(
  response: Response,
  url: string,
  { accept, limits, signal }: Reading,
): Promise<FetchOutcome> {
  const contentType = response.headers.get('content-type')
  if (!acceptsType(accept, contentType)) {
    await discardBody(response)
    return failure('wrong-type', `${shown(url)} is ${label(contentType)}, not a ${accept}.`)
  }
  const bytesMax = bytesMaxOf(accept, limits)
  const past = accept === 'robots' ? 'cut' : 'refuse'
  const read = await readBody(response, { bytesMax, past, signal })
  switch (read.end) {
    case 'timeout':
      return timedOut(url, limits)
    case 'broken':
      return failure('unreachable', `${shown(url)} broke off in the middle of its answer.`)
    case 'too-large':
      return failure('too-large', `${shown(url)} is larger than ${size(bytesMax)}.`)
    case 'cut':
    case 'complete': {
      const text = decodeBody(read.bytes, contentType, BODY_KINDS[accept])
      const body = read.end === 'cut' ? upToLastLine(text) : text
      if (!looksLike(accept, body)) {
        const message = `${shown(url)} is ${label(contentType)}, but does not look like a ${accept}.`
        return failure('wrong-type', message)
      }
      return {
        ok: true,
        status: 'modified',
        url,
        body,
        contentType,
        etag: response.headers.get('etag'),
        lastModified: response.headers.get('last-modified'),
        bytes: read.bytes.length,
      }
    }
    default:
      return read satisfies never
  }
}

function bytesMaxOf(accept: FetchKind, limits: ReadingLimits): number {
  const byKind = {
    page: limits.pageBytesMax,
    feed: limits.feedBytesMax,
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
