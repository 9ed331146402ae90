/** What a visit to a page writes of itself, in the report and in the frontier. */

import type { Partner } from '../articles/partner.ts'
import type { Days } from '../crawler/archive/archive-days.ts'
import type { FetchPage } from '../crawler/politeness/polite.ts'
import type { Visit } from '../storage/record-visit.ts'
import type { PendingPage } from '../storage/run-pages.ts'
import type { FeedEntries } from './feed-entries.ts'
import { type Answered, movedOf, nextRevisit, validatorsOf } from './page-answer.ts'
import { nextArchiveRetryAt, nextRetryAt } from './schedule.ts'
import { instantAfter, laterOf } from './tools.ts'

/** A page whose host was somebody else's to ask is not due again at once. */
const UNASKED_MS_MIN = 60_000

const DAY_MS = 24 * 60 * 60 * 1000

export type PageVisit = {
  page: PendingPage
  runId: string
  partner: Partner
  fetchPage: FetchPage
  /** What the feed carries whole, where this wake-up has read it. */
  entries?: FeedEntries | undefined
  /** Of the entry that is read instead of the page. */
  entryHash?: string
  /** Where a backfill visits the page: which one, and the days that it asks for. */
  archive?: ({ backfillId: string } & Days) | undefined
  /** To be written with what the visit brought: see claim-ahead.ts. */
  next?: D1PreparedStatement | undefined
}

export type Visited = {
  /** Whether the page's host answered, whatever it said. */
  answered: boolean
  /** Whether endpoints may have to be told of it. */
  isNews: boolean
}

/** A visit that found what it looked for. */
export function seen(
  visit: PageVisit,
  now: Date,
  what: {
    outcome: Visit['outcome']
    fetched?: boolean
    /** Of the answer; those of a page that is not whole are not to be sent again. */
    answer?: Answered | undefined
    articleKey?: string | undefined
    /** What the report has to tell of it all the same. */
    message?: string | undefined
    /** Of the feed entry that was read instead of the page. */
    entryHash?: string | undefined
    /** Selectors of the recipe that gave nothing. */
    missed?: readonly string[] | null | undefined
    /** Published outside the days that its backfill asks for: it is not kept. */
    isOutside?: boolean
  },
): Visit {
  const { archive, page } = visit
  return {
    runId: visit.runId,
    partnerId: visit.partner.id,
    urlKey: page.urlKey,
    archive: archive && {
      backfillId: archive.backfillId,
      url: page.url,
      isOutside: what.isOutside ?? false,
    },
    outcome: what.outcome,
    fetched: what.fetched ?? false,
    unanswered: false,
    message: what.message ?? null,
    state: 'fetched',
    failures: 0,
    notFound: 0,
    validators: validatorsOf(page, what.answer),
    moved: movedOf(page, visit.partner, what.entryHash === undefined ? what.answer : undefined),
    articleKey: what.articleKey,
    entryHash: what.entryHash ?? null,
    recipeRevision: visit.partner.recipeRevision,
    missed: what.missed ?? null,
    now: now.toISOString(),
    next: visit.next,
    // Of what a feed carries whole the feed itself tells every change; what is old does not change.
    nextAttemptAt:
      what.entryHash === undefined && archive === undefined
        ? nextRevisit(page, now, what.answer)
        : null,
  }
}

/** A visit that came to nothing; the page is asked for again by its schedule. */
export function failed(
  visit: PageVisit,
  now: Date,
  what: {
    message: string
    fetched?: boolean
    unanswered?: boolean
    /** It answered with what is no article. */
    isUnreadable?: boolean
    /** What the server asked for with Retry-After. */
    waitSeconds?: number
    /** What came of it is not all: the rest may come the next time. */
    isWaiting?: boolean
  },
): Visit {
  const isFinal = visit.archive !== undefined && what.fetched === true && what.isWaiting !== true
  const failures = visit.page.failures + 1
  return {
    ...seen(visit, now, { outcome: 'failed', fetched: what.fetched ?? false }),
    unanswered: what.unanswered ?? false,
    message: what.message,
    // What we hold stays as it is, and so do its validators: the next visit is conditional again.
    state: visit.page.state === 'fetched' ? 'fetched' : 'failed',
    failures,
    nextAttemptAt: isFinal ? null : retryAt(visit, failures, now, waitMs(what, failures)),
  }
}

/** Null for a page of an archive that has failed too often. */
function retryAt(visit: PageVisit, failures: number, now: Date, waitMs: number): string | null {
  const at =
    visit.archive === undefined ? nextRetryAt(failures, now) : nextArchiveRetryAt(failures, now)
  return at === null ? null : laterOf(at, instantAfter(now, waitMs))
}

/** What could not be read twice will hardly be another page in some minutes: once a day is enough. */
function waitMs(
  { waitSeconds = 0, isUnreadable = false }: { waitSeconds?: number; isUnreadable?: boolean },
  failures: number,
): number {
  return Math.max(waitSeconds * 1000, isUnreadable && failures > 1 ? DAY_MS : 0)
}

/** A visit that was not made, as its host did not answer others: the page has not failed by it. */
export function silent(visit: PageVisit, now: Date, message: string): Visit {
  const { failures, notFound } = visit.page
  return {
    ...failed(visit, now, { message, unanswered: true }),
    failures,
    notFound,
    nextAttemptAt: nextRetryAt(failures + 1, now),
  }
}

/** A visit that was not made, as a host on its way must not be asked before `until` (Unix milliseconds). */
export function unasked(
  visit: PageVisit,
  now: Date,
  { message, until }: { message: string; until: number },
): Visit {
  const { failures, notFound } = visit.page
  return {
    ...failed(visit, now, { message }),
    failures,
    notFound,
    nextAttemptAt: laterOf(instantAfter(now, UNASKED_MS_MIN), new Date(until).toISOString()),
  }
}
