/** Asks the second way to a partner's articles now and then, and lets it take the first one's place. */

import { urlKey } from '../../articles/addresses/canonical-url.ts'
import type { DiscoverySource } from '../../articles/discovery-source.ts'
import type { DiscoveredEntry, DiscoverPartner, DiscoverTools, Reading } from './discovery.ts'
import { readSource } from './read-source.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Asked after so many days, the longer the more often it agreed; a week at most. */
const DAYS_BETWEEN = [1, 2, 4, 7]
/** Just after a day's mark a schedule that is a little early is not put off for another whole turn. */
const SLACK_MS = 10 * 60 * 1000

/** What is older than this is of the archive. */
const FRESH_MS = 7 * DAY_MS
/** What is younger than this the first way may still bring: feeds are made anew now and then. */
const YOUNG_MS = 6 * 60 * 60 * 1000

/** So many articles that the first way lacks, or this share of the fresh ones, and it is stale. */
const LACKED_MIN = 3
const LACKED_SHARE_MIN = 0.2
const LACKED_FOR_SHARE_MIN = 2

const NEWS_MAX = 100

/** What the second way told. */
export type SecondOpinion = {
  /** To be remembered; null where it does not serve any more. */
  second: DiscoverySource | null
  /** What neither the first way nor we knew of. */
  news: DiscoveredEntry[]
  /** It answered, and is a list of articles still. */
  serves: boolean
  /** The first way lacks so much that the second one is to be used from now on. */
  isBetter: boolean
}

export function isSecondDue({ askedAt, agreedTimes }: DiscoverySource, now: Date): boolean {
  if (askedAt === null) return true
  const days = DAYS_BETWEEN[Math.min(agreedTimes, DAYS_BETWEEN.length - 1)] ?? 1
  return now.getTime() - Date.parse(askedAt) >= days * DAY_MS - (days > 1 ? SLACK_MS : 0)
}

/**
 * Asks `second`, conditionally where it has validators. `first` are the entries that the first way
 * listed just now.
 */
export async function askSecond(
  second: DiscoverySource,
  first: readonly DiscoveredEntry[],
  { partner, tools }: { partner: DiscoverPartner; tools: DiscoverTools },
): Promise<SecondOpinion> {
  const now = tools.now()
  const asked = { ...second, askedAt: now.toISOString() }
  const agreed = { agreedTimes: second.agreedTimes + 1 }
  const reading = await readSource(second, partner, tools, { pages: 1, files: 1 })
  if (!reading.ok) {
    const isLost = reading.reason === 'gone' || reading.reason === 'nothing-found'
    return { second: isLost ? null : asked, news: [], serves: false, isBetter: false }
  }
  const told = { ...reading.source, askedAt: asked.askedAt }
  if (reading.status === 'not-modified') {
    return { second: { ...told, ...agreed }, news: [], serves: true, isBetter: false }
  }
  const fresh = reading.entries.filter((entry) => isFresh(entry, now))
  const news = await unknownOf(fresh, first, tools)
  const lacked = plausible(news, { reading, second }).filter((entry) => !isYoung(entry, now))
  const isBetter = lacksTooMuch(lacked.length, fresh.length)
  const after = news.length === 0 ? agreed : { agreedTimes: 0 }
  return { second: { ...told, ...after }, news: news.slice(0, NEWS_MAX), serves: true, isBetter }
}

/** Undated ones count: a listing gives no dates, and shows what is new. */
function isFresh(entry: DiscoveredEntry, now: Date): boolean {
  const age = now.getTime() - dateOf(entry)
  return Number.isNaN(age) || age <= FRESH_MS
}

function isYoung(entry: DiscoveredEntry, now: Date): boolean {
  return now.getTime() - dateOf(entry) < YOUNG_MS
}

function dateOf({ publishedAt, updatedAt }: DiscoveredEntry): number {
  return Date.parse(publishedAt ?? updatedAt ?? '')
}

async function unknownOf(
  fresh: readonly DiscoveredEntry[],
  first: readonly DiscoveredEntry[],
  { knownKeys }: DiscoverTools,
): Promise<DiscoveredEntry[]> {
  const listed = new Set(first.map(({ url }) => urlKey(url)))
  const byKey = new Map<string, DiscoveredEntry>()
  for (const entry of fresh) {
    const key = urlKey(entry.url)
    if (key !== undefined && !listed.has(key)) byKey.set(key, entry)
  }
  const known = byKey.size === 0 ? undefined : await knownKeys?.([...byKey.keys()])
  return [...byKey].filter(([key]) => known?.has(key) !== true).map(([, entry]) => entry)
}

/**
 * A sitemap whose days were all set anew names old articles as fresh: no more of them are new than
 * it has grown by, where nothing else dates them.
 */
function plausible(
  news: DiscoveredEntry[],
  { reading, second }: { reading: Reading; second: DiscoverySource },
): DiscoveredEntry[] {
  if (reading.source.kind !== 'sitemap') return news
  const sure = news.filter(({ publishedAt }) => publishedAt !== null)
  const grown = Math.max(0, reading.source.urlCount - second.urlCount)
  const others = news.filter(({ publishedAt }) => publishedAt === null)
  return [...sure, ...others.slice(0, grown)]
}

function lacksTooMuch(lacked: number, fresh: number): boolean {
  if (lacked >= LACKED_MIN) return true
  return lacked >= LACKED_FOR_SHARE_MIN && lacked >= LACKED_SHARE_MIN * fresh
}
