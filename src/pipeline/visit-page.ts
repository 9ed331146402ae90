/** One page of a run, from its address to the batch that stores what it said. */

import type { FetchAnswer, FetchExtras, FetchFailure } from '../crawler/fetch/fetch-outcome.ts'
import { recordVisit, type Visit } from '../storage/record-visit.ts'
import type { PendingPage } from '../storage/run-pages.ts'
import { recordGone, SIGHTINGS } from './gone-page.ts'
import { failed, type PageVisit, seen, silent, unasked, type Visited } from './page-visit.ts'
import { type ReadPages, readPages } from './read-pages.ts'
import { hasVanished } from './replaced-page.ts'
import { storeRead } from './store-read.ts'
import type { PipelineTools } from './tools.ts'
import { compareEntry, visitEntry } from './visit-entry.ts'

/** After so many visits that took their process along, a page is given up for this run. */
const TRIES_MAX = 3

/** Visits that end for want of a later page, five minutes and more apart, before what is there is kept. */
const WAITS_MAX = 3

/** Visits one page and writes its outcome. What goes wrong with the page is written, not thrown. */
export async function visitPage(visit: PageVisit, tools: PipelineTools): Promise<Visited> {
  const { page, partner } = visit
  const spared = await visitEntry(visit, tools)
  if (spared !== undefined) return spared
  const answer = await visit.fetchPage(page.url, 'page', validatorsOf(page))
  if (!answer.ok) return await recordFailure(visit, answer, tools)
  if (answer.status === 'not-modified') {
    const whole = { ...answer, isWhole: true }
    await record(seen(visit, tools.now(), { outcome: 'unchanged', answer: whole }), tools)
    return { answered: true, isNews: false }
  }
  const timezone = partner.timezone ?? tools.siteTimezone
  const options = { timezone, now: tools.now(), recipe: partner.recipe }
  const read = await readPages(answer, { fetchPage: visit.fetchPage, now: tools.now, options })
  if (!read.ok) {
    const message = `${page.url}: ${read.message}`
    if (hasVanished(visit, answer, read)) {
      await recordGone(visit, { sightings: SIGHTINGS.unclear, message, isPlain: false }, tools)
      return { answered: true, isNews: false }
    }
    const unreadable = { message, fetched: true, isUnreadable: true }
    await record(failed(visit, tools.now(), unreadable), tools)
    return { answered: true, isNews: false }
  }
  await compareEntry(visit, read.article, tools)
  return await keepRead(visit, read, answer, tools)
}

/** An article that lacks its later pages waits for them, for a while: they may come back. */
async function keepRead(
  visit: PageVisit,
  read: ReadPages,
  answer: FetchAnswer,
  tools: PipelineTools,
): Promise<Visited> {
  const { missing, isLaterPage } = read
  const answered = missing?.unanswered !== true
  if (missing?.isPassing && visit.page.failures < WAITS_MAX) {
    const { message } = missing
    const what = { message, fetched: true, unanswered: !answered, isWaiting: true }
    await record(failed(visit, tools.now(), what), tools)
    return { answered, isNews: false }
  }
  // Whoever knows what we have must not say that it is all there is, or that it is the same.
  const isWhole = missing === null && !isLaterPage
  const isNews = await storeRead(visit, read, { ...answer, isWhole }, tools)
  return { answered, isNews }
}

/** Writes that a page could not be handled because of a fault of ours. */
export async function recordBug(visit: PageVisit, tools: PipelineTools): Promise<void> {
  const message = `${visit.page.url} could not be handled: an internal error, see the log.`
  await record(failed(visit, tools.now(), { message }), tools)
}

/** Ends a page whose visits never come to an end; returns whether this is one. */
export async function givenUp(
  visit: PageVisit,
  tries: number,
  tools: PipelineTools,
): Promise<boolean> {
  if (tries <= TRIES_MAX) return false
  const message = `${visit.page.url} was given up: ${TRIES_MAX} visits to it broke off.`
  await record(failed(visit, tools.now(), { message }), tools)
  return true
}

/** Ends a page whose host has fallen silent, without asking for it. */
export async function passOver(visit: PageVisit, tools: PipelineTools): Promise<void> {
  const message = `${visit.page.url} was not asked: the host did not answer three times in a row.`
  await record(silent(visit, tools.now(), message), tools)
}

async function record(visit: Visit, tools: PipelineTools): Promise<void> {
  await tools.db.batch(recordVisit(tools.db, visit))
}

async function recordFailure(
  visit: PageVisit,
  failure: FetchFailure,
  tools: PipelineTools,
): Promise<Visited> {
  const now = tools.now()
  const { message } = failure
  if (failure.reason === 'gone') {
    const sightings = failure.httpStatus === 410 ? SIGHTINGS[410] : SIGHTINGS[404]
    await recordGone(visit, { sightings, message, isPlain: true }, tools)
    return { answered: true, isNews: false }
  }
  if (failure.reason === 'waiting') {
    await record(unasked(visit, now, { message, until: failure.until }), tools)
    return { answered: true, isNews: false }
  }
  const unanswered = failure.reason === 'timeout' || failure.reason === 'unreachable'
  const waitSeconds = failure.retryAfterSeconds ?? 0
  await record(failed(visit, now, { message, unanswered, waitSeconds }), tools)
  return { answered: !unanswered, isNews: false }
}

/** Only what answered before has validators worth sending, to the address that gave them. */
function validatorsOf({ state, url, ...page }: PendingPage): FetchExtras {
  if (state !== 'fetched') return {}
  const { etag, lastModified, validatorsFrom } = page
  return { etag, lastModified, validatorsFrom: validatorsFrom ?? url }
}
