/** Whether a run asks what its partner lists, or only for pages that are due before that. */

import type { KeptPartner } from '../storage/partners.ts'
import type { HeldRun } from '../storage/runs.ts'

/**
 * False for a scheduled run that was opened, for pages, before the source was to be asked again. It is
 * the same answer from the first wake-up of a run to its last: what is learnt at the end is learnt
 * from what was asked.
 */
export function asksSource(run: HeldRun, { upkeep }: KeptPartner): boolean {
  if (run.cause === 'backfill') return false
  if (run.cause === 'operator' || upkeep.source === null) return true
  const bound = run.cause === 'push' ? upkeep.sourceNotBefore : upkeep.sourceDueAt
  return run.queuedAt >= bound
}
