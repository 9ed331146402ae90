/** Stores what a visit to an article's page brought: one D1 batch for everything it changes. */

import { slugify } from '../articles/addresses/slug.ts'
import type { ScrapedArticle } from '../articles/article.ts'
import { indexableUntil } from '../articles/robots-directives.ts'
import { type Changes, whatChanged } from '../articles/what-changed.ts'
import type { EventType } from '../webhooks/event.ts'
import { bumpLinkingPages, detailStatements } from './article-details.ts'
import { articleEventId } from './article-state.ts'
import { type Body, storeBody } from './bodies.ts'
import { announceArticle } from './events.ts'
import type { KnownArticle } from './known-article.ts'
import { ANNOUNCE_AFTER_MS } from './pointer-memory.ts'
import { recordRevision } from './revisions.ts'
import { bumpListsVersion } from './site.ts'

/** Of a new article's id that its slug carries where another article has the same title. */
const SLUG_SUFFIX_LENGTH = 6

export type IncomingArticle = {
  /** Derived from the address, so that the same article never gets two. */
  id: string
  urlKey: string
  partnerId: string
  scraped: ScrapedArticle
  /** How far its extraction can be trusted, 0 to 1. */
  quality: number
  /** Of the recipe by which it was read. */
  recipeRevision: number
  /** What is stored of it so far, where that is another text and still there. */
  formerBody: Body | undefined
  contentHash: string
  detailsHash: string
  /** With the identity key of each related post. */
  relatedKeys: string[]
  topicKeys: { topic: string; name: string }[]
  /** What lists order it by where it has no date, ISO 8601 UTC; else when it was first seen. */
  undatedSortAt?: string | undefined
  siteUrl: string
  /** ISO 8601 UTC. */
  now: string
}

/** With the instant before which no partner is told. */
type AnnouncedArticle = IncomingArticle & { announceAt: string }

/** With what it changes in what is stored; undefined where its content is the same. */
type ChangedArticle = AnnouncedArticle & { changes: Changes | undefined }

/**
 * Stores a new article, a new revision or new details of a known one, in one batch with `also`
 * (what the visit taught the frontier) and with the event that announces it. Running it again
 * with the same article changes nothing and announces nothing. So does an article whose partner has
 * been removed meanwhile.
 */
export async function storeArticle(
  tools: { db: D1Database; content: KVNamespace; now: () => Date },
  article: IncomingArticle,
  known: KnownArticle | undefined,
  also: (outcome: 'stored' | 'updated' | 'unchanged') => D1PreparedStatement[],
): Promise<'stored' | 'updated' | 'unchanged'> {
  const { db } = tools
  const { scraped, contentHash } = article
  const sameContent = known?.contentHash === contentHash && known.state !== 'gone'
  if (!sameContent) {
    await storeBody(tools.content, contentHash, { sections: scraped.sections, text: scraped.text })
  }
  // Taken behind the slow write to KV: what counts is when readers may see the change.
  const announceAt = new Date(tools.now().getTime() + ANNOUNCE_AFTER_MS).toISOString()
  const incoming = { ...article, announceAt }
  if (known === undefined) {
    await db.batch([...insertNew(db, incoming), ...also('stored')])
    return 'stored'
  }
  if (sameContent && known.detailsHash === incoming.detailsHash) {
    await db.batch(also('unchanged'))
    return 'unchanged'
  }
  const isRevised = known.contentHash !== contentHash
  const changes = isRevised ? whatChanged({ ...known, ...article.formerBody }, scraped) : undefined
  const changed = { ...incoming, changes }
  const outcome = sameContent ? 'unchanged' : 'updated'
  await db.batch([...updateKnown(db, changed, known, sameContent), ...also(outcome)])
  return outcome
}

function insertNew(db: D1Database, incoming: AnnouncedArticle): D1PreparedStatement[] {
  const slug = slugify(incoming.scraped.title)
  const insert = db
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
  return [
    insert,
    ...detailStatements(db, incoming),
    bumpLinkingPages(db, incoming.urlKey),
    bumpListsVersion(db),
    ...eventStatements(db, incoming, 'article.published', { revision: 1, cause: '' }),
  ]
}

function updateKnown(
  db: D1Database,
  incoming: ChangedArticle,
  known: KnownArticle,
  sameContent: boolean,
): D1PreparedStatement[] {
  const { changes, now: at } = incoming
  const revision = changes === undefined ? known.revision : known.revision + 1
  const returned = known.state === 'gone'
  const update = db
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
  const told = { ...incoming, id: known.id }
  return [
    update,
    ...(changes === undefined ? [] : recordRevision(db, { revision, at, changes }, known.id)),
    ...detailStatements(db, told),
    ...(returned ? [bumpLinkingPages(db, incoming.urlKey)] : []),
    ...(sameContent && !isListedOtherwise(known, incoming.scraped) ? [] : [bumpListsVersion(db)]),
    ...(sameContent || known.state === 'hidden' || known.state === 'taken-down'
      ? []
      : eventStatements(db, told, returned ? 'article.published' : 'article.updated', {
          revision,
          cause: returned ? known.updatedAt : '',
        })),
  ]
}

/** What a page says besides its content may change what lists show of it, too. */
function isListedOtherwise(known: KnownArticle, scraped: ScrapedArticle): boolean {
  return known.badge !== scraped.featured || known.robots !== JSON.stringify(scraped.robots)
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

function eventStatements(
  db: D1Database,
  incoming: AnnouncedArticle,
  type: EventType,
  told: { revision: number; cause: string },
): D1PreparedStatement[] {
  return announceArticle(db, {
    id: articleEventId(type, incoming.id, told.revision, told.cause),
    type,
    articleId: incoming.id,
    state: 'published',
    revision: told.revision,
    siteUrl: incoming.siteUrl,
    createdAt: incoming.now,
    announceAt: incoming.announceAt,
  })
}
