/** How runs end: visited to the last page, failed, given way, with their partner, forgotten. */

// Named, for scripts import this file too and know no Worker globals.
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { COUNTERS, RUN_ERRORS } from './run-reports.ts'

/**
 * Ends a run if every page of it has ended, with its counters taken from its pages. One that is
 * `unplanned`, its partner having no news, ends as well, unless an operator has joined it meanwhile.
 */
export function finishRun(
  db: D1Database,
  end: { runId: string; now: string; unplanned: boolean },
): D1PreparedStatement {
  const set = (discovered: string) =>
    `UPDATE runs SET ${discovered} ${COUNTERS}, ${RUN_ERRORS}, state = 'done', finished_at = ?2`
  const sql = end.unplanned
    ? `${set(`discovered = (SELECT COUNT(*) FROM frontier f
         WHERE f.partner_id = runs.partner_id AND f.listed = 1),`)}
       WHERE id = ?1 AND state = 'queued' AND cause <> 'operator'`
    : `${set('')} WHERE id = ?1 AND state = 'running'
         AND NOT EXISTS (SELECT 1 FROM run_pages WHERE run_id = ?1 AND outcome IS NULL)`
  return db.prepare(sql).bind(end.runId, end.now)
}

/** Ends a run that cannot go on, with one message for all of it. */
export function failRun(
  db: D1Database,
  failure: { runId: string; now: string; url: string; message: string },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE runs SET ${COUNTERS}, state = 'failed', finished_at = ?2, errors = ?3
       WHERE id = ?1 AND state IN ('queued', 'running')`,
    )
    .bind(
      failure.runId,
      failure.now,
      JSON.stringify([{ url: failure.url, message: failure.message }]),
    )
}

/**
 * To be written before what shall not wait for a backfill: ends the unfinished backfill runs of the
 * partners whose ids the query `ofPartners` gives, which may use `bindings` from ?2 on. What they had
 * not visited stays due; a visit under way is written to its end.
 */
export function endBackfillRuns(
  db: D1Database,
  now: string,
  ofPartners: string,
  bindings: (string | number)[],
): D1PreparedStatement[] {
  const unfinished = `cause = 'backfill' AND state IN ('queued', 'running')
    AND partner_id IN (${ofPartners})`
  const statements = [
    `DELETE FROM run_pages WHERE ?1 IS NOT NULL AND outcome IS NULL AND tries = 0
       AND run_id IN (SELECT id FROM runs WHERE ${unfinished})`,
    `UPDATE runs SET ${COUNTERS}, state = 'done', finished_at = ?1 WHERE ${unfinished}`,
  ]
  return statements.map((sql) => db.prepare(sql).bind(now, ...bindings))
}

/** To be written in the batch that removes the partner: its runs end, what they had not visited goes. */
export function endRunsOf(db: D1Database, partnerId: string, now: string): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `UPDATE runs SET ${COUNTERS}, state = 'failed', finished_at = ?2, errors =
           json_array(json_object('url', partner_id, 'message', 'The partner was removed.'))
         WHERE partner_id = ?1 AND state IN ('queued', 'running')`,
      )
      .bind(partnerId, now),
    db
      .prepare(
        `DELETE FROM run_pages WHERE outcome IS NULL
         AND run_id IN (SELECT id FROM runs WHERE partner_id = ? AND state = 'failed')`,
      )
      .bind(partnerId),
  ]
}

/** Forgets finished runs queued before `before`, with their pages. */
export async function pruneRuns(db: D1Database, before: string): Promise<void> {
  const old = `SELECT id FROM runs WHERE queued_at < ?1 AND state IN ('done', 'failed') LIMIT 500`
  await db.batch([
    db.prepare(`DELETE FROM run_pages WHERE run_id IN (${old})`).bind(before),
    db.prepare(`DELETE FROM runs WHERE id IN (${old})`).bind(before),
  ])
}
