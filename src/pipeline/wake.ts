/** One wake-up of a run: what it holds, and the ways in which it ends. */

import type { Discovery } from '../crawler/discovery/discovery.ts'
import type { FetchPage } from '../crawler/politeness/polite.ts'
import type { KeptPartner } from '../storage/kept-partner.ts'
import { wakeRun } from '../storage/messages.ts'
import { rememberWholeFeed } from '../storage/partner-sources.ts'
import type { RunNotice } from '../storage/run-reports.ts'
import { giveBackRun, type HeldRun } from '../storage/runs.ts'
import { closeRun } from './close-run.ts'
import type { FeedEntries } from './feed-entries.ts'
import type { RunHold } from './hold-run.ts'
import type { PageVisit } from './page-visit.ts'
import type { PipelineTools } from './tools.ts'

/** Whoever asks for more than this gets it: the run does not wait for them. */
const WAITED_FOR_MS = 60_000

export type Wake = {
  run: HeldRun
  partner: KeptPartner
  hold: RunHold
  fetchPage: FetchPage
  startedAt: Date
  /** What this wake-up found; undefined where an earlier one looked. */
  discovery: Discovery | undefined
  /** Undefined where the feed carries no article, and for a partner with a recipe, which speaks of pages. */
  entries: FeedEntries | undefined
  /** Of a run of a backfill. */
  archive?: PageVisit['archive']
}

/** Whether the run is over rather than goes on at `until`, Unix milliseconds. */
export function isTooLong(until: number, tools: PipelineTools): boolean {
  return until - tools.now().getTime() > WAITED_FOR_MS
}

/** Until when a host that the run has met asked us to stay away for longer; null where none did. */
function notBefore({ turns }: RunHold, tools: PipelineTools): string | null {
  const until = Math.max(0, ...turns.freeAt.values())
  return isTooLong(until, tools) ? new Date(until).toISOString() : null
}

/** Ends the run, if nothing of it is left; returns whether it has ended. */
export async function finish(
  wake: Wake,
  { unplanned, isQuiet }: { unplanned: boolean; isQuiet: boolean },
  tools: PipelineTools,
): Promise<boolean> {
  const { run, partner, hold } = wake
  const discovery = wake.entries?.learnt() ?? wake.discovery
  const also = hold.turns.giveBack()
  const result = { discovery, notBefore: notBefore(hold, tools), also, unplanned, isQuiet }
  return await closeRun(run, partner, { kind: 'done', ...result }, tools)
}

/** Ends the run, for it cannot go on. */
export async function giveUp(wake: Wake, why: RunNotice, tools: PipelineTools): Promise<void> {
  const { run, partner, hold, discovery } = wake
  const waiting = discovery?.ok === false && discovery.reason === 'waiting' ? discovery : undefined
  const until = waiting === undefined ? null : new Date(waiting.until).toISOString()
  const result = {
    discovery,
    notBefore: notBefore(hold, tools) ?? until,
    also: hold.turns.giveBack(),
    isQuiet: true,
  }
  await closeRun(run, partner, { kind: 'failed', ...why, ...result }, tools)
}

/** Leaves the run to the next wake-up, which comes at once, or not before `until` (Unix milliseconds). */
export async function goOnLater(
  wake: Wake,
  until: number | undefined,
  tools: PipelineTools,
): Promise<void> {
  const { run, partner, hold, entries } = wake
  const learnt = entries?.learnt()
  const now = tools.now().getTime()
  const at = new Date(Math.max(now, until ?? now)).toISOString()
  const [given] = await tools.db.batch([
    giveBackRun(tools.db, { runId: run.id, mine: hold.leaseUntil(), until: at }),
    ...hold.turns.giveBack(),
    ...(learnt ? [rememberWholeFeed(tools.db, partner.id, learnt.source)] : []),
  ])
  const isOurs = (given?.meta.changes ?? 0) > 0
  if (isOurs) await wakeRun(tools.runQueue, run.id, (Date.parse(at) - now) / 1000)
}
