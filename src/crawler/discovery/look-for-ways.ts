/** Every way to a partner's articles that a first look asks for: feeds, sitemaps, listings. */

import { urlKey } from '../../articles/addresses/canonical-url.ts'
import { type DiscoverySource, unaskedSource } from '../../articles/discovery-source.ts'
import { shown } from '../fetch/fetch-outcome.ts'
import { type FirstPage, followListing } from './discover-listing.ts'
import type {
  Considered,
  DiscoveredEntry,
  DiscoverPartner,
  DiscoverTools,
  DiscoveryFailure,
  SourceReading,
} from './discovery.ts'
import { HOME_ORIGIN, type Way } from './measure-ways.ts'
import { folderOf, liesBelow } from './partner-scope.ts'
import { readSource } from './read-source.ts'
import { learntPatterns } from './url-patterns.ts'

const NAMED_FEEDS_MAX = 3
const NAMED_SITEMAPS_MAX = 2
const SITEMAP_FILES_MAX = 3
const FRONTS_MAX = 2

/** Where feeds are when no page names them. In order of how often. */
const COMMON_FEED_PATHS = ['feed', 'rss.xml', 'feed.xml', 'atom.xml', 'index.xml']
const COMMON_SITEMAP_PATHS = [
  '/sitemap.xml',
  '/sitemap_index.xml',
  '/sitemap-news.xml',
  '/wp-sitemap.xml',
]

/** Where a feed serves, a sitemap is a check on it: one guess is enough. */
const GUESSES_BESIDE_FEED = 1

/** What a first look has found so far. */
export type Look = {
  home: FirstPage
  /** The partner's articles lie below it; undefined where it is the whole site. */
  section: string | undefined
  partner: DiscoverPartner
  tools: DiscoverTools
  considered: Considered[]
  ways: Way[]
  /** The host wants to be left alone: what was not asked is asked the next time, if nothing else serves. */
  pause: { failure: DiscoveryFailure | undefined }
}

/** Asks for all that may list the partner's articles, and adds what serves to the look's ways. */
export async function lookForWays(look: Look): Promise<void> {
  const hasFeed = await lookForFeeds(look)
  await lookForSitemaps(withLessons(look), hasFeed ? GUESSES_BESIDE_FEED : undefined)
  await lookForListings(look)
}

/** Those that the page names, the best first; common addresses only where none of them serves well. */
async function lookForFeeds(look: Look): Promise<boolean> {
  const { home, section } = look
  const isNear = (url: string) => section === undefined || liesBelow(url, section)
  const named = [...home.listing.feeds].sort((a, b) => Number(isNear(b)) - Number(isNear(a)))
  for (const url of named.slice(0, NAMED_FEEDS_MAX)) {
    if (await tryWay(look, unaskedSource('feed', url), 'the home page names it')) return true
  }
  for (const url of guessedFeeds(home.answer.url)) {
    if (named.includes(url)) continue
    if (await tryWay(look, unaskedSource('feed', url), 'it is at a common address')) return true
  }
  return false
}

/** Below the partner's own folder first: `/blog/feed`. */
function guessedFeeds(homeUrl: string): ReadonlySet<string> {
  const folder = folderOf(homeUrl)
  const own = folder === '/' ? [] : [`${folder}${COMMON_FEED_PATHS[0]}`]
  const common = COMMON_FEED_PATHS.map((path) => `/${path}`)
  return new Set([...own, ...common].map((path) => new URL(path, homeUrl).href))
}

async function lookForSitemaps(look: Look, guesses = COMMON_SITEMAP_PATHS.length): Promise<void> {
  const { origin } = new URL(look.home.answer.url)
  const named = (await look.tools.sitemapsOf(origin)).slice(0, NAMED_SITEMAPS_MAX)
  for (const url of named) {
    if (await tryWay(look, unaskedSource('sitemap', url), 'robots.txt names it')) return
  }
  for (const path of COMMON_SITEMAP_PATHS.slice(0, guesses)) {
    const url = new URL(path, origin).href
    if (named.includes(url)) continue
    if (await tryWay(look, unaskedSource('sitemap', url), 'it is at a common address')) return
  }
}

/** The page's own list; where it does not go on, the fronts of the blog behind it. First pages only. */
async function lookForListings(look: Look): Promise<void> {
  const { home, partner, tools, ways } = look
  const own = unaskedSource('listing', partner.url)
  add(look, own, await followListing(home, own, tools, 1), HOME_ORIGIN)
  const hasFeed = ways.some(({ reading }) => reading.source.kind === 'feed')
  if (home.listing.next !== null || hasFeed) return
  for (const url of home.listing.listings.slice(0, FRONTS_MAX)) {
    const source = unaskedSource('listing', url)
    const reading = await readSource(source, partner, tools, { pages: 1 })
    add(look, source, reading, 'the home page leads there')
  }
}

/** Returns whether the way serves well enough that no other of its kind is looked for. */
async function tryWay(look: Look, source: DiscoverySource, origin: string): Promise<boolean> {
  const { partner, tools } = look
  const limits = { files: SITEMAP_FILES_MAX }
  return add(look, source, await readSource(source, partner, tools, limits), origin)
}

function add(look: Look, source: DiscoverySource, given: SourceReading, origin: string): boolean {
  const { kind, url } = source
  const reading = withinSection(given, look.section)
  if (!reading.ok || reading.status === 'not-modified') {
    const verdict = reading.ok ? 'not modified' : reading.message
    look.considered.push({ kind, url, verdict })
    if (!reading.ok && reading.reason === 'waiting') look.pause.failure ??= reading
    return false
  }
  look.considered.push({ kind, url, verdict: reading.verdict })
  look.ways.push({ reading, origin })
  return kind !== 'feed' || sharesShown(reading.entries, look.home)
}

/** A feed of one category lists next to nothing of what the page shows: another may be better. */
function sharesShown(entries: readonly DiscoveredEntry[], { listing }: FirstPage): boolean {
  const shownKeys = listing.urls.slice(0, entries.length).map(urlKey)
  if (shownKeys.length < 3) return true
  const listed = new Set(entries.map(({ url }) => urlKey(url)))
  return shownKeys.filter((key) => listed.has(key)).length * 2 >= shownKeys.length
}

function withinSection(reading: SourceReading, section: string | undefined): SourceReading {
  if (section === undefined || !reading.ok || reading.status === 'not-modified') return reading
  const entries = reading.entries.filter(({ url }) => liesBelow(url, section))
  if (entries.length > 0) return { ...reading, entries }
  const message = `${shown(reading.source.url)} lists nothing below ${section}.`
  return { ok: false, reason: 'nothing-found', message }
}

/** What the page shows and a feed lists are articles: that tells which of a sitemap's addresses are. */
function withLessons(look: Look): Look {
  const listed = look.ways.flatMap(({ reading }) => reading.entries.map(({ url }) => url))
  const lessons = [...look.home.listing.urls, ...listed].map((url) => ({ url, isArticle: true }))
  const patterns = learntPatterns(look.tools.patterns, lessons)
  return { ...look, tools: { ...look.tools, patterns } }
}
