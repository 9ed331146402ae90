/** What hubs tell the callbacks of `websub_subscriptions`, and what comes of it. */

import * as z from 'zod/mini'
import { RUN_HAS_ENDED, type RunEnd } from './alarms.ts'
import { type HubOutcome, outcomeStatement } from './hub-tasks.ts'
import { jsonColumn } from './json-column.ts'
import { ARRANGED, ENDED_KEPT, endWhere } from './websub.ts'

const callbackSchema = z.object({
  id: z.string(),
  partnerId: z.string(),
  topic: z.string(),
  hub: z.string(),
  hubs: jsonColumn(z.array(z.string())),
  secret: z.string(),
  state: z.enum(['wanted', 'pending', 'active', 'denied', 'ending', 'ended']),
  nextAt: z.string(),
  lastPushAt: z.nullable(z.string()),
  lastPushHash: z.nullable(z.string()),
})
export type Callback = z.infer<typeof callbackSchema>

/** The subscription whose callback has this token. */
export async function findCallback(db: D1Database, token: string): Promise<Callback | undefined> {
  const row = await db
    .prepare(
      `SELECT id, partner_id AS partnerId, topic, hub, hubs, secret, state, next_at AS nextAt,
         last_push_at AS lastPushAt, last_push_hash AS lastPushHash
       FROM websub_subscriptions WHERE token = ?`,
    )
    .bind(token)
    .first()
  return row === null ? undefined : callbackSchema.parse(row)
}

/**
 * The hub has verified a subscription that we asked for: it delivers from now on, and the one that it
 * was to replace is ended.
 */
export async function activatePush(
  db: D1Database,
  { id, partnerId }: Callback,
  lease: { until: string; renewAt: string; now: string },
): Promise<void> {
  const replaced = `partner_id = ?2 AND id <> ?3 AND state = 'active'
    AND EXISTS (SELECT 1 FROM websub_subscriptions WHERE id = ?3 AND state = 'pending')`
  await db.batch([
    endWhere(db, replaced, lease.now, [partnerId, id]),
    db
      .prepare(
        `UPDATE websub_subscriptions SET state = 'active', lease_until = ?2, next_at = ?3,
           attempts = 0, reason = NULL
         WHERE id = ?1 AND state IN ('pending', 'active')`,
      )
      .bind(id, lease.until, lease.renewAt),
  ])
}

/** Records what a hub told the callback by itself; void where something else happened meanwhile. */
export async function recordHubWord(
  db: D1Database,
  { id, nextAt }: Callback,
  outcome: HubOutcome,
): Promise<void> {
  await db.batch([
    // Where another hub is being asked already, this one has been replaced.
    db
      .prepare(
        `UPDATE websub_subscriptions SET state = 'ended',
           next_at = strftime('%Y-%m-%dT%H:%M:%fZ', next_at, '${ENDED_KEPT}')
         WHERE id = ?1 AND next_at = ?2 AND state = 'active' AND EXISTS (
           SELECT 1 FROM websub_subscriptions o
           WHERE o.partner_id = websub_subscriptions.partner_id AND o.state IN ${ARRANGED})`,
      )
      .bind(id, nextAt),
    outcomeStatement(db, outcome, 'id = ?1 AND next_at = ?2', [id, nextAt]),
  ])
}

/** A true message came: the partner has news. The run that it asks for is due at once, or when one may be. */
export async function recordPush(
  db: D1Database,
  { id }: Callback,
  push: { now: string; hash: string },
): Promise<void> {
  await db
    .prepare(
      `UPDATE websub_subscriptions SET pushes = pushes + 1, is_delivering = 1, last_push_at = ?2,
         last_push_hash = ?3, run_due_at = COALESCE(run_due_at, MAX(?2, run_not_before))
       WHERE id = ?1`,
    )
    .bind(id, push.now, push.hash)
    .run()
}

/** A message came that its hub has not signed. */
export async function countBadSignature(db: D1Database, { id }: Callback): Promise<void> {
  await db
    .prepare('UPDATE websub_subscriptions SET bad_signatures = bad_signatures + 1 WHERE id = ?')
    .bind(id)
    .run()
}

/**
 * To be written behind the end of a run that a message asked for. Where it found nothing, the next
 * one waits twice as long, up to `minutesMax`.
 */
export function recordPushedRun(
  db: D1Database,
  end: RunEnd,
  minutesMax: number,
): D1PreparedStatement {
  const found = `EXISTS (SELECT 1 FROM runs WHERE id = ?1 AND stored + updated > 0)`
  return db
    .prepare(
      `UPDATE websub_subscriptions SET empty_runs = iif(${found}, 0, empty_runs + 1),
         run_not_before = strftime('%Y-%m-%dT%H:%M:%fZ', ?2,
           '+' || iif(${found}, 1, MIN(?4, 1 << MIN(empty_runs + 1, 16))) || ' minutes')
       WHERE partner_id = ?3 AND state IN ('pending', 'active') AND ${RUN_HAS_ENDED}`,
    )
    .bind(end.runId, end.now, end.partnerId, minutesMax)
}

/** To be written behind the end of a scheduled run: where it found what no hub had told, none delivers. */
export function recordMissedPush(db: D1Database, end: RunEnd): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE websub_subscriptions SET is_delivering = 0
       WHERE partner_id = ?3 AND state = 'active' AND run_due_at IS NULL AND ${RUN_HAS_ENDED}
         AND EXISTS (SELECT 1 FROM runs WHERE id = ?1 AND stored > 0)`,
    )
    .bind(end.runId, end.now, end.partnerId)
}
