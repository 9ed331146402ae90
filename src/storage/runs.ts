/** The `runs` table: visits to partners, who holds them, and their reports. */

// Named, for scripts import this file too and know no Worker globals.
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import * as z from 'zod/mini'
import { type Run, runSchema } from '../articles/run.ts'
import { type Position, writeCursor } from './cursor.ts'
import { releaseHosts } from './hosts.ts'
import { jsonColumn } from './json-column.ts'

/** Of a run and its hosts' turns: more than one request and the longest pause before it take together. */
export const LEASE_MS = 2 * 60 * 1000

/** At most so many errors are kept with a run; the counters count them all. */
const ERRORS_MAX = 50

/** Fewer pages that lack the same field are chance. */
const RECIPE_PAGES_MIN = 3

const PAGE_COUNT = (outcome: string) =>
  `(SELECT COUNT(*) FROM run_pages p WHERE p.run_id = runs.id AND p.outcome = '${outcome}')`

/** Assignments that count a run's pages. */
const COUNTERS = `
  fetched = (SELECT COUNT(*) FROM run_pages p WHERE p.run_id = runs.id AND p.fetched = 1),
  stored = ${PAGE_COUNT('stored')}, updated = ${PAGE_COUNT('updated')},
  unchanged = ${PAGE_COUNT('unchanged')}, duplicates = ${PAGE_COUNT('duplicate')},
  gone = ${PAGE_COUNT('gone')}, failed = ${PAGE_COUNT('failed')}`

const NOTICES = `SELECT value ->> 'url' AS url, value ->> 'message' AS message
  FROM json_each(runs.notices)`

const PAGE_MESSAGES = `SELECT url, message FROM (SELECT url, message FROM run_pages p
  WHERE p.run_id = runs.id AND p.message IS NOT NULL ORDER BY position LIMIT ${ERRORS_MAX})`

/** The assignment that lists what there is to tell of a run and its pages. */
const PAGE_ERRORS = `
  errors = (SELECT json_group_array(json_object('url', url, 'message', message)) FROM
    (${NOTICES} UNION ALL ${PAGE_MESSAGES}))`

/**
 * The same, and at the end of a run the selectors of the recipe that gave nothing on any page that
 * was read by it. A field may be missing on a page or two; one that is missing everywhere is a changed
 * layout, though no page has failed. Every article has a title and a body.
 */
const RUN_ERRORS = `
  errors = (SELECT json_group_array(json_object('url', url, 'message', message)) FROM
    (${NOTICES} UNION ALL ${PAGE_MESSAGES}
     UNION ALL
     SELECT (SELECT url FROM partners WHERE id = runs.partner_id),
       'The recipe''s ' || m.value || ' gave nothing on any of the pages read: ' || COUNT(*) || '.'
     FROM run_pages p, json_each(p.missed) m WHERE p.run_id = runs.id GROUP BY m.value
     HAVING COUNT(*) = (SELECT COUNT(missed) FROM run_pages q WHERE q.run_id = runs.id)
       AND (COUNT(*) >= ${RECIPE_PAGES_MIN} OR m.value LIKE 'select.title:%'
         OR m.value LIKE 'select.body:%')))`

const COLUMNS = `id, partner_id AS partnerId, state, started_at AS startedAt, finished_at AS finishedAt,
  discovered, fetched, stored, updated, unchanged, duplicates, gone, failed, errors`

const rowSchema = z.extend(runSchema, {
  errors: jsonColumn(z.array(z.object({ url: z.string(), message: z.string() }))),
})

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

/** What a run has to tell of itself, and the address that it is about. */
export type RunNotice = { url: string; message: string }

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

/** To be written behind the plan: says once that the day's pages are spent, where some have to wait. */
export function noticeBudget(
  db: D1Database,
  run: { id: string; partnerId: string; now: string },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE runs SET notices = json_insert(notices, '$[#]', json_object('url', p.url, 'message',
         'The ' || p.pages_per_day || ' pages of a day are spent: what is left waits for tomorrow.'))
       FROM partners p WHERE runs.id = ?1 AND runs.cause <> 'operator' AND p.id = ?2
         AND p.spent_on = substr(?3, 1, 10) AND p.pages_spent >= p.pages_per_day
         AND EXISTS (SELECT 1 FROM frontier f
           WHERE f.partner_id = ?2 AND f.priority = 0 AND f.next_attempt_at <= ?3
             AND NOT EXISTS (SELECT 1 FROM run_pages WHERE run_id = ?1 AND url_key = f.url_key))`,
    )
    .bind(run.id, run.partnerId, run.now)
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

export async function findRun(db: D1Database, runId: string): Promise<Run | undefined> {
  const row = await db.prepare(`SELECT ${COLUMNS} FROM runs WHERE id = ?`).bind(runId).first()
  return row === null ? undefined : rowSchema.parse(row)
}

/** Runs, newest first, of one partner or of all. */
export async function listRuns(
  db: D1Database,
  page: { partnerId: string | undefined; before: Position | undefined; limit: number },
): Promise<{ items: Run[]; nextCursor: string | null }> {
  const [queuedAt, id] = page.before ?? ['9999', '']
  const ofPartner = page.partnerId === undefined ? '' : 'partner_id = ?4 AND'
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS}, queued_at AS queuedAt FROM runs
       WHERE ${ofPartner} (queued_at, id) < (?1, ?2)
       ORDER BY queued_at DESC, id DESC LIMIT ?3`,
    )
    .bind(queuedAt, id, page.limit + 1, ...(page.partnerId === undefined ? [] : [page.partnerId]))
    .all()
  const shown = results.slice(0, page.limit)
  const last = z.optional(z.object({ queuedAt: z.string(), id: z.string() })).parse(shown.at(-1))
  return {
    items: shown.map((row) => rowSchema.parse(row)),
    nextCursor:
      results.length > page.limit && last !== undefined
        ? writeCursor([last.queuedAt, last.id])
        : null,
  }
}

/** The last run of each of the partners, by partner id; those of a backfill are told with it. */
export async function findLastRuns(
  db: D1Database,
  partnerIds: string[],
): Promise<Map<string, Run>> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM runs WHERE id IN
         (SELECT (SELECT id FROM runs r WHERE r.partner_id = j.value AND r.cause <> 'backfill'
                  ORDER BY queued_at DESC, id DESC LIMIT 1) FROM json_each(?) j)`,
    )
    .bind(JSON.stringify(partnerIds))
    .all()
  return new Map(results.map((row) => rowSchema.parse(row)).map((run) => [run.partnerId, run]))
}

/** Forgets finished runs queued before `before`, with their pages. */
export async function pruneRuns(db: D1Database, before: string): Promise<void> {
  const old = `SELECT id FROM runs WHERE queued_at < ?1 AND state IN ('done', 'failed') LIMIT 500`
  await db.batch([
    db.prepare(`DELETE FROM run_pages WHERE run_id IN (${old})`).bind(before),
    db.prepare(`DELETE FROM runs WHERE id IN (${old})`).bind(before),
  ])
}
