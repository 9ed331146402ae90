/** The first half of a backfill's run: reads on in the archive's lists, then plans a few of its pages. */

import { type HeldBackfill, markListed } from '../storage/backfill-progress.ts'
import { planArchivePages } from '../storage/plan-pages.ts'
import { markPlanned } from '../storage/runs.ts'
import { listArchive } from './list-archive.ts'
import { instantAfter, type PipelineTools } from './tools.ts'
import type { Wake } from './wake.ts'

/** With two seconds between them, what is fresh waits for two minutes at most. */
const PAGES_PER_RUN = 50

/** After a fault of ours its lists are left alone for so long. */
const FAULT_REST_MS = 60 * 60 * 1000

/** What goes wrong with the lists is noted with the backfill, and ends no run. */
export async function planBackfillRun(
  { run, partner, fetchPage }: Wake,
  backfill: HeldBackfill,
  tools: PipelineTools,
): Promise<void> {
  const { db } = tools
  if (backfill.listAt !== null && backfill.listAt <= tools.now().toISOString()) {
    try {
      await listArchive({ backfill, partner, fetchPage, tools })
    } catch (error) {
      tools.log('backfill.failed', { backfillId: backfill.id, message: String(error) })
      const listAt = instantAfter(tools.now(), FAULT_REST_MS)
      await db.batch([markListed(db, backfill.id, { listAt })])
    }
  }
  const now = tools.now().toISOString()
  const limit = Math.min(PAGES_PER_RUN, backfill.pagesLeft)
  const plan = planArchivePages(db, { id: run.id, partnerId: partner.id, now, limit })
  await db.batch([plan, markPlanned(db, run.id)])
}
