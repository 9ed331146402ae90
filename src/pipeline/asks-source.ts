/** Whether a run asks what its partner lists, or only for pages that are due before that. */

import type { KeptPartner } from '../storage/kept-partner.ts'
import type { HeldRun } from '../storage/runs.ts'

/**
 * False for a scheduled run that was opened, for pages, before the source was to be asked again. It is
 * the same answer from the first wake-up of a run to its last: what is learnt at the end is learnt
 * from what was asked.
 */
export function asksSource(run: HeldRun, { failures, upkeep }: KeptPartner): boolean {
  if (run.cause === 'backfill') return false
  if (run.cause === 'operator' || upkeep.source === null) return true
  if (run.cause === 'schedule') return run.queuedAt >= upkeep.sourceDueAt
  // A hub tells that the answer which was to be fresh for longer is not: that is newer than the
  // answer's own word, not than what a server in trouble asked for.
  return failures === 0 || run.queuedAt >= upkeep.sourceNotBefore
}
