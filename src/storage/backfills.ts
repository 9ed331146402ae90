/** The `backfills` table: walks through partners' archives, how far they are, and their reports. */

import * as z from 'zod/mini'
import { type Backfill, backfillSchema } from '../articles/backfill.ts'
import { forgetFiles } from './backfill-files.ts'
import { type Position, writeCursor } from './cursor.ts'
import { endBackfillRuns } from './end-runs.ts'
import { flagColumn, jsonColumn } from './json-column.ts'

const COLUMNS = `id, partner_id AS partnerId, state, since, until, pages_max AS pagesMax,
  created_at AS createdAt, started_at AS startedAt, finished_at AS finishedAt,
  list_at IS NULL AS isListed, listed, skipped, added, stored, known, outside, gone, failed, message,
  errors`

const rowSchema = z.extend(backfillSchema, {
  isListed: flagColumn,
  errors: jsonColumn(z.array(z.object({ url: z.string(), message: z.string() }))),
})

const idSchema = z.object({ id: z.string() })

export type NewBackfill = Pick<Backfill, 'id' | 'partnerId' | 'since' | 'until' | 'pagesMax'>

/**
 * Starts a backfill, or joins the one that the partner has under way; returns the id of the one that
 * there is now. A stopped one ends with this, and what it had not fetched is forgotten.
 */
export async function startBackfill(
  db: D1Database,
  backfill: NewBackfill,
  now: string,
): Promise<string> {
  const { id, partnerId, since, until, pagesMax } = backfill
  const results = await db.batch([
    db
      .prepare(
        `UPDATE backfills SET state = 'failed', finished_at = ?2,
           message = 'Another backfill was started instead.'
         WHERE partner_id = ?1 AND state = 'stopped'`,
      )
      .bind(partnerId, now),
    // What an earlier one had added, but not fetched or without success.
    db
      .prepare(
        `DELETE FROM frontier WHERE partner_id = ?1 AND priority = 1 AND next_attempt_at IS NOT NULL
           AND state IN ('new', 'failed') AND NOT EXISTS
           (SELECT 1 FROM backfills WHERE partner_id = ?1 AND state IN ('queued', 'running'))`,
      )
      .bind(partnerId),
    forgetFiles(db, partnerId),
    db
      .prepare(
        `INSERT INTO backfills (id, partner_id, state, since, until, pages_max, created_at, next_at,
           list_at)
         SELECT ?1, ?2, 'queued', ?3, ?4, ?5, ?6, ?6, ?6
         WHERE EXISTS (SELECT 1 FROM partners WHERE id = ?2)
         ON CONFLICT (partner_id) WHERE state IN ('queued', 'running', 'stopped') DO NOTHING`,
      )
      .bind(id, partnerId, since, until, pagesMax, now),
    db
      .prepare(
        `SELECT id FROM backfills WHERE partner_id = ? AND state IN ('queued', 'running', 'stopped')`,
      )
      .bind(partnerId),
  ])
  return idSchema.parse(results.at(-1)?.results[0]).id
}

/** Stops a backfill within one page of its run. Does nothing to one that is not under way. */
export async function stopBackfill(db: D1Database, id: string, now: string): Promise<void> {
  await db.batch([
    db
      .prepare(
        `UPDATE backfills SET state = 'stopped' WHERE id = ? AND state IN ('queued', 'running')`,
      )
      .bind(id),
    ...endBackfillRuns(
      db,
      now,
      `SELECT partner_id FROM backfills WHERE id = ?2 AND state = 'stopped'`,
      [id],
    ),
  ])
}

/** Lets a stopped backfill go on where it was. */
export async function resumeBackfill(db: D1Database, id: string, now: string): Promise<void> {
  await db
    .prepare(
      `UPDATE backfills SET state = iif(started_at IS NULL, 'queued', 'running'), next_at = ?2
       WHERE id = ?1 AND state = 'stopped'`,
    )
    .bind(id, now)
    .run()
}

/**
 * Opens a run for backfills under way that have something to do, up to `limit`, or for that of one
 * partner. Whatever is due goes first: no partner that has a run, or is due for one, gets another by
 * its backfill, nor does one that is not visited or does not answer. Returns the ids of the runs.
 */
export async function openBackfillRuns(
  db: D1Database,
  wanted: { now: string; limit: number; partnerId?: string },
): Promise<string[]> {
  const { results } = await db
    .prepare(
      `INSERT INTO runs (id, partner_id, cause, state, queued_at, lease_until)
       SELECT 'run_' || lower(hex(randomblob(8))), p.id, 'backfill', 'queued', ?1, ?1
       FROM backfills b JOIN partners p ON p.id = b.partner_id
       WHERE b.state IN ('queued', 'running') AND b.next_at <= ?1 AND (?3 IS NULL OR p.id = ?3)
         AND p.is_visited = 1 AND p.state IN ('active', 'degraded') AND p.next_run_at > ?1
       ORDER BY b.next_at LIMIT ?2
       ON CONFLICT (partner_id) WHERE state IN ('queued', 'running') DO NOTHING RETURNING id`,
    )
    .bind(wanted.now, wanted.limit, wanted.partnerId ?? null)
    .all()
  return results.map((row) => z.object({ id: z.string() }).parse(row).id)
}

export async function findBackfill(db: D1Database, id: string): Promise<Backfill | undefined> {
  const row = await db.prepare(`SELECT ${COLUMNS} FROM backfills WHERE id = ?`).bind(id).first()
  return row === null ? undefined : rowSchema.parse(row)
}

/** Backfills, newest first, of one partner or of all. */
export async function listBackfills(
  db: D1Database,
  page: { partnerId: string | undefined; before: Position | undefined; limit: number },
): Promise<{ items: Backfill[]; nextCursor: string | null }> {
  const [createdAt, id] = page.before ?? ['9999', '']
  const ofPartner = page.partnerId === undefined ? '' : 'partner_id = ?4 AND'
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM backfills WHERE ${ofPartner} (created_at, id) < (?1, ?2)
       ORDER BY created_at DESC, id DESC LIMIT ?3`,
    )
    .bind(createdAt, id, page.limit + 1, ...(page.partnerId === undefined ? [] : [page.partnerId]))
    .all()
  const items = results.slice(0, page.limit).map((row) => rowSchema.parse(row))
  const last = items.at(-1)
  const isMore = results.length > page.limit && last !== undefined
  return { items, nextCursor: isMore ? writeCursor([last.createdAt, last.id]) : null }
}

/** To be written in the batch that removes the partner. */
export function endBackfillsOf(
  db: D1Database,
  partnerId: string,
  now: string,
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `UPDATE backfills SET state = 'failed', finished_at = ?2,
           message = 'The partner was removed.'
         WHERE partner_id = ?1 AND state IN ('queued', 'running', 'stopped')`,
      )
      .bind(partnerId, now),
    forgetFiles(db, partnerId),
  ]
}
