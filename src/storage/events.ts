/** The outbox: the `events`, `deliveries` and `attempts` tables. */

import * as z from 'zod/mini'
import { type EventType, eventTypeSchema, type WebhookEvent } from '../webhooks/event.ts'
import { type Position, writeCursor } from './cursor.ts'
import { jsonColumn } from './json-column.ts'

const RESPONSE_LENGTH_MAX = 500

/** An endpoint that is not verified yet gets its `endpoint.verify` and nothing else. */
const SENDABLE = `(s.state = 'active' OR (s.state = 'pending' AND e.type = 'endpoint.verify'))`

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
         SELECT ?1, ?2, partner_id, id, json_object('id', id, 'url', ?3 || '/articles/' || slug,
           'sourceUrl', source_url, 'title', title, 'revision', revision), ?4
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
    db
      .prepare(
        `INSERT OR IGNORE INTO deliveries (id, event_id, subscription_id, state, next_at, created_at)
         SELECT e.id || '.' || s.id, e.id, s.id, 'pending', ?3, e.created_at
         FROM events e JOIN subscriptions s ON s.partner_id = e.partner_id
         WHERE e.id = ?1 AND s.state <> 'disabled'
           AND (s.events = '[]' OR EXISTS (SELECT 1 FROM json_each(s.events) WHERE value = ?2))`,
      )
      .bind(event.id, event.type, event.announceAt),
  ]
}

/** Statements that send an event to one subscription, whatever types it asks for. */
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
         VALUES (?1 || '.' || ?2, ?1, ?2, 'pending', ?3, ?3)`,
      )
      .bind(event.id, subscription.id, event.createdAt),
  ]
}

const dueDeliverySchema = z.object({
  id: z.string(),
  attempts: z.int(),
  url: z.string(),
  secret: z.string(),
  subscriptionId: z.string(),
  eventId: z.string(),
  type: eventTypeSchema,
  data: jsonColumn(z.record(z.string(), z.unknown())),
  eventCreatedAt: z.string(),
})

/** A delivery that whoever got it has to send, and record, before its lease ends. */
export type DueDelivery = z.infer<typeof dueDeliverySchema>

/**
 * Leases due deliveries by one conditional update: their `next_at` moves to the lease's end, so
 * two senders never get the same one and a sender that dies leaves it to the next.
 */
export async function leaseDueDeliveries(
  db: D1Database,
  lease: { now: string; until: string; limit: number },
): Promise<DueDelivery[]> {
  const [leased] = await db.batch([
    db
      .prepare(
        `UPDATE deliveries SET next_at = ?2, attempts = attempts + 1 WHERE id IN (
           SELECT d.id FROM deliveries d
           JOIN subscriptions s ON s.id = d.subscription_id
           JOIN events e ON e.id = d.event_id
           WHERE d.state = 'pending' AND d.next_at <= ?1 AND ${SENDABLE}
           ORDER BY d.next_at LIMIT ?3)
         RETURNING id`,
      )
      .bind(lease.now, lease.until, lease.limit),
  ])
  const ids = (leased?.results ?? []).map((row) => z.object({ id: z.string() }).parse(row).id)
  if (ids.length === 0) return []
  const { results } = await db
    .prepare(
      `SELECT d.id, d.attempts, s.url, s.secret, s.id AS subscriptionId, e.id AS eventId, e.type, e.data,
         e.created_at AS eventCreatedAt
       FROM json_each(?) j JOIN deliveries d ON d.id = j.value
       JOIN subscriptions s ON s.id = d.subscription_id JOIN events e ON e.id = d.event_id`,
    )
    .bind(JSON.stringify(ids))
    .all()
  return results.map((row) => dueDeliverySchema.parse(row))
}

export type Attempt = {
  deliveryId: string
  attempt: number
  at: string
  /** The HTTP status, null where there was no answer. */
  status: number | null
  durationMs: number
  message: string | null
}

/** Writes what came of an attempt; `nextAt` is for a delivery that stays pending. */
export function recordAttempt(
  db: D1Database,
  attempt: Attempt,
  end: { state: 'delivered' | 'dead' } | { state: 'pending'; nextAt: string },
): D1PreparedStatement[] {
  const nextAt = end.state === 'pending' ? end.nextAt : attempt.at
  return [
    db
      .prepare(
        `INSERT OR REPLACE INTO attempts (delivery_id, attempt, at, status, duration_ms, message)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .bind(
        attempt.deliveryId,
        attempt.attempt,
        attempt.at,
        attempt.status,
        attempt.durationMs,
        attempt.message?.slice(0, RESPONSE_LENGTH_MAX) ?? null,
      ),
    db
      .prepare(
        `UPDATE deliveries SET state = ?2, next_at = ?3,
           finished_at = CASE ?2 WHEN 'pending' THEN NULL ELSE ?4 END
         WHERE id = ?1 AND state = 'pending'`,
      )
      .bind(attempt.deliveryId, end.state, nextAt, attempt.at),
  ]
}

