/** The `frontier` and `run_pages` tables: every address ever listed, and what a run has to visit. */

import * as z from 'zod/mini'

/** What one run visits at most; the rest stays due and comes with the next run. */
const RUN_PAGES_MAX = 500

const pendingPageSchema = z.object({
  url: z.string(),
  urlKey: z.string(),
  state: z.enum(['new', 'fetched', 'failed', 'gone']),
  etag: z.nullable(z.string()),
  lastModified: z.nullable(z.string()),
  firstSeenAt: z.string(),
  failures: z.int(),
})

/** A page of a run that has no outcome yet, with what the frontier knows of it. */
export type PendingPage = z.infer<typeof pendingPageSchema>

export type ListedAddress = { url: string; urlKey: string }

type PageOutcome = 'stored' | 'updated' | 'unchanged' | 'duplicate' | 'gone' | 'failed'

/** What a visit taught about an address. */
export type Visit = {
  runId: string
  partnerId: string
  urlKey: string
  outcome: PageOutcome
  /** The page answered with a body. */
  fetched: boolean
  message: string | null
  state: 'fetched' | 'failed' | 'gone'
  failures: number
  validators: { etag: string | null; lastModified: string | null } | undefined
  now: string
  nextAttemptAt: string | null
}

/** Takes in what discovery listed: new addresses are due at once, known ones keep their schedule. */
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
    db
      .prepare(
        `INSERT INTO frontier (partner_id, url_key, url, state, first_seen_at, next_attempt_at)
         SELECT ?1, value ->> 'urlKey', value ->> 'url', 'new', ?3, ?3 FROM json_each(?2) WHERE true
         ON CONFLICT (partner_id, url_key) DO UPDATE SET listed = 1, url = excluded.url`,
      )
      .bind(partnerId, JSON.stringify(listed), now),
  ]
}

/**
 * Writes the pages that a run visits: those due, and for an operator's run every listed one too,
 * in the order in which the partner lists them.
 */
export function planRunPages(
  db: D1Database,
  run: { id: string; partnerId: string; allListed: boolean; listed: ListedAddress[]; now: string },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT OR IGNORE INTO run_pages (run_id, url_key, url, position)
       SELECT ?1, f.url_key, f.url, row_number() OVER (ORDER BY COALESCE(l.key, 1e9), f.url_key)
       FROM (SELECT url_key, url FROM frontier WHERE partner_id = ?2 AND next_attempt_at <= ?3
             UNION SELECT url_key, url FROM frontier WHERE partner_id = ?2 AND listed = 1 AND ?4) f
       LEFT JOIN json_each(?5) l ON l.value = f.url_key
       ORDER BY 4 LIMIT ${RUN_PAGES_MAX}`,
    )
    .bind(
      run.id,
      run.partnerId,
      run.now,
      run.allListed ? 1 : 0,
      JSON.stringify(run.listed.map((address) => address.urlKey)),
    )
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
         f.first_seen_at AS firstSeenAt, f.failures
       FROM run_pages p JOIN frontier f ON f.partner_id = ?2 AND f.url_key = p.url_key
       WHERE p.run_id = ?1 AND p.outcome IS NULL ORDER BY p.position LIMIT ?3`,
    )
    .bind(run.id, run.partnerId, limit)
    .all()
  return results.map((row) => pendingPageSchema.parse(row))
}

/** To be written in the batch that stores what the page said: the visit and what it taught. */
export function recordVisit(db: D1Database, visit: Visit): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `UPDATE run_pages SET outcome = ?3, fetched = ?4, message = ?5
         WHERE run_id = ?1 AND url_key = ?2 AND outcome IS NULL`,
      )
      .bind(visit.runId, visit.urlKey, visit.outcome, visit.fetched ? 1 : 0, visit.message),
    db
      .prepare(
        `UPDATE frontier SET state = ?3, failures = ?4, fetched_at = ?5, next_attempt_at = ?6
           ${visit.validators === undefined ? '' : ', etag = ?7, last_modified = ?8'}
         WHERE partner_id = ?1 AND url_key = ?2`,
      )
      .bind(
        visit.partnerId,
        visit.urlKey,
        visit.state,
        visit.failures,
        visit.now,
        visit.nextAttemptAt,
        ...(visit.validators === undefined
          ? []
          : [visit.validators.etag, visit.validators.lastModified]),
      ),
  ]
}
