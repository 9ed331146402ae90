/** What a partner is: one blog or site that we scrape, and how the operator wants it treated. */

import * as z from 'zod/mini'
import { recipeSchema } from './recipe.ts'

export const partnerSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Where the operator said the blog is. */
  url: z.string(),
  feed: z.nullable(z.string()),
  sitemap: z.nullable(z.string()),
  listing: z.nullable(z.string()),
  republish: z.enum(['full', 'excerpt']),
  /** Between two scheduled runs. */
  intervalMinutes: z.int().check(z.minimum(1)),
  /** IANA name; the zone of a date that gives none. Null: the site's own. */
  timezone: z.nullable(z.string()),
  /** How its pages are read, laid over the generic rules. */
  recipe: z._default(z.nullable(recipeSchema), null),
  /** Counts the changes of the recipe. */
  recipeRevision: z._default(z.int(), 0),
  /** Why the recipe that is stored is not used; missing where it is, or there is none. */
  recipeError: z.optional(z.string()),
  state: z.enum(['active', 'paused']),
  createdAt: z.string(),
  /** When the next scheduled run is due, ISO 8601 UTC. */
  nextRunAt: z.string(),
})
export type Partner = z.infer<typeof partnerSchema>
