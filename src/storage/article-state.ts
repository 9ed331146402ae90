/** Takes articles out of what readers see, and back, each time with its event; pins them. */

import * as z from 'zod/mini'
import type { EventType } from '../webhooks/event.ts'
import type { ArticleState } from './articles.ts'
import { announceArticle } from './events.ts'
import { bumpListsVersion } from './site.ts'

const knownSchema = z.object({ state: z.string(), revision: z.int(), updatedAt: z.string() })

/**
 * Takes an article out of, or back into, what readers see, with its event. Where the article is in
 * that state already, nothing happens and `false` is returned.
 */
export async function changeArticleState(
  db: D1Database,
  change: {
    articleId: string
    from: ArticleState[]
    to: ArticleState
    siteUrl: string
    now: string
    announceAt: string
  },
  also: D1PreparedStatement[] = [],
): Promise<boolean> {
  const row = await db
    .prepare('SELECT state, revision, updated_at AS updatedAt FROM articles WHERE id = ?')
    .bind(change.articleId)
    .first()
  const known = z.optional(knownSchema).parse(row ?? undefined)
  if (known === undefined || !change.from.some((state) => state === known.state)) {
    if (also.length > 0) await db.batch(also)
    return false
  }
  const type = change.to === 'published' ? 'article.published' : 'article.removed'
  const told = known.state === 'published' || change.to === 'published'
  await db.batch([
    db
      .prepare(
        `UPDATE articles SET state = ?3, page_version = page_version + 1, updated_at = ?4
         WHERE id = ?1 AND state = ?2`,
      )
      .bind(change.articleId, known.state, change.to, change.now),
    db
      .prepare(
        `UPDATE articles SET page_version = page_version + 1 WHERE id IN (SELECT r.article_id
         FROM related_posts r JOIN articles o ON o.url_key = r.url_key WHERE o.id = ?)`,
      )
      .bind(change.articleId),
    bumpListsVersion(db),
    ...(told
      ? announceArticle(db, {
          id: articleEventId(type, change.articleId, known.revision, known.updatedAt),
          type,
          articleId: change.articleId,
          state: change.to,
          revision: known.revision,
          siteUrl: change.siteUrl,
          createdAt: change.now,
          announceAt: change.announceAt,
        })
      : []),
    ...also,
  ])
  return true
}

/** Pins an article to the featured ones, or takes the pin off; its own badge stays what it is. */
export async function pinArticle(
  db: D1Database,
  articleId: string,
  pinned: boolean,
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `UPDATE articles SET pinned = ?2, featured = MAX(badge, ?2),
           page_version = page_version + 1 WHERE id = ?1`,
      )
      .bind(articleId, pinned ? 1 : 0),
    bumpListsVersion(db),
  ])
}

/**
 * The id of an event about an article: the same happening always gives the same one, so that it is
 * announced once. `cause` is the instant of the change before, where a revision can have several
 * such events; else empty.
 */
export function articleEventId(
  type: EventType,
  articleId: string,
  revision: number,
  cause: string,
): string {
  const name = type.replace('article.', '')
  const again = cause === '' ? '' : `_${Date.parse(cause).toString(36)}`
  return `evt_${articleId}_${name}_${revision}${again}`
}
