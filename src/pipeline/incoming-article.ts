/** Makes of what a visit read the article that is to be stored, with all that is derived from it. */

import { urlKey } from '../articles/addresses/canonical-url.ts'
import { slugify } from '../articles/addresses/slug.ts'
import { sha256Hex } from '../articles/digest.ts'
import type { Body } from '../storage/bodies.ts'
import type { IncomingArticle } from '../storage/store-article.ts'
import type { Identity } from './article-identity.ts'
import type { PageVisit } from './page-visit.ts'
import type { ReadPages } from './read-pages.ts'
import type { PipelineTools } from './tools.ts'

/** Of the hash of an article's identity key, what makes its id: 64 bits. */
const ARTICLE_ID_LENGTH = 16

/** Where lists place an article of an archive that has no date: behind all that have one. */
const ARCHIVE_SORT_AT = '1970-01-01T00:00:00.000Z'

/** `formerBody` is what is stored under the identity, where that is another text and still there. */
export async function incomingArticle(
  visit: PageVisit,
  read: ReadPages,
  identity: Identity & { hash: string; formerBody: Body | undefined },
  tools: PipelineTools,
): Promise<IncomingArticle> {
  const { article, quality } = read
  return {
    id: identity.known?.id ?? (await sha256Hex(identity.key)).slice(0, ARTICLE_ID_LENGTH),
    urlKey: identity.key,
    partnerId: visit.partner.id,
    scraped: { ...article, sourceUrl: identity.sourceUrl },
    formerBody: identity.formerBody,
    quality: quality.score,
    recipeRevision: visit.partner.recipeRevision,
    contentHash: identity.hash,
    detailsHash: await sha256Hex(JSON.stringify(detailsOf(read, identity))),
    relatedKeys: article.related.map((post) => urlKey(post.url) ?? post.url),
    topicKeys: article.topics.map((name) => ({ topic: slugify(name), name })),
    // First sight of an old article says nothing of its age: undated ones are behind all others.
    undatedSortAt: visit.archive === undefined ? undefined : ARCHIVE_SORT_AT,
    siteUrl: tools.siteUrl,
    now: tools.now().toISOString(),
  }
}

/** What is not content. Left out where a page says nothing, as of all that were hashed before it was asked. */
function detailsOf({ article, quality }: ReadPages, { key, sourceUrl }: Identity) {
  const { partnerViews, related, removed, featured, licence, paywalled, robots, originalUrl } =
    article
  return {
    ...{ partnerViews, related, removed, featured, quality: quality.score },
    ...(licence === null && !paywalled ? {} : { licence, paywalled }),
    ...(robots.length === 0 ? {} : { robots }),
    ...(originalUrl === null ? {} : { originalUrl }),
    // An article that has moved keeps its identity.
    ...(urlKey(sourceUrl) === key ? {} : { sourceUrl }),
  }
}
