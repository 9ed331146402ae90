/** Which published articles no page of their partner gives any more, and how many of its pages do answer. */

import * as z from 'zod/mini'

const goneSchema = z.object({
  articleId: z.string(),
  /** The page of the run by which it was noticed. */
  urlKey: z.string(),
  /** How often in a row it was not there. */
  notFound: z.int(),
})
export type GoneArticle = z.infer<typeof goneSchema>

/** Articles whose pages the run found gone, while no other address of them answers. */
export async function findGoneArticles(
  db: D1Database,
  run: { id: string; partnerId: string },
): Promise<GoneArticle[]> {
  const { results } = await db
    .prepare(
      `SELECT a.id AS articleId, f.url_key AS urlKey, f.not_found AS notFound
       FROM run_pages r JOIN frontier f ON f.partner_id = ?2 AND f.url_key = r.url_key
       JOIN articles a ON a.url_key = COALESCE(f.article_key, f.url_key)
       WHERE r.run_id = ?1 AND r.outcome = 'gone' AND f.state = 'gone'
         AND a.partner_id = ?2 AND a.state = 'published'
         AND NOT EXISTS (SELECT 1 FROM frontier o
           WHERE o.partner_id = ?2 AND o.article_key = a.url_key AND o.state = 'fetched')
       ORDER BY r.position`,
    )
    .bind(run.id, run.partnerId)
    .all()
  return z.array(goneSchema).parse(results)
}

/** Of the partner's pages with articles that were asked for since then: how many were there, and not. */
export async function countAsked(
  db: D1Database,
  partnerId: string,
  since: string,
): Promise<{ there: number; missing: number }> {
  const row = await db
    .prepare(
      `SELECT COUNT(*) FILTER (WHERE not_found = 0 AND state = 'fetched' AND failures = 0) AS there,
         COUNT(*) FILTER (WHERE not_found > 0) AS missing
       FROM frontier
       WHERE partner_id = ? AND article_key IS NOT NULL AND fetched_at >= ?`,
    )
    .bind(partnerId, since)
    .first()
  return z.object({ there: z.int(), missing: z.int() }).parse(row)
}

/** What the run's report has to say of a page beside its outcome. */
export function remarkOnPage(
  db: D1Database,
  page: { runId: string; urlKey: string; message: string },
): D1PreparedStatement {
  return db
    .prepare('UPDATE run_pages SET message = ?3 WHERE run_id = ?1 AND url_key = ?2')
    .bind(page.runId, page.urlKey, page.message)
}
