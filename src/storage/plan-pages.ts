/** The plan of a run: which pages it visits, written to `run_pages` before it visits any. */

/** What one run visits at most: more than any source lists. The rest stays due for the next run. */
const RUN_PAGES_MAX = 5_000

/** After so many sightings in a row an address is asked for where its redirects lead: this saves them. */
const MOVED_TIMES = 3

const ASKED_URL = `iif(moved_times >= ${MOVED_TIMES}, moved_to, url)`

const IS_OPERATORS = `(SELECT cause FROM runs WHERE id = ?1) = 'operator'`

/** Pages of a partner that this day, of the instant ?3, has cost so far. */
export const SPENT = 'iif(spent_on = substr(?3, 1, 10), pages_spent, 0)'

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
