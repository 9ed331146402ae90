/** What a run is: one visit to a partner, from discovery to the last page, and its report. */

import * as z from 'zod/mini'

const countSchema = z.int().check(z.nonnegative())

export const runSchema = z.object({
  id: z.string(),
  partnerId: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  startedAt: z.nullable(z.string()),
  finishedAt: z.nullable(z.string()),
  /** Addresses that discovery listed. */
  discovered: countSchema,
  /** Pages that answered with a body. */
  fetched: countSchema,
  stored: countSchema,
  updated: countSchema,
  unchanged: countSchema,
  duplicates: countSchema,
  gone: countSchema,
  failed: countSchema,
  errors: z.array(z.object({ url: z.string(), message: z.string() })),
})
export type Run = z.infer<typeof runSchema>
