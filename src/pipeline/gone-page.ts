/** What a visit writes of a page that is not there any more. */

import { recordVisit, type Visit } from '../storage/record-visit.ts'
import { type PageVisit, seen } from './page-visit.ts'
import { nextRetryAt } from './schedule.ts'
import type { PipelineTools } from './tools.ts'

/** How often in a row a sign has to be seen before the page is held to be gone. */
export const SIGHTINGS = {
  /** RFC 9110 section 15.5.11: likely to be permanent, and said on purpose. */
  410: 1,
  404: 2,
  /** The page leads elsewhere, or says in words what it does not say in its status. */
  unclear: 4,
} as const

type Sign = {
  readonly sightings: number
  /** One English sentence. */
  readonly message: string
  /** The server says so itself, in the status. */
  readonly isPlain: boolean
}

/**
 * Writes that a page was not there. Seen often enough, it is gone; what that means for its article
 * is decided when the run is seen as a whole: see remove-gone.ts.
 */
export async function recordGone(
  visit: PageVisit,
  sign: Sign,
  tools: PipelineTools,
): Promise<void> {
  const { page } = visit
  const failures = page.failures + 1
  const notFound = page.notFound + 1
  const now = tools.now()
  const isArchived = visit.archive !== undefined
  const gone: Visit = {
    ...seen(visit, now, { outcome: 'gone', message: messageOf(visit, sign) }),
    state: notFound >= sign.sightings ? 'gone' : page.state === 'fetched' ? 'fetched' : 'failed',
    // Where it has moved to there is nothing: the partner's own address counts again.
    moved: page.url === page.movedTo ? { to: null, times: 0 } : undefined,
    failures,
    notFound,
    nextAttemptAt: isArchived ? null : nextRetryAt(failures, now),
  }
  await tools.db.batch(recordVisit(tools.db, gone))
}

/** What has gone is no error of the partner; that its archive still lists it is, and so are other words for it. */
function messageOf(visit: PageVisit, { message, isPlain }: Sign): string | undefined {
  return isPlain && visit.archive === undefined ? undefined : message
}
