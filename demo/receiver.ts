/** A partner's webhook endpoint: verifies with the reference library what Trendwire sends, and remembers it. */

import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import * as z from 'zod/mini'

/** Older ones are forgotten. */
const EVENTS_MAX = 200

export interface ReceivedEvent {
  /** The `webhook-id` header: the same for every attempt at one delivery. */
  readonly id: string | null
  readonly type: string | null
  /** When the sender says that it happened. */
  readonly timestamp: string | null
  readonly title: string | null
  /** ISO 8601 UTC. */
  readonly receivedAt: string
  readonly verified: boolean
  /** Why it could not be verified. */
  readonly reason: string | null
  /** What the endpoint answered. */
  readonly status: 200 | 401 | 503
  /** The JSON that was sent, or null where it was none. */
  readonly body: unknown
}

export interface Receiver {
  /** @throws {Error} if this is no `whsec_…` secret. */
  setSecret(secret: string): void
  /** Answers 200, 401 for a wrong signature, 503 as long as no secret is known. */
  receive(delivery: Delivery): ReceivedEvent
  /** Newest first. */
  received(): readonly ReceivedEvent[]
}

interface Delivery {
  readonly payload: string
  readonly headers: Readonly<Record<string, string>>
}

type Verdict = Pick<ReceivedEvent, 'verified' | 'reason' | 'status'>

const eventSchema = z.object({
  type: z.string(),
  timestamp: z.string(),
  data: z.object({ title: z.optional(z.nullable(z.string())) }),
})

/** A receiver that knows no secret yet. */
export function createReceiver(now: () => Date): Receiver {
  const events: ReceivedEvent[] = []
  let verifier: Webhook | undefined
  return {
    setSecret(secret) {
      verifier = new Webhook(secret)
    },
    receive(delivery) {
      const event = { ...described(delivery, now()), ...verdict(delivery, verifier) }
      events.unshift(event)
      events.splice(EVENTS_MAX)
      return event
    },
    received: () => [...events],
  }
}

function verdict({ payload, headers }: Delivery, verifier: Webhook | undefined): Verdict {
  if (verifier === undefined) return { verified: false, reason: 'no secret is known', status: 503 }
  try {
    verifier.verify(payload, headers, { jsonParse: false })
    return { verified: true, reason: null, status: 200 }
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error
    return { verified: false, reason: error.message, status: 401 }
  }
}

function described({ payload, headers }: Delivery, now: Date) {
  const body = parsedJson(payload)
  const event = eventSchema.safeParse(body)
  return {
    id: headers['webhook-id'] ?? null,
    type: event.data?.type ?? null,
    timestamp: event.data?.timestamp ?? null,
    title: event.data?.data.title ?? null,
    receivedAt: now.toISOString(),
    body,
  }
}

function parsedJson(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch {
    return null // whatever was sent is shown as an event without a type
  }
}
