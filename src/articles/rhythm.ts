/** When a partner publishes, as far as it has been watched: what is kept of it between two visits. */

import * as z from 'zod/mini'

const HOURS = 24
const DAYS = 7

const binsSchema = (length: number) => z.array(z.number()).check(z.length(length))

/**
 * Everything that counts fades with time. A row that an older version wrote and this one cannot read
 * counts as none: the rhythm is learnt anew within days.
 */
export const rhythmSchema = z.object({
  /** Until when the partner has been watched, ISO 8601 UTC. */
  seenUntil: z.string(),
  /** New articles by hour of the day (UTC), and the hours for which each of them was watched. */
  hourCounts: binsSchema(HOURS),
  hourExposure: binsSchema(HOURS),
  /** The same by day of the week (UTC, 0 = Sunday), in hours too. */
  dayCounts: binsSchema(DAYS),
  dayExposure: binsSchema(DAYS),
  /** New articles of about the last day, and how many the rest had led to expect. */
  recent: z.number(),
  recentExpected: z.number(),
  /** New articles that did not come in one burst with the one before. */
  spaced: z.number(),
  /** The newest article, with `spaced` and the days watched at that time. Null: there was none. */
  last: z.nullable(z.object({ at: z.string(), spaced: z.number(), days: z.number() })),
  /** What it comes to: minutes between two visits, on average. */
  minutes: z.int(),
})
export type Rhythm = z.infer<typeof rhythmSchema>
