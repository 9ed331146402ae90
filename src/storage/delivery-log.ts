/** The `deliveries` and `attempts` tables as operators see them: what was sent, and sending it again. */

import * as z from 'zod/mini'
import { eventTypeSchema } from '../webhooks/event.ts'
import { type Position, writeCursor } from './cursor.ts'

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
type Delivery = z.infer<typeof deliverySchema>

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

/**
 * Makes a delivery due again, from the start of the retry table. Nothing is changed where there is
 * none of that id, or where its endpoint is disabled.
 */
export async function replayDelivery(
  db: D1Database,
  id: string,
  now: string,
): Promise<'replayed' | 'not-found' | 'disabled'> {
  const [replayed, found] = await db.batch([
    db
      .prepare(
        `UPDATE deliveries
         SET state = 'pending', next_at = ?2, finished_at = NULL, attempts_before = attempts
         WHERE id = ?1
           AND subscription_id IN (SELECT id FROM subscriptions WHERE state <> 'disabled')`,
      )
      .bind(id, now),
    db.prepare('SELECT 1 FROM deliveries WHERE id = ?').bind(id),
  ])
  if (replayed !== undefined && replayed.meta.changes > 0) return 'replayed'
  return found?.results.length === 1 ? 'disabled' : 'not-found'
}
