/** Finds where a partner lists its articles, and what it lists there now. */

import { urlKey } from '../../articles/addresses/canonical-url.ts'
import { type DiscoverySource, unaskedSource } from '../../articles/discovery-source.ts'
import { type FetchFailure, shown } from '../fetch/fetch-outcome.ts'
import type { FetchPage } from '../politeness/polite.ts'
import { searchWays } from './discover-search.ts'
import type {
  DiscoveredEntry,
  DiscoverMemory,
  DiscoverPartner,
  DiscoverTools,
  Discovery,
  DiscoveryFailure,
  Found,
  Reading,
  SourceReading,
} from './discovery.ts'
import { readSource } from './read-source.ts'
import { askSecond, isSecondDue, type SecondOpinion } from './second-way.ts'

/** Failures that tell something about this visit, not about the source: it is kept, and asked again. */
const PASSING_REASONS = new Set<string>([
  'busy',
  'refused',
  'server-error',
  'timeout',
  'unreachable',
  'waiting',
])

/**
 * Asks the remembered source first, conditionally: a partner without news costs one request, and
 * one more on the days on which the second way is due. Where the source no longer lists anything,
 * or on the first visit, looks for every way and chooses.
 */
export async function discover(
  partner: DiscoverPartner,
  given: DiscoverTools,
  { source: remembered, second }: DiscoverMemory = {},
): Promise<Discovery> {
  const named = namedSource(partner)
  const known = named === undefined || isOf(named, remembered) ? remembered : undefined
  const source = known ?? named
  if (source === undefined) return await searchWays(partner, given)
  const tools = { ...given, fetchPage: notTwice(given.fetchPage) }
  const reading = await readSource(source, partner, tools)
  if (named !== undefined) {
    if (!reading.ok || reading.status === 'found') return reading.ok ? foundNamed(reading) : reading
    return { ...reading, second: null }
  }
  const memory = { source, second: second ?? null }
  if (reading.ok) return await withSecond(reading, memory.second, { partner, tools })
  if (!PASSING_REASONS.has(reading.reason)) return await searchWays(partner, tools)
  return await instead(reading, memory, { partner, tools })
}

type Visit = { partner: DiscoverPartner; tools: DiscoverTools }

/** What has failed is not asked for again in the same visit, by whoever looks for other ways. */
function notTwice(fetchPage: FetchPage): FetchPage {
  const failures = new Map<string, FetchFailure>()
  return async (url, accept, extras) => {
    const key = `${accept} ${url}`
    const outcome = failures.get(key) ?? (await fetchPage(url, accept, extras))
    if (!outcome.ok) failures.set(key, outcome)
    return outcome
  }
}

/** Lets the second way check what the first one said, where it is due. */
async function withSecond(
  reading: Extract<SourceReading, { ok: true }>,
  kept: DiscoverySource | null,
  visit: Visit,
): Promise<Discovery> {
  const entries = reading.status === 'found' ? reading.entries : []
  const opinion = await opinionOf(kept, entries, visit)
  if (opinion?.isBetter) {
    const lack = `lacks ${opinion.news.length} articles of this week that another way lists`
    return exchanged(reading.source, opinion, { entries, lack })
  }
  const second = opinion === undefined ? kept : opinion.second
  const news = opinion?.news ?? []
  if (reading.status === 'found') return foundAgain(reading, second, news)
  const { source } = reading
  if (news.length === 0) return { ok: true, status: 'not-modified', source, second }
  const why = `The ${source.kind} has not changed, but another way lists ${news.length} more articles.`
  return { ...found(source, second, why), entries: news, isWhole: false }
}

/** A feed that answers with errors while the site does not: the second way takes its place. */
async function instead(
  failed: DiscoveryFailure,
  { source, second }: { source: DiscoverySource; second: DiscoverySource | null },
  visit: Visit,
): Promise<Discovery> {
  if (failed.reason !== 'server-error') return failed
  const opinion = await opinionOf(second, [], visit)
  if (opinion?.serves !== true) return failed
  return exchanged(source, opinion, { entries: [], lack: 'answers with an error' })
}

function namedSource(partner: DiscoverPartner): DiscoverySource | undefined {
  if (partner.feed !== null) return unaskedSource('feed', partner.feed)
  if (partner.sitemap !== null) return unaskedSource('sitemap', partner.sitemap)
  return partner.listing === null ? undefined : unaskedSource('listing', partner.listing)
}

/** Whether `remembered` is what became of the named source: it may have moved since. */
function isOf(named: DiscoverySource, remembered: DiscoverySource | null | undefined): boolean {
  return remembered?.url === named.url || remembered?.movedFrom === named.url
}

async function opinionOf(
  second: DiscoverySource | null,
  entries: readonly DiscoveredEntry[],
  { partner, tools }: Visit,
): Promise<SecondOpinion | undefined> {
  if (second === null || tools.knownKeys === undefined) return undefined
  if (!isSecondDue(second, tools.now())) return undefined
  return await askSecond(second, entries, { partner, tools })
}

function foundNamed(reading: Reading): Found {
  const { kind } = reading.source
  const why = `The operator named it: the ${kind} lists ${reading.entries.length} articles.`
  return foundIn(reading, null, why)
}

function foundAgain(
  reading: Reading,
  second: DiscoverySource | null,
  news: readonly DiscoveredEntry[],
): Found {
  const { source, entries } = reading
  const why = `It served the last time: the ${source.kind} lists ${entries.length} articles.`
  return { ...foundIn(reading, second, why), entries: [...entries, ...news] }
}

function foundIn(reading: Reading, second: DiscoverySource | null, why: string): Found {
  const { entries, isWhole, source, leftOut, verdict } = reading
  const considered = [{ kind: source.kind, url: source.url, verdict }]
  return { ...found(source, second, why), entries, isWhole, considered, leftOut }
}

/** The ways change places; what both list is taken in. */
function exchanged(
  first: DiscoverySource,
  { second, news }: SecondOpinion,
  { entries, lack }: { entries: readonly DiscoveredEntry[]; lack: string },
): Found {
  const now = second ?? first
  const notice =
    `The ${first.kind} at ${shown(first.url)} ${lack}: ` +
    `the ${now.kind} at ${shown(now.url)} is used from now on.`
  const back = { ...first, askedAt: now.askedAt, agreedTimes: 0 }
  const keys = new Set(news.map(({ url }) => urlKey(url)))
  const own = entries.filter(({ url }) => !keys.has(urlKey(url)))
  return {
    ...found({ ...now, askedAt: null, agreedTimes: 0 }, back, notice),
    entries: [...news, ...own],
    isWhole: false,
    notice,
  }
}

function found(source: DiscoverySource, second: DiscoverySource | null, why: string): Found {
  return {
    ok: true,
    status: 'found',
    entries: [],
    isWhole: true,
    via: source.kind,
    source,
    second,
    why,
    notice: null,
    considered: [],
    leftOut: [],
  }
}
