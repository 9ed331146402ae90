/** Moves a run on: discovery first, then its pages, a share of them with every wake-up. */

import type { Discovery } from '../crawler/discovery.ts'
import type { FetchPage } from '../crawler/polite.ts'
import {
  claimPage,
  findEndedPages,
  findPendingPages,
  type PendingPage,
} from '../storage/frontier.ts'
import { wakeDeliveries, wakeRun } from '../storage/messages.ts'
import { findKeptPartner, type KeptPartner } from '../storage/partners.ts'
import { ANNOUNCE_AFTER_MS } from '../storage/pointer-memory.ts'
import { giveBackRun, type HeldRun, leaseRun } from '../storage/runs.ts'
import { closeRun } from './close-run.ts'
import { holdRun, LEASE_MS, type RunHold } from './hold-run.ts'
import { partnerFetch } from './partner-fetch.ts'
import { planRun } from './plan-run.ts'
import { type SilentHosts, silentHosts } from './silent-hosts.ts'
import { instantAfter, type PipelineTools } from './tools.ts'
import { givenUp, passOver, recordBug, visitPage } from './visit-page.ts'

/**
 * After this long a wake-up takes no further page. It goes on behind a message that has been
 * acknowledged, where the platform may end it after half a minute: this long and one page's time-out
 * fit into that. What it ends goes on when the lease is over.
 */
const WAKE_MS = 12 * 1000

/** Pages that one wake-up reads from D1. */
const PAGES_PER_WAKE = 25

/** The visits before that tell whether a host has fallen silent; a partner may list several hosts. */
const ENDED_PAGES = 20

type Wake = {
  run: HeldRun
  partner: KeptPartner
  hold: RunHold
  fetchPage: FetchPage
  startedAt: Date
  /** What this wake-up found; undefined where an earlier one looked. */
  discovery: Discovery | undefined
}

/**
 * Does the next share of a run. Comes twice, late or not at all: the lease lets one in at a time,
 * and what was done is in D1.
 */
export async function advanceRun(runId: string, tools: PipelineTools): Promise<void> {
  const startedAt = tools.now()
  const run = await leaseRun(tools.db, {
    runId,
    now: startedAt.toISOString(),
    until: instantAfter(startedAt, LEASE_MS),
  })
  if (run === undefined) return
  const partner = await findKeptPartner(tools.db, run.partnerId)
  if (partner === undefined) {
    const failure = { url: run.partnerId, message: 'The partner was removed.' }
    return await endRun(run, partner, failure, tools)
  }

  if (partner.recipeError !== undefined) {
    tools.log('recipe.unreadable', { partnerId: partner.id, message: partner.recipeError })
  }
  const hold = holdRun(run, tools)
  const fetchPage = partnerFetch({ ...tools, fetch: hold.fetch }, run.askedAt)
  const plan = run.state === 'queued' ? await planRun(run, partner, fetchPage, tools) : undefined
  if (plan?.obstacle !== undefined) {
    const failure = { url: partner.url, message: plan.obstacle, discovery: plan.discovery }
    return await endRun(run, partner, failure, tools)
  }
  await goOn({ run, partner, hold, fetchPage, startedAt, discovery: plan?.discovery }, tools)
}

async function goOn(wake: Wake, tools: PipelineTools): Promise<void> {
  const { run, partner, hold } = wake
  const pages = await findPendingPages(tools.db, run, PAGES_PER_WAKE)
  await visitPages(pages, wake, tools)
  const now = tools.now().toISOString()
  await wakeDeliveries(tools.deliveryQueue, ANNOUNCE_AFTER_MS / 1000)
  const isQuiet = wake.run.state === 'queued' && pages.length === 0
  const done = { kind: 'done', discovery: wake.discovery, notBefore: null, isQuiet } as const
  if (await closeRun(run, partner, { ...done, also: [] }, tools)) return
  if (pages.length === 0) {
    const message = 'What was left of the run is not known any more.'
    return await endRun(run, partner, { url: partner.url, message }, tools)
  }
  const held = await giveBackRun(tools.db, { runId: run.id, mine: hold.leaseUntil(), now })
  if (held) await wakeRun(tools.runQueue, run.id)
}

/** Visits the pages in turn, until the wake-up's time is over or the run is not ours any more. */
async function visitPages(pages: PendingPage[], wake: Wake, tools: PipelineTools): Promise<void> {
  const silent = silentHosts(await findEndedPages(tools.db, wake.run.id, ENDED_PAGES))
  for (const page of pages) {
    const claim = { runId: wake.run.id, urlKey: page.urlKey, leaseUntil: wake.hold.leaseUntil() }
    const claimed = await claimPage(tools.db, claim)
    if (claimed === undefined) return
    await handlePage(page, { ...wake, silent, tries: claimed.tries }, tools)
    if (tools.now().getTime() - wake.startedAt.getTime() >= WAKE_MS) return
  }
}

async function handlePage(
  page: PendingPage,
  wake: Wake & { silent: SilentHosts; tries: number },
  tools: PipelineTools,
): Promise<void> {
  const { run, partner, fetchPage, silent } = wake
  const visit = { page, runId: run.id, partner, fetchPage }
  if (await givenUp(visit, wake.tries, tools)) return
  if (silent.includes(page.url)) return passOver(visit, tools)
  try {
    silent.note({ url: page.url, answered: await visitPage(visit, tools) })
  } catch (error) {
    // One bad page never stops a run; where D1 itself fails, this throws and the message comes again.
    tools.log('page.failed', { runId: run.id, url: page.url, message: String(error) })
    await recordBug(visit, tools)
  }
}

async function endRun(
  run: HeldRun,
  partner: KeptPartner | undefined,
  failure: { url: string; message: string; discovery?: Discovery | undefined },
  tools: PipelineTools,
): Promise<void> {
  const { url, message, discovery } = failure
  const result = { kind: 'failed', url, message, discovery, notBefore: null } as const
  await closeRun(run, partner, { ...result, isQuiet: true, also: [] }, tools)
}
