/** Visits an article in the feed that carries it whole, and learns from pages whether it does. */

import type { ScrapedArticle } from '../articles/article.ts'
import { recordVisit } from '../storage/record-visit.ts'
import { entryLack } from './entry-lack.ts'
import { type PageVisit, seen, type Visited } from './page-visit.ts'
import { type ReadOutcome, readArticle } from './read-article.ts'
import { storeRead } from './store-read.ts'
import type { PipelineTools } from './tools.ts'

/** A page that was not asked for. */
const UNASKED = { permanentUrl: null, etag: null, lastModified: null, isWhole: false }

/**
 * Reads the article from its entry, if the feed is trusted and the article new, or known from its
 * entry alone. Undefined where its page has to be asked for.
 */
export async function visitEntry(
  visit: PageVisit,
  tools: PipelineTools,
): Promise<Visited | undefined> {
  const { page, entries } = visit
  const isKnown = page.state === 'fetched' && page.entryHash !== null
  if (entries === undefined || !(page.state === 'new' || isKnown)) return undefined
  const entry = await entries.find(page.urlKey)
  if (isKnown && (entries.isSame || entry?.hash === page.entryHash)) {
    return await recordUnchanged(visit, page.entryHash ?? '', tools)
  }
  if (entry === undefined || !entries.sparesPage()) return undefined
  const read = readEntry(visit, entry.html, tools)
  if (!read.ok) return undefined
  const whole = { ...read, isLaterPage: false, missing: null }
  const answer = { ...UNASKED, url: page.url }
  const isNews = await storeRead({ ...visit, entryHash: entry.hash }, whole, answer, tools)
  if (page.state === 'new') entries.noteSpared()
  return { answered: true, isNews }
}

async function recordUnchanged(
  visit: PageVisit,
  entryHash: string,
  tools: PipelineTools,
): Promise<Visited> {
  const known = seen(visit, tools.now(), { outcome: 'unchanged', entryHash })
  await tools.db.batch(recordVisit(tools.db, known))
  return { answered: true, isNews: false }
}

/** Compares a new article with the entry that listed it; what a partner's recipe reads stays out of it. */
export async function compareEntry(
  visit: PageVisit,
  article: ScrapedArticle,
  tools: PipelineTools,
): Promise<void> {
  const { page, entries } = visit
  const entry = page.state === 'new' ? await entries?.find(page.urlKey) : undefined
  if (entries === undefined || entry === undefined) return
  const read = readEntry(visit, entry.html, tools)
  const lack = read.ok ? entryLack(read.article, article) : 'It is no article by itself.'
  entries.noteCompared(lack, tools.now())
}

function readEntry({ page, partner }: PageVisit, html: string, tools: PipelineTools): ReadOutcome {
  const timezone = partner.timezone ?? tools.siteTimezone
  return readArticle(html, { url: page.url, timezone, now: tools.now() })
}
