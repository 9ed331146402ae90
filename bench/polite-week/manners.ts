/** Grades how a host is asked: robots.txt first, one at a time, with pauses, and with an honest name. */

import {
  type Asked,
  grouped,
  type HouseRules,
  hostOf,
  pairs,
  type Rule,
  rule,
  shown,
} from './request-log.ts'

const SECOND_MS = 1_000
const DAY_MS = 24 * 60 * 60 * SECOND_MS

const GAP_MS = 2 * SECOND_MS

/** Retry-After is obeyed for a week at most. */
const RETRY_AFTER_MAX_MS = 7 * DAY_MS

/** RFC 9309 section 2.3.1.3: 4xx allows everything. */
const NO_RULES: HouseRules = { crawlDelaySeconds: 0, disallowed: [] }

export function gradeManners(log: Asked[]): Rule[] {
  const robots = log.filter(({ kind }) => kind === 'robots')
  const others = log.filter(({ kind }) => kind !== 'robots')
  const byHost = grouped(log, hostOf)
  const neighbours = byHost.flatMap(pairs)
  return [
    rule('robots.txt is asked before anything else, and again after a day', others, (asked) => {
      const known = lastRobots(robots, asked)
      if (known === undefined) return `${shown(asked)}: robots.txt was not asked before`
      const isOld = asked.startMs - known.endMs > DAY_MS
      return isOld ? `${shown(asked)}: its robots.txt is older than a day` : undefined
    }),
    rule('what robots.txt disallows is never asked for', others, (asked) => {
      const known = lastRobots(robots, asked)
      const rules = known === undefined ? NO_RULES : rulesOf(known)
      if (rules === undefined) return `${shown(asked)}: robots.txt could not be had`
      const { pathname } = new URL(asked.url)
      const folder = rules.disallowed.find((prefix) => pathname.startsWith(prefix))
      return folder === undefined ? undefined : `${shown(asked)}: ${folder} is disallowed`
    }),
    rule('a host has one request at a time', neighbours, ({ previous, next }) =>
      next.startMs < previous.endMs ? `${shown(next)}: ${previous.url} was under way` : undefined,
    ),
    rule('two seconds or Crawl-delay lie between two requests', neighbours, ({ previous, next }) =>
      tooSoon(previous, next, gapMs(robots, next)),
    ),
    rule('a host is left alone for as long as Retry-After asks', neighbours, ({ next }) => {
      const until = restUntil(log, next)
      return next.startMs < until
        ? `${shown(next)}: ${until - next.startMs} ms too soon`
        : undefined
    }),
    rule('no cookies, no Referer, a name with a contact', log, ({ headers, ...asked }) => {
      const secret = ['cookie', 'referer', 'authorization'].find((name) => name in headers)
      if (secret !== undefined) return `${shown({ headers, ...asked })}: ${secret}`
      const hasName = /^Trendwire\/\S+ \(\+https?:\/\/\S+;/.test(headers['user-agent'] ?? '')
      return hasName ? undefined : `${shown({ headers, ...asked })}: no name with a contact`
    }),
  ]
}

/** What was known of the origin's robots.txt when `asked` began. */
function lastRobots(robots: Asked[], { url, startMs }: Asked): Asked | undefined {
  const { origin } = new URL(url)
  return robots.findLast((known) => new URL(known.url).origin === origin && known.endMs <= startMs)
}

/** Undefined where it forbids everything: section 2.3.1.4. */
function rulesOf({ answer }: Asked): HouseRules | undefined {
  if (answer.rules !== null) return answer.rules
  return answer.status >= 400 && answer.status < 500 && answer.status !== 429 ? NO_RULES : undefined
}

function gapMs(robots: Asked[], asked: Asked): number {
  const known = lastRobots(robots, asked)
  const delay = known === undefined ? 0 : (rulesOf(known)?.crawlDelaySeconds ?? 0)
  return Math.max(GAP_MS, delay * SECOND_MS)
}

function tooSoon(previous: Asked, next: Asked, gap: number): string | undefined {
  const waitedMs = next.startMs - previous.endMs
  return waitedMs < gap ? `${shown(next)}: ${waitedMs} ms after ${previous.url}` : undefined
}

/** Until when answers before `asked` wanted its host to be left alone. */
function restUntil(log: Asked[], asked: Asked): number {
  const untils = log
    .filter((other) => other.endMs <= asked.startMs && hostOf(other) === hostOf(asked))
    .map(({ endMs, answer }) => {
      const wishedMs = (answer.retryAfterSeconds ?? 0) * SECOND_MS
      return endMs + Math.min(wishedMs, RETRY_AFTER_MAX_MS)
    })
  return Math.max(0, ...untils)
}
