/** The `article_revisions` table: what became of an article with each revision after its first. */

import * as z from 'zod/mini'
import { type Changes, changesSchema } from '../articles/what-changed.ts'
import { jsonColumn } from './json-column.ts'

/** Kept of an article, the newest; some are edited every hour for years. */
const REVISIONS_MAX = 50

/** `at` is ISO 8601 UTC. */
const revisionSchema = z.object({
  revision: z.int(),
  at: z.string(),
  changes: jsonColumn(changesSchema),
})
export type Revision = z.infer<typeof revisionSchema>

/** To be written in the batch that stores the revision, behind it: nothing where that was not stored. */
export function recordRevision(
  db: D1Database,
  { revision, at, changes }: { revision: number; at: string; changes: Changes },
  articleId: string,
): D1PreparedStatement[] {
  const insert = db
    .prepare(
      `INSERT OR IGNORE INTO article_revisions (article_id, revision, at, changes)
       SELECT id, revision, ?3, ?4 FROM articles WHERE id = ?1 AND revision = ?2`,
    )
    .bind(articleId, revision, at, JSON.stringify(changes))
  if (revision <= REVISIONS_MAX) return [insert]
  const forget = db
    .prepare('DELETE FROM article_revisions WHERE article_id = ? AND revision <= ?')
    .bind(articleId, revision - REVISIONS_MAX)
  return [insert, forget]
}

/** The newest first. */
export async function listRevisions(db: D1Database, articleId: string): Promise<Revision[]> {
  const { results } = await db
    .prepare(
      `SELECT revision, at, changes FROM article_revisions WHERE article_id = ?
       ORDER BY revision DESC`,
    )
    .bind(articleId)
    .all()
  return z.array(revisionSchema).parse(results)
}
