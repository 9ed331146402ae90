/** Tells two revisions of an article apart: a hash of what a reader sees of the article itself. */

import type { ScrapedArticle } from './article.ts'
import { sha256Hex } from './digest.ts'

/** Gives the SHA-256 of a text in hexadecimal. */
type Digest = (text: string) => string | Promise<string>

/**
 * Hexadecimal SHA-256 over a canonical JSON of the article's own words, pictures and date. Views,
 * related posts, the date of modification and what was removed change without it.
 */
export async function contentHash(
  article: ScrapedArticle,
  digest: Digest = sha256Hex,
): Promise<string> {
  const { title, lead, byline, publishedAt, topics, image } = article
  const sections = article.sections.map(({ level, marker, heading, html, text }) => {
    return [level, marker, heading, html, text]
  })
  const seen = [title, lead, byline, publishedAt, topics, image?.url ?? null, sections]
  return await digest(JSON.stringify(seen))
}
