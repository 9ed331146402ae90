/** What is told of a visit: changes of the partner's state and alarms, in the log, at the desk, to subscriptions. */

import type { OpenAlarm } from '../articles/alarm.ts'
import type { AlarmVerdict } from '../crawler/health/alarm-verdicts.ts'
import type { Standing } from '../crawler/health/partner-state.ts'
import { alarmId, clearAlarm, type RunEnd, raiseAlarm } from '../storage/alarms.ts'
import { announcePartner } from '../storage/events.ts'
import type { KeptPartner } from '../storage/kept-partner.ts'

type LogLine = { event: string; fields: Record<string, unknown> }

export type Aftermath = {
  /** To be written behind the end of the run, and void without it. */
  statements: D1PreparedStatement[]
  log: LogLine[]
  /** Subscriptions have something to be sent. */
  isAnnounced: boolean
}

type Visited = { partner: KeptPartner; end: RunEnd }

/** Only what changes costs a statement: an alarm that is open, or a state that stays, is told already. */
export function aftermathOf(
  visited: Visited,
  found: { standing: Standing; verdicts: AlarmVerdict[]; recorded: D1PreparedStatement },
  db: D1Database,
): Aftermath {
  const { partner } = visited
  const open = new Map(partner.alarms.map((alarm) => [alarm.kind, alarm]))
  const changes = found.verdicts.filter(
    ({ kind, message }) => (message === null) === (open.get(kind) !== undefined),
  )
  const failing = changes.find(({ kind }) => kind === 'failing')
  return {
    statements: [
      found.recorded,
      ...changes.map((change) => changeAlarm(visited, change, db)),
      ...(failing === undefined
        ? []
        : announce(visited, failing, { raised: open.get('failing'), ...found.standing }, db)),
    ],
    log: [
      ...stateLine(partner, found.standing),
      ...changes.map(({ kind, message }) => ({
        event: message === null ? 'alarm.cleared' : 'alarm.raised',
        fields: { kind, message: message ?? open.get(kind)?.message },
      })),
    ],
    isAnnounced: failing !== undefined,
  }
}

function stateLine(partner: KeptPartner, { state, stateReason }: Standing): LogLine[] {
  if (!partner.isVisited || state === partner.state) return []
  return [{ event: 'partner.state', fields: { from: partner.state, state, reason: stateReason } }]
}

function changeAlarm(
  { end }: Visited,
  { kind, message }: AlarmVerdict,
  db: D1Database,
): D1PreparedStatement {
  return message === null ? clearAlarm(db, end, kind) : raiseAlarm(db, end, { kind, message })
}

/** An episode of failing is told once at its beginning and once at its end, whatever comes between. */
function announce(
  { partner, end }: Visited,
  { message }: AlarmVerdict,
  about: { raised: OpenAlarm | undefined; failingSince: string | null },
  db: D1Database,
): D1PreparedStatement[] {
  const raisedAt = about.raised?.raisedAt ?? end.now
  const id = alarmId(end.partnerId, 'failing', raisedAt)
  const isOver = message === null
  return announcePartner(db, {
    id: `evt_${id}_${isOver ? 'over' : 'on'}`,
    type: isOver ? 'partner.recovered' : 'partner.failing',
    alarmId: id,
    reason: message ?? about.raised?.message ?? '',
    since: (isOver ? partner.failingSince : about.failingSince) ?? raisedAt,
    createdAt: end.now,
  })
}
