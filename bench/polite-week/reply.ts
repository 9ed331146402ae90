/** What the fake server says to one request: the response, and the same as the grader is told of it. */

import type { Answered } from './request-log.ts'

/** What the server would say to an unconditional request. */
export type Reply = {
  status: number
  body?: string
  contentType?: string
  etag?: string
  lastModified?: string
  location?: string
  headers?: Record<string, string>
} & Partial<
  Pick<Answered, 'rules' | 'freshSeconds' | 'everySeconds' | 'skipHours' | 'retryAfterSeconds'>
>

/** 304 where a validator of the request is still true: RFC 9110 section 13.2.2, the ETag first. */
export function conditional(reply: Reply, headers: Headers): Reply {
  if (reply.status !== 200) return reply
  const { etag, lastModified, freshSeconds = null } = reply
  const sentTag = headers.get('if-none-match')
  const isSame =
    sentTag === null
      ? lastModified !== undefined && headers.get('if-modified-since') === lastModified
      : sentTag === etag
  if (!isSame) return reply
  const { headers: more = {} } = reply
  return {
    status: 304,
    headers: more,
    freshSeconds,
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  }
}

export function responseOf(reply: Reply, nowMs: number): Response {
  const headers = new Headers({ date: new Date(nowMs).toUTCString(), ...reply.headers })
  const { body, contentType, etag, lastModified, location, freshSeconds } = reply
  if (contentType !== undefined) headers.set('content-type', contentType)
  if (etag !== undefined) headers.set('etag', etag)
  if (lastModified !== undefined) headers.set('last-modified', lastModified)
  if (location !== undefined) headers.set('location', location)
  if (typeof freshSeconds === 'number') headers.set('cache-control', `max-age=${freshSeconds}`)
  return new Response(body ?? null, { status: reply.status, headers })
}

export function answered(reply: Reply): Answered {
  return {
    status: reply.status,
    etag: reply.etag ?? null,
    lastModified: reply.lastModified ?? null,
    location: reply.location ?? null,
    bodyHash: reply.body === undefined ? null : hashOf(reply.body),
    rules: reply.rules ?? null,
    freshSeconds: reply.freshSeconds ?? null,
    everySeconds: reply.everySeconds ?? null,
    skipHours: reply.skipHours ?? [],
    retryAfterSeconds: reply.retryAfterSeconds ?? null,
  }
}

/** FNV-1a, 32 bits: tells one page from another. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(16)
}
