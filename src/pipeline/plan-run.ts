/** The first half of a run: asks what the partner lists, and writes which pages to visit. */

import { urlKey } from '../articles/addresses/canonical-url.ts'
import { discover } from '../crawler/discover.ts'
import type { DiscoveredEntry, Discovery } from '../crawler/discovery.ts'
import type { FetchPage } from '../crawler/polite.ts'
import { countListed, type ListedAddress, planRunPages, takeInListed } from '../storage/frontier.ts'
import { type KeptPartner, rememberSource } from '../storage/partners.ts'
import { type HeldRun, markPlanned, markRunning } from '../storage/runs.ts'
import { asksSource } from './asks-source.ts'
import type { PipelineTools } from './tools.ts'

/** After so many beginnings that took their process along, a run is given up. */
const TRIES_MAX = 3

export type Plan = {
  /** One sentence for operators that says why the run cannot go on; undefined where it can. */
  obstacle: string | undefined
  /** What the partner answered; undefined where it was not asked, or a fault of ours came in between. */
  discovery: Discovery | undefined
}

/**
 * Plans a run. A fault of ours ends the run as well: with the same pages it would come again for
 * ever.
 */
export async function planRun(
  run: HeldRun,
  partner: KeptPartner,
  fetchPage: FetchPage,
  tools: PipelineTools,
): Promise<Plan> {
  if (run.tries > TRIES_MAX) {
    const obstacle = `Reading the list of articles broke off ${TRIES_MAX} times.`
    return { obstacle, discovery: undefined }
  }
  try {
    if (!asksSource(run, partner)) {
      await writePagesPlan(run, tools)
      return { obstacle: undefined, discovery: undefined }
    }
    const discovery = await discover(partner, { fetchPage }, partner.upkeep.source ?? undefined)
    if (!discovery.ok) return { obstacle: discovery.message, discovery }
    await writePlan(run, partner, discovery, tools)
    return { obstacle: undefined, discovery }
  } catch (error) {
    tools.log('run.failed', { runId: run.id, message: String(error) })
    const obstacle = 'The list of articles could not be handled: an internal error, see the log.'
    return { obstacle, discovery: undefined }
  }
}

/** Pages are due, and what the partner lists is not to be asked for yet. */
async function writePagesPlan(run: HeldRun, { db, now }: PipelineTools): Promise<void> {
  const pages = { id: run.id, partnerId: run.partnerId, now: now().toISOString() }
  await db.batch([planRunPages(db, pages), markPlanned(db, run.id)])
}

async function writePlan(
  run: HeldRun,
  partner: KeptPartner,
  discovery: Extract<Discovery, { ok: true }>,
  tools: PipelineTools,
): Promise<void> {
  const { db } = tools
  const now = tools.now().toISOString()
  const plan = planRunPages(db, { id: run.id, partnerId: partner.id, now })
  if (discovery.status === 'not-modified') {
    await db.batch([plan, markRunning(db, run.id, await countListed(db, partner.id))])
    return
  }
  const listed = listedAddresses(discovery.entries)
  await db.batch([
    ...takeInListed(db, partner.id, listed, now),
    rememberSource(db, partner.id, discovery.source),
    plan,
    markRunning(db, run.id, listed.length),
  ])
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
