/** What a visit changes: its page of the run, what the frontier knows of the address, what was spent. */

import { type ArchiveOutcome, countArchiveVisit } from './backfill-progress.ts'
import { SPENT } from './plan-pages.ts'

type PageOutcome = 'stored' | 'updated' | 'unchanged' | 'duplicate' | 'gone' | 'failed'

/** What a visit to a page of an archive counts as. */
const ARCHIVE_OUTCOMES = {
  stored: 'stored',
  updated: 'known',
  unchanged: 'known',
  duplicate: 'known',
  gone: 'gone',
  failed: 'failed',
} as const satisfies Record<PageOutcome, ArchiveOutcome>

/** What a visit taught about an address. */
export type Visit = {
  runId: string
  partnerId: string
  urlKey: string
  outcome: PageOutcome
  /** Where a backfill visits the page: which one, and whether it was published outside its days. */
  archive?: { backfillId: string; url: string; isOutside: boolean } | undefined
  /** The page answered with a body. */
  fetched: boolean
  /** Its host did not answer in time, or was not asked because of that. */
  unanswered: boolean
  message: string | null
  state: 'fetched' | 'failed' | 'gone'
  failures: number
  /** 404 answers in a row, this one included. */
  notFound: number
  validators: { etag: string | null; lastModified: string | null; from: string | null } | undefined
  /** Where permanent redirects have led, and how often in a row; undefined leaves what is known. */
  moved: { to: string | null; times: number } | undefined
  /** The identity key of the article that the page gave; undefined leaves what is known. */
  articleKey: string | undefined
  /** Of the feed entry that was read, null where the page was; written with the validators. */
  entryHash?: string | null
  /** Of the recipe that the page was read by; one that has been changed meanwhile has it read again. */
  recipeRevision: number
  /** Selectors of the recipe that gave nothing; null where the page was not read by one. */
  missed: readonly string[] | null
  now: string
  nextAttemptAt: string | null
  /** Goes along as the last statement: the claim of the page that is visited next. */
  next?: D1PreparedStatement | undefined
}

function countVisit(db: D1Database, visit: Visit): D1PreparedStatement[] {
  const { archive, partnerId, urlKey, message, now } = visit
  if (archive === undefined) return []
  const { backfillId, url } = archive
  const ended = archive.isOutside ? 'outside' : ARCHIVE_OUTCOMES[visit.outcome]
  const outcome = visit.nextAttemptAt === null ? ended : null
  return [
    countArchiveVisit(db, { backfillId, partnerId, urlKey, outcome, url, message, now }),
    // Counted when they are visited: what is planned of an archive often gives way.
    db
      .prepare(
        `UPDATE partners SET spent_on = substr(?3, 1, 10), pages_spent = ${SPENT} + 1
         WHERE id = ?1 AND EXISTS (SELECT 1 FROM frontier WHERE partner_id = ?1 AND url_key = ?2
           AND priority = 1 AND next_attempt_at IS NOT NULL)`,
      )
      .bind(partnerId, urlKey, now),
  ]
}

/** Whether the partner's recipe is the one of the visit, whose revision is ?9. */
const SAME_RECIPE = '(SELECT recipe_revision FROM partners WHERE id = ?1) = ?9'

/** To be written in the batch that stores what the page said: the visit and what it taught. */
export function recordVisit(db: D1Database, visit: Visit): D1PreparedStatement[] {
  return [
    ...countVisit(db, visit),
    db
      .prepare(
        `UPDATE run_pages SET outcome = ?3, fetched = ?4, message = ?5, unanswered = ?6, missed = ?7
         WHERE run_id = ?1 AND url_key = ?2 AND outcome IS NULL`,
      )
      .bind(
        visit.runId,
        visit.urlKey,
        visit.outcome,
        visit.fetched ? 1 : 0,
        visit.message,
        visit.unanswered ? 1 : 0,
        visit.missed === null ? null : JSON.stringify(visit.missed),
      ),
    db
      .prepare(
        `UPDATE frontier SET state = ?3, failures = ?4, fetched_at = ?5,
           next_attempt_at = iif(${SAME_RECIPE}, ?6, ?5),
           article_key = COALESCE(?7, article_key), not_found = ?8,
           etag = iif(?10, iif(${SAME_RECIPE}, ?11, NULL), etag),
           last_modified = iif(?10, iif(${SAME_RECIPE}, ?12, NULL), last_modified),
           validators_from = iif(?10, ?13, validators_from),
           entry_hash = iif(?10, ?17, entry_hash),
           moved_to = iif(?14, ?15, moved_to), moved_times = iif(?14, ?16, moved_times)
         WHERE partner_id = ?1 AND url_key = ?2`,
      )
      .bind(
        visit.partnerId,
        visit.urlKey,
        visit.state,
        visit.failures,
        visit.now,
        visit.nextAttemptAt,
        visit.articleKey ?? null,
        visit.notFound,
        visit.recipeRevision,
        visit.validators === undefined ? 0 : 1,
        visit.validators?.etag ?? null,
        visit.validators?.lastModified ?? null,
        visit.validators?.from ?? null,
        visit.moved === undefined ? 0 : 1,
        visit.moved?.to ?? null,
        visit.moved?.times ?? 0,
        visit.entryHash ?? null,
      ),
    ...(visit.next === undefined ? [] : [visit.next]),
  ]
}
