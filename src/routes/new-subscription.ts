/** A new webhook endpoint: its row, its secret, and the `endpoint.verify` that it has to answer. */

import { announceTo } from '../storage/events.ts'
import { insertSubscription } from '../storage/subscriptions.ts'
import type { EventType } from '../webhooks/event.ts'
import { formatSecret } from '../webhooks/signature.ts'
import type { AppContext } from './app-types.ts'

const SECRET_BYTES = 32

/** What the operator is shown, the secret this once, and the statements that store it. */
export function newSubscription(
  c: AppContext,
  partnerId: string,
  wanted: { url: string; events?: EventType[] | undefined },
) {
  const { now, randomId, randomBytes } = c.get('doors')
  const createdAt = now().toISOString()
  const subscription = {
    id: randomId('wh'),
    partnerId,
    url: wanted.url,
    events: wanted.events ?? [],
    secret: formatSecret(randomBytes(SECRET_BYTES)),
    state: 'pending' as const,
    createdAt,
  }
  const { id, url, events, secret } = subscription
  return {
    shown: { id, url, events, secret },
    statements: [
      insertSubscription(c.env.DB, subscription),
      ...announceTo(c.env.DB, subscription, {
        id: randomId('evt'),
        type: 'endpoint.verify',
        createdAt,
        data: { subscriptionId: id },
      }),
    ],
  }
}
