/** The row that a scraped article gets in `articles`, new or known. */

import { slugify } from '../articles/addresses/slug.ts'
import { indexableUntil } from '../articles/robots-directives.ts'
import type { KnownArticle } from './known-article.ts'
import type { IncomingArticle } from './store-article.ts'

/** Of a new article's id that its slug carries where another article has the same title. */
const SLUG_SUFFIX_LENGTH = 6

/** Adds an article's row, unless there is one of its address, or its partner has been removed. */
export function insertArticle(db: D1Database, incoming: IncomingArticle): D1PreparedStatement {
  const slug = slugify(incoming.scraped.title)
  return db
    .prepare(
      `INSERT INTO articles (id, slug, partner_id, url_key, source_url, title, byline, language,
         featured, badge, lead, published_at, modified_at, sort_at, partner_views, topics, image,
         quality, licence, original_url, paywalled, robots, indexable_until, recipe_revision, content_hash, details_hash, revision,
         state, created_at, updated_at)
       SELECT ?1, CASE WHEN NOT EXISTS (SELECT 1 FROM articles WHERE slug = ?2) THEN ?2
           WHEN NOT EXISTS (SELECT 1 FROM articles WHERE slug = ?3) THEN ?3 ELSE ?2 || '-' || ?1 END,
         ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,
         ?23, ?24, ?25, ?26, 1, 'published', ?27, ?27 WHERE EXISTS (SELECT 1 FROM partners WHERE id = ?4)
       ON CONFLICT (url_key) DO NOTHING`,
    )
    .bind(
      incoming.id,
      slug,
      `${slug}-${incoming.id.slice(0, SLUG_SUFFIX_LENGTH)}`,
      incoming.partnerId,
      incoming.urlKey,
      ...shownColumns(incoming),
      incoming.contentHash,
      incoming.detailsHash,
      incoming.now,
    )
}

/** Rewrites a known article's row, unless it is of another revision by now, or its partner was removed. */
export function updateArticle(
  db: D1Database,
  incoming: IncomingArticle,
  known: KnownArticle,
  revision: number,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE articles SET source_url = ?3, title = ?4, byline = ?5, language = ?6,
         badge = ?7, featured = MAX(?7, pinned),
         lead = ?8, published_at = ?9, modified_at = ?10,
         sort_at = CASE WHEN ?9 IS NULL THEN sort_at ELSE ?11 END, partner_views = ?12,
         topics = ?13, image = ?14, quality = ?15, licence = ?16, original_url = ?17,
         paywalled = ?18, robots = ?19, indexable_until = ?20, recipe_revision = ?21,
         content_hash = ?22, details_hash = ?23, revision = ?24,
         state = CASE state WHEN 'gone' THEN 'published' ELSE state END,
         page_version = page_version + 1, updated_at = ?25, partner_id = ?26
       WHERE id = ?1 AND revision = ?2 AND EXISTS (SELECT 1 FROM partners WHERE id = ?26)`,
    )
    .bind(
      known.id,
      known.revision,
      ...shownColumns(incoming),
      incoming.contentHash,
      incoming.detailsHash,
      revision,
      incoming.now,
      incoming.partnerId,
    )
}

function sortAt({ scraped, undatedSortAt, now }: IncomingArticle): string {
  const { publishedAt } = scraped
  return publishedAt === null ? (undatedSortAt ?? now) : new Date(publishedAt).toISOString()
}

/** The columns that both statements bind, in their common order from `source_url` to `recipe_revision`. */
function shownColumns(incoming: IncomingArticle): (string | number | null)[] {
  const { scraped } = incoming
  return [
    scraped.sourceUrl,
    scraped.title,
    scraped.byline,
    scraped.language,
    scraped.featured ? 1 : 0,
    scraped.lead,
    scraped.publishedAt,
    scraped.modifiedAt,
    sortAt(incoming),
    scraped.partnerViews,
    JSON.stringify(scraped.topics),
    scraped.image === null ? null : JSON.stringify(scraped.image),
    incoming.quality,
    scraped.licence,
    scraped.originalUrl,
    scraped.paywalled ? 1 : 0,
    JSON.stringify(scraped.robots),
    indexableUntil(scraped.robots),
    incoming.recipeRevision,
  ]
}
