/** The end of a run: what it writes of itself and of its partner, in one batch. */

import type { Discovery } from '../crawler/discovery/discovery.ts'
import { failRun, finishRun } from '../storage/end-runs.ts'
import type { KeptPartner } from '../storage/kept-partner.ts'
import { wakeDeliveries } from '../storage/messages.ts'
import type { HeldRun } from '../storage/runs.ts'
import type { Aftermath } from './aftermath.ts'
import { pushAftermath } from './push-aftermath.ts'
import { openNextBackfillRun, settledBackfill } from './settle-backfill.ts'
import type { PipelineTools } from './tools.ts'
import { visitAftermath } from './visit-aftermath.ts'

export type RunResult = {
  /** What was found; undefined where an earlier wake-up of the run looked, or none came so far. */
  discovery: Discovery | undefined
  /** Until when a host asked us to stay away: the partner's next run is not before. ISO 8601 UTC. */
  notBefore: string | null
  /** No page was to be visited: then there is nothing to learn from any. */
  isQuiet: boolean
  /** To be written in the same batch. */
  also: D1PreparedStatement[]
} & (
  | {
      kind: 'done'
      /** There was no news and nothing due: no plan was written. */
      unplanned?: boolean
    }
  /** One English sentence on why it could not go on, and the address that it is about. */
  | { kind: 'failed'; url: string; message: string }
)

/**
 * Ends a run, if every page of it has ended or it cannot go on. Returns whether it has ended now.
 * The partner is undefined where it was removed meanwhile.
 */
export async function closeRun(
  run: HeldRun,
  partner: KeptPartner | undefined,
  result: RunResult,
  tools: PipelineTools,
): Promise<boolean> {
  const now = tools.now()
  const end = { runId: run.id, partnerId: run.partnerId, now: now.toISOString() }
  const ending =
    result.kind === 'done'
      ? finishRun(tools.db, { ...end, unplanned: result.unplanned ?? false })
      : failRun(tools.db, { ...end, url: result.url, message: result.message })
  // What a backfill finds says nothing of how the partner fares today.
  const isBackfill = run.cause === 'backfill'
  const aftermath =
    partner === undefined || isBackfill
      ? undefined
      : await visitAftermath({ run, partner, result, end }, tools)
  const pushed =
    partner === undefined || isBackfill ? [] : pushAftermath({ run, partner, result, end }, tools)
  const settled = isBackfill ? settledBackfill(run, tools) : []
  const also = [...result.also, ...settled, ...(aftermath?.statements ?? []), ...pushed]
  const [ended] = await tools.db.batch([ending, ...also])
  if ((ended?.meta.changes ?? 0) === 0) return false
  if (isBackfill) await openNextBackfillRun(run, tools)
  if (aftermath !== undefined) await tell(run.partnerId, aftermath, tools)
  return true
}

async function tell(partnerId: string, told: Aftermath, tools: PipelineTools): Promise<void> {
  for (const { event, fields } of told.log) tools.log(event, { partnerId, ...fields })
  if (told.isAnnounced) await wakeDeliveries(tools.deliveryQueue, 0)
}
