/** Stores what a visit read, under the identity that the page gave, and what it taught the frontier. */

import { contentHash } from '../articles/content-hash.ts'
import { isWithin } from '../crawler/archive/archive-days.ts'
import type { FetchAnswer } from '../crawler/fetch/fetch-outcome.ts'
import { type Body, findBody } from '../storage/bodies.ts'
import type { KnownArticle } from '../storage/known-article.ts'
import { recordVisit, type Visit } from '../storage/record-visit.ts'
import { storeArticle } from '../storage/store-article.ts'
import { articleIdentity } from './article-identity.ts'
import { recordGone, SIGHTINGS } from './gone-page.ts'
import { incomingArticle } from './incoming-article.ts'
import { failed, type PageVisit, seen } from './page-visit.ts'
import type { ReadPages } from './read-pages.ts'
import { followMove, whyHeld } from './replaced-page.ts'
import type { PipelineTools } from './tools.ts'

/** What is kept of the answer; validators of what is not whole are not to be sent again. */
type StoredAnswer = Pick<FetchAnswer, 'url' | 'permanentUrl' | 'etag' | 'lastModified'> & {
  isWhole: boolean
}

/**
 * Stores the article of a visit, under its identity. Half an article is stored, but never over one of
 * which we have more, and nothing over another article; the report tells what is missing. Returns
 * whether readers see something new.
 */
export async function storeRead(
  visit: PageVisit,
  read: ReadPages,
  answer: StoredAnswer,
  tools: PipelineTools,
): Promise<boolean> {
  const { archive } = visit
  const { article, missing, isLaterPage } = read
  if (archive !== undefined && !isWithin(article.publishedAt, archive)) {
    const outside = { outcome: 'unchanged', fetched: true, isOutside: true } as const
    return await record(seen(visit, tools.now(), outside), tools)
  }
  const hash = await contentHash(article)
  const hasMoved = answer.permanentUrl !== null
  const shown = { article, contentHash: hash, isLaterPage, hasMoved }
  const declared = await articleIdentity(tools, visit, shown)
  const identity = await followMove(visit, declared, { article, hash }, tools)
  if (identity === 'another') {
    const message = `${visit.page.url} leads to another article now: ${article.sourceUrl}.`
    await recordGone(visit, { sightings: SIGHTINGS.unclear, message, isPlain: false }, tools)
    return false
  }
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
  const formerBody = await otherBody(tools.content, known, hash)
  if (missing !== null && holdsMore(known, { article, hash, formerBody })) {
    const { message } = missing
    return await record(failed(visit, tools.now(), { message, fetched: true }), tools)
  }
  const held = await whyHeld(visit, known, { article, hash, formerBody }, tools)
  if (held !== undefined) {
    const notRead = { message: held, fetched: true, isUnreadable: true }
    return await record(failed(visit, tools.now(), notRead), tools)
  }
  const incoming = await incomingArticle(visit, read, { ...identity, hash, formerBody }, tools)
  const isSecondAddress = key !== visit.page.urlKey && key !== visit.page.articleKey
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

/** The text that is stored, where it is not the one that was read. */
async function otherBody(
  content: KVNamespace,
  known: KnownArticle | undefined,
  hash: string,
): Promise<Body | undefined> {
  return known === undefined || known.contentHash === hash
    ? undefined
    : await findBody(content, known.contentHash)
}

/** Whether what is stored says more than what was read, of which a part is missing. */
function holdsMore(
  known: KnownArticle | undefined,
  read: { article: { text: string }; hash: string; formerBody: Body | undefined },
): boolean {
  if (known === undefined || known.state === 'gone' || known.contentHash === read.hash) return false
  return read.formerBody === undefined || read.formerBody.text.length > read.article.text.length
}

async function record(visit: Visit, tools: PipelineTools): Promise<false> {
  await tools.db.batch(recordVisit(tools.db, visit))
  return false
}
