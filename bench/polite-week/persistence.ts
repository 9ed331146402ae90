/** Grades how failing servers are asked: ever more seldom, and never not at all. */

import {
  type Asked,
  byAddress,
  grouped,
  isAnswered,
  type Rule,
  rule,
  shown,
  shownAt,
} from './request-log.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const FIRST_WAIT_MS = 5 * MINUTE_MS
const LAST_WAIT_MS = 7 * DAY_MS

/** A partner that answers is asked once a day at the least; jitter and its own wishes only delay. */
const SILENCE_MAX_MS = DAY_MS + HOUR_MS

/** After a failure it may take twice as long as before, and some jitter. */
const LAPSE = 2.5

export function gradePersistence(log: Asked[], week: { startMs: number; endMs: number }): Rule[] {
  const failures = byAddress(log).flatMap(failureRuns)
  return [
    rule('each failure doubles the wait for the next try', failures, ({ tries, next }) => {
      const last = tries.at(-1)
      if (last === undefined) return undefined
      const leastMs = Math.min(FIRST_WAIT_MS * 2 ** (tries.length - 1), LAST_WAIT_MS)
      const waitedMs = next.startMs - last.endMs
      if (waitedMs >= leastMs) return undefined
      return `${shown(next)}: ${Math.round(waitedMs / MINUTE_MS)} minutes after failure ${tries.length}`
    }),
    rule(
      'nobody is given up',
      grouped(log, ({ partner }) => partner),
      (visits) => lapse(visits, week),
    ),
  ]
}

/** Failures in a row of one address, with the request that came after them. */
function failureRuns(group: Asked[]): { tries: Asked[]; next: Asked }[] {
  let tries: Asked[] = []
  return group.flatMap((next) => {
    const run = tries
    tries = hasFailed(next) ? [...tries, next] : []
    return run.length === 0 ? [] : [{ tries: run, next }]
  })
}

function hasFailed(asked: Asked): boolean {
  return !isAnswered(asked) || (asked.answer.status === 404 && asked.kind === 'page')
}

/** The first stretch in which a partner was forgotten. */
function lapse(visits: Asked[], { endMs }: { endMs: number }): string | undefined {
  const forgotten = visits.findIndex((one, index) => {
    const nextMs = visits[index + 1]?.startMs ?? endMs
    return nextMs - one.endMs > allowedMs(visits.slice(0, index + 1))
  })
  const last = visits[forgotten]
  if (last === undefined) return undefined
  const nextMs = visits[forgotten + 1]?.startMs ?? endMs
  return `${last.partner}: nothing between ${shownAt(last.endMs)} and ${shownAt(nextMs)}`
}

function allowedMs(asked: Asked[]): number {
  const last = asked.at(-1)
  const lastGood = asked.findLast(isAnswered)
  const failingMs = (last?.endMs ?? 0) - (lastGood?.endMs ?? asked[0]?.startMs ?? 0)
  return Math.min(Math.max(SILENCE_MAX_MS, failingMs * LAPSE), LAST_WAIT_MS + HOUR_MS)
}
