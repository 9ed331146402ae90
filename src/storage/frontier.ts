/** The `frontier` and `run_pages` tables: every address ever listed, and what a run has to visit. */

import * as z from 'zod/mini'
import { type ArchiveOutcome, countArchiveVisit } from './backfill-progress.ts'
import { flagColumn } from './json-column.ts'

/** What one run visits at most: more than any source lists. The rest stays due for the next run. */
const RUN_PAGES_MAX = 5_000

/** After so many sightings in a row an address is asked for where its redirects lead: this saves them. */
const MOVED_TIMES = 3

const ASKED_URL = `iif(moved_times >= ${MOVED_TIMES}, moved_to, url)`

const IS_OPERATORS = `(SELECT cause FROM runs WHERE id = ?1) = 'operator'`

/** Pages of a partner that this day, of the instant ?3, has cost so far. */
const SPENT = 'iif(spent_on = substr(?3, 1, 10), pages_spent, 0)'

const pendingPageSchema = z.object({
  url: z.string(),
  urlKey: z.string(),
  state: z.enum(['new', 'fetched', 'failed', 'gone']),
  etag: z.nullable(z.string()),
  lastModified: z.nullable(z.string()),
  firstSeenAt: z.string(),
  failures: z.int(),
  notFound: z.int(),
  articleKey: z.nullable(z.string()),
  /** Of the feed entry that the article was read from; null where its page was read. */
  entryHash: z.nullable(z.string()),
  /** The address that gave the validators, where redirects lead to it. */
  validatorsFrom: z.nullable(z.string()),
  /** Where permanent redirects from it have led, and how often in a row. */
  movedTo: z.nullable(z.string()),
  movedTimes: z.int(),
  /** The key of the article that another address gave before it moved here. */
  movedArticleKey: z.nullable(z.string()),
})

/** A page of a run that has no outcome yet, with what the frontier knows of it. */
export type PendingPage = z.infer<typeof pendingPageSchema>

const listedSchema = z.object({ url: z.string(), urlKey: z.string() })
export type ListedAddress = z.infer<typeof listedSchema>

type PageOutcome = 'stored' | 'updated' | 'unchanged' | 'duplicate' | 'gone' | 'failed'

/** What a visit to a page of an archive counts as. */
const ARCHIVE_OUTCOMES = {
  stored: 'stored',
  updated: 'known',
  unchanged: 'known',
  duplicate: 'known',
  gone: 'gone',
  failed: 'failed',
} as const satisfies Record<PageOutcome, ArchiveOutcome>

/** What a visit taught about an address. */
export type Visit = {
  runId: string
  partnerId: string
  urlKey: string
  outcome: PageOutcome
  /** Where a backfill visits the page: which one, and whether it was published outside its days. */
  archive?: { backfillId: string; url: string; isOutside: boolean } | undefined
  /** The page answered with a body. */
  fetched: boolean
  /** Its host did not answer in time, or was not asked because of that. */
  unanswered: boolean
  message: string | null
  state: 'fetched' | 'failed' | 'gone'
  failures: number
  /** 404 answers in a row, this one included. */
  notFound: number
  validators: { etag: string | null; lastModified: string | null; from: string | null } | undefined
  /** Where permanent redirects have led, and how often in a row; undefined leaves what is known. */
  moved: { to: string | null; times: number } | undefined
  /** The identity key of the article that the page gave; undefined leaves what is known. */
  articleKey: string | undefined
  /** Of the feed entry that was read, null where the page was; written with the validators. */
  entryHash?: string | null
  /** Of the recipe that the page was read by; one that has been changed meanwhile has it read again. */
  recipeRevision: number
  /** Selectors of the recipe that gave nothing; null where the page was not read by one. */
  missed: readonly string[] | null
  now: string
  nextAttemptAt: string | null
}

/**
 * Which of these identity keys the partner has listed before. What a backfill has added and nobody
 * has visited is not known yet.
 */
