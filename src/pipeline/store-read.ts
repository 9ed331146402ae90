/** Stores what a visit read, under the identity that the page gave, and what it taught the frontier. */

import { urlKey } from '../articles/addresses/canonical-url.ts'
import { slugify } from '../articles/addresses/slug.ts'
import { contentHash } from '../articles/content-hash.ts'
import { sha256Hex } from '../articles/digest.ts'
import { isWithin } from '../crawler/archive-days.ts'
import type { FetchAnswer } from '../crawler/fetch-outcome.ts'
import { findBody } from '../storage/bodies.ts'
import { recordVisit, type Visit } from '../storage/frontier.ts'
import type { KnownArticle } from '../storage/known-article.ts'
import { type IncomingArticle, storeArticle } from '../storage/store-article.ts'
import { articleIdentity, type Identity } from './article-identity.ts'
import { failed, type PageVisit, seen } from './page-visit.ts'
import type { ReadPages } from './read-pages.ts'
import type { PipelineTools } from './tools.ts'

/** Where lists place an article of an archive that has no date: behind all that have one. */
const ARCHIVE_SORT_AT = '1970-01-01T00:00:00.000Z'

/** Of the hash of an article's identity key, what makes its id: 64 bits. */
const ARTICLE_ID_LENGTH = 16

/** What is kept of the answer; validators of what is not whole are not to be sent again. */
type StoredAnswer = Pick<FetchAnswer, 'url' | 'permanentUrl' | 'etag' | 'lastModified'> & {
  isWhole: boolean
}

/**
 * Stores the article of a visit, under its identity. Half an article is stored, but never over one of
 * which we have more; either way the report tells what is missing. Returns whether readers see something new.
 */
export async function storeRead(
  visit: PageVisit,
  read: ReadPages,
  answer: StoredAnswer,
  tools: PipelineTools,
): Promise<boolean> {
  const { page, archive } = visit
  const { article, missing, isLaterPage } = read
  if (archive !== undefined && !isWithin(article.publishedAt, archive)) {
    const outside = { outcome: 'unchanged', fetched: true, isOutside: true } as const
    return await record(seen(visit, tools.now(), outside), tools)
  }
  const hash = await contentHash(article)
  const hasMoved = answer.permanentUrl !== null
  const shown = { article, contentHash: hash, isLaterPage, hasMoved }
  const identity = await articleIdentity(tools, visit, shown)
  const { key, known } = identity
  const seenAs = (outcome: Visit['outcome'], articleKey?: string) =>
    seen(visit, tools.now(), {
      outcome,
      fetched: visit.entryHash === undefined,
      entryHash: visit.entryHash,
      answer,
      articleKey,
      message: missing?.message,
      missed: read.recipe?.missed,
    })
  if (belongsToAnother(known, visit)) return await record(seenAs('duplicate'), tools)
  if (missing !== null && (await holdsMore(tools.content, known, { hash, text: article.text }))) {
    const { message } = missing
    return await record(failed(visit, tools.now(), { message, fetched: true }), tools)
  }
  const incoming = await incomingArticle(visit, read, { ...identity, hash }, tools)
  const isSecondAddress = key !== page.urlKey && key !== page.articleKey
  const outcome = await storeArticle(tools, incoming, known, (outcome) =>
    recordVisit(
      tools.db,
      seenAs(outcome === 'unchanged' && isSecondAddress ? 'duplicate' : outcome, key),
    ),
  )
  return outcome !== 'unchanged'
}

/** What is gone belongs to nobody: its partner may have been removed and added again as another. */
function belongsToAnother(known: KnownArticle | undefined, visit: PageVisit): boolean {
  return known !== undefined && known.partnerId !== visit.partner.id && known.state !== 'gone'
}

async function incomingArticle(
  visit: PageVisit,
  { article, quality: { score: quality } }: ReadPages,
  identity: Identity & { hash: string },
  tools: PipelineTools,
): Promise<IncomingArticle> {
  const { partnerViews, related, removed, featured, licence, paywalled, robots, originalUrl } =
    article
  // Left out where a page says nothing, as of all that were hashed before it was asked.
  const rights = {
    ...(licence === null && !paywalled ? {} : { licence, paywalled }),
    ...(robots.length === 0 ? {} : { robots }),
    ...(originalUrl === null ? {} : { originalUrl }),
  }
  return {
    id: identity.known?.id ?? (await sha256Hex(identity.key)).slice(0, ARTICLE_ID_LENGTH),
    urlKey: identity.key,
    partnerId: visit.partner.id,
    scraped: { ...article, sourceUrl: identity.sourceUrl },
    quality,
    contentHash: identity.hash,
    detailsHash: await sha256Hex(
      JSON.stringify({ partnerViews, related, removed, featured, quality, ...rights }),
    ),
    relatedKeys: related.map((post) => urlKey(post.url) ?? post.url),
    topicKeys: article.topics.map((name) => ({ topic: slugify(name), name })),
    // First sight of an old article says nothing of its age: undated ones are behind all others.
    undatedSortAt: visit.archive === undefined ? undefined : ARCHIVE_SORT_AT,
    siteUrl: tools.siteUrl,
    now: tools.now().toISOString(),
  }
}

/** Whether what is stored says more than `read`, of which a part is missing. */
async function holdsMore(
  content: KVNamespace,
  known: KnownArticle | undefined,
  read: { hash: string; text: string },
): Promise<boolean> {
  if (known === undefined || known.state === 'gone' || known.contentHash === read.hash) return false
  const body = await findBody(content, known.contentHash)
  return body === undefined || body.text.length > read.text.length
}

async function record(visit: Visit, tools: PipelineTools): Promise<false> {
  await tools.db.batch(recordVisit(tools.db, visit))
  return false
}
