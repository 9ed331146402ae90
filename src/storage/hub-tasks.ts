/** Requests to partners' hubs: who sends which of them, and what came of it. */

import * as z from 'zod/mini'
import type { Credentials } from '../webhooks/websub-credentials.ts'
import { jsonColumn } from './json-column.ts'
import { ARRANGED, ENDED_KEPT, endWhere } from './websub.ts'

const hubTaskSchema = z.object({
  id: z.string(),
  partnerId: z.string(),
  topic: z.string(),
  hub: z.string(),
  hubs: jsonColumn(z.array(z.string())),
  token: z.string(),
  secret: z.string(),
  state: z.enum(['pending', 'active', 'ending']),
  /** Requests since the last one that was verified, this one included. */
  attempts: z.int(),
})

/** A request that is to be sent to a hub by whoever got it. */
export type HubTask = z.infer<typeof hubTaskSchema>

const TASK_COLUMNS = 'id, partner_id AS partnerId, topic, hub, hubs, token, secret, state, attempts'

/** Whether a hub is to be asked, or a run to be opened that one asked for. */
export async function findPushWork(
  db: D1Database,
  now: string,
): Promise<{ hubs: boolean; runs: boolean }> {
  const row = await db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM websub_subscriptions WHERE next_at <= ?1) AS hubs,
         EXISTS (SELECT 1 FROM websub_subscriptions
           WHERE run_due_at IS NOT NULL AND run_due_at <= ?1) AS runs`,
    )
    .bind(now)
    .first()
  const found = z.object({ hubs: z.int(), runs: z.int() }).parse(row)
  return { hubs: found.hubs === 1, runs: found.runs === 1 }
}

/**
 * Leases requests that are due, by one conditional update, and forgets what ended long ago. A hub
 * may verify before it answers: whatever is leased counts as asked.
 */
export async function leaseHubTasks(
  db: D1Database,
  lease: { now: string; until: string; limit: number },
): Promise<HubTask[]> {
  const [, , leased] = await db.batch([
    db
      .prepare(`DELETE FROM websub_subscriptions WHERE state = 'ended' AND next_at <= ?`)
      .bind(lease.now),
    // A promise that is over while another hub is being asked is not asked for again.
    endWhere(
      db,
      `state = 'active' AND next_at <= ?1 AND lease_until <= ?1 AND EXISTS (SELECT 1
         FROM websub_subscriptions o WHERE o.partner_id = websub_subscriptions.partner_id
         AND o.state IN ${ARRANGED})`,
      lease.now,
      [],
    ),
    db
      .prepare(
        `UPDATE websub_subscriptions SET next_at = ?2, attempts = attempts + 1,
           state = iif(state = 'ending' OR state = 'active' AND lease_until > ?1, state, 'pending')
         WHERE id IN (SELECT id FROM websub_subscriptions WHERE next_at <= ?1 AND state <> 'ended'
           ORDER BY next_at LIMIT ?3)
         RETURNING ${TASK_COLUMNS}`,
      )
      .bind(lease.now, lease.until, lease.limit),
  ])
  return z.array(hubTaskSchema).parse(leased?.results)
}

/** What came of a request; void where the hub has verified it meanwhile, or somebody else is at it. */
export type HubOutcome =
  /** To be asked again then, where nothing happens before. `reason`: what went wrong, if anything. */
  | { kind: 'again'; at: string; reason: string | null }
  | { kind: 'denied'; at: string; reason: string }
  | { kind: 'other-hub'; at: string; reason: string; hub: string; credentials: Credentials }
  | { kind: 'ended'; at: string }

/** Records it for the task that was leased until `leasedUntil`. */
export async function recordHubTask(
  db: D1Database,
  task: { id: string; leasedUntil: string },
  outcome: HubOutcome,
): Promise<void> {
  await outcomeStatement(db, outcome, 'id = ?1 AND next_at = ?2', [task.id, task.leasedUntil]).run()
}

/** Gives back a task that was not begun: it is due again at `at`. */
export async function giveBackHubTasks(
  db: D1Database,
  ids: string[],
  lease: { until: string; at: string },
): Promise<void> {
  if (ids.length === 0) return
  await db
    .prepare(
      `UPDATE websub_subscriptions SET next_at = ?3, attempts = MAX(0, attempts - 1)
       WHERE next_at = ?2 AND id IN (SELECT value FROM json_each(?1))`,
    )
    .bind(JSON.stringify(ids), lease.until, lease.at)
    .run()
}

/** To be written for the row that `condition`, with two bindings, names. */
export function outcomeStatement(
  db: D1Database,
  outcome: HubOutcome,
  condition: string,
  bindings: [string, string],
): D1PreparedStatement {
  const update = (set: string, ...values: (string | null)[]) =>
    db
      .prepare(`UPDATE websub_subscriptions SET ${set} WHERE ${condition}`)
      .bind(...bindings, ...values)
  switch (outcome.kind) {
    case 'again':
      return update('next_at = ?3, reason = ?4', outcome.at, outcome.reason)
    case 'denied':
      return update(
        `state = 'denied', next_at = ?3, reason = ?4, is_delivering = 0, attempts = 0`,
        outcome.at,
        outcome.reason,
      )
    case 'other-hub':
      return update(
        `state = 'wanted', next_at = ?3, reason = ?4, hub = ?5, token = ?6, secret = ?7,
           attempts = 0, lease_until = NULL, is_delivering = 0`,
        outcome.at,
        outcome.reason,
        outcome.hub,
        outcome.credentials.token,
        outcome.credentials.secret,
      )
    case 'ended':
      return update(
        `state = 'ended', run_due_at = NULL,
           next_at = strftime('%Y-%m-%dT%H:%M:%fZ', ?3, '${ENDED_KEPT}')`,
        outcome.at,
      )
    default:
      return outcome satisfies never
  }
}