export async function findKnownKeys(
  db: D1Database,
  partnerId: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const { results } = await db
    .prepare(
      `SELECT url_key AS urlKey FROM json_each(?2) CROSS JOIN frontier
       WHERE partner_id = ?1 AND url_key = value AND (priority = 0 OR state = 'fetched')`,
    )
    .bind(partnerId, JSON.stringify(keys))
    .all()
  return new Set(results.map((row) => z.object({ urlKey: z.string() }).parse(row).urlKey))
}

const lessonSchema = z.object({ url: z.string(), isArticle: flagColumn })

/** The pages of a run that answered with a body, and whether it was an article. */
export async function findLessons(
  db: D1Database,
  runId: string,
): Promise<{ url: string; isArticle: boolean }[]> {
  const { results } = await db
    .prepare(
      `SELECT url, outcome <> 'failed' AS isArticle FROM run_pages
       WHERE run_id = ? AND fetched = 1 AND outcome IS NOT NULL ORDER BY position LIMIT 500`,
    )
    .bind(runId)
    .all()
  return results.map((row) => lessonSchema.parse(row))
}

/**
 * Takes in what discovery listed: new addresses are due at once, known ones keep their schedule, and
 * what a backfill had added is fresh from now on.
 * Nothing where the partner has been removed meanwhile.
 */
export function takeInListed(
  db: D1Database,
  partnerId: string,
  listed: ListedAddress[],
  now: string,
): D1PreparedStatement[] {
  return [
    db
      .prepare('UPDATE frontier SET listed = 0 WHERE partner_id = ? AND listed = 1')
      .bind(partnerId),
    ...takeInNews(db, partnerId, listed, now),
  ]
}

/** The same where only the news was looked for: what was listed before is listed still. */
export function takeInNews(
  db: D1Database,
  partnerId: string,
  listed: ListedAddress[],
  now: string,
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO frontier (partner_id, url_key, url, position, state, first_seen_at,
           next_attempt_at)
         SELECT ?1, value ->> 'urlKey', value ->> 'url', key, 'new', ?3, ?3 FROM json_each(?2)
         WHERE EXISTS (SELECT 1 FROM partners WHERE id = ?1)
         ON CONFLICT (partner_id, url_key)
           DO UPDATE SET listed = 1, url = excluded.url, position = excluded.position,
             next_attempt_at = iif(priority = 1 AND state <> 'fetched', ?3, next_attempt_at),
             priority = 0`,
      )
      .bind(partnerId, JSON.stringify(listed), now),
  ]
}

/** Makes articles due that were read from their feed, and of which it carries another version now. */
export function takeInEntries(
  db: D1Database,
  partnerId: string,
  entries: { urlKey: string; entryHash: string }[],
  now: string,
): D1PreparedStatement {
  return db
    .prepare(
      // A cross join keeps its order: what the feed lists, not all that was ever listed.
      `UPDATE frontier SET next_attempt_at = ?3 WHERE partner_id = ?1 AND url_key IN (
         SELECT f.url_key FROM json_each(?2) CROSS JOIN frontier f
           ON f.partner_id = ?1 AND f.url_key = value ->> 'urlKey'
         WHERE f.state = 'fetched' AND f.entry_hash <> value ->> 'entryHash')`,
    )
    .bind(partnerId, JSON.stringify(entries), now)
}

/**
 * Writes the pages that a run visits: those due, and for an operator's run every listed one too,
 * in the order in which the partner lists them. Whose run it is, is read here and not before: an
 * operator may have joined it while discovery was under way. No more than what is left of the day's
 * pages, unless an operator asks: they know what they do, and it counts against the day all the same.
 */
export function planRunPages(
  db: D1Database,
  run: { id: string; partnerId: string; now: string },
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT OR IGNORE INTO run_pages (run_id, url_key, url, position)
         SELECT ?1, url_key, url, row_number() OVER (ORDER BY listed DESC, position, url_key)
         FROM (SELECT url_key, ${ASKED_URL} AS url, listed, position FROM frontier
               WHERE partner_id = ?2 AND priority = 0 AND next_attempt_at <= ?3
               UNION SELECT url_key, ${ASKED_URL}, listed, position FROM frontier
               WHERE partner_id = ?2 AND listed = 1 AND ${IS_OPERATORS})
         ORDER BY 4 LIMIT iif(${IS_OPERATORS}, ${RUN_PAGES_MAX},
           (SELECT MIN(${RUN_PAGES_MAX}, MAX(0, pages_per_day - ${SPENT}))
            FROM partners WHERE id = ?2))`,
      )
      .bind(run.id, run.partnerId, run.now),
    db
      .prepare(
        `UPDATE partners SET spent_on = substr(?3, 1, 10), pages_spent = ${SPENT}
           + (SELECT COUNT(*) FROM run_pages WHERE run_id = ?1)
         WHERE id = ?2`,
      )
      .bind(run.id, run.partnerId, run.now),
  ]
}

