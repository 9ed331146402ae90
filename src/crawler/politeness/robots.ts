/** Reads robots.txt and decides by it, after RFC 9309. */

import {
  comparablePath,
  parsePattern,
  patternMatches,
  type RobotsPattern,
} from './robots-pattern.ts'

/** RFC 9309 section 2.5 asks for at least 500 KiB, here in UTF-16 code units: never fewer. */
const ROBOTS_LENGTH_MAX = 500 * 1024
/** In UTF-16 code units; a longer line is cut, as Google's parser does. */
const LINE_LENGTH_MAX = 16_664
const SITEMAPS_MAX = 100

/** Rules with stars times the characters of an address: some tenths of a second. */
const STEPS_MAX = 20_000_000

/** Ways in which people write `disallow`: the meaning is plain, and a guest takes the hint. */
const DISALLOW_SPELLINGS = new Set([
  'diasllow',
  'disallaw',
  'disallow',
  'disalow',
  'dissallow',
  'dissalow',
])
/** Byte order marks, and what decoding leaves of half a one. */
const MARKS = /^(?:\ufeff|\ufffd|%ef|%bb|%bf){1,6}/

const AGENT_SPELLINGS = new Set(['user agent', 'user-agent', 'useragent'])

type Rule = { allow: boolean; pattern: RobotsPattern }
type Agent = { line: string; crawlDelaySeconds: number | undefined }
type Group = { agents: Agent[]; rules: Rule[] }

export type Robots = {
  groups: Group[]
  /** Absolute addresses, for whatever agent they stand. */
  sitemaps: string[]
  /** Why the file could not be had and everything is forbidden: its HTTP status, 0 for no answer. */
  unreachable: number | null
}

/** Never fails: what cannot be read as a rule is left out (RFC 9309 section 2.3.1.5). */
export function parseRobots(text: string): Robots {
  const robots: Robots = { groups: [], sitemaps: [], unreachable: null }
  let group: Group | undefined
  let expectsAgents = false
  for (const line of withinLimit(text)
    .replace(MARKS, '')
    .split(/\r\n|\r|\n/)) {
    const record = parseLine(line)
    if (record === undefined) continue
    if (AGENT_SPELLINGS.has(record.name)) {
      if (group === undefined || !expectsAgents) {
        group = { agents: [], rules: [] }
        robots.groups.push(group)
      }
      group.agents.push({ line: agentOfLine(record.value), crawlDelaySeconds: undefined })
      expectsAgents = true
    } else if (record.name === 'sitemap' || record.name === 'site-map') {
      addSitemap(robots, record.value)
    } else if (group !== undefined && addRecord(group, record)) {
      expectsAgents = false
    }
  }
  return robots
}

/** Half a rule may forbid more than the whole one: a line that was cut is dropped. */
function withinLimit(text: string): string {
  if (text.length <= ROBOTS_LENGTH_MAX) return text
  const kept = text.slice(0, ROBOTS_LENGTH_MAX)
  return kept.slice(0, Math.max(kept.lastIndexOf('\n'), kept.lastIndexOf('\r')) + 1)
}

/** What a robots.txt means that answered with `status`; 0 stands for a host that did not answer. */
export function robotsFromStatus(status: number, body: string): Robots {
  if (status >= 200 && status < 300) return parseRobots(body)
  // RFC 9309 sections 2.3.1.2 and 2.3.1.3: lost among redirects, or any 4xx, is "unavailable".
  // 429 is not: a server that is overrun does not invite us to fetch everything.
  const unavailable = status >= 300 && status < 500 && status !== 429
  return unavailable
    ? { groups: [], sitemaps: [], unreachable: null }
    : { ...parseRobots('User-agent: *\nDisallow: /'), unreachable: status }
}

/**
 * Whether `agent` (a product token such as `Trendwire`) may fetch `url`. The longest matching
 * pattern decides, allow wins a tie, no match allows (RFC 9309 section 2.2.2).
 */
