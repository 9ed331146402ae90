/** The `articles` table read for readers and operators, with topics, related posts and words. */

import * as z from 'zod/mini'
import {
  type ArticleSummary,
  imageSchema,
  type RelatedPost,
  type RemovedBlock,
  relatedPostSchema,
  removedBlockSchema,
} from '../articles/article.ts'
import { asciiFold } from '../articles/fold.ts'
import { snippetLengthMax } from '../articles/robots-directives.ts'
import { type Position, writeCursor } from './cursor.ts'
import { flagColumn, jsonColumn } from './json-column.ts'

/** Words of a query that are looked for; what comes behind is ignored. */
const QUERY_WORDS_MAX = 16

/** Topics are counted over so many articles, the newest. */
const TOPIC_ARTICLES = 500

const COLUMNS = `a.id, a.slug, a.source_url AS sourceUrl, a.title, a.byline, a.language, a.featured, a.lead,
  a.published_at AS publishedAt, a.modified_at AS modifiedAt, a.partner_views AS partnerViews,
  a.views, a.topics, a.image, a.original_url AS originalUrl, a.licence, a.paywalled, a.robots, a.quality, a.content_hash AS contentHash, a.revision, a.state,
  a.sort_at AS sortAt, a.trend, a.page_version AS pageVersion, a.updated_at AS updatedAt,
  p.id AS partnerId, p.name AS partnerName, p.url AS partnerUrl, p.republish`

const FROM = 'FROM articles a JOIN partners p ON p.id = a.partner_id'

const stateSchema = z.enum(['published', 'hidden', 'taken-down', 'gone'])
export type ArticleState = z.infer<typeof stateSchema>

const rowSchema = z.object({
  id: z.string(),
  slug: z.string(),
  sourceUrl: z.string(),
  title: z.string(),
  byline: z.nullable(z.string()),
  language: z.string(),
  featured: flagColumn,
  lead: z.nullable(z.string()),
  publishedAt: z.nullable(z.string()),
  modifiedAt: z.nullable(z.string()),
  partnerViews: z.nullable(z.int()),
  views: z.int(),
  topics: jsonColumn(z.array(z.string())),
  image: z.nullable(jsonColumn(imageSchema)),
  originalUrl: z.nullable(z.string()),
  licence: z.nullable(z.string()),
  paywalled: flagColumn,
  robots: jsonColumn(z.array(z.string())),
  quality: z.nullable(z.number()),
  contentHash: z.string(),
  revision: z.int(),
  state: stateSchema,
  sortAt: z.string(),
  trend: z.number(),
  pageVersion: z.int(),
  updatedAt: z.string(),
  partnerId: z.string(),
  partnerName: z.string(),
  partnerUrl: z.string(),
  republish: z.enum(['full', 'excerpt']),
})
type ArticleRow = z.infer<typeof rowSchema>

/** A stored article without its body, and what only the operator and the cache need to know. */
export type StoredArticle = ArticleSummary & {
  state: ArticleState
  pageVersion: number
  updatedAt: string
  republish: 'full' | 'excerpt'
  /** What the page says of its rights; see article.ts. */
  originalUrl: string | null
  licence: string | null
  paywalled: boolean
  /** How far its extraction can be trusted, 0 to 1; null for one stored before that was asked. */
  quality: number | null
}

/** What decides which page a slug shows: small, and asked for at every view. */
export type PagePointer = z.infer<typeof pointerSchema>

const pointerSchema = z.object({
  id: z.string(),
  state: stateSchema,
  pageVersion: z.int(),
  views: z.int(),
  robots: jsonColumn(z.array(z.string())),
})

export async function findPagePointer(
  db: D1Database,
  slug: string,
): Promise<PagePointer | undefined> {
  const row = await db
    .prepare(
      `SELECT id, state, page_version AS pageVersion, views, robots FROM articles WHERE slug = ?`,
    )
    .bind(slug)
    .first()
  return row === null ? undefined : pointerSchema.parse(row)
}

