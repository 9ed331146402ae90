/** Whether a partner's hub tells us of its news, as far as operators and the schedule want to know. */

import * as z from 'zod/mini'

/** From wanted to ended; see W3C WebSub section 5. */
export const pushSchema = z.object({
  hub: z.string(),
  /** What is subscribed to. */
  topic: z.string(),
  state: z.enum(['wanted', 'pending', 'active', 'denied']),
  /** Until when the hub has promised to tell us, ISO 8601 UTC; null before it has. */
  leaseUntil: z.nullable(z.string()),
  /** One English sentence for operators on what went wrong last; null while all is well. */
  reason: z.nullable(z.string()),
  lastPushAt: z.nullable(z.string()),
  /** It has told us of news, and has missed none since. */
  isDelivering: z.boolean(),
  createdAt: z.string(),
})
export type Push = z.infer<typeof pushSchema>

/** Whether news may be expected to be told: then asking for it is a safety net. */
export function isPushed(push: Push | null, now: Date): boolean {
  if (push?.state !== 'active' || !push.isDelivering) return false
  return push.leaseUntil !== null && push.leaseUntil > now.toISOString()
}
