/** One request as the partner's server saw it, and what it answered: all that the grader goes by. */

/** What a robots.txt asks of everybody, already understood: the grader shares no parser with the crawler. */
export type HouseRules = { crawlDelaySeconds: number; disallowed: string[] }

export type Answered = {
  /** 0 where the connection was refused or no answer came. */
  status: number
  etag: string | null
  lastModified: string | null
  location: string | null
  /** Tells a body from another; null without one. */
  bodyHash: string | null
  /** Where it is a robots.txt. */
  rules: HouseRules | null
  /** What it asks for: not again within `freshSeconds`, nor `everySeconds` (a feed's `ttl`), nor in these hours (UTC). */
  freshSeconds: number | null
  everySeconds: number | null
  skipHours: number[]
  retryAfterSeconds: number | null
}

/** From a redirect to the request that follows it, the pause and a robots.txt between them included. */
const LED_WITHIN_MS = 60_000

export type Asked = {
  /** Unix milliseconds: when the request came, and when the last byte of its answer left. */
  startMs: number
  endMs: number
  url: string
  /** A source lists articles: a feed, a home page, a listing, a sitemap. */
  kind: 'robots' | 'source' | 'page'
  /** For which partner it was asked. */
  partner: string
  /** Names in lower case. */
  headers: Record<string, string>
  answer: Answered
}

/** What is graded: a rule counts what it looked at, so that one that saw nothing is told from one that held. */
export type Rule = { name: string; checked: number; violations: string[] }

export function hostOf({ url }: Asked): string {
  const { hostname, port, protocol } = new URL(url)
  return `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`
}

export function isAnswered({ answer }: Asked): boolean {
  return answer.status !== 0 && answer.status !== 429 && answer.status < 500
}

export function isConditional({ headers }: Asked): boolean {
  return headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined
}

/** In the order of their beginnings, by whatever `key` says. */
export function grouped(log: Asked[], key: (asked: Asked) => string): Asked[][] {
  const groups = new Map<string, Asked[]>()
  for (const asked of log.toSorted((a, b) => a.startMs - b.startMs)) {
    const name = key(asked)
    groups.set(name, [...(groups.get(name) ?? []), asked])
  }
  return [...groups.values()]
}

/** Each address for each partner: what one of them remembers, the other does not. */
export function byAddress(log: Asked[]): Asked[][] {
  return grouped(log, ({ partner, url }) => `${partner} ${url}`)
}

/** Whether another address that has moved for good led to it just now: it was not asked for itself. */
export function isLed(asked: Asked, log: Asked[]): boolean {
  return log.some(
    (other) =>
      isMovedForGood(other) &&
      other.answer.location === asked.url &&
      other.endMs <= asked.startMs &&
      asked.startMs - other.endMs < LED_WITHIN_MS,
  )
}

export function isMovedForGood({ answer }: Asked): boolean {
  return answer.status === 301 || answer.status === 308
}

/** Each request with the one before it. */
export function pairs(group: Asked[]): { previous: Asked; next: Asked }[] {
  return group.flatMap((next, index) => {
    const previous = group[index - 1]
    return previous === undefined ? [] : [{ previous, next }]
  })
}

/** A rule from what is wrong with each thing that it looks at; undefined where nothing is. */
export function rule<T>(
  name: string,
  looked: T[],
  complaint: (thing: T) => string | undefined,
): Rule {
  const violations = looked.flatMap((thing) => complaint(thing) ?? [])
  return { name, checked: looked.length, violations }
}

/** As in `2026-11-24 03:04:05 https://…`. */
export function shownAt(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ')
}

export function shown({ startMs, url }: Asked): string {
  return `${shownAt(startMs)} ${url}`
}
