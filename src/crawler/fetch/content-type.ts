/** Which kinds of content each kind of request accepts, and what a body without a label looks like. */

import type { FetchKind } from './fetch-outcome.ts'

/** The Accept header; the last resort keeps strict servers from answering 406. */
export const ACCEPT: Readonly<Record<FetchKind, string>> = {
  page: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1',
  feed: 'application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.1',
  sitemap: 'application/xml,text/xml;q=0.9,text/plain;q=0.5,*/*;q=0.1',
  robots: 'text/plain,*/*;q=0.1',
}

/** Labels that say nothing: the body decides. */
const UNLABELLED = new Set([
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'unknown/unknown',
])

const PAGE_TYPES = new Set(['text/html', 'application/xhtml+xml'])

const FEED_TYPE = /^(?:text\/|application\/(?:[\w.+-]*(?:xml|json|rss|atom|rdf)|x-rss))/

const GZIP_TYPES = new Set(['application/gzip', 'application/x-gzip'])

/** Whether a body of this Content-Type is worth reading. Feeds come under almost any text type. */
export function acceptsType(kind: FetchKind, contentType: string | null): boolean {
  const type = mediaType(contentType)
  if (UNLABELLED.has(type) || kind === 'robots') return true
  if (kind === 'sitemap' && GZIP_TYPES.has(type)) return true
  return kind === 'page' ? PAGE_TYPES.has(type) : FEED_TYPE.test(type)
}

/** Whether a decoded body can be what was asked for, whatever its label says. */
export function looksLike(kind: FetchKind, body: string): boolean {
  if (kind === 'robots') return true
  const start = body.slice(0, 1024).trimStart()
  if (start.startsWith('%PDF-') || start.includes('\0')) return false
  // A feed may have junk before its first tag; an empty page is a page that says nothing.
  return kind === 'feed' || kind === 'sitemap' || start === '' || body.includes('<')
}

/** Of several headers, which Headers joins with commas, the last counts (Fetch, "extract a MIME type"). */
function mediaType(contentType: string | null): string {
  const types = (contentType ?? '').split(',').map((part) => part.split(';', 1)[0]?.trim() ?? '')
  return (types.findLast((type) => type.includes('/')) ?? types[0] ?? '').toLowerCase()
}
