/** Grades what is asked for: nothing twice that could be asked conditionally, later, or not at all. */

import {
  type Asked,
  byAddress,
  grouped,
  isAnswered,
  isConditional,
  isLed,
  isMovedForGood,
  pairs,
  type Rule,
  rule,
  shown,
} from './request-log.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** A year of freshness is meant for pictures: a day is believed. */
const WISH_MAX_MS = DAY_MS

/** Ages at which an article is looked at again. */
const REVISIT_AGES_MS = [HOUR_MS, DAY_MS, 7 * DAY_MS]

/** An address is listed before it is asked for: up to so long. */
const LISTED_BEFORE_MS = 5 * MINUTE_MS

const SIGHTINGS_MAX = 3

export type Allowance = { partner: string; pagesPerDay: number }

export function gradeEconomy(log: Asked[], allowances: Allowance[]): Rule[] {
  const byUrl = byAddress(log.filter(({ kind }) => kind !== 'robots'))
  const histories = byUrl.flatMap(historiesOf)
  const led = new Set(log.filter((asked) => asked.kind === 'page' && isLed(asked, log)))
  const direct = byUrl.flatMap((group) => historiesOf(group.filter((asked) => !led.has(asked))))
  const sources = histories.filter(({ asked }) => asked.kind === 'source')
  const pages = direct.filter(({ asked, before }) => asked.kind === 'page' && before.length > 0)
  const moved = histories.filter(({ before }) => before.some(isMovedForGood))
  return [
    rule('ETag and Last-Modified go back byte for byte', direct, withoutValidators),
    rule('what had not changed is fetched unconditionally once a day', direct, fetchedAnew),
    rule('a source is not asked sooner than it wishes', sources, askedTooSoon),
    rule('a source is asked every five minutes at most', byUrl.flatMap(pairs), hurried),
    rule('an article is asked again only for a reason', pages, askedWithoutReason),
    rule(
      'an old address leads to its article three times',
      grouped([...led], ({ url }) => url),
      (group) =>
        group.length > SIGHTINGS_MAX ? `${group[0]?.url}: ${group.length} times` : undefined,
    ),
    rule('a move for good is remembered after three sightings', moved, notRemembered),
    ...allowances.map((allowance) => withinBudget(log, allowance)),
  ]
}

type History = { asked: Asked; before: Asked[] }

function historiesOf(group: Asked[]): History[] {
  return group.map((asked, index) => ({ asked, before: group.slice(0, index) }))
}

function withoutValidators({ asked, before }: History): string | undefined {
  // What has been gone or elsewhere since is asked for as if it were new.
  const end = before.findLastIndex(
    ({ answer }) =>
      answer.status >= 300 && answer.status < 500 && answer.status !== 304 && answer.status !== 429,
  )
  const last = before.slice(end + 1).findLast(({ answer }) => answer.status === 200)?.answer
  const known = [
    ['if-none-match', last?.etag ?? null],
    ['if-modified-since', last?.lastModified ?? null],
  ] as const
  const wrong = known.find(([name, value]) => value !== null && asked.headers[name] !== value)
  if (wrong === undefined) return undefined
  const [name, value] = wrong
  return `${shown(asked)}: ${name} is ${asked.headers[name]}, not ${value}`
}

function fetchedAnew({ asked, before }: History): string | undefined {
  if (isConditional(asked)) return undefined
  const bodies = before.filter(({ answer }) => answer.status === 200)
  const [secondLast, last] = bodies.slice(-2)
  if (last === undefined || secondLast === undefined || isConditional(last)) return undefined
  if (last.answer.bodyHash !== secondLast.answer.bodyHash) return undefined
  const afterMs = asked.startMs - last.startMs
  return afterMs < DAY_MS ? `${shown(asked)}: again after ${minutes(afterMs)} minutes` : undefined
}

function askedTooSoon({ asked, before }: History): string | undefined {
  const last = before.findLast(({ answer }) => answer.status === 200 || answer.status === 304)
  // A 304 has no body: what the feed wished stands as it was.
  const body = before.findLast(({ answer }) => answer.status === 200)
  if (last === undefined || body === undefined) return undefined
  const seconds = Math.max(last.answer.freshSeconds ?? 0, body.answer.everySeconds ?? 0)
  const earlyMs = last.endMs + Math.min(seconds * SECOND_MS, WISH_MAX_MS) - asked.startMs
  if (earlyMs > 0) return `${shown(asked)}: ${minutes(earlyMs)} minutes too soon`
  const isSkipped = body.answer.skipHours.includes(new Date(asked.startMs).getUTCHours())
  return isSkipped ? `${shown(asked)}: in an hour to skip` : undefined
}

function hurried({ previous, next }: { previous: Asked; next: Asked }): string | undefined {
  if (next.kind !== 'source') return undefined
  const afterMs = next.startMs - previous.startMs
  return afterMs < 5 * MINUTE_MS ? `${shown(next)}: after ${minutes(afterMs)} minutes` : undefined
}

/** It came of age, failed the last time, or had led elsewhere or somebody told of a change. */
function askedWithoutReason({ asked, before }: History): string | undefined {
  const [first] = before
  const last = before.at(-1)
  if (first === undefined || last === undefined) return undefined
  if (last.answer.status !== 200 && last.answer.status !== 304) return undefined
  const isOfAge = REVISIT_AGES_MS.some((ageMs) => {
    const atMs = first.startMs + ageMs
    return atMs > last.startMs && atMs - LISTED_BEFORE_MS <= asked.startMs
  })
  return isOfAge
    ? undefined
    : `${shown(asked)}: ${minutes(asked.startMs - last.startMs)} minutes on`
}

/** Afterwards the old address is looked at once more, to see that it leads there still. */
function notRemembered({ asked, before }: History): string | undefined {
  const sightings = before.filter(isMovedForGood).length
  return sightings > SIGHTINGS_MAX ? `${shown(asked)}: after ${sightings} sightings` : undefined
}

function withinBudget(log: Asked[], { partner, pagesPerDay }: Allowance): Rule {
  const pages = log.filter(
    (asked) => asked.kind === 'page' && asked.partner === partner && !isMovedForGood(asked),
  )
  const days = grouped(pages, ({ startMs }) => new Date(startMs).toISOString().slice(0, 10))
  const name = `${partner} gives ${pagesPerDay} pages a day at most`
  return rule(name, days, (day) => {
    const [first] = day
    const isOver = day.length > pagesPerDay && first !== undefined
    return isOver ? `${shown(first)}: ${day.length} pages on that day` : undefined
  })
}

/** How many requests were conditional, of those that could have been answered before. */
export function conditionalShare(log: Asked[]): number {
  const sources = log.filter((asked) => asked.kind === 'source' && isAnswered(asked))
  return sources.filter(isConditional).length / Math.max(1, sources.length)
}

function minutes(ms: number): number {
  return Math.round(ms / MINUTE_MS)
}
