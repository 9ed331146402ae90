/** What the batch that stores an article writes into other tables: topics, related posts, removals, words. */

import { asciiFold } from '../articles/fold.ts'
import type { IncomingArticle } from './store-article.ts'

/** The article may not have been stored at all, its partner having been removed meanwhile. */
const IF_STORED = 'WHERE EXISTS (SELECT 1 FROM articles WHERE id = ?1)'

/**
 * Topics, related posts, removals and words of an article, written anew; of a new one there is nothing
 * to take away first. Each statement less counts: there is a batch of them for every article.
 */
export function detailStatements(
  db: D1Database,
  incoming: IncomingArticle,
  { isNew }: { isNew: boolean },
): D1PreparedStatement[] {
  const { id, scraped, topicKeys } = incoming
  return [
    ...(isNew ? [] : forgetDetails(db, id)),
    ...(topicKeys.length === 0 ? [] : [insertTopics(db, incoming)]),
    ...(scraped.related.length === 0 ? [] : [insertRelated(db, incoming)]),
    db
      .prepare(`INSERT OR REPLACE INTO removals (article_id, blocks) SELECT ?1, ?2 ${IF_STORED}`)
      .bind(id, JSON.stringify(scraped.removed)),
    insertWords(db, incoming),
  ]
}

function forgetDetails(db: D1Database, id: string): D1PreparedStatement[] {
  return [
    db.prepare('DELETE FROM article_topics WHERE article_id = ?').bind(id),
    db.prepare('DELETE FROM related_posts WHERE article_id = ?').bind(id),
    db
      .prepare('DELETE FROM article_words WHERE rowid = (SELECT number FROM articles WHERE id = ?)')
      .bind(id),
  ]
}

function insertTopics(db: D1Database, { id, topicKeys }: IncomingArticle): D1PreparedStatement {
  return db
    .prepare(
      `INSERT OR IGNORE INTO article_topics (topic, article_id, name)
       SELECT value ->> 'topic', ?1, value ->> 'name' FROM json_each(?2) ${IF_STORED}`,
    )
    .bind(id, JSON.stringify(topicKeys))
}

function insertRelated(db: D1Database, incoming: IncomingArticle): D1PreparedStatement {
  const posts = incoming.scraped.related.map((post, index) => ({
    ...post,
    urlKey: incoming.relatedKeys[index] ?? post.url,
    image: post.image === null ? null : JSON.stringify(post.image),
  }))
  return db
    .prepare(
      `INSERT OR REPLACE INTO related_posts (article_id, position, url_key, title, url, published_at,
         partner_views, excerpt, image)
       SELECT ?1, key, value ->> 'urlKey', value ->> 'title', value ->> 'url',
         value ->> 'publishedAt', value ->> 'partnerViews', value ->> 'excerpt', value ->> 'image'
       FROM json_each(?2) ${IF_STORED}`,
    )
    .bind(incoming.id, JSON.stringify(posts))
}

function insertWords(db: D1Database, { id, scraped }: IncomingArticle): D1PreparedStatement {
  const words = (text: string) => asciiFold(text).toLowerCase()
  return db
    .prepare(
      `INSERT OR REPLACE INTO article_words (rowid, title, body)
       SELECT number, ?2, ?3 FROM articles WHERE id = ?1`,
    )
    .bind(id, words(scraped.title), words(`${scraped.lead ?? ''}\n${scraped.text}`))
}

/** Pages whose cards lead to this article can now lead to our own page of it. */
export function bumpLinkingPages(db: D1Database, urlKey: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE articles SET page_version = page_version + 1
       WHERE id IN (SELECT article_id FROM related_posts WHERE url_key = ?)`,
    )
    .bind(urlKey)
}
