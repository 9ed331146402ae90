/** One page of a run, from its address to the batch that stores what it said. */

import type { ScrapedArticle } from '../articles/article.ts'
import { urlKey } from '../articles/canonical-url.ts'
import { contentHash } from '../articles/content-hash.ts'
import type { Partner } from '../articles/partner.ts'
import { slugify } from '../articles/slug.ts'
import type { FetchFailure, Validators } from '../crawler/fetch-outcome.ts'
import type { FetchPage } from '../crawler/polite.ts'
import { changeArticleState } from '../storage/article-state.ts'
import { type PendingPage, recordVisit, type Visit } from '../storage/frontier.ts'
import { ANNOUNCE_AFTER_MS } from '../storage/pointer-memory.ts'
import {
  findKnownArticle,
  type IncomingArticle,
  type KnownArticle,
  storeArticle,
} from '../storage/store-article.ts'
import { sha256Hex } from './digest.ts'
import { readArticle } from './read-article.ts'
import { nextRetryAt, nextRevisitAt } from './schedule.ts'
import { instantAfter, type PipelineTools } from './tools.ts'

/** Of the hash of an article's identity key, what makes its id: 64 bits. */
const ARTICLE_ID_LENGTH = 16

/** An article is gone at once with 410, and with the second 404 in a row. */
const NOT_FOUND_TIMES = 2

export type PageVisit = { page: PendingPage; runId: string; partner: Partner; fetchPage: FetchPage }

/** Visits one page and writes its outcome. What goes wrong with the page is written, not thrown. */
export async function visitPage(visit: PageVisit, tools: PipelineTools): Promise<void> {
  const { page, partner } = visit
  const answer = await visit.fetchPage(page.url, 'page', validatorsOf(page))
  if (!answer.ok) return recordFailure(visit, answer, tools)
  if (answer.status === 'not-modified') {
    await tools.db.batch(recordVisit(tools.db, seen(visit, tools, { outcome: 'unchanged' })))
    return
  }
  const read = readArticle(answer.body, {
    url: answer.url,
    timezone: partner.timezone ?? tools.siteTimezone,
    now: tools.now(),
  })
  if (!read.ok) {
    const message = `${page.url}: ${read.message}`
    await tools.db.batch(recordVisit(tools.db, failed(visit, tools, { message, fetched: true })))
    return
  }
  const validators = { etag: answer.etag, lastModified: answer.lastModified }
  await store(visit, read.article, validators, tools)
}

/** Writes that a page could not be handled because of a fault of ours. */
export async function recordBug(visit: PageVisit, tools: PipelineTools): Promise<void> {
  const message = `${visit.page.url} could not be handled: an internal error, see the log.`
  await tools.db.batch(recordVisit(tools.db, failed(visit, tools, { message })))
}

async function store(
  visit: PageVisit,
  article: ScrapedArticle,
  validators: Validators,
  tools: PipelineTools,
): Promise<void> {
  const key = urlKey(article.sourceUrl) ?? visit.page.urlKey
  const known = await findKnownArticle(tools.db, key)
  const seenAs = (outcome: Visit['outcome']) =>
    recordVisit(tools.db, seen(visit, tools, { outcome, fetched: true, validators }))
  // What is gone belongs to nobody: its partner may have been removed and added again as another.
  if (known !== undefined && known.partnerId !== visit.partner.id && known.state !== 'gone') {
    await tools.db.batch(seenAs('duplicate'))
    return
  }
  const incoming = await incomingArticle(visit, article, key, known, tools)
  await storeArticle(tools, incoming, known, (outcome) =>
    // The same article under a second address of the same partner.
    seenAs(outcome === 'unchanged' && key !== visit.page.urlKey ? 'duplicate' : outcome),
  )
}

async function incomingArticle(
  visit: PageVisit,
  scraped: ScrapedArticle,
  key: string,
  known: KnownArticle | undefined,
  tools: PipelineTools,
): Promise<IncomingArticle> {
  const { partnerViews, related, removed, featured } = scraped
  const now = tools.now()
  return {
    id: known?.id ?? (await sha256Hex(key)).slice(0, ARTICLE_ID_LENGTH),
    urlKey: key,
    partnerId: visit.partner.id,
    scraped,
    contentHash: await contentHash(scraped),
    detailsHash: await sha256Hex(JSON.stringify({ partnerViews, related, removed, featured })),
    relatedKeys: related.map((post) => urlKey(post.url) ?? post.url),
    topicKeys: scraped.topics.map((name) => ({ topic: slugify(name), name })),
    siteUrl: tools.siteUrl,
    now: now.toISOString(),
    announceAt: instantAfter(now, ANNOUNCE_AFTER_MS),
  }
}

async function recordFailure(
  visit: PageVisit,
  failure: FetchFailure,
  tools: PipelineTools,
): Promise<void> {
  const { page } = visit
  if (failure.reason !== 'gone') {
    const message = failure.message
    await tools.db.batch(recordVisit(tools.db, failed(visit, tools, { message })))
    return
  }
  const failures = page.failures + 1
  const isGone = failure.httpStatus === 410 || failures >= NOT_FOUND_TIMES
  const now = tools.now()
  const record = recordVisit(tools.db, {
    ...seen(visit, tools, { outcome: 'gone' }),
    state: isGone ? 'gone' : page.state === 'fetched' ? 'fetched' : 'failed',
    failures,
    nextAttemptAt: nextRetryAt(failures, now),
  })
  const known = await findKnownArticle(tools.db, page.urlKey)
  if (!isGone || known === undefined || known.partnerId !== visit.partner.id) {
    await tools.db.batch(record)
    return
  }
  await changeArticleState(
    tools.db,
    {
      articleId: known.id,
      from: ['published'],
      to: 'gone',
      siteUrl: tools.siteUrl,
      now: now.toISOString(),
      announceAt: instantAfter(now, ANNOUNCE_AFTER_MS),
    },
    record,
  )
}

/** Only what answered before has validators worth sending. */
function validatorsOf(page: PendingPage): Validators | undefined {
  return page.state === 'fetched' ? { etag: page.etag, lastModified: page.lastModified } : undefined
}

function seen(
  visit: PageVisit,
  tools: PipelineTools,
  what: { outcome: Visit['outcome']; fetched?: boolean; validators?: Validators },
): Visit {
  const now = tools.now()
  return {
    runId: visit.runId,
    partnerId: visit.partner.id,
    urlKey: visit.page.urlKey,
    outcome: what.outcome,
    fetched: what.fetched ?? false,
    message: null,
    state: 'fetched',
    failures: 0,
    validators: what.validators,
    now: now.toISOString(),
    nextAttemptAt: nextRevisitAt(visit.page.firstSeenAt, now),
  }
}

function failed(
  visit: PageVisit,
  tools: PipelineTools,
  what: { message: string; fetched?: boolean },
): Visit {
  const failures = visit.page.failures + 1
  return {
    ...seen(visit, tools, { outcome: 'failed', fetched: what.fetched ?? false }),
    message: what.message,
    // What we hold stays as it is, and so do its validators: the next visit is conditional again.
    state: visit.page.state === 'fetched' ? 'fetched' : 'failed',
    failures,
    nextAttemptAt: nextRetryAt(failures, tools.now()),
  }
}
