/** Knows when what answers at an article's address is not that article any more. */

import { urlKey } from '../articles/addresses/canonical-url.ts'
import type { ScrapedArticle } from '../articles/article.ts'
import type { FetchAnswer } from '../crawler/fetch/fetch-outcome.ts'
import { isSameArticle } from '../dedupe/same-article.ts'
import { otherKind } from '../scrapers/listing/address-kind.ts'
import type { ExtractFailure } from '../scrapers/raw-article.ts'
import { type Body, findBody } from '../storage/bodies.ts'
import { hasOtherAddress } from '../storage/frontier.ts'
import { holdContent } from '../storage/held-contents.ts'
import { findKnownArticle, type KnownArticle } from '../storage/known-article.ts'
import type { Identity } from './article-identity.ts'
import type { PageVisit } from './page-visit.ts'
import type { PipelineTools } from './tools.ts'

/** So long what shares nothing with an article stands in its place before it is believed to be its next revision. */
const HELD_MS = 24 * 60 * 60 * 1000

type Read = { article: ScrapedArticle; hash: string }

/**
 * An article that answers at another address, or names another one as its own, is the same article
 * still, as long as no page gives it under the former address. `another` where what is shown is
 * not the article that the page gave so far.
 */
export async function followMove(
  visit: PageVisit,
  declared: Identity,
  read: Read,
  tools: PipelineTools,
): Promise<Identity | 'another'> {
  const { page, partner } = visit
  const former = await findFormer(visit, declared, tools)
  if (former === undefined) return declared
  const own = { key: former.urlKey, sourceUrl: declared.sourceUrl, known: former }
  const address = { partnerId: partner.id, articleKey: own.key, urlKey: page.urlKey }
  const isShared = await hasOtherAddress(tools.db, address)
  if (own.key !== declared.key) {
    if (isShared) return declared
    // Two articles have become one: the other one has the address.
    if (declared.known?.contentHash === read.hash) return 'another'
  }
  if (await isStill(former, read, tools)) {
    return isShared ? { ...own, sourceUrl: former.sourceUrl } : own
  }
  // The other address keeps the article, and this one goes its own way.
  if (isShared) {
    const { sourceUrl } = declared
    return { key: urlKey(sourceUrl) ?? page.urlKey, sourceUrl, known: undefined }
  }
  // At the address where it was, or at a sign-in, something else is judged as on a page that never moved.
  const isPassing = isWhereItWas(former, declared) || otherKind(declared.sourceUrl) === 'account'
  return isPassing ? { ...own, sourceUrl: former.sourceUrl } : 'another'
}

/** The article that the page gave so far, if what it shows now has another address. */
async function findFormer(
  { page, partner }: PageVisit,
  declared: Identity,
  { db }: PipelineTools,
): Promise<KnownArticle | undefined> {
  const { articleKey: own } = page
  if (own === null) return undefined
  const former = own === declared.key ? declared.known : await findKnownArticle(db, own)
  const isOurs = former?.partnerId === partner.id && former.state !== 'gone'
  const isSettled = own === declared.key && isWhereItWas(former, declared)
  return isOurs && !isSettled ? former : undefined
}

function isWhereItWas(former: KnownArticle | undefined, { sourceUrl }: Identity): boolean {
  return former !== undefined && urlKey(former.sourceUrl) === urlKey(sourceUrl)
}

async function isStill(
  former: KnownArticle,
  { article, hash }: Read,
  { content }: PipelineTools,
): Promise<boolean> {
  if (former.contentHash === hash) return true
  const body = await findBody(content, former.contentHash)
  return isSameArticle({ title: former.title, text: body?.text ?? '' }, article)
}

/**
 * Why what was read is not stored over the article that stands at its address, as one sentence. What
 * shares nothing with it is a notice, a sign-in, a parked domain, unless it stays for a day and
 * stands on no other page. Another recipe may well read another text.
 */
export async function whyHeld(
  { page, partner }: PageVisit,
  known: KnownArticle | undefined,
  { article, hash, formerBody }: Read & { formerBody: Body | undefined },
  tools: PipelineTools,
): Promise<string | undefined> {
  const isOther = known !== undefined && known.state !== 'gone' && known.contentHash !== hash
  const isOwn = known?.urlKey === page.articleKey || known?.urlKey === page.movedArticleKey
  if (!isOther || formerBody === undefined || !isOwn) return undefined
  if (known.recipeRevision !== partner.recipeRevision) return undefined
  if (isSameArticle({ title: known.title, text: formerBody.text }, article)) return undefined
  const now = tools.now()
  const { since, others } = await holdContent(tools.db, {
    ...{ partnerId: partner.id, urlKey: page.urlKey, contentHash: hash, now: now.toISOString() },
    isNew: page.failures === 0,
  })
  if (others === 0 && Date.parse(since) + HELD_MS <= now.getTime()) return undefined
  const where = others === 0 ? 'since today' : `as ${others} others of its pages do`
  return `${page.url} shows something else than its article, ${where}; ours stays as it is.`
}

/**
 * Whether a page that holds no article means that the article is gone: it says so itself, or its
 * address leads to the front page or to a list, where some servers send whoever asks for what they
 * have deleted. To a sign-in leads what is still there.
 */
export function hasVanished(
  { page, partner }: PageVisit,
  answer: Pick<FetchAnswer, 'url'>,
  refusal: ExtractFailure,
): boolean {
  if (page.articleKey === null) return false
  if (refusal.isGone) return true
  const key = urlKey(answer.url)
  if (key === page.urlKey || key === page.articleKey) return false
  const kind = otherKind(answer.url)
  return key === urlKey(partner.url) || (kind !== undefined && kind !== 'account')
}
