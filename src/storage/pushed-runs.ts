/** Opens the runs that hubs ask for: the partners' sources are asked at once, whatever the rhythm says. */

import * as z from 'zod/mini'
import { endBackfillRuns } from './end-runs.ts'

/** However many messages come, a partner has so many seconds between two runs that they ask for. */
const GAP = '+60 seconds'

/**
 * Somebody may be asking the source just now, and may have missed the news: the run that a message
 * asks for then comes after it.
 */
const IS_UNDER_WAY = `(r.state = 'running' OR r.state = 'queued' AND (r.lease_until > ?1 OR r.tries > 0))`

/** Partners of which a message asks for a run that may begin. */
const DUE = `SELECT w.partner_id FROM websub_subscriptions w
  JOIN partners p ON p.id = w.partner_id AND p.is_visited = 1
  WHERE w.run_due_at IS NOT NULL AND w.run_due_at <= ?1 AND NOT EXISTS (SELECT 1 FROM runs r
    WHERE r.partner_id = w.partner_id AND r.cause <> 'backfill' AND ${IS_UNDER_WAY})
  ORDER BY w.run_due_at LIMIT ?2`

/**
 * Opens a run for each partner of which a message asks for one, up to `limit`, or makes the one that
 * waits it. Runs of backfills give way. One transaction: whoever else does it meanwhile opens none
 * twice. Returns the ids of the runs that are to be woken.
 */
export async function openPushedRuns(
  db: D1Database,
  now: string,
  limit: number,
): Promise<string[]> {
  const results = await db.batch([
    ...endBackfillRuns(db, now, DUE, [limit]),
    db
      .prepare(
        `UPDATE runs SET cause = iif(cause = 'operator', cause, 'push')
         WHERE state = 'queued' AND partner_id IN (${DUE}) RETURNING id`,
      )
      .bind(now, limit),
    db
      .prepare(
        `INSERT INTO runs (id, partner_id, cause, state, queued_at, lease_until)
         SELECT 'run_' || lower(hex(randomblob(8))), partner_id, 'push', 'queued', ?1, ?1
         FROM (${DUE}) WHERE true
         ON CONFLICT (partner_id) WHERE state IN ('queued', 'running') DO NOTHING RETURNING id`,
      )
      .bind(now, limit),
    db
      .prepare(
        `UPDATE websub_subscriptions SET run_due_at = NULL,
           run_not_before = strftime('%Y-%m-%dT%H:%M:%fZ', ?1, '${GAP}')
         WHERE run_due_at <= ?1 AND partner_id IN (${DUE})`,
      )
      .bind(now, limit),
  ])
  const rows = results.slice(-3, -1).flatMap((result) => result.results)
  return rows.map((row) => z.object({ id: z.string() }).parse(row).id)
}
