/** What a partner is: one blog or site that we scrape, and how the operator wants it treated. */

import * as z from 'zod/mini'
import { openAlarmSchema } from './alarm.ts'
import { pushSchema } from './push.ts'
import { recipeSchema } from './recipe.ts'

/** More than any blog writes: what a run may cost its server where something is wrong with ours. */
export const PAGES_PER_DAY_STANDARD = 2_000

/** From well to given up; each step is told, and one success leads back to the first. */
const PARTNER_STATES = ['active', 'degraded', 'paused', 'gone'] as const

export const partnerSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Where the operator said the blog is. */
  url: z.string(),
  feed: z.nullable(z.string()),
  sitemap: z.nullable(z.string()),
  listing: z.nullable(z.string()),
  republish: z.enum(['full', 'excerpt']),
  /** What the operator wants between two scheduled runs. Null: learnt from the partner's rhythm. */
  intervalMinutes: z.nullable(z.int().check(z.minimum(1))),
  /** What that rhythm comes to at present; null while nothing is learnt. */
  learntMinutes: z._default(z.nullable(z.int()), null),
  /** Pages that are fetched in a day (UTC) at most. */
  pagesPerDay: z._default(z.int(), PAGES_PER_DAY_STANDARD),
  /** IANA name; the zone of a date that gives none. Null: the site's own. */
  timezone: z.nullable(z.string()),
  /** How its pages are read, laid over the generic rules. */
  recipe: z._default(z.nullable(recipeSchema), null),
  /** Counts the changes of the recipe. */
  recipeRevision: z._default(z.int(), 0),
  /** Why the recipe that is stored is not used; missing where it is, or there is none. */
  recipeError: z.optional(z.string()),
  state: z.enum(PARTNER_STATES),
  /** One English sentence for operators; null while all is well. */
  stateReason: z._default(z.nullable(z.string()), null),
  /** Since when it is in this state, ISO 8601 UTC. */
  stateSince: z._default(z.string(), ''),
  /** False where an operator paused it: what fails is visited on, ever more seldom. */
  isVisited: z._default(z.boolean(), true),
  /** Runs in a row that came to nothing because the partner failed, and when the first of them was. */
  failures: z._default(z.int(), 0),
  failingSince: z._default(z.nullable(z.string()), null),
  /** What is wrong with it and not over yet. */
  alarms: z._default(z.array(openAlarmSchema), []),
  /** Who tells us of its news; null where we have to ask. */
  push: z._default(z.nullable(pushSchema), null),
  createdAt: z.string(),
  /** When the next scheduled run is due, ISO 8601 UTC. */
  nextRunAt: z.string(),
})
export type Partner = z.infer<typeof partnerSchema>
