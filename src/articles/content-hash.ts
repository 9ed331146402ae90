/** Tells two revisions of an article apart: a hash of what a reader sees of the article itself. */

import type { ScrapedArticle } from './article.ts'

/**
 * Hexadecimal SHA-256 over a canonical JSON of the article's own words, pictures and date. Views,
 * related posts, the date of modification and what was removed change without it.
 */
export async function contentHash(article: ScrapedArticle): Promise<string> {
  const { title, lead, byline, publishedAt, topics, image } = article
  const sections = article.sections.map(({ level, marker, heading, html, text }) => {
    return [level, marker, heading, html, text]
  })
  const seen = [title, lead, byline, publishedAt, topics, image?.url ?? null, sections]
  const bytes = new TextEncoder().encode(JSON.stringify(seen))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
