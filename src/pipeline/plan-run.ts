/** The first half of a run: asks what the partner lists, and writes which pages to visit. */

import { urlKey } from '../articles/addresses/canonical-url.ts'
import { discover } from '../crawler/discovery/discover.ts'
import type { DiscoveredEntry, Discovery, Found } from '../crawler/discovery/discovery.ts'
import { UNASKABLE } from '../crawler/discovery/sift-entries.ts'
import type { FetchPage } from '../crawler/politeness/polite.ts'
import {
  countListed,
  type ListedAddress,
  takeInEntries,
  takeInListed,
  takeInNews,
} from '../storage/frontier.ts'
import type { VisitedPartner } from '../storage/kept-partner.ts'
import { rememberSources } from '../storage/partner-sources.ts'
import { planRunPages } from '../storage/plan-pages.ts'
import { noticeBudget, type RunNotice } from '../storage/run-reports.ts'
import { type HeldRun, markPlanned, markRunning } from '../storage/runs.ts'
import { asksSource } from './asks-source.ts'
import { discoverTools } from './discover-tools.ts'
import { entryHashes } from './feed-entries.ts'
import type { PipelineTools } from './tools.ts'

/** After so many beginnings that took their process along, a run is given up. */
const TRIES_MAX = 3

export type Plan = {
  /** What the partner answered; undefined where it was not asked, or a fault of ours came in between. */
  discovery: Discovery | undefined
} & (
  | { kind: 'planned' }
  /** The plan would be empty; `write` writes it all the same, and begins the run. */
  | { kind: 'nothing-new'; write: () => Promise<void> }
  /** One English sentence on why the run cannot go on. */
  | { kind: 'obstacle'; message: string }
  /** Its host must not be asked before `until`, Unix milliseconds. */
  | { kind: 'waiting'; until: number; message: string }
)

type GoodDiscovery = Extract<Discovery, { ok: true }>

/**
 * Plans a run. A fault of ours ends the run as well: with the same pages it would come again for
 * ever.
 */
export async function planRun(
  run: HeldRun,
  visited: VisitedPartner,
  fetchPage: FetchPage,
  tools: PipelineTools,
): Promise<Plan> {
  if (run.tries > TRIES_MAX) {
    const message = `Reading the list of articles broke off ${TRIES_MAX} times.`
    return { kind: 'obstacle', message, discovery: undefined }
  }
  try {
    const { partner, hasDuePages } = visited
    if (!asksSource(run, partner)) {
      await writePagesPlan(run, tools)
      return { kind: 'planned', discovery: undefined }
    }
    const { upkeep } = partner
    const known = discoverTools(run, upkeep, { fetchPage, tools })
    const discovery = await discover(partner, known, upkeep)
    if (!discovery.ok) {
      const { message } = discovery
      return discovery.reason === 'waiting'
        ? { kind: 'waiting', until: discovery.until, message, discovery }
        : { kind: 'obstacle', message, discovery }
    }
    const write = () => writePlan(run, discovery, tools)
    const asksAll = run.cause === 'operator' || hasDuePages
    if (discovery.status === 'not-modified' && !asksAll) {
      return { kind: 'nothing-new', write, discovery }
    }
    await write()
    return { kind: 'planned', discovery }
  } catch (error) {
    tools.log('run.failed', { runId: run.id, message: String(error) })
    const message = 'The list of articles could not be handled: an internal error, see the log.'
    return { kind: 'obstacle', message, discovery: undefined }
  }
}

/** Pages are due, and what the partner lists is not to be asked for yet. */
async function writePagesPlan(run: HeldRun, { db, now }: PipelineTools): Promise<void> {
  const pages = { id: run.id, partnerId: run.partnerId, now: now().toISOString() }
  await db.batch([...planRunPages(db, pages), markPlanned(db, run.id), noticeBudget(db, pages)])
}

async function writePlan(
  run: HeldRun,
  discovery: GoodDiscovery,
  tools: PipelineTools,
): Promise<void> {
  const { db } = tools
  const { id, partnerId } = run
  const now = tools.now().toISOString()
  const pages = { id, partnerId, now }
  const plan = planRunPages(db, pages)
  const remembered = rememberSources(db, partnerId, discovery)
  if (discovery.status === 'not-modified') {
    const discovered = await countListed(db, partnerId)
    const running = markRunning(db, { id, discovered, notices: [] })
    await db.batch([remembered, ...plan, running, noticeBudget(db, pages)])
    return
  }
  const { isWhole } = discovery
  const listed = listedAddresses(discovery.entries)
  const carried = await entryHashes(discovery.entries)
  const takeIn = isWhole ? takeInListed : takeInNews
  await db.batch([
    ...takeIn(db, partnerId, listed, now),
    ...(carried.length === 0 ? [] : [takeInEntries(db, partnerId, carried, now)]),
    remembered,
    ...plan,
    markRunning(db, { id, discovered: listed.length, notices: noticesOf(discovery) }),
    noticeBudget(db, pages),
  ])
}

function noticesOf({ notice, source: { url }, leftOut }: Found): RunNotice[] {
  const unaskable = leftOut.filter(({ why }) => why === UNASKABLE)
  return [
    ...(notice === null ? [] : [{ url, message: notice }]),
    ...unaskable.map(({ why, count, example }) => ({
      url,
      message: `Left out is ${why}: ${example} (${count} in all).`,
    })),
  ]
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
