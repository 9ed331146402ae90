/** What a backfill is: the walk through a partner's archive, how far it is, and its report. */

import * as z from 'zod/mini'

const countSchema = z.int().check(z.nonnegative())

export const backfillSchema = z.object({
  id: z.string(),
  partnerId: z.string(),
  state: z.enum(['queued', 'running', 'stopped', 'done', 'failed']),
  /** Days of publication, as in `2024-07-09`, both included; null where that end is open. */
  since: z.nullable(z.string()),
  until: z.nullable(z.string()),
  /** Pages that it fetches at most. */
  pagesMax: countSchema,
  createdAt: z.string(),
  startedAt: z.nullable(z.string()),
  finishedAt: z.nullable(z.string()),
  /** Whether all lists of the archive have been read: until then `added` grows. */
  isListed: z.boolean(),
  /** Addresses in the archive's lists. */
  listed: countSchema,
  /** Of these, those that are no articles or were published outside the days asked for. */
  skipped: countSchema,
  /** Of these, those that were not known: the pages to fetch. */
  added: countSchema,
  stored: countSchema,
  /** Pages whose article was here already, under another address. */
  known: countSchema,
  /** Pages that turned out to be outside the days asked for only when they were read. */
  outside: countSchema,
  gone: countSchema,
  failed: countSchema,
  /** One English sentence: why it ended, or what it waits for. */
  message: z.nullable(z.string()),
  /** The first of what went wrong, lists and pages. */
  errors: z.array(z.object({ url: z.string(), message: z.string() })),
})
export type Backfill = z.infer<typeof backfillSchema>

/** Pages of a backfill that have come to their end. */
export function visitedPages({ stored, known, outside, gone, failed }: Backfill): number {
  return stored + known + outside + gone + failed
}

/** Whether it goes on by itself. */
export function isUnderWay({ state }: Pick<Backfill, 'state'>): boolean {
  return state === 'queued' || state === 'running'
}
