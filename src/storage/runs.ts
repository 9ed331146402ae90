/** The `runs` table: visits to partners, when they begin, and who holds them. */

// Named, for scripts import this file too and know no Worker globals.
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import * as z from 'zod/mini'
import { endBackfillRuns } from './end-runs.ts'
import { releaseHosts } from './hosts.ts'
import { COUNTERS, PAGE_ERRORS, type RunNotice } from './run-reports.ts'

/** Of a run and its hosts' turns: more than one request and the longest pause before it take together. */
export const LEASE_MS = 2 * 60 * 1000

export type RunCause = 'schedule' | 'operator' | 'push' | 'backfill'

/**
 * Starts a run, or joins the one that the partner has queued or running; returns the id of the
 * one that there is now. A request by an operator makes another's run that waits its own. A run of a
 * backfill gives way.
 */
export async function openRun(
  db: D1Database,
  run: { id: string; partnerId: string; cause: RunCause; now: string },
): Promise<string> {
  const results = await db.batch([
    ...endBackfillRuns(db, run.now, '?2', [run.partnerId]),
    db
      .prepare(
        `INSERT INTO runs (id, partner_id, cause, state, queued_at, lease_until)
         VALUES (?1, ?2, ?3, 'queued', ?4, ?4)
         ON CONFLICT (partner_id) WHERE state IN ('queued', 'running') DO NOTHING`,
      )
      .bind(run.id, run.partnerId, run.cause, run.now),
    db
      .prepare(
        `UPDATE runs SET cause = 'operator'
         WHERE partner_id = ?1 AND state = 'queued' AND ?2 = 'operator'`,
      )
      .bind(run.partnerId, run.cause),
    db
      .prepare(`SELECT id FROM runs WHERE partner_id = ? AND state IN ('queued', 'running')`)
      .bind(run.partnerId),
  ])
  return z.object({ id: z.string() }).parse(results.at(-1)?.results[0]).id
}

/**
 * Opens a run for every active partner that is due, up to `limit`, and moves each one's next run
 * on by its interval. One transaction: overlapping ticks never take the same partner, and a crash
 * leaves either both done or neither. Runs of backfills give way. Returns the ids of the runs that
 * are new.
 */
export async function openDueRuns(db: D1Database, now: string, limit: number): Promise<string[]> {
  const due = `SELECT id FROM partners WHERE is_visited = 1 AND next_run_at <= ?1
    ORDER BY next_run_at, id LIMIT ?2`
  const [, , opened] = await db.batch([
    ...endBackfillRuns(db, now, due, [limit]),
    db
      .prepare(
        `INSERT INTO runs (id, partner_id, cause, state, queued_at, lease_until)
         SELECT 'run_' || lower(hex(randomblob(8))), id, 'schedule', 'queued', ?1, ?1 FROM (${due})
         WHERE true
         ON CONFLICT (partner_id) WHERE state IN ('queued', 'running') DO NOTHING RETURNING id`,
      )
      .bind(now, limit),
    db
      .prepare(
        `UPDATE partners
         SET next_run_at = strftime('%Y-%m-%dT%H:%M:%fZ', ?1, '+' || COALESCE(interval_minutes, 15) || ' minutes')
         WHERE id IN (${due})`,
      )
      .bind(now, limit),
  ])
  return (opened?.results ?? []).map((row) => z.object({ id: z.string() }).parse(row).id)
}

/** To be written in the batch that writes the run's pages. */
export function markRunning(
  db: D1Database,
  run: { id: string; discovered: number; notices: RunNotice[] },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE runs SET state = 'running', discovered = ?2, notices = ?3
       WHERE id = ?1 AND state = 'queued'`,
    )
    .bind(run.id, run.discovered, JSON.stringify(run.notices))
}

/** To be written in the batch that plans a run's pages, where nothing is asked for what it lists. */
export function markPlanned(db: D1Database, runId: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE runs SET state = 'running',
         discovered = (SELECT COUNT(*) FROM run_pages WHERE run_id = ?1)
       WHERE id = ?1 AND state = 'queued'`,
    )
    .bind(runId)
}

const heldRunSchema = z.object({
  id: z.string(),
  partnerId: z.string(),
  cause: z.enum(['schedule', 'operator', 'push', 'backfill']),
  state: z.enum(['queued', 'running']),
  queuedAt: z.string(),
  leaseUntil: z.string(),
  /** How often somebody has begun to look for what the partner lists, this time included. */
  tries: z.int(),
})
export type HeldRun = z.infer<typeof heldRunSchema>

/** Takes the lease of an unfinished run; gives its row, or none where another holds it. */
export function leaseRun(
  db: D1Database,
  lease: { runId: string; now: string; until: string },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE runs SET lease_until = ?3, started_at = COALESCE(started_at, ?2),
         tries = tries + (state = 'queued')
       WHERE id = ?1 AND state IN ('queued', 'running') AND lease_until <= ?2
       RETURNING id, partner_id AS partnerId, cause, state, queued_at AS queuedAt,
         lease_until AS leaseUntil, tries`,
    )
    .bind(lease.runId, lease.now, lease.until)
}

/** The run of a row that `leaseRun` gave. */
export function heldRunOf(row: unknown): HeldRun {
  return heldRunSchema.parse(row)
}

/** Holds the run until `until`; changes nothing where it is not in the hands of whoever wrote `mine`. */
export function extendLease(
  db: D1Database,
  lease: { runId: string; mine: string; until: string },
): D1PreparedStatement {
  return db
    .prepare('UPDATE runs SET lease_until = ?3 WHERE id = ?1 AND lease_until = ?2')
    .bind(lease.runId, lease.mine, lease.until)
}

/**
 * Gives a run that goes on back, with its counters up to date; nobody takes it before `until`. A look
 * for what the partner lists that had to wait for its host does not count as one. Changes nothing where
 * the run was not in the hands of whoever wrote `mine`, or has ended.
 */
export function giveBackRun(
  db: D1Database,
  lease: { runId: string; mine: string; until: string },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE runs SET ${COUNTERS}, ${PAGE_ERRORS}, lease_until = ?3,
         tries = tries - (state = 'queued')
       WHERE id = ?1 AND lease_until = ?2 AND state IN ('queued', 'running')`,
    )
    .bind(lease.runId, lease.mine, lease.until)
}

/**
 * Gives back the leases and turns that end before `until`: for a machine that has just started, where
 * nobody can be at work whose lease was given before that.
 */
export async function releaseLeases(
  db: D1Database,
  lease: { now: string; until: string },
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `UPDATE runs SET lease_until = ?1
         WHERE state IN ('queued', 'running') AND lease_until > ?1 AND lease_until < ?2`,
      )
      .bind(lease.now, lease.until),
    releaseHosts(db, lease.until),
  ])
}

/** Unfinished runs that nobody has held since `before`: their wake-up was lost, or their holder died. */
export async function findAbandonedRuns(
  db: D1Database,
  before: string,
  limit: number,
): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM runs WHERE state IN ('queued', 'running') AND lease_until <= ?
       ORDER BY lease_until LIMIT ?`,
    )
    .bind(before, limit)
    .all()
  return results.map((row) => z.object({ id: z.string() }).parse(row).id)
}