export function robotsAllow(robots: Robots, agent: string, url: string): boolean {
  const path = comparablePath(url)
  if (path === undefined) return false
  if (path === '/robots.txt') return true
  const rules = groupsFor(robots, agent).flatMap((group) => group.rules)
  // Made to keep us busy: whoever writes so many rules wants no guest at such an address.
  const stars = rules.filter(({ pattern }) => pattern.parts.length > 1).length
  if (stars * path.length > STEPS_MAX) return false
  let longest = { allow: true, octets: -1 }
  for (const { allow, pattern } of rules) {
    const decides = pattern.octets > longest.octets || (pattern.octets === longest.octets && allow)
    if (decides && patternMatches(pattern, path)) longest = { allow, octets: pattern.octets }
  }
  return longest.allow
}

/** The largest Crawl-delay that stands for `agent`; no part of the RFC, but a wish. */
export function crawlDelaySeconds(robots: Robots, agent: string): number | undefined {
  const names = namesOf(robots, agent)
  const delays = robots.groups
    .flatMap((group) => group.agents)
    .filter(({ line }) => names(line))
    .map((named) => named.crawlDelaySeconds)
    .filter((delay) => delay !== undefined)
  return delays.length === 0 ? undefined : Math.max(...delays)
}

/** RFC 9309 section 2.2.1: every group that names the agent, else every group for `*`. */
function groupsFor(robots: Robots, agent: string): Group[] {
  const names = namesOf(robots, agent)
  return robots.groups.filter((group) => group.agents.some(({ line }) => names(line)))
}

/** Which user-agent lines mean `agent` in this file. */
function namesOf(robots: Robots, agent: string): (line: string) => boolean {
  const token = productToken(agent)
  const isNamed = robots.groups.some((group) =>
    group.agents.some(({ line }) => namesToken(line, token)),
  )
  return isNamed ? (line) => namesToken(line, token) : (line) => line === '*'
}

type Line = { name: string; value: string }

function parseLine(line: string): Line | undefined {
  const text = (line.slice(0, LINE_LENGTH_MAX).split('#', 1)[0] ?? '').trim()
  const colon = text.indexOf(':')
  if (colon > 0) {
    return { name: text.slice(0, colon).trim().toLowerCase(), value: text.slice(colon + 1).trim() }
  }
  // "disallow /": exactly two words, the colon forgotten.
  const [name = '', value, ...more] = text.split(/[ \t]+/)
  return value === undefined || more.length > 0 ? undefined : { name: name.toLowerCase(), value }
}

/** Returns whether the record ends the list of agents: other records must not (section 2.2.4). */
function addRecord(group: Group, { name, value }: Line): boolean {
  const allow = name === 'allow'
  if (allow || DISALLOW_SPELLINGS.has(name)) {
    const pattern = parsePattern(value)
    if (pattern !== undefined) group.rules.push({ allow, pattern })
    return true
  }
  if (name === 'crawl-delay' && /^\d{1,6}(?:\.\d{1,6})?$/.test(value)) {
    // It speaks of the agents right above it, though for rules they stay one group.
    for (const agent of group.agents) agent.crawlDelaySeconds ??= Number(value)
  }
  return false
}

function addSitemap(robots: Robots, value: string): void {
  const useful = URL.canParse(value) && robots.sitemaps.length < SITEMAPS_MAX
  if (useful && !robots.sitemaps.includes(value)) robots.sitemaps.push(value)
}

/** `*`, or the words that the line may name us by; what follows them ("/1.0", " (crawler)") is noise. */
function agentOfLine(value: string): string {
  return /^\*(?:\s|$)/.test(value) ? '*' : value.toLowerCase()
}

/** Versions and white space around it are noise; what has white space inside is no token. */
function productToken(agent: string): string {
  return (/^([^\s/]+)(?:\/.*)?$/.exec(agent.trim())?.[1] ?? '').toLowerCase()
}

/**
 * A token has letters, `_` and `-` only: in a line, it ends where they do. One with figures or dots,
 * though against the RFC, is met as it is.
 */
function namesToken(line: string, token: string): boolean {
  if (token === '') return false
  const named = /^[a-z_-]+$/.test(token) ? /^[a-z_-]+/.exec(line) : /^[^\s/;,(]+/.exec(line)
  return named?.[0] === token
}
