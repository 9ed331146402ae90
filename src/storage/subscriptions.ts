/** The `subscriptions` table: partners' webhook endpoints and their secrets. */

import * as z from 'zod/mini'
import { eventTypeSchema } from '../webhooks/event.ts'
import { jsonColumn } from './json-column.ts'

const COLUMNS = 'id, partner_id AS partnerId, url, events, state, created_at AS createdAt'

/** What may be shown of a subscription: all but its secret. */
const subscriptionSchema = z.object({
  id: z.string(),
  partnerId: z.string(),
  url: z.string(),
  /** Empty: every type. */
  events: jsonColumn(z.array(eventTypeSchema)),
  state: z.enum(['pending', 'active', 'disabled']),
  createdAt: z.string(),
})
export type Subscription = z.infer<typeof subscriptionSchema>

export function insertSubscription(
  db: D1Database,
  subscription: Subscription & { secret: string },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO subscriptions (id, partner_id, url, events, secret, state, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      subscription.id,
      subscription.partnerId,
      subscription.url,
      JSON.stringify(subscription.events),
      subscription.secret,
      subscription.state,
      subscription.createdAt,
    )
}

export async function findSubscription(
  db: D1Database,
  id: string,
): Promise<Subscription | undefined> {
  const row = await db.prepare(`SELECT ${COLUMNS} FROM subscriptions WHERE id = ?`).bind(id).first()
  return row === null ? undefined : subscriptionSchema.parse(row)
}

export async function listSubscriptions(
  db: D1Database,
  partnerId: string,
): Promise<Subscription[]> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM subscriptions WHERE partner_id = ? ORDER BY created_at, id LIMIT 100`,
    )
    .bind(partnerId)
    .all()
  return results.map((row) => subscriptionSchema.parse(row))
}

/** To be written in the batch that records the answered `endpoint.verify`. */
export function activateSubscription(db: D1Database, id: string): D1PreparedStatement {
  return db
    .prepare(`UPDATE subscriptions SET state = 'active' WHERE id = ? AND state = 'pending'`)
    .bind(id)
}

/** Sends nothing to an endpoint before `until`, an instant in UTC. */
export function holdSubscription(db: D1Database, id: string, until: string): D1PreparedStatement {
  return db.prepare('UPDATE subscriptions SET held_until = ?2 WHERE id = ?1').bind(id, until)
}

/** Statements that stop everything to an endpoint: it is not used again and what waits is cancelled. */
export function disableSubscription(
  db: D1Database,
  id: string,
  now: string,
): D1PreparedStatement[] {
  return disable(db, { id, now, states: ['pending', 'active'] })
}

/** The same for an endpoint that never was verified; one that was is left on. */
export function disableUnverified(db: D1Database, id: string, now: string): D1PreparedStatement[] {
  return disable(db, { id, now, states: ['pending'] })
}

function disable(
  db: D1Database,
  from: { id: string; now: string; states: Subscription['state'][] },
): D1PreparedStatement[] {
  const states = JSON.stringify(from.states)
  return [
    db
      .prepare(
        `UPDATE deliveries SET state = 'cancelled', finished_at = ?2
         WHERE state = 'pending' AND subscription_id = (SELECT id FROM subscriptions
           WHERE id = ?1 AND state IN (SELECT value FROM json_each(?3)))`,
      )
      .bind(from.id, from.now, states),
    db
      .prepare(
        `UPDATE subscriptions SET state = 'disabled'
         WHERE id = ?1 AND state IN (SELECT value FROM json_each(?2))`,
      )
      .bind(from.id, states),
  ]
}
