/** The `events` table: what is announced, and to which subscriptions it has to be delivered. */

import type { EventType, WebhookEvent } from '../webhooks/event.ts'

/** An event about an article, which takes its data from the article's stored row. */
export type ArticleEvent = {
  id: string
  type: EventType
  articleId: string
  /** The state that the article must be in, and the revision, for the event to be true. */
  state: string
  revision: number
  siteUrl: string
  createdAt: string
  /** Not sent before: when no reader can be shown an older revision any more. */
  announceAt: string
}

const ARTICLE_DATA = `json_object('id', id, 'url', ?3 || '/articles/' || slug,
  'sourceUrl', source_url, 'title', title, 'revision', articles.revision)`

/** Of a revision what it changed, too, where that is kept. */
const EVENT_DATA = `COALESCE(
  (SELECT json_insert(${ARTICLE_DATA}, '$.changes', json(r.changes)) FROM article_revisions r
   WHERE ?2 = 'article.updated' AND r.article_id = articles.id AND r.revision = articles.revision),
  ${ARTICLE_DATA})`

/**
 * Statements that put an event into the outbox, once, with a delivery for each of the partner's
 * subscriptions that asks for its type. They belong behind the change in its own batch and read
 * what that stored, so that what was not stored is not announced.
 */
export function announceArticle(db: D1Database, event: ArticleEvent): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT OR IGNORE INTO events (id, type, partner_id, article_id, data, created_at)
         SELECT ?1, ?2, partner_id, id, ${EVENT_DATA}, ?4
         FROM articles WHERE id = ?5 AND revision = ?6 AND state = ?7`,
      )
      .bind(
        event.id,
        event.type,
        event.siteUrl,
        event.createdAt,
        event.articleId,
        event.revision,
        event.state,
      ),
    toSubscriptions(db, event),
  ]
}

/** An event about a partner itself; `announceAt` and `createdAt` are ISO 8601 UTC. */
export type PartnerEvent = {
  id: string
  type: 'partner.failing' | 'partner.recovered'
  /** The alarm that was raised or cleared with it: without it nothing is announced. */
  alarmId: string
  /** One English sentence on what was wrong, and since when. */
  reason: string
  since: string
  createdAt: string
}

/**
 * The same for an event about a partner: it belongs behind the alarm that it tells of, raised or
 * cleared at `createdAt`.
 */
export function announcePartner(db: D1Database, event: PartnerEvent): D1PreparedStatement[] {
  const changed = event.type === 'partner.failing' ? 'raised_at' : 'cleared_at'
  return [
    db
      .prepare(
        `INSERT OR IGNORE INTO events (id, type, partner_id, data, created_at)
         SELECT ?1, ?2, p.id, json_object('id', p.id, 'name', p.name, 'url', p.url, 'reason', ?4,
           'since', ?5), ?6
         FROM alarms a JOIN partners p ON p.id = a.partner_id
         WHERE a.id = ?3 AND a.${changed} = ?6`,
      )
      .bind(event.id, event.type, event.alarmId, event.reason, event.since, event.createdAt),
    toSubscriptions(db, { ...event, announceAt: event.createdAt }),
  ]
}

function toSubscriptions(
  db: D1Database,
  event: { id: string; type: EventType; announceAt: string },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT OR IGNORE INTO deliveries (id, event_id, subscription_id, state, next_at, created_at)
       SELECT e.id || '.' || s.id, e.id, s.id, 'pending', ?3, e.created_at
       FROM events e JOIN subscriptions s ON s.partner_id = e.partner_id
       WHERE e.id = ?1 AND s.state <> 'disabled'
         AND (s.events = '[]' OR EXISTS (SELECT 1 FROM json_each(s.events) WHERE value = ?2))`,
    )
    .bind(event.id, event.type, event.announceAt)
}

/**
 * Statements that send an event to one subscription, whatever types it asks for; to one that is
 * disabled, nothing.
 */
export function announceTo(
  db: D1Database,
  subscription: { id: string; partnerId: string },
  event: WebhookEvent,
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT OR IGNORE INTO events (id, type, partner_id, data, created_at) VALUES (?, ?, ?, ?, ?)`,
      )
      .bind(
        event.id,
        event.type,
        subscription.partnerId,
        JSON.stringify(event.data),
        event.createdAt,
      ),
    db
      .prepare(
        `INSERT OR IGNORE INTO deliveries (id, event_id, subscription_id, state, next_at, created_at)
         SELECT ?1 || '.' || id, ?1, id, 'pending', ?3, ?3
         FROM subscriptions WHERE id = ?2 AND state <> 'disabled'`,
      )
      .bind(event.id, subscription.id, event.createdAt),
  ]
}
