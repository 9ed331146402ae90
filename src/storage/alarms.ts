/** The `alarms` table: what is wrong with a partner, told once and cleared by itself. */

import * as z from 'zod/mini'
import { type Alarm, type AlarmKind, alarmSchema } from '../articles/alarm.ts'
import { type Position, writeCursor } from './cursor.ts'

const COLUMNS = `id, partner_id AS partnerId, kind, message, raised_at AS raisedAt,
  cleared_at AS clearedAt`

/** A happening that belongs to the end of a run: void unless the run has ended at `now`. */
export type RunEnd = { runId: string; partnerId: string; now: string }

/** The condition that the run ?1 has ended at ?2: what belongs to its end is written once. */
export const RUN_HAS_ENDED = `EXISTS (SELECT 1 FROM runs
  WHERE id = ?1 AND finished_at = ?2 AND state IN ('done', 'failed'))`

/** The id of an alarm: the same one however often it is raised at that instant. */
export function alarmId(partnerId: string, kind: AlarmKind, raisedAt: string): string {
  return `alarm_${partnerId}_${kind}_${Date.parse(raisedAt).toString(36)}`
}

/** To be written behind the end of a run. One that is open already stays as it is. */
export function raiseAlarm(
  db: D1Database,
  end: RunEnd,
  alarm: { kind: AlarmKind; message: string },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT OR IGNORE INTO alarms (id, partner_id, kind, message, raised_at)
       SELECT ?4, id, ?5, ?6, ?2 FROM partners WHERE id = ?3 AND ${RUN_HAS_ENDED}`,
    )
    .bind(
      end.runId,
      end.now,
      end.partnerId,
      alarmId(end.partnerId, alarm.kind, end.now),
      alarm.kind,
      alarm.message,
    )
}

/** To be written behind the end of a run. */
export function clearAlarm(db: D1Database, end: RunEnd, kind: AlarmKind): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE alarms SET cleared_at = ?2
       WHERE partner_id = ?3 AND kind = ?4 AND cleared_at IS NULL AND ${RUN_HAS_ENDED}`,
    )
    .bind(end.runId, end.now, end.partnerId, kind)
}

/** To be written in the batch that removes the partner. */
export function endAlarmsOf(db: D1Database, partnerId: string): D1PreparedStatement {
  return db.prepare('DELETE FROM alarms WHERE partner_id = ?').bind(partnerId)
}

/** Open alarms, newest first, of one partner or of all. */
export async function listAlarms(
  db: D1Database,
  page: { partnerId: string | undefined; before: Position | undefined; limit: number },
): Promise<{ items: Alarm[]; nextCursor: string | null }> {
  const [raisedAt, id] = page.before ?? ['9999', '']
  const ofPartner = page.partnerId === undefined ? '' : 'partner_id = ?4 AND'
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM alarms
       WHERE ${ofPartner} cleared_at IS NULL AND (raised_at, id) < (?1, ?2)
       ORDER BY raised_at DESC, id DESC LIMIT ?3`,
    )
    .bind(raisedAt, id, page.limit + 1, ...(page.partnerId === undefined ? [] : [page.partnerId]))
    .all()
  const items = z.array(alarmSchema).parse(results.slice(0, page.limit))
  const last = items.at(-1)
  const isMore = results.length > page.limit && last !== undefined
  return { items, nextCursor: isMore ? writeCursor([last.raisedAt, last.id]) : null }
}