/**
 * Adds addresses of an archive, due behind everything fresh. Known ones stay as they are, unless
 * nothing has come of them yet, nor been tried since the backfill began. Nothing where the backfill
 * is not under way any more, or as soon as it has added all that it may.
 */
export function addArchived(
  db: D1Database,
  backfillId: string,
  addresses: ListedAddress[],
  now: string,
): D1PreparedStatement {
  const isKnown = `EXISTS (SELECT 1 FROM frontier f
    WHERE f.partner_id = b.partner_id AND f.url_key = value ->> 'urlKey'
      AND NOT (f.listed = 0 AND f.next_attempt_at IS NULL AND f.fetched_at < b.created_at
        AND (f.state = 'failed' OR f.state = 'fetched' AND f.article_key IS NULL)))`
  return db
    .prepare(
      `INSERT INTO frontier (partner_id, url_key, url, position, state, listed, priority,
         first_seen_at, next_attempt_at)
       SELECT b.partner_id, value ->> 'urlKey', value ->> 'url', key, 'new', 0, 1, ?3, ?3
       FROM backfills b JOIN json_each(?2)
       WHERE b.id = ?1 AND b.state = 'running' AND NOT ${isKnown}
       LIMIT MAX(0, (SELECT pages_max - added FROM backfills WHERE id = ?1))
       ON CONFLICT (partner_id, url_key) DO UPDATE SET state = 'new', priority = 1, failures = 0,
         not_found = 0, next_attempt_at = excluded.next_attempt_at`,
    )
    .bind(backfillId, JSON.stringify(addresses), now)
}

/** How many of the partner's addresses have given an article. */
export async function countArticlePages(db: D1Database, partnerId: string): Promise<number> {
  const row = await db
    .prepare(
      `SELECT COUNT(*) AS pages FROM frontier WHERE partner_id = ? AND article_key IS NOT NULL`,
    )
    .bind(partnerId)
    .first()
  return z.object({ pages: z.int() }).parse(row).pages
}

