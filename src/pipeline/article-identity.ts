/** Under which key the article of a page is stored: its canonical address's, where that can be true. */

import { canonicalUrl, urlKey } from '../articles/addresses/canonical-url.ts'
import type { ScrapedArticle } from '../articles/article.ts'
import { hasOtherAddress } from '../storage/frontier.ts'
import { findKnownArticle, type KnownArticle } from '../storage/known-article.ts'
import type { PageVisit } from './page-visit.ts'
import type { PipelineTools } from './tools.ts'
import { findTwinKey } from './twin-article.ts'

type Shown = {
  article: ScrapedArticle
  contentHash: string
  isLaterPage: boolean
  /** Permanent redirects have led to it. */
  hasMoved: boolean
}

export type Identity = {
  key: string
  sourceUrl: string
  /** What is stored under the key. */
  known: KnownArticle | undefined
}

/**
 * The identity of what a page showed. A template that names one canonical address for all its pages
 * would make one article of them: where another address gave the article of that key, and gave
 * other content, the page's own address counts. A later page of an article gave the whole of it.
 */
export async function articleIdentity(
  tools: Pick<PipelineTools, 'db' | 'content'>,
  visit: PageVisit,
  shown: Shown,
): Promise<Identity> {
  const { db } = tools
  const { page, partner } = visit
  const { sourceUrl } = shown.article
  const key = urlKey(sourceUrl) ?? page.urlKey
  const known = await findKnownArticle(db, key)
  if (known === undefined) return await movedIdentity(tools, visit, { key, ...shown })
  const isOurs = known.partnerId === partner.id
  const agrees = key === page.urlKey || key === page.articleKey || shown.isLaterPage
  if (!isOurs || agrees || known.contentHash === shown.contentHash) return { key, sourceUrl, known }
  const taken = { partnerId: partner.id, articleKey: key, urlKey: page.urlKey }
  if (!(await hasOtherAddress(db, taken))) return { key, sourceUrl, known }
  return {
    key: page.urlKey,
    sourceUrl: canonicalUrl(page.url) ?? page.url,
    known: await findKnownArticle(db, page.urlKey),
  }
}

/**
 * Nothing is known under the key. Where its address has moved, what it gave before is the article
 * still; where the partner has moved and lists the new address first, its words tell.
 */
async function movedIdentity(
  tools: Pick<PipelineTools, 'db' | 'content'>,
  visit: PageVisit,
  shown: Shown & { key: string },
): Promise<Identity> {
  const { partner } = visit
  const { key, article, contentHash } = shown
  const { sourceUrl } = article
  const before =
    keyBefore(visit, shown) ?? (await findTwinKey(tools, partner.id, { ...article, contentHash }))
  if (before === undefined) return { key, sourceUrl, known: undefined }
  const moved = await findKnownArticle(tools.db, before)
  return moved?.partnerId === partner.id
    ? { key: before, sourceUrl, known: moved }
    : { key, sourceUrl, known: undefined }
}

/** The key of the article that the address, or the one that moved to it, gave before. */
function keyBefore(
  { page }: PageVisit,
  { key, hasMoved }: { key: string; hasMoved: boolean },
): string | undefined {
  const isItself = hasMoved || page.movedTo === page.url || key === page.urlKey
  return (isItself ? page.articleKey : null) ?? page.movedArticleKey ?? undefined
}