/** One article by its slug or its id, in whatever state it is. */
export async function findArticle(
  db: D1Database,
  by: { slug: string } | { id: string },
  siteUrl: string,
): Promise<StoredArticle | undefined> {
  const [column, value] = 'slug' in by ? ['slug', by.slug] : ['id', by.id]
  const row = await db
    .prepare(`SELECT ${COLUMNS} ${FROM} WHERE a.${column} = ?`)
    .bind(value)
    .first()
  if (row === null) return undefined
  const [article] = await withRelated(db, [rowSchema.parse(row)], siteUrl)
  return article
}

export type ArticleQuery = {
  sort: 'latest' | 'trending'
  partnerId?: string | undefined
  topic?: string | undefined
  featured?: boolean | undefined
  /** Words to look for, as the reader typed them: never syntax. */
  words?: string | undefined
  /** ISO 8601 UTC: only what machines may be led to at this instant. */
  indexableAt?: string | undefined
  after?: Position | undefined
  limit: number
}

/** Published articles in order, and a cursor where there are more. */
export async function listArticles(
  db: D1Database,
  query: ArticleQuery,
  siteUrl: string,
): Promise<{ items: StoredArticle[]; nextCursor: string | null }> {
  const { sql, parameters } = listStatement(query)
  const { results } = await db
    .prepare(sql)
    .bind(...parameters)
    .all()
  const rows = results.slice(0, query.limit).map((row) => rowSchema.parse(row))
  const last = rows.at(-1)
  const more = results.length > query.limit && last !== undefined
  return {
    items: await withRelated(db, rows, siteUrl),
    nextCursor: more
      ? writeCursor([query.sort === 'trending' ? last.trend : last.sortAt, last.id])
      : null,
  }
}

function listStatement(query: ArticleQuery): { sql: string; parameters: (string | number)[] } {
  const key = query.sort === 'trending' ? 'a.trend' : 'a.sort_at'
  const conditions = [`a.state = 'published'`]
  const parameters: (string | number)[] = []
  const where = (condition: string, ...values: (string | number)[]) => {
    conditions.push(condition)
    parameters.push(...values)
  }
  if (query.partnerId !== undefined) where('a.partner_id = ?', query.partnerId)
  if (query.featured === true) where('a.featured = 1')
  if (query.indexableAt !== undefined) where('a.indexable_until > ?', query.indexableAt)
  if (query.topic !== undefined) {
    where('a.id IN (SELECT article_id FROM article_topics WHERE topic = ?)', query.topic)
  }
  if (query.words !== undefined) {
    const match = matchExpression(query.words)
    if (match === undefined) where('0')
    else where('a.number IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)', match)
  }
  if (query.after !== undefined) where(`(${key}, a.id) < (?, ?)`, ...query.after)
  parameters.push(query.limit + 1)
  return {
    sql: `SELECT ${COLUMNS} ${FROM} WHERE ${conditions.join(' AND ')}
      ORDER BY ${key} DESC, a.id DESC LIMIT ?`,
    parameters,
  }
}

/** FTS5 syntax for words that all must be there, the last one as a prefix; quoted, so never operators. */
function matchExpression(words: string): string | undefined {
  const tokens = asciiFold(words)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, QUERY_WORDS_MAX)
  return tokens === undefined || tokens.length === 0
    ? undefined
    : `${tokens.map((token) => `"${token}"`).join(' ')}*`
}

const relatedRowSchema = z.extend(relatedPostSchema, {
  articleId: z.string(),
  image: z.nullable(jsonColumn(imageSchema)),
  /** Of the article that the card leads to, where we hold it. */
  robots: z.nullable(jsonColumn(z.array(z.string()))),
})

