/** What a visit has to know of the article that is stored already under an address. */

import * as z from 'zod/mini'
import { imageSchema } from '../articles/article.ts'
import { flagColumn, jsonColumn } from './json-column.ts'

const knownSchema = z.object({
  id: z.string(),
  slug: z.string(),
  urlKey: z.string(),
  sourceUrl: z.string(),
  partnerId: z.string(),
  title: z.string(),
  byline: z.nullable(z.string()),
  lead: z.nullable(z.string()),
  publishedAt: z.nullable(z.string()),
  topics: jsonColumn(z.array(z.string())),
  image: z.nullable(jsonColumn(imageSchema)),
  contentHash: z.string(),
  detailsHash: z.string(),
  revision: z.int(),
  recipeRevision: z.int(),
  state: z.enum(['published', 'hidden', 'taken-down', 'gone']),
  badge: flagColumn,
  /** As JSON. */
  robots: z.string(),
  updatedAt: z.string(),
})

/** What is stored already under an address. */
export type KnownArticle = z.infer<typeof knownSchema>

const COLUMNS = `id, slug, url_key AS urlKey, source_url AS sourceUrl, partner_id AS partnerId, title,
  byline, lead, published_at AS publishedAt, topics, image, content_hash AS contentHash,
  details_hash AS detailsHash, revision, recipe_revision AS recipeRevision, state, badge, robots,
  updated_at AS updatedAt`

export async function findKnownArticle(
  db: D1Database,
  urlKey: string,
): Promise<KnownArticle | undefined> {
  const row = await db
    .prepare(`SELECT ${COLUMNS} FROM articles WHERE url_key = ?`)
    .bind(urlKey)
    .first()
  return row === null ? undefined : knownSchema.parse(row)
}

/** As `findKnownArticle`; where there is none, the partner's article of the same words. */
export async function findKnownOrTwin(
  db: D1Database,
  { urlKey, partnerId, contentHash }: { urlKey: string; partnerId: string; contentHash: string },
): Promise<KnownArticle | undefined> {
  const row = await db
    .prepare(
      `SELECT ${COLUMNS} FROM articles
       WHERE url_key = ?1 OR (partner_id = ?2 AND content_hash = ?3)
       ORDER BY url_key = ?1 DESC, number LIMIT 1`,
    )
    .bind(urlKey, partnerId, contentHash)
    .first()
  return row === null ? undefined : knownSchema.parse(row)
}

const sameDatedSchema = z.object({ urlKey: z.string(), contentHash: z.string() })

/** A partner's published article of this instant (ISO 8601 UTC, as it is sorted by) and title. */
export async function findSameDated(
  db: D1Database,
  article: { partnerId: string; sortAt: string; title: string },
): Promise<{ urlKey: string; contentHash: string } | undefined> {
  const row = await db
    .prepare(
      `SELECT url_key AS urlKey, content_hash AS contentHash FROM articles
       WHERE state = 'published' AND partner_id = ? AND sort_at = ? AND title = ? LIMIT 1`,
    )
    .bind(article.partnerId, article.sortAt, article.title)
    .first()
  return row === null ? undefined : sameDatedSchema.parse(row)
}
