/** The `backfills` table: walks through partners' archives, how far they are, and their reports. */

import * as z from 'zod/mini'
import { type Backfill, backfillSchema } from '../articles/backfill.ts'
import { forgetFiles } from './backfill-files.ts'
import { type Position, writeCursor } from './cursor.ts'
import { flagColumn, jsonColumn } from './json-column.ts'
import { endBackfillRuns } from './runs.ts'

/** At most so many errors are kept with a backfill; the counters count them all. */
const ERRORS_MAX = 50

/** Of an instant, what names its day: `2024-07-09`. */
const DAY_LENGTH = 10

const COLUMNS = `id, partner_id AS partnerId, state, since, until, pages_max AS pagesMax,
  created_at AS createdAt, started_at AS startedAt, finished_at AS finishedAt,
  list_at IS NULL AS isListed, listed, skipped, added, stored, known, outside, gone, failed, message,
  errors`

const rowSchema = z.extend(backfillSchema, {
  isListed: flagColumn,
  errors: jsonColumn(z.array(z.object({ url: z.string(), message: z.string() }))),
})

/** Of the listing pages of an archive that were read last. */
const recentSchema = z.object({
  /** Hashes of addresses, the newest last. */
  hashes: z._default(z.array(z.string()), []),
  /** Pages in a row that told nothing new. */
  stale: z._default(z.int(), 0),
})
type RecentlyListed = z.infer<typeof recentSchema>

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

const heldSchema = z.object({
  id: z.string(),
  since: z.nullable(z.string()),
  until: z.nullable(z.string()),
  /** Null where all lists have been read. */
  listAt: z.nullable(z.string()),
  recent: jsonColumn(recentSchema),
  /** What is left of its share of the partner's pages today. */
  pagesLeft: z.int(),
})

/** A backfill as its run needs it. */
export type HeldBackfill = z.infer<typeof heldSchema>

/**
 * The partner's backfill under way, for its run; undefined where it was stopped meanwhile. Of the
 * pages of a day it gets one half at most: the other is for what is fresh.
 */
export async function holdBackfill(
  db: D1Database,
  partnerId: string,
  now: string,
): Promise<HeldBackfill | undefined> {
  const row = await db
    .prepare(
      `UPDATE backfills SET state = 'running', started_at = COALESCE(started_at, ?2)
       WHERE partner_id = ?1 AND state IN ('queued', 'running')
       RETURNING id, since, until, list_at AS listAt, recent,
         MAX(0, (SELECT pages_per_day / 2 FROM partners WHERE id = ?1)
           - iif(spent_on = substr(?2, 1, 10), pages_spent, 0)) AS pagesLeft`,
    )
    .bind(partnerId, now)
    .first()
  return row === null ? undefined : heldSchema.parse(row)
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

export const listedPartSchema = z.object({ isOver: flagColumn })

/** To be written right behind the statement that adds a part of a list to the frontier: counts it. */
export function countListedPart(
  db: D1Database,
  file: { backfillId: string; urlKey: string },
  counts: { listed: number; skipped: number },
): D1PreparedStatement {
  const before = (column: string) =>
    `COALESCE((SELECT ${column} FROM backfill_files WHERE backfill_id = ?1 AND url_key = ?2), 0)`
  return db
    .prepare(
      `UPDATE backfills SET added = added + changes(), listed = listed + ?3 - ${before('listed')},
         skipped = skipped + ?4 - ${before('skipped')}
       WHERE id = ?1 RETURNING state <> 'running' OR added >= pages_max AS isOver`,
    )
    .bind(file.backfillId, file.urlKey, counts.listed, counts.skipped)
}

/** Where the reading of its lists goes on: at `listAt`, or nowhere any more. */
export function markListed(
  db: D1Database,
  backfillId: string,
  progress: { listAt: string | null; recent?: RecentlyListed },
): D1PreparedStatement {
  return db
    .prepare('UPDATE backfills SET list_at = ?2, recent = COALESCE(?3, recent) WHERE id = ?1')
    .bind(backfillId, progress.listAt, progress.recent ? JSON.stringify(progress.recent) : null)
}

/** The assignment that keeps what went wrong, up to a bound; ?2 is its address, ?3 its sentence. */
const KEEP_ERROR = `errors = CASE WHEN ?3 IS NULL OR json_array_length(errors) >= ${ERRORS_MAX}
    THEN errors ELSE json_insert(errors, '$[#]', json_object('url', ?2, 'message', ?3)) END`

export function noteBackfill(
  db: D1Database,
  backfillId: string,
  error: { url: string; message: string },
): D1PreparedStatement {
  return db
    .prepare(`UPDATE backfills SET ${KEEP_ERROR} WHERE id = ?1`)
    .bind(backfillId, error.url, error.message)
}

export type ArchiveOutcome = 'stored' | 'known' | 'outside' | 'gone' | 'failed'

/**
 * To be written before what a visit to an archive's page teaches the frontier: counts it, once it has
 * come to its end. One that was counted before, by a visit that came twice, is not due any more.
 */
export function countArchiveVisit(
  db: D1Database,
  visit: {
    backfillId: string
    partnerId: string
    urlKey: string
    /** Null where the page is tried again. */
    outcome: ArchiveOutcome | null
    url: string
    message: string | null
    now: string
  },
): D1PreparedStatement {
  const { outcome } = visit
  const isBad = outcome === 'gone' || outcome === 'failed'
  return db
    .prepare(
      `UPDATE backfills SET ${outcome === null ? '' : `${outcome} = ${outcome} + 1,`} ${KEEP_ERROR},
         pages_spent = iif(spent_on = ?4, pages_spent, 0) + 1, spent_on = ?4
       WHERE id = ?1 AND EXISTS (SELECT 1 FROM frontier WHERE partner_id = ?5 AND url_key = ?6
         AND priority = 1 AND next_attempt_at IS NOT NULL)`,
    )
    .bind(
      visit.backfillId,
      visit.url,
      isBad ? visit.message : null,
      visit.now.slice(0, DAY_LENGTH),
      visit.partnerId,
      visit.urlKey,
    )
}

/**
 * To be written in the batch that ends a run of the backfill: whether it is done, or when it goes on.
 * Where its share of the day is used up, that is `tomorrow`.
 */
export function settleBackfill(
  db: D1Database,
  run: { partnerId: string; now: string; tomorrow: string },
): D1PreparedStatement[] {
  const due = `(SELECT MIN(next_attempt_at) FROM frontier
    WHERE partner_id = ?1 AND priority = 1 AND next_attempt_at IS NOT NULL)`
  const spent = `spent_on = substr(?2, 1, 10)
    AND pages_spent >= (SELECT pages_per_day / 2 FROM partners WHERE id = ?1)`
  return [
    db
      .prepare(
        `UPDATE backfills SET next_at = MIN(COALESCE(list_at, '9999'),
             iif(${spent}, MAX(?3, COALESCE(${due}, '9999')), COALESCE(${due}, '9999')))
         WHERE partner_id = ?1 AND state = 'running'`,
      )
      .bind(run.partnerId, run.now, run.tomorrow),
    db
      .prepare(
        `UPDATE backfills SET state = iif(listed = 0, 'failed', 'done'), finished_at = ?2,
           message = iif(listed = 0, 'No sitemap and no listing shows its archive.', message)
         WHERE partner_id = ?1 AND state = 'running' AND next_at >= '9999'`,
      )
      .bind(run.partnerId, run.now),
  ]
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