/** Writes the pages of an archive that a backfill's run visits. */
export function planArchivePages(
  db: D1Database,
  run: { id: string; partnerId: string; now: string; limit: number },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT OR IGNORE INTO run_pages (run_id, url_key, url, position)
       SELECT ?1, url_key, url, row_number() OVER (ORDER BY next_attempt_at, position, url_key)
       FROM frontier WHERE partner_id = ?2 AND priority = 1 AND next_attempt_at <= ?3
       ORDER BY next_attempt_at, position, url_key LIMIT ?4`,
    )
    .bind(run.id, run.partnerId, run.now, run.limit)
}

export async function countListed(db: D1Database, partnerId: string): Promise<number> {
  const row = await db
    .prepare('SELECT COUNT(*) AS listed FROM frontier WHERE partner_id = ? AND listed = 1')
    .bind(partnerId)
    .first()
  return z.object({ listed: z.int() }).parse(row).listed
}

/** The next pages of a run that have no outcome yet. */
export async function findPendingPages(
  db: D1Database,
  run: { id: string; partnerId: string },
  limit: number,
): Promise<PendingPage[]> {
  const { results } = await db
    .prepare(
      `SELECT p.url, p.url_key AS urlKey, f.state, f.etag, f.last_modified AS lastModified,
         f.first_seen_at AS firstSeenAt, f.failures, f.not_found AS notFound,
         f.article_key AS articleKey, f.entry_hash AS entryHash,
         f.validators_from AS validatorsFrom, f.moved_to AS movedTo,
         f.moved_times AS movedTimes,
         (SELECT m.article_key FROM frontier m INDEXED BY frontier_moved WHERE m.partner_id = ?2
            AND m.moved_to = p.url AND m.url_key <> p.url_key LIMIT 1) AS movedArticleKey
       FROM run_pages p JOIN frontier f ON f.partner_id = ?2 AND f.url_key = p.url_key
       WHERE p.run_id = ?1 AND p.outcome IS NULL ORDER BY p.position LIMIT ?3`,
    )
    .bind(run.id, run.partnerId, limit)
    .all()
  return results.map((row) => pendingPageSchema.parse(row))
}

/**
 * Begins a visit, and counts that it did. Undefined where the page has its outcome, or the run is
 * not in the hands of whoever wrote `leaseUntil` any more: then there is nothing to visit.
 */
export async function claimPage(
  db: D1Database,
  page: { runId: string; urlKey: string; leaseUntil: string },
): Promise<{ tries: number } | undefined> {
  const row = await db
    .prepare(
      `UPDATE run_pages SET tries = tries + 1
       WHERE run_id = ?1 AND url_key = ?2 AND outcome IS NULL AND EXISTS
         (SELECT 1 FROM runs WHERE id = ?1 AND state = 'running' AND lease_until = ?3)
       RETURNING tries`,
    )
    .bind(page.runId, page.urlKey, page.leaseUntil)
    .first()
  return row === null ? undefined : z.object({ tries: z.int() }).parse(row)
}

/**
 * Ends pages of a run that were not asked for, those whose address `isMeant`: they are due again at
 * `until`, and have not failed once more by it. The message is told of the first one.
 */
export async function endUnasked(
  db: D1Database,
  pages: {
    runId: string
    partnerId: string
    isMeant: (url: string) => boolean
    message: string
    until: string
  },
): Promise<void> {
  const { results } = await db
    .prepare(
      `SELECT url, url_key AS urlKey FROM run_pages WHERE run_id = ? AND outcome IS NULL
       ORDER BY position`,
    )
    .bind(pages.runId)
    .all()
  const keys = results
    .map((row) => listedSchema.parse(row))
    .filter(({ url }) => pages.isMeant(url))
    .map(({ urlKey }) => urlKey)
  await db.batch([
    db
      .prepare(
        `UPDATE run_pages SET outcome = 'failed', message = iif(j.key = 0, ?3, NULL)
         FROM json_each(?2) j WHERE run_id = ?1 AND url_key = j.value AND outcome IS NULL`,
      )
      .bind(pages.runId, JSON.stringify(keys), pages.message),
    db
      .prepare(
        `UPDATE frontier SET next_attempt_at = MAX(?3, COALESCE(next_attempt_at, ''))
         WHERE partner_id = ?1 AND url_key IN (SELECT value FROM json_each(?2))`,
      )
      .bind(pages.partnerId, JSON.stringify(keys), pages.until),
  ])
}

const endedPageSchema = z.object({ url: z.string(), unanswered: z.int() })

/** The pages of a run that ended last, in the order of their visits. */
export async function findEndedPages(
  db: D1Database,
  runId: string,
  limit: number,
): Promise<{ url: string; answered: boolean }[]> {
  const { results } = await db
    .prepare(
      `SELECT url, unanswered FROM run_pages WHERE run_id = ? AND outcome IS NOT NULL
       ORDER BY position DESC LIMIT ?`,
    )
    .bind(runId, limit)
    .all()
  const pages = results.map((row) => endedPageSchema.parse(row)).reverse()
  return pages.map(({ url, unanswered }) => ({ url, answered: unanswered === 0 }))
}

/** Whether another address of the partner, which still answers, gave the article of this key. */
export async function hasOtherAddress(
  db: D1Database,
  address: { partnerId: string; articleKey: string; urlKey: string },
): Promise<boolean> {
  const row = await db
    .prepare(
      `SELECT 1 FROM frontier WHERE partner_id = ? AND article_key = ? AND url_key <> ?
         AND state = 'fetched' LIMIT 1`,
    )
    .bind(address.partnerId, address.articleKey, address.urlKey)
    .first()
  return row !== null
}

/**
 * To be written in the batch that changes the partner's recipe: nothing is answered with 304 any
 * more, and what the partner lists is due at once.
 */
export function readAnew(db: D1Database, partnerId: string, now: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE frontier SET etag = NULL, last_modified = NULL,
         next_attempt_at = iif(listed = 1 AND state <> 'gone', ?2, next_attempt_at)
       WHERE partner_id = ?1`,
    )
    .bind(partnerId, now)
}

