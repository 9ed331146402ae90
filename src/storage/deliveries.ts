/** The `deliveries` and `attempts` tables as the sender uses them: lease, begin, record, give back. */

import * as z from 'zod/mini'
import { eventTypeSchema } from '../webhooks/event.ts'
import { jsonColumn } from './json-column.ts'

const RESPONSE_LENGTH_MAX = 500

/**
 * Of `d` for `s`, an endpoint that is not disabled: what may be sent there. One that is not
 * verified yet gets its `endpoint.verify` and nothing else.
 */
const SENDABLE = `d.subscription_id = s.id AND d.state = 'pending' AND (s.state = 'active'
  OR EXISTS (SELECT 1 FROM events e WHERE e.id = d.event_id AND e.type = 'endpoint.verify'))`

const dueDeliverySchema = z.object({
  id: z.string(),
  url: z.string(),
  secret: z.string(),
  subscriptionId: z.string(),
  eventId: z.string(),
  type: eventTypeSchema,
  data: jsonColumn(z.record(z.string(), z.unknown())),
  eventCreatedAt: z.string(),
})

/** A delivery that whoever got it has to begin or give back before its lease ends. */
export type DueDelivery = z.infer<typeof dueDeliverySchema>

/**
 * Leases due deliveries by one conditional update: their `next_at` moves to the lease's end, so
 * two senders never get the same one and a sender that dies leaves it to the next. Every
 * endpoint's first comes before any endpoint's second: a backlog keeps nobody else waiting.
 */
export async function leaseDueDeliveries(
  db: D1Database,
  lease: { now: string; until: string; limit: number },
): Promise<DueDelivery[]> {
  const [leased] = await db.batch([
    db
      .prepare(
        `UPDATE deliveries SET next_at = ?2 WHERE id IN (
           SELECT due.id FROM subscriptions s JOIN deliveries due ON due.id IN (
             SELECT d.id FROM deliveries d WHERE ${SENDABLE} AND d.next_at <= ?1
             ORDER BY d.next_at LIMIT ?3)
           WHERE s.state <> 'disabled' AND s.held_until <= ?1
           ORDER BY row_number() OVER (PARTITION BY s.id ORDER BY due.next_at), due.next_at
           LIMIT ?3)
         RETURNING id`,
      )
      .bind(lease.now, lease.until, lease.limit),
  ])
  const ids = (leased?.results ?? []).map((row) => z.object({ id: z.string() }).parse(row).id)
  if (ids.length === 0) return []
  const { results } = await db
    .prepare(
      `SELECT d.id, s.url, s.secret, s.id AS subscriptionId, e.id AS eventId, e.type, e.data,
         e.created_at AS eventCreatedAt
       FROM json_each(?) j JOIN deliveries d ON d.id = j.value
       JOIN subscriptions s ON s.id = d.subscription_id JOIN events e ON e.id = d.event_id
       ORDER BY d.created_at, d.id`,
    )
    .bind(JSON.stringify(ids))
    .all()
  return results.map((row) => dueDeliverySchema.parse(row))
}

const begunSchema = z.object({
  /** From 1 on, over the delivery's whole life: no number is given twice. */
  attempt: z.int(),
  /** The same since the last replay: the place in the retry table. */
  tries: z.int(),
})

/**
 * Numbers the attempt that is about to be made; `undefined` where the lease of that end is over or
 * the delivery is wanted no more.
 */
export async function beginAttempt(
  db: D1Database,
  id: string,
  leasedUntil: string,
): Promise<z.infer<typeof begunSchema> | undefined> {
  const row = await db
    .prepare(
      `UPDATE deliveries SET attempts = attempts + 1
       WHERE id = ? AND next_at = ? AND state = 'pending'
       RETURNING attempts AS attempt, attempts - attempts_before AS tries`,
    )
    .bind(id, leasedUntil)
    .first()
  return row === null ? undefined : begunSchema.parse(row)
}

/** Makes deliveries that were leased and not begun due again. */
export async function giveBackDeliveries(
  db: D1Database,
  ids: string[],
  lease: { until: string; now: string },
): Promise<void> {
  if (ids.length === 0) return
  await db
    .prepare(
      `UPDATE deliveries SET next_at = ?3 WHERE state = 'pending' AND next_at = ?2
       AND id IN (SELECT value FROM json_each(?1))`,
    )
    .bind(JSON.stringify(ids), lease.until, lease.now)
    .run()
}

export type Attempt = {
  deliveryId: string
  /** The end of the lease that it was made under. */
  leasedUntil: string
  attempt: number
  at: string
  /** The HTTP status, null where there was no answer. */
  status: number | null
  durationMs: number
  message: string | null
}

/**
 * Statements that write what came of an attempt; `nextAt` is for a delivery that stays pending.
 * A failure changes nothing in a delivery that meanwhile was replayed or leased by another.
 */
export function recordAttempt(
  db: D1Database,
  attempt: Attempt,
  end: { state: 'delivered' | 'dead' } | { state: 'pending'; nextAt: string },
): D1PreparedStatement[] {
  const nextAt = end.state === 'pending' ? end.nextAt : attempt.at
  return [
    db
      .prepare(
        `INSERT INTO attempts (delivery_id, attempt, at, status, duration_ms, message)
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
         WHERE id = ?1 AND state = 'pending' AND (next_at = ?5 OR ?2 = 'delivered')`,
      )
      .bind(attempt.deliveryId, end.state, nextAt, attempt.at, attempt.leasedUntil),
  ]
}

/** When the next delivery that may be sent is due, or `undefined` when none is left. */
export async function findNextDeliveryAt(db: D1Database): Promise<string | undefined> {
  const row = await db
    .prepare(
      `SELECT MAX(next.next_at, s.held_until) AS nextAt
       FROM subscriptions s JOIN deliveries next ON next.id = (
         SELECT d.id FROM deliveries d WHERE ${SENDABLE} ORDER BY d.next_at LIMIT 1)
       WHERE s.state <> 'disabled' ORDER BY nextAt LIMIT 1`,
    )
    .first()
  return row === null ? undefined : z.object({ nextAt: z.string() }).parse(row).nextAt
}
