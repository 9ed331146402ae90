/** What an operator changes of a partner: the columns named, and nothing that a run writes meanwhile. */

import type { Partner } from '../articles/partner.ts'
import { endBackfillRuns } from './end-runs.ts'
import { bumpPartnersVersion } from './site.ts'
import { endPush } from './websub.ts'

const PAUSED_REASON = 'An operator paused it.'

/** The columns that an operator sets outright. */
const COLUMNS = {
  name: 'name',
  feed: 'feed',
  sitemap: 'sitemap',
  listing: 'listing',
  republish: 'republish',
  intervalMinutes: 'interval_minutes',
  pagesPerDay: 'pages_per_day',
  timezone: 'timezone',
} as const satisfies { [Name in keyof Partner]?: string }

/** Where articles are listed: with another address, what was remembered of the old one is void. */
const WAYS = ['feed', 'sitemap', 'listing'] as const

export type PartnerChange = {
  [Name in keyof typeof COLUMNS]?: Partner[Name] | undefined
} & { state?: 'active' | 'paused' | undefined }

type Assignment = { sql: string; values: (string | number | null)[] }

/**
 * Writes what is named in `change`, at `now`, with `also` in one batch. A shorter interval takes
 * effect at once, not after the longer one; a partner that is taken up again is due at once.
 */
export async function changePartner(
  db: D1Database,
  partner: { id: string; now: string },
  change: PartnerChange,
  also: D1PreparedStatement[] = [],
): Promise<void> {
  const assignments = [...namedColumns(change), ...forgottenSources(change, partner.now)]
  const updates = assignments.length === 0 ? [] : [update(db, partner.id, assignments)]
  const sooner = soonerRun(change, partner.now)
  if (sooner.length > 0) updates.push(update(db, partner.id, sooner))
  const state = change.state === undefined ? [] : [changeState(db, partner, change.state)]
  const ended =
    change.state === 'paused' ? endBackfillRuns(db, partner.now, '?2', [partner.id]) : []
  const pushed = change.state === 'paused' ? [endPush(db, partner.id, partner.now)] : []
  await db.batch([...updates, ...state, ...ended, ...pushed, ...also, bumpPartnersVersion(db)])
}

function update(db: D1Database, id: string, assignments: Assignment[]): D1PreparedStatement {
  const set = assignments.map(({ sql }) => sql).join(', ')
  const values = assignments.flatMap((assignment) => assignment.values)
  return db.prepare(`UPDATE partners SET ${set} WHERE id = ?`).bind(...values, id)
}

function namedColumns(change: PartnerChange): Assignment[] {
  return Object.entries(COLUMNS).flatMap(([name, column]) => {
    const value = Object.entries(change).find(([key]) => key === name)?.[1]
    return value === undefined ? [] : [{ sql: `${column} = ?`, values: [value] }]
  })
}

/** An assignment reads the row as it was: the same address given again keeps its validators. */
function forgottenSources(change: PartnerChange, now: string): Assignment[] {
  const named = WAYS.flatMap((way) => {
    const address = change[way]
    return address === undefined ? [] : [{ sql: `${way} IS ?`, address }]
  })
  if (named.length === 0) return []
  const same = named.map(({ sql }) => sql).join(' AND ')
  const values = named.map(({ address }) => address)
  const kept = (column: string, otherwise: string) => ({
    sql: `${column} = iif(${same}, ${column}, ${otherwise})`,
    values,
  })
  return [
    kept('source', 'NULL'),
    kept('second_source', 'NULL'),
    kept('source_due_at', `''`),
    kept('source_not_before', `''`),
    {
      sql: `next_run_at = iif(${same}, next_run_at, MIN(next_run_at, ?))`,
      values: [...values, now],
    },
  ]
}

function soonerRun(change: PartnerChange, now: string): Assignment[] {
  const minutes = change.intervalMinutes
  if (minutes === undefined || minutes === null) return []
  const sql =
    "next_run_at = MIN(next_run_at, strftime('%Y-%m-%dT%H:%M:%fZ', ?, '+' || ? || ' minutes'))"
  return [{ sql, values: [now, minutes] }]
}

function changeState(
  db: D1Database,
  partner: { id: string; now: string },
  state: 'active' | 'paused',
): D1PreparedStatement {
  return state === 'paused'
    ? db
        .prepare(
          `UPDATE partners SET state = 'paused', state_reason = ?2, state_since = ?3, is_visited = 0
           WHERE id = ?1 AND is_visited = 1`,
        )
        .bind(partner.id, PAUSED_REASON, partner.now)
    : db
        .prepare(
          `UPDATE partners SET state = 'active', state_reason = NULL, state_since = ?2,
             is_visited = 1, failures = 0, failing_since = NULL, next_run_at = ?2, source_due_at = ''
           WHERE id = ?1 AND state <> 'active'`,
        )
        .bind(partner.id, partner.now)
}
