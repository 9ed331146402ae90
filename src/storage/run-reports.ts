/** Reports of runs: what is counted and told from their pages, and how operators read it. */

// Named, for scripts import this file too and know no Worker globals.
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import * as z from 'zod/mini'
import { type Run, runSchema } from '../articles/run.ts'
import { type Position, writeCursor } from './cursor.ts'
import { jsonColumn } from './json-column.ts'

/** At most so many errors are kept with a run; the counters count them all. */
const ERRORS_MAX = 50

/** Fewer pages that lack the same field are chance. */
const RECIPE_PAGES_MIN = 3

const PAGE_COUNT = (outcome: string) =>
  `(SELECT COUNT(*) FROM run_pages p WHERE p.run_id = runs.id AND p.outcome = '${outcome}')`

/** Assignments that count a run's pages. */
export const COUNTERS = `
  fetched = (SELECT COUNT(*) FROM run_pages p WHERE p.run_id = runs.id AND p.fetched = 1),
  stored = ${PAGE_COUNT('stored')}, updated = ${PAGE_COUNT('updated')},
  unchanged = ${PAGE_COUNT('unchanged')}, duplicates = ${PAGE_COUNT('duplicate')},
  gone = ${PAGE_COUNT('gone')}, failed = ${PAGE_COUNT('failed')}`

const NOTICES = `SELECT value ->> 'url' AS url, value ->> 'message' AS message
  FROM json_each(runs.notices)`

const PAGE_MESSAGES = `SELECT url, message FROM (SELECT url, message FROM run_pages p
  WHERE p.run_id = runs.id AND p.message IS NOT NULL ORDER BY position LIMIT ${ERRORS_MAX})`

/** The assignment that lists what there is to tell of a run and its pages. */
export const PAGE_ERRORS = `
  errors = (SELECT json_group_array(json_object('url', url, 'message', message)) FROM
    (${NOTICES} UNION ALL ${PAGE_MESSAGES}))`

/**
 * The same, and at the end of a run the selectors of the recipe that gave nothing on any page that
 * was read by it. A field may be missing on a page or two; one that is missing everywhere is a changed
 * layout, though no page has failed. Every article has a title and a body.
 */
export const RUN_ERRORS = `
  errors = (SELECT json_group_array(json_object('url', url, 'message', message)) FROM
    (${NOTICES} UNION ALL ${PAGE_MESSAGES}
     UNION ALL
     SELECT (SELECT url FROM partners WHERE id = runs.partner_id),
       'The recipe''s ' || m.value || ' gave nothing on any of the pages read: ' || COUNT(*) || '.'
     FROM run_pages p, json_each(p.missed) m WHERE p.run_id = runs.id GROUP BY m.value
     HAVING COUNT(*) = (SELECT COUNT(missed) FROM run_pages q WHERE q.run_id = runs.id)
       AND (COUNT(*) >= ${RECIPE_PAGES_MIN} OR m.value LIKE 'select.title:%'
         OR m.value LIKE 'select.body:%')))`

/** What a run has to tell of itself, and the address that it is about. */
export type RunNotice = { url: string; message: string }

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

const COLUMNS = `id, partner_id AS partnerId, state, started_at AS startedAt, finished_at AS finishedAt,
  discovered, fetched, stored, updated, unchanged, duplicates, gone, failed, errors`

const rowSchema = z.extend(runSchema, {
  errors: jsonColumn(z.array(z.object({ url: z.string(), message: z.string() }))),
})

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
