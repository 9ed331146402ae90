/** An outbox for a test: subscriptions, events for them, and what stands there afterwards. */

import { env } from 'cloudflare:workers'
import { announceTo } from '../../src/storage/events.ts'
import { insertSubscription } from '../../src/storage/subscriptions.ts'
import type { EventType } from '../../src/webhooks/event.ts'
import { formatSecret } from '../../src/webhooks/signature.ts'
import { START } from './tools-with.ts'

export const SECRET = formatSecret(new Uint8Array(32).fill(9))

/** A partner's endpoint, of id `s1` unless told otherwise. */
export async function subscribe(
  state: 'pending' | 'active',
  { id = 's1', url = 'https://blog.example/hook' } = {},
): Promise<void> {
  const createdAt = new Date(START).toISOString()
  const subscription = { id, partnerId: 'pho', url, events: [], secret: SECRET, state, createdAt }
  await insertSubscription(env.DB, subscription).run()
}

/** Puts an event for one endpoint into the outbox; its delivery is `<event>.<subscription>`. */
export async function announce(
  id: string,
  {
    type = 'endpoint.test',
    to = 's1',
    at = START,
  }: { type?: EventType; to?: string; at?: number } = {},
): Promise<void> {
  const event = { id, type, createdAt: new Date(at).toISOString(), data: { note: 'thử' } }
  await env.DB.batch(announceTo(env.DB, { id: to, partnerId: 'pho' }, event))
}

export async function deliveries(): Promise<Record<string, unknown>[]> {
  const { results } = await env.DB.prepare(
    'SELECT event_id, state, attempts, next_at FROM deliveries ORDER BY event_id',
  ).all()
  return results
}
