/** What a visit to a page writes of itself, in the report and in the frontier. */

import type { Partner } from '../articles/partner.ts'
import type { Validators } from '../crawler/fetch-outcome.ts'
import type { FetchPage } from '../crawler/polite.ts'
import type { PendingPage, Visit } from '../storage/frontier.ts'
import { nextRetryAt, nextRevisitAt } from './schedule.ts'

export type PageVisit = { page: PendingPage; runId: string; partner: Partner; fetchPage: FetchPage }

/** A visit that found what it looked for. */
export function seen(
  visit: PageVisit,
  now: Date,
  what: {
    outcome: Visit['outcome']
    fetched?: boolean
    validators?: Validators
    articleKey?: string | undefined
    /** What the report has to tell of it all the same. */
    message?: string | undefined
    /** Selectors of the recipe that gave nothing. */
    missed?: readonly string[] | null | undefined
  },
): Visit {
  return {
    runId: visit.runId,
    partnerId: visit.partner.id,
    urlKey: visit.page.urlKey,
    outcome: what.outcome,
    fetched: what.fetched ?? false,
    unanswered: false,
    message: what.message ?? null,
    state: 'fetched',
    failures: 0,
    notFound: 0,
    validators: what.validators,
    articleKey: what.articleKey,
    recipeRevision: visit.partner.recipeRevision,
    missed: what.missed ?? null,
    now: now.toISOString(),
    nextAttemptAt: nextRevisitAt(visit.page.firstSeenAt, now),
  }
}

/** A visit that came to nothing; the page is asked for again by its schedule. */
export function failed(
  visit: PageVisit,
  now: Date,
  what: { message: string; fetched?: boolean; unanswered?: boolean },
): Visit {
  const failures = visit.page.failures + 1
  return {
    ...seen(visit, now, { outcome: 'failed', fetched: what.fetched ?? false }),
    unanswered: what.unanswered ?? false,
    message: what.message,
    // What we hold stays as it is, and so do its validators: the next visit is conditional again.
    state: visit.page.state === 'fetched' ? 'fetched' : 'failed',
    failures,
    nextAttemptAt: nextRetryAt(failures, now),
  }
}

/** A visit that was not made: the page has not failed once more by it. */
export function unasked(visit: PageVisit, now: Date): Visit {
  const { url, failures, notFound } = visit.page
  const message = `${url} was not asked: the host did not answer three times in a row.`
  return {
    ...failed(visit, now, { message, unanswered: true }),
    failures,
    notFound,
    nextAttemptAt: nextRetryAt(failures + 1, now),
  }
}
