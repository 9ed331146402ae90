/** Reads what a hub asks of a callback: W3C WebSub sections 5.2 and 5.3. */

import * as z from 'zod/mini'

const ADDRESS_LENGTH_MAX = 2_048
const CHALLENGE_LENGTH_MAX = 2_048
const REASON_LENGTH_MAX = 300

const topicSchema = z.string().check(z.minLength(1), z.maxLength(ADDRESS_LENGTH_MAX))
const challengeSchema = z.string().check(z.minLength(1), z.maxLength(CHALLENGE_LENGTH_MAX))

/** Whole seconds; what is no number says nothing, and older hubs write 0 for "for ever". */
const leaseSchema = z.pipe(
  z.optional(z.string()),
  z.transform((text) => {
    const seconds = text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : 0
    return seconds === 0 ? undefined : seconds
  }),
)

const verificationSchema = z.union([
  z.object({
    'hub.mode': z.literal('subscribe'),
    'hub.topic': topicSchema,
    'hub.challenge': challengeSchema,
    'hub.lease_seconds': leaseSchema,
  }),
  z.object({
    'hub.mode': z.literal('unsubscribe'),
    'hub.topic': topicSchema,
    'hub.challenge': challengeSchema,
  }),
  z.object({
    'hub.mode': z.literal('denied'),
    'hub.topic': topicSchema,
    'hub.reason': z.optional(z.string()),
  }),
])

export type Verification = { topic: string } & (
  | { mode: 'subscribe'; challenge: string; leaseSeconds: number | undefined }
  | { mode: 'unsubscribe'; challenge: string }
  /** `reason`: one sentence for operators. */
  | { mode: 'denied'; reason: string }
)

/** `query` as the hub sent it; undefined where it asks nothing that there is an answer to. */
export function readVerification(query: Record<string, string>): Verification | undefined {
  const read = verificationSchema.safeParse(query)
  if (!read.success) return undefined
  const asked = read.data
  const topic = asked['hub.topic']
  switch (asked['hub.mode']) {
    case 'subscribe':
      return {
        topic,
        mode: 'subscribe',
        challenge: asked['hub.challenge'],
        leaseSeconds: asked['hub.lease_seconds'],
      }
    case 'unsubscribe':
      return { topic, mode: 'unsubscribe', challenge: asked['hub.challenge'] }
    case 'denied':
      return { topic, mode: 'denied', reason: denial(asked['hub.reason']) }
    default:
      return asked satisfies never
  }
}

function denial(reason: string | undefined): string {
  const said = (reason ?? '').replace(/\s+/g, ' ').trim().slice(0, REASON_LENGTH_MAX)
  return said === ''
    ? 'The hub denied the subscription.'
    : `The hub denied the subscription: ${said}`
}
