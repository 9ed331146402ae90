/** Finds where a partner lists its articles, and what it lists there now. */

import { urlKey } from '../articles/addresses/canonical-url.ts'
import { type DiscoverySource, unaskedSource } from '../articles/discovery-source.ts'
import { listArticles } from '../scrapers/listing/listing.ts'
import { readFeed } from './discover-feed.ts'
import { type FirstPage, followListing, readListing } from './discover-listing.ts'
import type {
  Considered,
  Discovery,
  DiscoveryFailure,
  Reading,
  SourceReading,
} from './discovery.ts'
import type { FetchPage } from './polite.ts'

/** Where feeds are when no page names them. In order of how often. */
const COMMON_FEED_PATHS = ['/feed', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml']
const NAMED_FEEDS_MAX = 3

/** From so many articles on, a home page shows whether a feed is alive. */
const OVERLAP_ARTICLES_MIN = 3

/** Failures that tell something about this visit, not about the source: it is kept, and asked again. */
const PASSING_REASONS = new Set<string>([
  'busy',
  'refused',
  'server-error',
  'timeout',
  'unreachable',
])

export type DiscoverTools = {
  /** Asks robots.txt and keeps the pauses; see `politeFetcher`. */
  fetchPage: FetchPage
}

export type DiscoverPartner = {
  url: string
  /** Where the operator said that the feed or the listing is: then nothing else is tried. */
  feed: string | null
  listing: string | null
}

/**
 * Asks `remembered` first, conditionally: a partner without news costs one request. Where it no
 * longer lists anything, or on the first visit, looks for a feed, then for listing pages.
 */
export async function discover(
  partner: DiscoverPartner,
  tools: DiscoverTools,
  remembered?: DiscoverySource | undefined,
): Promise<Discovery> {
  const named = namedSource(partner)
  const known = named === undefined || remembered?.url === named.url ? remembered : undefined
  const source = known ?? named
  if (source !== undefined) {
    const reading = await readSource(source, partner, tools)
    if (reading.ok && reading.status === 'not-modified') return { ...reading, second: null }
    if (reading.ok) return found(reading, knownWhy(reading, named), [verdictOn(source, reading)])
    if (named !== undefined || PASSING_REASONS.has(reading.reason)) return reading
  }
  return await search(partner, tools)
}

function namedSource(partner: DiscoverPartner): DiscoverySource | undefined {
  if (partner.feed !== null) return unaskedSource('feed', partner.feed)
  return partner.listing === null ? undefined : unaskedSource('listing', partner.listing)
}

function readSource(
  source: DiscoverySource,
  partner: DiscoverPartner,
  { fetchPage }: DiscoverTools,
): Promise<SourceReading> {
  return source.kind === 'feed'
    ? readFeed(source, partner.url, fetchPage)
    : readListing(source, fetchPage)
}

async function search(partner: DiscoverPartner, tools: DiscoverTools): Promise<Discovery> {
  const outcome = await tools.fetchPage(partner.url, 'page')
  if (!outcome.ok) {
    return outcome.reason === 'wrong-type' ? await searchAsFeed(partner, tools, outcome) : outcome
  }
  if (outcome.status === 'not-modified') return nothingFound(partner)
  const home = { answer: outcome, listing: listArticles(outcome.body, outcome.url) }
  const considered: Considered[] = []
  const feed = await searchFeed(home, partner, tools, considered)
  if (feed !== undefined) return found(feed.way, feed.why, considered)
  const listing = await searchListing(home, partner, tools, considered)
  if (listing === undefined) return nothingFound(partner)
  const pages = listing.pages === 1 ? 'one page' : `${listing.pages} pages`
  const why = `No feed serves: the listing gives ${listing.entries.length} articles on ${pages}.`
  return found(listing, why, considered)
}

/** The operator gave the address of the feed itself. */
async function searchAsFeed(
  partner: DiscoverPartner,
  tools: DiscoverTools,
  failure: DiscoveryFailure,
): Promise<Discovery> {
  const source = unaskedSource('feed', partner.url)
  const reading = await readSource(source, partner, tools)
  if (!reading.ok || reading.status === 'not-modified') return failure
  return found(reading, 'The address of the partner is a feed.', [verdictOn(source, reading)])
}

async function searchFeed(
  home: FirstPage,
  partner: DiscoverPartner,
  tools: DiscoverTools,
  considered: Considered[],
): Promise<{ way: Reading; why: string } | undefined> {
  const named = home.listing.feeds.slice(0, NAMED_FEEDS_MAX)
  const guessed = COMMON_FEED_PATHS.map((path) => new URL(path, home.answer.url).href)
  for (const url of new Set([...named, ...guessed])) {
    const source = unaskedSource('feed', url)
    const reading = await readSource(source, partner, tools)
    if (!reading.ok || reading.status === 'not-modified') {
      considered.push(verdictOn(source, reading))
      continue
    }
    if (isStale(reading, home)) {
      considered.push({ kind: 'feed', url, verdict: 'lists nothing that the home page shows' })
      continue
    }
    considered.push(verdictOn(source, reading))
    const origin = named.includes(url) ? 'the home page names it' : 'it is at a common address'
    return { way: reading, why: `The feed lists ${reading.entries.length} articles; ${origin}.` }
  }
  return undefined
}

/** An abandoned feed still answers: it has none of what the home page shows. */
function isStale(feed: Reading, home: FirstPage): boolean {
  const shownNow = home.listing.urls.map(urlKey)
  if (shownNow.length < OVERLAP_ARTICLES_MIN) return false
  const listed = new Set(feed.entries.map(({ url }) => urlKey(url)))
  return !shownNow.some((key) => listed.has(key))
}

/** The home page's own list, or the front of the blog behind it where that one goes further. */
async function searchListing(
  home: FirstPage,
  partner: DiscoverPartner,
  tools: DiscoverTools,
  considered: Considered[],
): Promise<Reading | undefined> {
  const ways: Reading[] = []
  const add = (source: DiscoverySource, reading: SourceReading) => {
    considered.push(verdictOn(source, reading))
    if (reading.ok && reading.status === 'found') ways.push(reading)
  }
  const own = await followListing(home, partner.url, tools.fetchPage)
  add(unaskedSource('listing', partner.url), own)
  if (home.listing.next === null) {
    for (const url of home.listing.listings) {
      const source = unaskedSource('listing', url)
      add(source, await readListing(source, tools.fetchPage))
    }
  }
  return ways.reduce<Reading | undefined>(
    (best, way) => (best === undefined || way.entries.length > best.entries.length ? way : best),
    undefined,
  )
}

function verdictOn(source: DiscoverySource, reading: SourceReading): Considered {
  const { kind, url } = source
  if (!reading.ok) return { kind, url, verdict: reading.message }
  const verdict = reading.status === 'found' ? `${reading.entries.length} articles` : 'not modified'
  return { kind, url, verdict }
}

function knownWhy(way: Reading, named: DiscoverySource | undefined): string {
  const origin = named === undefined ? 'It served the last time' : 'The operator named it'
  return `${origin}: the ${way.source.kind} lists ${way.entries.length} articles.`
}

function found(way: Reading, why: string, considered: Considered[]): Discovery {
  const { entries, isWhole, source } = way
  const via = source.kind
  const rest = { second: null, why, notice: null, considered }
  return { ok: true, status: 'found', entries, isWhole, via, source, ...rest }
}

function nothingFound(partner: DiscoverPartner): DiscoveryFailure {
  const message = `${partner.url} names no feed and shows no list of articles.`
  return { ok: false, reason: 'nothing-found', message }
}