function countVisit(db: D1Database, visit: Visit): D1PreparedStatement[] {
  const { archive, partnerId, urlKey, message, now } = visit
  if (archive === undefined) return []
  const { backfillId, url } = archive
  const ended = archive.isOutside ? 'outside' : ARCHIVE_OUTCOMES[visit.outcome]
  const outcome = visit.nextAttemptAt === null ? ended : null
  return [
    countArchiveVisit(db, { backfillId, partnerId, urlKey, outcome, url, message, now }),
    // Counted when they are visited: what is planned of an archive often gives way.
    db
      .prepare(
        `UPDATE partners SET spent_on = substr(?3, 1, 10), pages_spent = ${SPENT} + 1
         WHERE id = ?1 AND EXISTS (SELECT 1 FROM frontier WHERE partner_id = ?1 AND url_key = ?2
           AND priority = 1 AND next_attempt_at IS NOT NULL)`,
      )
      .bind(partnerId, urlKey, now),
  ]
}

/** Whether the partner's recipe is the one of the visit, whose revision is ?9. */
const SAME_RECIPE = '(SELECT recipe_revision FROM partners WHERE id = ?1) = ?9'

/** To be written in the batch that stores what the page said: the visit and what it taught. */
export function recordVisit(db: D1Database, visit: Visit): D1PreparedStatement[] {
  return [
    ...countVisit(db, visit),
    db
      .prepare(
        `UPDATE run_pages SET outcome = ?3, fetched = ?4, message = ?5, unanswered = ?6, missed = ?7
         WHERE run_id = ?1 AND url_key = ?2 AND outcome IS NULL`,
      )
      .bind(
        visit.runId,
        visit.urlKey,
        visit.outcome,
        visit.fetched ? 1 : 0,
        visit.message,
        visit.unanswered ? 1 : 0,
        visit.missed === null ? null : JSON.stringify(visit.missed),
      ),
    db
      .prepare(
        `UPDATE frontier SET state = ?3, failures = ?4, fetched_at = ?5,
           next_attempt_at = iif(${SAME_RECIPE}, ?6, ?5),
           article_key = COALESCE(?7, article_key), not_found = ?8,
           etag = iif(?10, iif(${SAME_RECIPE}, ?11, NULL), etag),
           last_modified = iif(?10, iif(${SAME_RECIPE}, ?12, NULL), last_modified),
           validators_from = iif(?10, ?13, validators_from),
           entry_hash = iif(?10, ?17, entry_hash),
           moved_to = iif(?14, ?15, moved_to), moved_times = iif(?14, ?16, moved_times)
         WHERE partner_id = ?1 AND url_key = ?2`,
      )
      .bind(
        visit.partnerId,
        visit.urlKey,
        visit.state,
        visit.failures,
        visit.now,
        visit.nextAttemptAt,
        visit.articleKey ?? null,
        visit.notFound,
        visit.recipeRevision,
        visit.validators === undefined ? 0 : 1,
        visit.validators?.etag ?? null,
        visit.validators?.lastModified ?? null,
        visit.validators?.from ?? null,
        visit.moved === undefined ? 0 : 1,
        visit.moved?.to ?? null,
        visit.moved?.times ?? 0,
        visit.entryHash ?? null,
      ),
  ]
}
