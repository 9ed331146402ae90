/** Under which key the article of a page is stored: its canonical address's, where that can be true. */

import { canonicalUrl, urlKey } from '../articles/addresses/canonical-url.ts'
import type { ScrapedArticle } from '../articles/article.ts'
import { hasOtherAddress } from '../storage/frontier.ts'
import { findKnownArticle, findKnownOrTwin, type KnownArticle } from '../storage/known-article.ts'
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

type Place = { key: string; sourceUrl: string }

export type Identity = Place & {
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
  const { contentHash } = shown
  const place = declaredPlace(visit, shown.article)
  const { key } = place
  const known = await findKnownOrTwin(db, { urlKey: key, partnerId: partner.id, contentHash })
  if (known?.urlKey !== key)
    return await movedIdentity(tools, visit, { ...shown, place, twin: known })
  const isOurs = known.partnerId === partner.id
  const agrees = key === page.urlKey || key === page.articleKey || shown.isLaterPage
  if (!isOurs || agrees || known.contentHash === contentHash) return { ...place, known }
  const taken = { partnerId: partner.id, articleKey: key, urlKey: page.urlKey }
  if (!(await hasOtherAddress(db, taken))) return { ...place, known }
  const own = ownPlace(visit)
  return { ...own, known: await findKnownArticle(db, own.key) }
}

/** No article lives where the operator said that the partner's articles are listed. */
function declaredPlace(visit: PageVisit, { sourceUrl }: ScrapedArticle): Place {
  const { page, partner } = visit
  const key = urlKey(sourceUrl) ?? page.urlKey
  const lists = [partner.url, partner.listing ?? partner.url].map(urlKey)
  return key !== page.urlKey && lists.includes(key) ? ownPlace(visit) : { key, sourceUrl }
}

function ownPlace({ page }: PageVisit): Place {
  return { key: page.urlKey, sourceUrl: canonicalUrl(page.url) ?? page.url }
}

/**
 * Nothing is known under the key. Where its address has moved, what it gave before is the article
 * still; where the partner has moved and lists the new address first, its words tell.
 */
async function movedIdentity(
  tools: Pick<PipelineTools, 'db' | 'content'>,
  visit: PageVisit,
  shown: Shown & { place: Place; twin: KnownArticle | undefined },
): Promise<Identity> {
  const { place, twin, article, contentHash } = shown
  const { sourceUrl } = place
  const before = keyBefore(visit, { key: place.key, hasMoved: shown.hasMoved })
  if (before === undefined && twin !== undefined) {
    return { key: twin.urlKey, sourceUrl, known: twin }
  }
  const key = before ?? (await findTwinKey(tools, visit.partner.id, { ...article, contentHash }))
  const moved = key === undefined ? undefined : await findKnownArticle(tools.db, key)
  return moved?.partnerId === visit.partner.id
    ? { key: moved.urlKey, sourceUrl, known: moved }
    : { ...place, known: undefined }
}

/** The key of the article that the address, or the one that moved to it, gave before. */
function keyBefore(
  { page }: PageVisit,
  { key, hasMoved }: { key: string; hasMoved: boolean },
): string | undefined {
  const isItself = hasMoved || page.movedTo === page.url || key === page.urlKey
  return (isItself ? page.articleKey : null) ?? page.movedArticleKey ?? undefined
}
