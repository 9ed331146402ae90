/** The beginning of a visit: takes the lease of its run, and reads whom it is to. */

import { type VisitedPartner, visitedPartner, visitedPartnerOf } from './kept-partner.ts'
import { type HeldRun, heldRunOf, leaseRun } from './runs.ts'

/** A run that is ours, and its partner unless it was removed. */
export type LeasedVisit = { run: HeldRun; visited: VisitedPartner | undefined }

/** Takes the lease of an unfinished run, or returns `undefined` where another holds it. */
export async function leaseVisit(
  db: D1Database,
  lease: { runId: string; now: string; until: string },
): Promise<LeasedVisit | undefined> {
  const [leased, found] = await db.batch([leaseRun(db, lease), visitedPartner(db, lease)])
  const [run] = leased?.results ?? []
  const [row] = found?.results ?? []
  if (run === undefined) return undefined
  return { run: heldRunOf(run), visited: row === undefined ? undefined : visitedPartnerOf(row) }
}
