/** What a visit writes of a page that is not there any more. */

import { recordVisit, type Visit } from '../storage/record-visit.ts'
import { failed, type PageVisit, seen } from './page-visit.ts'
import type { PipelineTools } from './tools.ts'

/** How often in a row a sign has to be seen before the page is held to be gone. */
export const SIGHTINGS = {
  /** RFC 9110 section 15.5.11: likely to be permanent, and said on purpose. */
  410: 1,
  404: 2,
  /** The page leads elsewhere, or says in words what it does not say in its status: a day, by its schedule. */
  unclear: 3,
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
  const notFound = page.notFound + 1
  const now = tools.now()
  const { message, isPlain } = sign
  // A page that came whole is not asked for again and again on one day.
  const retry = failed(visit, now, { message, isUnreadable: !isPlain })
  const gone: Visit = {
    ...seen(visit, now, { outcome: 'gone', fetched: !isPlain, message: messageOf(visit, sign) }),
    state: notFound >= sign.sightings ? 'gone' : page.state === 'fetched' ? 'fetched' : 'failed',
    // Where it has moved to there is nothing: the partner's own address counts again.
    moved: page.url === page.movedTo ? { to: null, times: 0 } : undefined,
    failures: retry.failures,
    notFound,
    nextAttemptAt: visit.archive === undefined ? retry.nextAttemptAt : null,
  }
  await tools.db.batch(recordVisit(tools.db, gone))
}

/** What has gone is no error of the partner; that its archive still lists it is, and so are other words for it. */
function messageOf(visit: PageVisit, { message, isPlain }: Sign): string | undefined {
  return isPlain && visit.archive === undefined ? undefined : message
}
