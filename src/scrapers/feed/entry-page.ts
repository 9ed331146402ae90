/** Makes of an entry that carries its article the page that the article would have. */

import type { FeedEntry } from './feed-entry.ts'

/** What of an entry makes a page. */
type Told = Pick<
  FeedEntry,
  'url' | 'title' | 'publishedAt' | 'updatedAt' | 'html' | 'authors' | 'categories' | 'image'
>

/**
 * A page of the article alone, for the reader of pages: what it makes of an entry is cleaned and cut
 * into sections as everything else is. Null where the entry has no content, title or address.
 */
export function entryPage(entry: Told): string | null {
  const { url, title, html } = entry
  if (url === null || title === null || html === null) return null
  const head = [
    '<meta charset="utf-8">',
    `<title>${escaped(title)}</title>`,
    `<link rel="canonical" href="${escaped(url)}">`,
    property('og:type', 'article'),
    property('og:title', title),
    ...entry.authors.map((author) => `<meta name="author" content="${escaped(author)}">`),
    ...optional('og:image', entry.image),
    ...optional('article:published_time', entry.publishedAt),
    ...optional('article:modified_time', entry.updatedAt),
    ...entry.categories.map((category) => property('article:tag', category)),
  ]
  const body = `<article><h1>${escaped(title)}</h1>\n${html}\n</article>`
  return `<!doctype html><html><head>${head.join('')}</head><body>${body}</body></html>`
}

function optional(name: string, value: string | null): string[] {
  return value === null ? [] : [property(name, value)]
}

function property(name: string, value: string): string {
  return `<meta property="${name}" content="${escaped(value)}">`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
