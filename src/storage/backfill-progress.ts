/** How far a backfill is: what its runs write of their lists and pages into the `backfills` table. */

import * as z from 'zod/mini'
import { flagColumn, jsonColumn } from './json-column.ts'

/** At most so many errors are kept with a backfill; the counters count them all. */
const ERRORS_MAX = 50

/** Of an instant, what names its day: `2024-07-09`. */
const DAY_LENGTH = 10

/** Of a partner `p`: the pages of a day that its backfill gets at most; of one page it gets that. */
const HALF = '(p.pages_per_day + 1) / 2'

/** Of the listing pages of an archive that were read last. */
const recentSchema = z.object({
  /** Hashes of addresses, the newest last. */
  hashes: z._default(z.array(z.string()), []),
  /** Pages in a row that told nothing new. */
  stale: z._default(z.int(), 0),
})
type RecentlyListed = z.infer<typeof recentSchema>

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
         MAX(0, (SELECT MIN(${HALF}
             - iif(backfills.spent_on = substr(?2, 1, 10), backfills.pages_spent, 0),
             p.pages_per_day - iif(p.spent_on = substr(?2, 1, 10), p.pages_spent, 0))
           FROM partners p WHERE p.id = ?1)) AS pagesLeft`,
    )
    .bind(partnerId, now)
    .first()
  return row === null ? undefined : heldSchema.parse(row)
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
  const spent = `EXISTS (SELECT 1 FROM partners p WHERE p.id = ?1 AND
    (backfills.spent_on = substr(?2, 1, 10) AND backfills.pages_spent >= ${HALF}
      OR p.spent_on = substr(?2, 1, 10) AND p.pages_spent >= p.pages_per_day))`
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