/** When the next delivery that may be sent is due, or `undefined` when none is left. */
export async function findNextDeliveryAt(db: D1Database): Promise<string | undefined> {
  const row = await db
    .prepare(
      `SELECT d.next_at AS nextAt FROM deliveries d
       JOIN subscriptions s ON s.id = d.subscription_id JOIN events e ON e.id = d.event_id
       WHERE d.state = 'pending' AND ${SENDABLE} ORDER BY d.next_at LIMIT 1`,
    )
    .first()
  return row === null ? undefined : z.object({ nextAt: z.string() }).parse(row).nextAt
}

const deliverySchema = z.object({
  id: z.string(),
  type: eventTypeSchema,
  state: z.enum(['pending', 'delivered', 'dead', 'cancelled']),
  attempts: z.int(),
  nextAt: z.string(),
  createdAt: z.string(),
  finishedAt: z.nullable(z.string()),
  lastStatus: z.nullable(z.int()),
  lastMessage: z.nullable(z.string()),
})
export type Delivery = z.infer<typeof deliverySchema>

/** Deliveries of a subscription, newest first, each with its last attempt. */
export async function listDeliveries(
  db: D1Database,
  page: { subscriptionId: string; before: Position | undefined; limit: number },
): Promise<{ items: Delivery[]; nextCursor: string | null }> {
  const [createdAt, id] = page.before ?? ['9999', '']
  const { results } = await db
    .prepare(
      `SELECT d.id, e.type, d.state, d.attempts, d.next_at AS nextAt, d.created_at AS createdAt,
         d.finished_at AS finishedAt, a.status AS lastStatus, a.message AS lastMessage
       FROM deliveries d JOIN events e ON e.id = d.event_id
       LEFT JOIN attempts a ON a.delivery_id = d.id AND a.attempt = d.attempts
       WHERE d.subscription_id = ?1 AND (d.created_at, d.id) < (?2, ?3)
       ORDER BY d.created_at DESC, d.id DESC LIMIT ?4`,
    )
    .bind(page.subscriptionId, createdAt, id, page.limit + 1)
    .all()
  const items = results.slice(0, page.limit).map((row) => deliverySchema.parse(row))
  const last = items.at(-1)
  return {
    items,
    nextCursor:
      results.length > page.limit && last !== undefined
        ? writeCursor([last.createdAt, last.id])
        : null,
  }
}

/** Makes a delivery due again, from its first attempt; false where there is none of that id. */
export async function replayDelivery(
  db: D1Database,
  deliveryId: string,
  now: string,
): Promise<boolean> {
  const result = await db
    .prepare(
      `UPDATE deliveries SET state = 'pending', next_at = ?2, finished_at = NULL, attempts = 0
       WHERE id = ?1`,
    )
    .bind(deliveryId, now)
    .run()
  return result.meta.changes > 0
}
