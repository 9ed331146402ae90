/** Moves a run on: discovery first, then its pages, a share of them with every wake-up. */

import { holdBackfill } from '../storage/backfill-progress.ts'
import type { VisitedPartner } from '../storage/kept-partner.ts'
import { leaseVisit } from '../storage/lease-visit.ts'
import { wakeDeliveries } from '../storage/messages.ts'
import { ANNOUNCE_AFTER_MS } from '../storage/pointer-memory.ts'
import { LEASE_MS } from '../storage/runs.ts'
import { planBackfillRun } from './backfill-run.ts'
import { closeRun } from './close-run.ts'
import { feedEntries } from './feed-entries.ts'
import { holdRun } from './hold-run.ts'
import { learnPatterns } from './learn-patterns.ts'
import { partnerFetch } from './partner-fetch.ts'
import { planRun } from './plan-run.ts'
import { removeGone } from './remove-gone.ts'
import { instantAfter, type PipelineTools } from './tools.ts'
import { visitPages } from './visit-pages.ts'
import { finish, giveUp, goOnLater, isTooLong, type Wake } from './wake.ts'

const NOTHING_FOUND = { discovery: undefined, entries: undefined }

/**
 * Does the next share of a run. Comes twice, late or not at all: the lease lets one in at a time,
 * and what was done is in D1.
 */
export async function advanceRun(runId: string, tools: PipelineTools): Promise<void> {
  const startedAt = tools.now()
  const leased = await leaseVisit(tools.db, {
    runId,
    now: startedAt.toISOString(),
    until: instantAfter(startedAt, LEASE_MS),
  })
  if (leased === undefined) return
  const { run, visited } = leased
  if (visited === undefined) {
    const why = { url: run.partnerId, message: 'The partner was removed.' }
    const result = { discovery: undefined, notBefore: null, also: [], isQuiet: true }
    await closeRun(run, undefined, { kind: 'failed', ...why, ...result }, tools)
    return
  }
  const { partner } = visited
  if (partner.recipeError !== undefined) {
    tools.log('recipe.unreadable', { partnerId: partner.id, message: partner.recipeError })
  }
  const hold = holdRun(run, tools)
  const fetchPage = partnerFetch(tools, hold)
  const wake: Wake = { run, partner, hold, fetchPage, startedAt, ...NOTHING_FOUND }
  if (run.cause === 'backfill') await advanceBackfill(wake, tools)
  else if (run.state === 'queued') await begin(wake, visited, tools)
  else await goOn(wake, tools)
}

/** Reads on in the lists of an archive, and visits its pages. */
async function advanceBackfill(wake: Wake, tools: PipelineTools): Promise<void> {
  const backfill = await holdBackfill(tools.db, wake.run.partnerId, tools.now().toISOString())
  if (backfill === undefined) {
    const message = 'The backfill is not under way any more.'
    return await giveUp(wake, { url: wake.partner.url, message }, tools)
  }
  if (wake.run.state === 'queued') await planBackfillRun(wake, backfill, tools)
  const archive = { backfillId: backfill.id, since: backfill.since, until: backfill.until }
  await goOn({ ...wake, archive, startedAt: tools.now() }, tools)
}

/** Looks for what the partner lists; without news there is nothing more to do. */
async function begin(wake: Wake, visited: VisitedPartner, tools: PipelineTools): Promise<void> {
  const plan = await planRun(wake.run, visited, wake.fetchPage, tools)
  const { discovery } = plan
  const entries = wake.partner.recipe === null ? feedEntries(discovery) : undefined
  // A first look at a partner takes longer than a share of pages: these have their own time.
  const found: Wake = { ...wake, discovery, entries, startedAt: tools.now() }
  if (plan.kind === 'waiting' && !isTooLong(plan.until, tools)) {
    return await goOnLater(found, plan.until, tools)
  }
  if (plan.kind === 'waiting' || plan.kind === 'obstacle') {
    return await giveUp(found, { url: wake.partner.url, message: plan.message }, tools)
  }
  if (plan.kind === 'nothing-new') {
    if (await finish(found, { unplanned: true, isQuiet: true }, tools)) return
    // An operator has joined. The host was given back with the end that came to nothing.
    await plan.write()
    return await goOnLater(found, undefined, tools)
  }
  await goOn(found, tools)
}

async function goOn(wake: Wake, tools: PipelineTools): Promise<void> {
  const { pages, isLeft, hasNews, waitsUntil } = await visitPages(wake, tools)
  const isEnd = !isLeft && (pages > 0 || wake.run.state === 'running')
  const hasLess = isEnd && (await removeGone(wake.run, tools))
  if (hasNews || hasLess) await wakeDeliveries(tools.deliveryQueue, ANNOUNCE_AFTER_MS / 1000)
  const isQuiet = wake.run.state === 'queued' && pages === 0
  if (!isLeft && (await finish(wake, { unplanned: false, isQuiet }, tools))) {
    if (pages > 0) await learnPatterns(wake.run, wake.partner.upkeep, tools)
    return
  }
  if (pages === 0) {
    const message = 'What was left of the run is not known any more.'
    return await giveUp(wake, { url: wake.partner.url, message }, tools)
  }
  await goOnLater(wake, waitsUntil, tools)
}
