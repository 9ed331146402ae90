/** The `backfill_files` table: the lists of a partner's archive, and which of them have been read. */

import * as z from 'zod/mini'
import { jsonColumn } from './json-column.ts'

/** Lists of one archive: a sitemap for every day of ten years, and some more. */
const FILES_MAX = 5_000

const fileSchema = z.object({
  url: z.string(),
  urlKey: z.string(),
  kind: z.enum(['sitemap', 'guess', 'listing']),
  depth: z.int(),
  tries: z.int(),
})

/** A list that has not been read yet. */
export type ArchiveFile = z.infer<typeof fileSchema>

/** A list to be read; `urlKey` is its identity: none is read twice, whoever names it. */
type NewArchiveFile = Omit<ArchiveFile, 'tries'>

/** The next list to be read; one that is only guessed waits for all that are known. */
export async function findPendingFile(
  db: D1Database,
  backfillId: string,
): Promise<ArchiveFile | undefined> {
  const row = await db
    .prepare(
      `SELECT url, url_key AS urlKey, kind, depth, tries FROM backfill_files
       WHERE backfill_id = ? AND state = 'pending' ORDER BY kind = 'guess', position LIMIT 1`,
    )
    .bind(backfillId)
    .first()
  return row === null ? undefined : fileSchema.parse(row)
}

const totalsSchema = z.object({
  kinds: jsonColumn(z.array(z.string())),
  listings: z.int(),
  articles: z.int(),
})

/** What the lists came to so far: their kinds, listing pages, and addresses that may be articles. */
export async function countFiles(
  db: D1Database,
  backfillId: string,
): Promise<z.infer<typeof totalsSchema>> {
  const row = await db
    .prepare(
      `SELECT json_group_array(DISTINCT kind) AS kinds,
         COUNT(iif(kind = 'listing', 1, NULL)) AS listings,
         COALESCE(SUM(listed - others), 0) AS articles
       FROM backfill_files WHERE backfill_id = ?`,
    )
    .bind(backfillId)
    .first()
  return totalsSchema.parse(row)
}

/** Adds lists behind those that are there, in their order; known ones stay as they are. */
export function addFiles(
  db: D1Database,
  backfillId: string,
  files: NewArchiveFile[],
): D1PreparedStatement {
  const added = `SELECT COUNT(*) FROM backfill_files WHERE backfill_id = ?1`
  return db
    .prepare(
      `INSERT INTO backfill_files (backfill_id, url_key, url, kind, position, depth)
       SELECT ?1, value ->> 'urlKey', value ->> 'url', value ->> 'kind', (${added}) + key,
         value ->> 'depth'
       FROM json_each(?2) WHERE true LIMIT MAX(0, ${FILES_MAX} - (${added}))
       ON CONFLICT (backfill_id, url_key) DO NOTHING`,
    )
    .bind(backfillId, JSON.stringify(files))
}

/** What has been taken of a list so far, from its beginning. */
type FileCounts = { listed: number; skipped: number; others: number }

export function countFile(
  db: D1Database,
  file: { backfillId: string; urlKey: string },
  counts: FileCounts,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE backfill_files SET listed = ?3, skipped = ?4, others = ?5
       WHERE backfill_id = ?1 AND url_key = ?2 AND state = 'pending'`,
    )
    .bind(file.backfillId, file.urlKey, counts.listed, counts.skipped, counts.others)
}

/** Counts that the reading of a list begins: one that takes its process along leaves nothing else. */
export async function beginFile(
  db: D1Database,
  file: { backfillId: string; urlKey: string },
): Promise<void> {
  await db
    .prepare('UPDATE backfill_files SET tries = tries + 1 WHERE backfill_id = ? AND url_key = ?')
    .bind(file.backfillId, file.urlKey)
    .run()
}

/** It was not read after all: its host must not be asked now. */
export function unbeginFile(
  db: D1Database,
  file: { backfillId: string; urlKey: string },
): D1PreparedStatement {
  return db
    .prepare('UPDATE backfill_files SET tries = tries - 1 WHERE backfill_id = ? AND url_key = ?')
    .bind(file.backfillId, file.urlKey)
}

/** Notes how the reading of a list ended; until then it is tried again. */
export function endFile(
  db: D1Database,
  file: { backfillId: string; urlKey: string },
  state: 'read' | 'skipped' | 'failed',
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE backfill_files SET state = ?3
       WHERE backfill_id = ?1 AND url_key = ?2 AND state = 'pending'`,
    )
    .bind(file.backfillId, file.urlKey, state)
}

/** To be written with a new backfill: the lists of the partner's earlier ones. */
export function forgetFiles(db: D1Database, partnerId: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM backfill_files WHERE backfill_id IN
         (SELECT id FROM backfills WHERE partner_id = ? AND state IN ('done', 'failed'))`,
    )
    .bind(partnerId)
}
