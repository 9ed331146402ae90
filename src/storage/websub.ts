/** The `websub_subscriptions` table: what we want of partners' hubs, and what we want no more. */

import type { Credentials } from '../webhooks/websub-credentials.ts'

/** One that has ended is known for so long: its hub may ask twice whether we meant it. */
export const ENDED_KEPT = '+7 days'

/** States in which a partner's subscription is being arranged; there is one of them at most. */
export const ARRANGED = `('wanted', 'pending', 'denied')`

/** Of a query on `partners`: the subscription that the partner is to have, as JSON; null without one. */
export const PUSH_COLUMN = `(SELECT json_object('hub', hub, 'topic', topic, 'state', state,
    'leaseUntil', lease_until, 'reason', reason, 'lastPushAt', last_push_at,
    'isDelivering', json(iif(is_delivering = 1, 'true', 'false')), 'createdAt', w.created_at)
  FROM websub_subscriptions w WHERE w.partner_id = partners.id AND w.state NOT IN ('ending', 'ended')
  ORDER BY w.created_at DESC LIMIT 1) AS push`

/**
 * Wants a subscription in place of any that is being arranged. One that delivers goes on until the
 * new one does. Twice is the same as once.
 */
export function wantPush(
  db: D1Database,
  wish: { partnerId: string; topic: string; hubs: string[]; now: string },
  { id, token, secret }: Credentials,
): D1PreparedStatement[] {
  const { partnerId, topic, hubs, now } = wish
  return [
    endWhere(db, `partner_id = ?2 AND state IN ${ARRANGED}`, now, [partnerId]),
    db
      .prepare(
        `INSERT INTO websub_subscriptions
           (id, partner_id, topic, hub, hubs, token, secret, state, created_at, next_at)
         SELECT ?1, id, ?3, ?4, ?5, ?6, ?7, 'wanted', ?8, ?8 FROM partners
         WHERE id = ?2 AND is_visited = 1 ON CONFLICT DO NOTHING`,
      )
      .bind(id, partnerId, topic, hubs[0] ?? '', JSON.stringify(hubs), token, secret, now),
  ]
}

/** Ends what a partner has: it was paused or removed, or names no hub any more. */
export function endPush(db: D1Database, partnerId: string, now: string): D1PreparedStatement {
  return endWhere(db, `partner_id = ?2 AND state NOT IN ('ending', 'ended')`, now, [partnerId])
}

/** A hub that may have been asked is told; one that was not, or said no, has nothing to forget. */
export function endWhere(
  db: D1Database,
  condition: string,
  now: string,
  bindings: string[],
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE websub_subscriptions SET state = iif(state IN ('wanted', 'denied'), 'ended', 'ending'),
         next_at = iif(state IN ('wanted', 'denied'),
           strftime('%Y-%m-%dT%H:%M:%fZ', ?1, '${ENDED_KEPT}'), ?1),
         attempts = 0, run_due_at = NULL
       WHERE ${condition}`,
    )
    .bind(now, ...bindings)
}
