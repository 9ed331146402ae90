/** How often, and when, a feed wishes to be asked. */

import * as z from 'zod/mini'

export const wishesSchema = z.object({
  /** What `ttl`, `sy:updatePeriod` and `sy:updateFrequency` ask between two visits; null: nothing. */
  everySeconds: z.nullable(z.number()),
  /** Hours (UTC, 0–23) in which it is not to be asked. */
  skipHours: z.array(z.int()),
  /** Days (UTC, 0 = Sunday) on which it is not to be asked. */
  skipDays: z.array(z.int()),
})
export type Wishes = z.infer<typeof wishesSchema>

export const NO_WISHES: Wishes = { everySeconds: null, skipHours: [], skipDays: [] }
