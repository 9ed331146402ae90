/** What the end of a run writes of its partner: how it fares, what was learnt, when to come again. */

import * as z from 'zod/mini'
import type { DiscoverySource } from '../articles/discovery-source.ts'
import type { Health } from '../articles/health.ts'
import type { Partner } from '../articles/partner.ts'
import type { Rhythm } from '../articles/rhythm.ts'
import { RUN_HAS_ENDED, type RunEnd } from './alarms.ts'
import { flagColumn } from './json-column.ts'

/** New articles of one run that its rhythm is learnt from. */
const NEWS_MAX = 500

/** The state of a partner; where an operator has it paused, that stays. */
type Standing = Pick<Partner, 'state' | 'stateReason' | 'stateSince' | 'failures' | 'failingSince'>

/** When a partner is to be visited again; instants are ISO 8601 UTC. */
export type NextRun = {
  /** When its source is asked. */
  sourceDueAt: string
  sourceNotBefore: string
  /** Pages that are due before have a run of their own; later ones wait for the source. */
  pagesUntil: string
  /** No page is asked for sooner. */
  pagesFrom: string
  /** Where today's budget is spent: when the next one begins. */
  nextDay: string
}

/** A visit that the partner answered, or that asked for pages alone: then all but the pages is as it was. */
export type GoodVisit = {
  standing: Standing
  health: Health
  rhythm: Rhythm | null
  next: NextRun
  /** Both ways to its articles as they are to be remembered; undefined leaves them as they are. */
  sources: { source: DiscoverySource; second: DiscoverySource | null } | undefined
}

/** A visit that came to nothing because of the partner: not before `retryAt` it is asked again. */
export type BadVisit = { standing: Standing; health: Health; retryAt: string }

const STANDING = `state = iif(is_visited = 1, ?4, state),
  state_reason = iif(is_visited = 1, ?5, state_reason),
  state_since = iif(is_visited = 1, ?6, state_since), failures = ?7, failing_since = ?8, health = ?9`

/**
 * The next run: when the source is asked, or for pages that are due long before. Where an operator
 * has changed the interval or the addresses while the run went on, its reckoning is void.
 */
const NEXT_RUN = `iif(interval_minutes IS ?11 AND source IS NOT NULL,
  MIN(?12, COALESCE((SELECT iif(MIN(next_attempt_at) >= ?14, ?12, MAX(MIN(next_attempt_at),
      iif(spent_on = ?17 AND pages_spent >= pages_per_day, MAX(?15, ?16), ?15)))
    FROM frontier WHERE partner_id = ?3 AND priority = 0 AND next_attempt_at IS NOT NULL), ?12)),
  ?2)`

/** Where an operator has named another address meanwhile, nothing of the old one is remembered. */
const SOURCES = `source = iif(source IS NULL OR ?18 IS NULL, source, ?18),
  second_source = iif(source IS NULL OR ?18 IS NULL, second_source, ?19)`

/** To be written behind the end of a run that the partner answered. */
export function recordGoodVisit(
  db: D1Database,
  end: RunEnd,
  partner: Partner,
  visit: GoodVisit,
): D1PreparedStatement {
  const { next, sources } = visit
  return db
    .prepare(
      `UPDATE partners SET ${STANDING}, rhythm = ?10, ${SOURCES}, next_run_at = ${NEXT_RUN},
         source_due_at = iif(interval_minutes IS ?11 AND source IS NOT NULL, ?12, ''),
         source_not_before = iif(source IS NOT NULL, ?13, '')
       WHERE id = ?3 AND ${RUN_HAS_ENDED}`,
    )
    .bind(
      ...standingValues(end, visit),
      visit.rhythm === null ? null : JSON.stringify(visit.rhythm),
      partner.intervalMinutes,
      next.sourceDueAt,
      next.sourceNotBefore,
      next.pagesUntil,
      next.pagesFrom,
      next.nextDay,
      end.now.slice(0, 'YYYY-MM-DD'.length),
      sources === undefined ? null : JSON.stringify(sources.source),
      sources?.second ? JSON.stringify(sources.second) : null,
    )
}

/**
 * To be written behind the end of a run that the partner let come to nothing. `sourceDueAt` is what the
 * run found: where an operator has named another address meanwhile, or taken the partner up again, it
 * is due as they want it.
 */
export function recordBadVisit(
  db: D1Database,
  end: RunEnd,
  sourceDueAt: string,
  visit: BadVisit,
): D1PreparedStatement {
  const unlessChanged = (column: string) => `${column} = iif(source_due_at = ?11, ?10, ${column})`
  return db
    .prepare(
      `UPDATE partners SET ${STANDING}, ${unlessChanged('next_run_at')},
         ${unlessChanged('source_due_at')}, ${unlessChanged('source_not_before')}
       WHERE id = ?3 AND ${RUN_HAS_ENDED}`,
    )
    .bind(...standingValues(end, visit), visit.retryAt, sourceDueAt)
}

/** To be written behind the end of a run that a fault of ours ended: the partner is spared until then. */
export function recordFault(db: D1Database, end: RunEnd, until: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE partners SET next_run_at = MAX(next_run_at, ?4) WHERE id = ?3 AND ${RUN_HAS_ENDED}`,
    )
    .bind(end.runId, end.now, end.partnerId, until)
}

const newsSchema = z.object({
  /** First seen by this run. */
  isNew: flagColumn,
  publishedAt: z.nullable(z.string()),
  quality: z.nullable(z.number()),
  outcome: z.nullable(z.string()),
  fetched: flagColumn,
  /** How often its visits have failed since the last success, this one included. */
  failures: z.int(),
})
export type VisitedPage = z.infer<typeof newsSchema>

/** The pages of a run, new ones first, with what the article of each says; and its latest qualities. */
export async function findRunNews(
  db: D1Database,
  run: { id: string; partnerId: string },
  latest: number,
): Promise<{ pages: VisitedPage[]; latestQualities: number[] }> {
  const [pages, qualities] = await db.batch([
    db
      .prepare(
        `SELECT f.first_seen_at >= r.queued_at AS isNew, a.published_at AS publishedAt, a.quality,
           p.outcome, p.fetched, f.failures
         FROM runs r JOIN run_pages p ON p.run_id = r.id
         JOIN frontier f ON f.partner_id = r.partner_id AND f.url_key = p.url_key
         LEFT JOIN articles a ON a.partner_id = r.partner_id
           AND a.url_key = COALESCE(f.article_key, f.url_key)
         WHERE r.id = ?1 AND f.priority = 0 ORDER BY isNew DESC, p.position LIMIT ${NEWS_MAX}`,
      )
      .bind(run.id),
    db
      .prepare(
        `SELECT quality FROM articles WHERE partner_id = ?1 AND state = 'published'
         ORDER BY sort_at DESC, id DESC LIMIT ?2`,
      )
      .bind(run.partnerId, latest),
  ])
  const known = z.array(z.object({ quality: z.nullable(z.number()) })).parse(qualities?.results)
  return {
    pages: z.array(newsSchema).parse(pages?.results),
    latestQualities: known.flatMap(({ quality }) => quality ?? []),
  }
}

function standingValues(
  end: RunEnd,
  { standing, health }: { standing: Standing; health: Health },
): (string | number | null)[] {
  return [
    end.runId,
    end.now,
    end.partnerId,
    standing.state,
    standing.stateReason,
    standing.stateSince,
    standing.failures,
    standing.failingSince,
    JSON.stringify(health),
  ]
}
