/** Takes articles off the site that their partner has deleted, unless it is the partner's site that is broken. */

import { changeArticleState } from '../storage/article-state.ts'
import {
  countAsked,
  findGoneArticles,
  type GoneArticle,
  remarkOnPage,
} from '../storage/gone-articles.ts'
import { ANNOUNCE_AFTER_MS } from '../storage/pointer-memory.ts'
import { instantAfter, type PipelineTools } from './tools.ts'

/** From so many on, missing pages that outnumber those that are there are one fault of the site. */
const OUTAGE_PAGES_MIN = 3

/** Pages that were asked for within this time are compared. */
const OUTAGE_MS = 24 * 60 * 60 * 1000

/**
 * After so many times in a row a page is gone all the same: with five minutes, then twice as long
 * each time in between, that is after 21 hours.
 */
const OUTAGE_SIGHTINGS = 9

/**
 * Removes the articles whose pages the run found gone. Where most pages of the partner that were
 * asked for within a day are missing, they wait, and the run's report says so. Running it again
 * removes nothing twice. Returns whether something was removed.
 */
export async function removeGone(
  run: { id: string; partnerId: string },
  tools: PipelineTools,
): Promise<boolean> {
  const gone = await findGoneArticles(tools.db, run)
  if (gone.length === 0) return false
  const now = tools.now()
  const asked = await countAsked(tools.db, run.partnerId, instantAfter(now, -OUTAGE_MS))
  const isOutage = asked.missing >= OUTAGE_PAGES_MIN && asked.missing > asked.there
  const waiting = isOutage ? gone.filter(({ notFound }) => notFound < OUTAGE_SIGHTINGS) : []
  for (const article of gone) {
    if (!waiting.includes(article)) await remove(article, now, tools)
  }
  const [first] = waiting
  const hasRemoved = waiting.length < gone.length
  if (first === undefined) return hasRemoved
  const message =
    `${asked.missing} of ${asked.missing + asked.there} articles that were asked for within a day ` +
    `are not there: the site seems broken, so ${waiting.length} of them stay published for now.`
  await tools.db.batch([remarkOnPage(tools.db, { runId: run.id, urlKey: first.urlKey, message })])
  return hasRemoved
}

async function remove({ articleId }: GoneArticle, now: Date, tools: PipelineTools): Promise<void> {
  await changeArticleState(tools.db, {
    articleId,
    from: ['published'],
    to: 'gone',
    siteUrl: tools.siteUrl,
    now: now.toISOString(),
    announceAt: instantAfter(now, ANNOUNCE_AFTER_MS),
  })
}
