/** The `run_pages` table: what a run has still to visit, who has begun, and what has ended. */

import * as z from 'zod/mini'
import { flagColumn } from './json-column.ts'

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

const pageClaimSchema = z.object({
  urlKey: z.string(),
  /** How often a visit to the page has begun in this run, this time included. */
  tries: z.int(),
})
export type PageClaim = z.infer<typeof pageClaimSchema>

/**
 * Begins a visit, and counts that it did. Gives no row where the page has its outcome, or the run is
 * not in the hands of whoever wrote `leaseUntil` any more: then there is nothing to visit.
 */
export function claimPage(
  db: D1Database,
  page: { runId: string; urlKey: string; leaseUntil: string },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE run_pages SET tries = tries + 1
       WHERE run_id = ?1 AND url_key = ?2 AND outcome IS NULL AND EXISTS
         (SELECT 1 FROM runs WHERE id = ?1 AND state = 'running' AND lease_until = ?3)
       RETURNING url_key AS urlKey, tries`,
    )
    .bind(page.runId, page.urlKey, page.leaseUntil)
}

/** The claim of a row that `claimPage` gave; undefined for anything else. */
export function pageClaimOf(row: unknown): PageClaim | undefined {
  const claim = z.safeParse(pageClaimSchema, row)
  return claim.success ? claim.data : undefined
}

const unaskedSchema = z.object({ url: z.string(), urlKey: z.string() })

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
    .map((row) => unaskedSchema.parse(row))
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
