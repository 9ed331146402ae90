/** Under which key the article of a page is stored: its canonical address's, where that can be true. */

import { canonicalUrl, urlKey } from '../articles/addresses/canonical-url.ts'
import { hasOtherAddress } from '../storage/frontier.ts'
import { findKnownArticle, type KnownArticle } from '../storage/known-article.ts'
import type { PageVisit } from './page-visit.ts'

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
  db: D1Database,
  visit: PageVisit,
  shown: { sourceUrl: string; contentHash: string; isLaterPage: boolean; hasMoved: boolean },
): Promise<Identity> {
  const { page, partner } = visit
  const { sourceUrl } = shown
  const key = urlKey(sourceUrl) ?? page.urlKey
  const known = await findKnownArticle(db, key)
  if (known === undefined) return await movedIdentity(db, visit, { key, ...shown })
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

/** Nothing is known under the key. Where its address has moved, what it gave before is the article still. */
async function movedIdentity(
  db: D1Database,
  { page, partner }: PageVisit,
  { key, sourceUrl, hasMoved }: { key: string; sourceUrl: string; hasMoved: boolean },
): Promise<Identity> {
  const before = hasMoved || page.movedTo === page.url ? page.articleKey : page.movedArticleKey
  if (before === null) return { key, sourceUrl, known: undefined }
  const moved = await findKnownArticle(db, before)
  return moved?.partnerId === partner.id
    ? { key: before, sourceUrl, known: moved }
    : { key, sourceUrl, known: undefined }
}