/** Joins rows with their related posts: one more query, whatever their number. */
async function withRelated(
  db: D1Database,
  rows: ArticleRow[],
  siteUrl: string,
): Promise<StoredArticle[]> {
  const { results } = await db
    .prepare(
      `SELECT r.article_id AS articleId, r.title, r.url, r.published_at AS publishedAt,
         r.partner_views AS partnerViews, r.excerpt, r.image, o.slug, o.robots
       FROM json_each(?) j JOIN related_posts r ON r.article_id = j.value
       LEFT JOIN articles o ON o.url_key = r.url_key
       WHERE o.state IS NULL OR o.state = 'published'
       ORDER BY r.article_id, r.position`,
    )
    .bind(JSON.stringify(rows.map((row) => row.id)))
    .all()
  const related = new Map<string, RelatedPost[]>(rows.map((row) => [row.id, []]))
  for (const result of results) {
    const { articleId, robots, ...post } = relatedRowSchema.parse(result)
    const excerpt = snippetLengthMax(robots ?? []) === 0 ? null : post.excerpt
    related.get(articleId)?.push({ ...post, excerpt })
  }
  return rows.map((row) => toArticle(row, related.get(row.id) ?? [], siteUrl))
}

function toArticle(row: ArticleRow, related: RelatedPost[], siteUrl: string): StoredArticle {
  const { partnerId, partnerName, partnerUrl, sortAt: _sortAt, trend: _trend, ...rest } = row
  return {
    ...rest,
    url: `${siteUrl}/articles/${row.slug}`,
    partner: { id: partnerId, name: partnerName, url: partnerUrl },
    related,
    alsoPublishedBy: [],
  }
}

/** What was dropped from an article's page; empty for one that is not there. */
export async function findRemovals(db: D1Database, articleId: string): Promise<RemovedBlock[]> {
  const row = await db
    .prepare('SELECT blocks FROM removals WHERE article_id = ?')
    .bind(articleId)
    .first()
  return row === null
    ? []
    : z.object({ blocks: jsonColumn(z.array(removedBlockSchema)) }).parse(row).blocks
}

/** Articles in any state, last changed first, for the operator. */
export async function listAllArticles(
  db: D1Database,
  page: { before: Position | undefined; limit: number },
  siteUrl: string,
): Promise<{ items: StoredArticle[]; nextCursor: string | null }> {
  const [updatedAt, id] = page.before ?? ['9999', '']
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} ${FROM} WHERE (a.updated_at, a.id) < (?, ?)
       ORDER BY a.updated_at DESC, a.id DESC LIMIT ?`,
    )
    .bind(updatedAt, id, page.limit + 1)
    .all()
  const rows = results.slice(0, page.limit).map((row) => rowSchema.parse(row))
  const last = rows.at(-1)
  return {
    items: await withRelated(db, rows, siteUrl),
    nextCursor:
      results.length > page.limit && last !== undefined
        ? writeCursor([last.updatedAt, last.id])
        : null,
  }
}

/** How many articles each of the partners has published, by partner id. */
export async function countArticles(
  db: D1Database,
  partnerIds: string[],
): Promise<Map<string, number>> {
  const { results } = await db
    .prepare(
      `SELECT j.value AS partnerId, (SELECT COUNT(*) FROM articles
         WHERE partner_id = j.value AND state = 'published') AS articles FROM json_each(?) j`,
    )
    .bind(JSON.stringify(partnerIds))
    .all()
  const rowsSchema = z.array(z.object({ partnerId: z.string(), articles: z.int() }))
  return new Map(rowsSchema.parse(results).map((row) => [row.partnerId, row.articles]))
}

/** The topics that the newest articles have most. */
export async function listTopics(
  db: D1Database,
  limit: number,
): Promise<{ key: string; name: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT t.topic AS key, MIN(t.name) AS name
       FROM (SELECT id FROM articles WHERE state = 'published'
             ORDER BY sort_at DESC, id DESC LIMIT ?1) a
       JOIN article_topics t ON t.article_id = a.id
       GROUP BY t.topic ORDER BY COUNT(*) DESC, t.topic LIMIT ?2`,
    )
    .bind(TOPIC_ARTICLES, limit)
    .all()
  return z.array(z.object({ key: z.string(), name: z.string() })).parse(results)
}

/** A topic's name as partners write it; `undefined` where no article has it. */
export async function findTopicName(db: D1Database, topic: string): Promise<string | undefined> {
  const row = await db
    .prepare('SELECT name FROM article_topics WHERE topic = ? LIMIT 1')
    .bind(topic)
    .first()
  return row === null ? undefined : z.object({ name: z.string() }).parse(row).name
}
