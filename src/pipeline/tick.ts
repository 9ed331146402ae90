/** What the cron does every minute: opens due runs, revives what a crash dropped, forgets the old. */

import { openBackfillRuns } from '../storage/backfills.ts'
import { findNextDeliveryAt } from '../storage/deliveries.ts'
import { pruneRuns } from '../storage/end-runs.ts'
import { pruneHosts } from '../storage/hosts.ts'
import { wakeDeliveries, wakeRuns } from '../storage/messages.ts'
import { findAbandonedRuns, openDueRuns } from '../storage/runs.ts'
import { instantAfter, type PipelineTools } from './tools.ts'

/** Partners that one tick takes; more are due still at the next one. */
const DUE_PARTNERS_MAX = 1_000

/** A run whose wake-up has not come after this long is woken again. */
const ABANDONED_AFTER_MS = 30_000

/** A host that has been free to ask for longer is as good as one that was never asked. */
const HOSTS_KEPT_MS = 60 * 60 * 1000

const RUNS_KEPT_MS = 30 * 24 * 60 * 60 * 1000

/** Ticks may overlap, come late or not at all: whatever one misses the next one does. */
export async function tick(tools: PipelineTools): Promise<void> {
  const now = tools.now()
  const abandoned = await findAbandonedRuns(
    tools.db,
    instantAfter(now, -ABANDONED_AFTER_MS),
    DUE_PARTNERS_MAX,
  )
  const opened = await openDueRuns(tools.db, now.toISOString(), DUE_PARTNERS_MAX)
  const backfills = await openBackfillRuns(tools.db, {
    now: now.toISOString(),
    limit: DUE_PARTNERS_MAX,
  })
  await wakeRuns(tools.runQueue, [...abandoned, ...opened, ...backfills])
  const nextDelivery = await findNextDeliveryAt(tools.db)
  if (nextDelivery !== undefined && nextDelivery <= now.toISOString()) {
    await wakeDeliveries(tools.deliveryQueue, 0)
  }
  await pruneRuns(tools.db, instantAfter(now, -RUNS_KEPT_MS))
  if (now.getUTCMinutes() === 0) {
    await tools.db.batch([pruneHosts(tools.db, instantAfter(now, -HOSTS_KEPT_MS))])
  }
}
