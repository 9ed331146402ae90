/** Moves a run on: discovery first, then its pages, a share of them with every wake-up. */

import { urlKey } from '../articles/canonical-url.ts'
import type { Partner } from '../articles/partner.ts'
import { discover } from '../crawler/discover.ts'
import type { DiscoveredEntry, Discovery } from '../crawler/discovery.ts'
import type { FetchPage } from '../crawler/polite.ts'
import {
  countListed,
  findPendingPages,
  type ListedAddress,
  planRunPages,
  takeInListed,
} from '../storage/frontier.ts'
import { wakeDeliveries, wakeRun } from '../storage/messages.ts'
import { findPartner, findSource, rememberSource } from '../storage/partners.ts'
import { ANNOUNCE_AFTER_MS } from '../storage/pointer-memory.ts'
import {
  extendLease,
  failRun,
  finishRun,
  type HeldRun,
  leaseRun,
  markRunning,
  recordProgress,
} from '../storage/runs.ts'
import { partnerFetch } from './partner-fetch.ts'
import { instantAfter, type PipelineTools } from './tools.ts'
import { recordBug, visitPage } from './visit-page.ts'

/** Longer than one request takes whose every hop runs into the time-out. */
const LEASE_MS = 2 * 60 * 1000

/** A lease that is older is prolonged before the next request. */
const LEASE_RENEWED_AFTER_MS = 30 * 1000

/** Pages of one wake-up: with two seconds between them, well under a consumer's 15 minutes. */
const PAGES_PER_WAKE = 25

/**
 * Does the next share of a run. Comes twice, late or not at all: the lease lets one in at a time,
 * and what was done is in D1.
 */
export async function advanceRun(runId: string, tools: PipelineTools): Promise<void> {
  const now = tools.now()
  const run = await leaseRun(tools.db, {
    runId,
    now: now.toISOString(),
    until: instantAfter(now, LEASE_MS),
  })
  if (run === undefined) return
  const partner = await findPartner(tools.db, run.partnerId)
  if (partner === undefined) return endRun(run, run.partnerId, 'The partner was removed.', tools)

  const fetchPage = holding(run, partnerFetch(tools), tools)
  if (run.state === 'queued' && !(await planRun(run, partner, fetchPage, tools))) return
  await visitPages(run, partner, fetchPage, tools)
  if (await finishRun(tools.db, runId, tools.now().toISOString())) {
    await wakeDeliveries(tools.deliveryQueue, ANNOUNCE_AFTER_MS / 1000)
    return
  }
  await recordProgress(tools.db, runId)
  await extendLease(tools.db, runId, tools.now().toISOString())
  await wakeRun(tools.runQueue, runId)
}

/** The same fetch, which keeps the run's lease alive: as long as requests are made, someone is at work. */
function holding(run: HeldRun, fetchPage: FetchPage, tools: PipelineTools): FetchPage {
  let renewedAt = tools.now().getTime()
  return async (url, accept, validators) => {
    const now = tools.now()
    if (now.getTime() - renewedAt >= LEASE_RENEWED_AFTER_MS) {
      renewedAt = now.getTime()
      await extendLease(tools.db, run.id, instantAfter(now, LEASE_MS))
    }
    return await fetchPage(url, accept, validators)
  }
}

/** Asks what the partner lists and writes which pages to visit; false where that ended the run. */
async function planRun(
  run: HeldRun,
  partner: Partner,
  fetchPage: FetchPage,
  tools: PipelineTools,
): Promise<boolean> {
  const source = await findSource(tools.db, partner.id)
  const discovery = await discover(partner, { fetchPage }, source)
  if (!discovery.ok) {
    await endRun(run, partner.url, discovery.message, tools)
    return false
  }
  await writePlan(run, partner, discovery, tools)
  return true
}

async function writePlan(
  run: HeldRun,
  partner: Partner,
  discovery: Extract<Discovery, { ok: true }>,
  tools: PipelineTools,
): Promise<void> {
  const { db } = tools
  const now = tools.now().toISOString()
  const listed = discovery.status === 'found' ? listedAddresses(discovery.entries) : []
  const discovered =
    discovery.status === 'found' ? listed.length : await countListed(db, partner.id)
  const takeIn =
    discovery.status === 'found'
      ? [
          ...takeInListed(db, partner.id, listed, now),
          rememberSource(db, partner.id, discovery.source),
        ]
      : []
  const allListed = run.cause === 'operator'
  await db.batch([
    ...takeIn,
    planRunPages(db, { id: run.id, partnerId: partner.id, allListed, listed, now }),
    markRunning(db, run.id, discovered),
  ])
}

async function visitPages(
  run: HeldRun,
  partner: Partner,
  fetchPage: FetchPage,
  tools: PipelineTools,
): Promise<void> {
  const pages = await findPendingPages(tools.db, run, PAGES_PER_WAKE)
  for (const page of pages) {
    const visit = { page, runId: run.id, partner, fetchPage }
    try {
      await visitPage(visit, tools)
    } catch (error) {
      // One bad page never stops a run; where D1 itself fails, this throws and the message comes again.
      tools.log('page.failed', { runId: run.id, url: page.url, message: String(error) })
      await recordBug(visit, tools)
    }
  }
}

async function endRun(
  run: HeldRun,
  url: string,
  message: string,
  tools: PipelineTools,
): Promise<void> {
  await failRun(tools.db, { runId: run.id, now: tools.now().toISOString(), url, message })
}

/** Listed addresses by identity: an article listed twice under two spellings is one. */
function listedAddresses(entries: DiscoveredEntry[]): ListedAddress[] {
  const byKey = new Map<string, ListedAddress>()
  for (const { url } of entries) {
    const key = urlKey(url)
    if (key !== undefined && !byKey.has(key)) byKey.set(key, { url, urlKey: key })
  }
  return [...byKey.values()]
}
