/** Knows an article again under an address that nobody has connected with it: its partner has moved. */

import type { ScrapedArticle } from '../articles/article.ts'
import { sharesText } from '../dedupe/same-article.ts'
import { findBody } from '../storage/bodies.ts'
import { findSameDated } from '../storage/known-article.ts'
import type { PipelineTools } from './tools.ts'

/** Of the shorter text: a new design may read a line more or less of the same article. */
const SHARED_MIN = 0.8

/**
 * The key of the partner's article with this date, this title and these words, or undefined.
 * Pictures and links may differ: they have moved along. An article without a date is not known again.
 */
export async function findTwinKey(
  { db, content }: Pick<PipelineTools, 'db' | 'content'>,
  partnerId: string,
  article: ScrapedArticle & { contentHash: string },
): Promise<string | undefined> {
  const { title, publishedAt, text, contentHash } = article
  if (publishedAt === null) return undefined
  const sortAt = new Date(publishedAt).toISOString()
  const twin = await findSameDated(db, { partnerId, sortAt, title })
  if (twin === undefined || twin.contentHash === contentHash) return twin?.urlKey
  const body = await findBody(content, twin.contentHash)
  const isSame = body !== undefined && sharesText(body.text, text, SHARED_MIN)
  return isSame ? twin.urlKey : undefined
}
