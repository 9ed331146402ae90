/** The end of a backfill's run: whether the backfill is done, and its next run. */

import { settleBackfill } from '../storage/backfill-progress.ts'
import { openBackfillRuns } from '../storage/backfills.ts'
import { wakeRuns } from '../storage/messages.ts'
import type { HeldRun } from '../storage/runs.ts'
import type { PipelineTools } from './tools.ts'

/** To be written in the batch that ends the run. */
export function settledBackfill({ partnerId }: HeldRun, tools: PipelineTools) {
  const now = tools.now()
  // Another share of the day's pages is there from midnight on (UTC).
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1)
  const tomorrow = new Date(midnight).toISOString()
  return settleBackfill(tools.db, { partnerId, now: now.toISOString(), tomorrow })
}

/** Goes on at once, unless something else of the partner is due first. */
export async function openNextBackfillRun(
  { partnerId }: HeldRun,
  tools: PipelineTools,
): Promise<void> {
  const now = tools.now().toISOString()
  const opened = await openBackfillRuns(tools.db, { now, limit: 1, partnerId })
  await wakeRuns(tools.runQueue, opened)
}
