/** What the visits to a partner have been like: what an alarm is judged by. */

import * as z from 'zod/mini'

/** Exponentially weighted, of the quality of its articles (0 to 1), one by one. */
const qualitySchema = z.object({ mean: z.number(), variance: z.number(), count: z.int() })
export type UsualQuality = z.infer<typeof qualitySchema>

/** A row of an older shape lacks some of it: each has a default that says nothing. */
export const healthSchema = z.object({
  /** Since when its address has answered 410 and nothing else, ISO 8601 UTC. */
  goneSince: z._default(z.nullable(z.string()), null),
  /** Since its last success its server has failed, not only forbidden us to come. */
  wasDown: z._default(z.boolean(), false),
  /** It has listed articles before. */
  hasListed: z._default(z.boolean(), false),
  /** The share of its pages that could be read as articles, exponentially weighted. Null: none was read. */
  readable: z._default(z.nullable(z.number()), null),
  /** New failures to read one since the last that could be read. */
  unreadable: z._default(z.int(), 0),
  quality: z._default(z.nullable(qualitySchema), null),
})
export type Health = z.infer<typeof healthSchema>

export const NO_HEALTH: Health = healthSchema.parse({})
