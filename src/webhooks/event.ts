/** What partners are told: the types of events, and the bytes of their messages. */

import * as z from 'zod/mini'

export const eventTypeSchema = z.enum([
  'article.published',
  'article.updated',
  'article.removed',
  'article.views_milestone',
  'partner.failing',
  'partner.recovered',
  'endpoint.verify',
  'endpoint.test',
])
export type EventType = z.infer<typeof eventTypeSchema>

export type WebhookEvent = {
  /** The `webhook-id` of its messages, the same on every retry. */
  id: string
  type: EventType
  /** ISO 8601 UTC: when it happened, not when it is sent. */
  createdAt: string
  data: Record<string, unknown>
}

/** The exact text that is signed and sent: the same event always gives the same text. */
export function messageBody(event: WebhookEvent): string {
  return JSON.stringify({ type: event.type, timestamp: event.createdAt, data: event.data })
}
