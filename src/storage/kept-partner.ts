/** A partner as its runs find it: with what they have learnt, its source, its rhythm and its health. */

import * as z from 'zod/mini'
import { discoverySourceSchema } from '../articles/discovery-source.ts'
import { healthSchema, NO_HEALTH } from '../articles/health.ts'
import type { Partner } from '../articles/partner.ts'
import { rhythmSchema } from '../articles/rhythm.ts'
import { flagColumn, jsonColumn } from './json-column.ts'
import { PARTNER_COLUMNS, partnerOf } from './partners.ts'

/** What a run needs to know of a partner beside what operators see. */
const UPKEEP_COLUMNS = `source, second_source AS second, patterns,
  rhythm, health, source_due_at AS sourceDueAt, source_not_before AS sourceNotBefore`

const sourceColumn = z.catch(z.nullable(jsonColumn(discoverySourceSchema)), null)

/** What an older version wrote and this one cannot read is learnt anew. */
const upkeepSchema = z.object({
  source: sourceColumn,
  /** Another way to its articles, by which the first one is checked. */
  second: sourceColumn,
  /** Which of its addresses are articles: JSON that its reader bears in any shape. */
  patterns: z.nullable(z.string()),
  rhythm: z.catch(z.nullable(jsonColumn(rhythmSchema)), null),
  health: z.catch(jsonColumn(healthSchema), NO_HEALTH),
  /** When its source is to be asked next; empty: at the next run. ISO 8601 UTC. */
  sourceDueAt: z.string(),
  /** Before then nobody but an operator has it asked; empty: whenever. */
  sourceNotBefore: z.string(),
})
export type KeptPartner = Partner & { upkeep: z.infer<typeof upkeepSchema> }

/** A partner with all that its runs know of it, in one statement. */
export async function findKeptPartner(
  db: D1Database,
  id: string,
): Promise<KeptPartner | undefined> {
  const row = await db
    .prepare(`SELECT ${PARTNER_COLUMNS}, ${UPKEEP_COLUMNS} FROM partners WHERE id = ?`)
    .bind(id)
    .first()
  return row === null ? undefined : { ...partnerOf(row), upkeep: upkeepSchema.parse(row) }
}

/** A partner as a run finds it. */
export type VisitedPartner = {
  partner: KeptPartner
  /** Pages of it are due that no backfill has added. */
  hasDuePages: boolean
}

/** Gives the row of a run's partner for `visitedPartnerOf`, or none where it was removed. */
export function visitedPartner(
  db: D1Database,
  run: { runId: string; now: string },
): D1PreparedStatement {
  return db
    .prepare(
      `SELECT ${PARTNER_COLUMNS}, ${UPKEEP_COLUMNS}, EXISTS (SELECT 1 FROM frontier f
         WHERE f.partner_id = partners.id AND f.priority = 0 AND f.next_attempt_at <= ?2) AS hasDuePages
       FROM partners WHERE id = (SELECT partner_id FROM runs WHERE id = ?1)`,
    )
    .bind(run.runId, run.now)
}

export function visitedPartnerOf(row: unknown): VisitedPartner {
  const { hasDuePages } = z.object({ hasDuePages: flagColumn }).parse(row)
  return { partner: { ...partnerOf(row), upkeep: upkeepSchema.parse(row) }, hasDuePages }
}
