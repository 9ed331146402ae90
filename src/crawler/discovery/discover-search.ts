/** The first look at a partner: every way to its articles, in a bounded number of requests. */

import { urlKey } from '../../articles/addresses/canonical-url.ts'
import { type DiscoverySource, unaskedSource } from '../../articles/discovery-source.ts'
import { listArticles } from '../../scrapers/listing/listing.ts'
import { failure, shown } from '../fetch/fetch-outcome.ts'
import type { FetchPage } from '../politeness/polite.ts'
import { type Choice, chooseWay } from './choose-way.ts'
import { type FirstPage, followListing } from './discover-listing.ts'
import type {
  Considered,
  DiscoveredEntry,
  DiscoverPartner,
  DiscoverTools,
  Discovery,
  DiscoveryFailure,
  Found,
  SourceReading,
} from './discovery.ts'
import { HOME_ORIGIN, type Way } from './measure-ways.ts'
import { folderOf, liesBelow, sectionOf } from './partner-scope.ts'
import { readSource } from './read-source.ts'
import { learntPatterns } from './url-patterns.ts'

/** Robots.txt not counted. */
const REQUESTS_MAX = 15
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

type Look = {
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

/** Looks for feeds, sitemaps and listings, and chooses between them. */
export async function searchWays(
  partner: DiscoverPartner,
  given: DiscoverTools,
): Promise<Discovery> {
  const tools = { ...given, fetchPage: atMost(REQUESTS_MAX, given.fetchPage) }
  const outcome = await tools.fetchPage(partner.url, 'page')
  if (!outcome.ok) {
    return outcome.reason === 'wrong-type' ? await searchItself(partner, tools, outcome) : outcome
  }
  if (outcome.status === 'not-modified') return nothingFound(partner)
  const listing = listArticles(outcome.body, outcome.url)
  const section = sectionOf(outcome.url, listing.urls)
  const home = { answer: outcome, listing }
  const pause = { failure: undefined }
  const look: Look = { home, section, partner, tools, considered: [], ways: [], pause }
  const hasFeed = await lookForFeeds(look)
  await lookForSitemaps(withLessons(look), hasFeed ? GUESSES_BESIDE_FEED : undefined)
  await lookForListings(look)
  const choice = chooseWay(look.ways, listing.urls, tools.now())
  if (choice === undefined) return look.pause.failure ?? nothingFound(partner, look)
  const read = await readOn(choice.best, look, given)
  if (read === choice.best) return foundBy(choice, look)
  const ways = look.ways.map((way) => (way === choice.best ? read : way))
  return foundBy(chooseWay(ways, listing.urls, tools.now()) ?? choice, { ...look, ways })
}

/** A listing that is chosen is read on, past the first look. */
async function readOn(best: Way, look: Look, tools: DiscoverTools): Promise<Way> {
  const { source, goesOn } = best.reading
  if (source.kind !== 'listing' || !goesOn) return best
  const { home, partner, considered } = look
  const anew = unaskedSource('listing', source.url)
  const reading =
    source.url === partner.url
      ? await followListing(home, anew, tools)
      : await readSource(anew, partner, tools)
  if (!reading.ok || reading.status === 'not-modified') return best
  const told = considered.find(({ url }) => url === source.url)
  if (told !== undefined) told.verdict = reading.verdict
  return { ...best, reading }
}

/** The operator gave the address of the feed or the sitemap itself. */
async function searchItself(
  partner: DiscoverPartner,
  tools: DiscoverTools,
  failed: DiscoveryFailure,
): Promise<Discovery> {
  for (const kind of ['feed', 'sitemap'] as const) {
    const reading = await readSource(unaskedSource(kind, partner.url), partner, tools)
    if (!reading.ok || reading.status === 'not-modified') continue
    const { entries, isWhole, source, leftOut } = reading
    const why = `The address of the partner is a ${kind}: it lists ${entries.length} articles.`
    const considered = [{ kind, url: partner.url, verdict: reading.verdict }]
    const rest = { second: null, why, notice: null, considered, leftOut }
    return { ok: true, status: 'found', entries, isWhole, via: kind, source, ...rest }
  }
  return failed
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

/** What the page shows is taken in as well, whatever the way that is chosen lacks of it. */
function foundBy({ best, second, why }: Choice, { home, ways, tools, considered }: Look): Found {
  const { entries, isWhole, source, leftOut } = best.reading
  const keys = new Set(entries.map(({ url }) => urlKey(url)))
  const shownUrls = new Set(home.listing.urls)
  const extra = ways
    .flatMap(({ reading }) => (reading === best.reading ? [] : reading.entries))
    .filter(({ url }) => shownUrls.has(url) && !keys.has(urlKey(url)))
  const byKey = new Map(extra.map((entry) => [urlKey(entry.url), entry]))
  const askedAt = tools.now().toISOString()
  return {
    ok: true,
    status: 'found',
    entries: [...entries, ...byKey.values()],
    isWhole,
    via: source.kind,
    source,
    second: second === null ? null : { ...second.reading.source, askedAt },
    why,
    notice: null,
    considered,
    leftOut: [...new Set([best, ...ways])].flatMap((way) =>
      way === best ? leftOut : way.reading.leftOut,
    ),
  }
}

/** What lies past the limit is answered here, with the reason `refused`. */
function atMost(max: number, fetchPage: FetchPage): FetchPage {
  let asked = 0
  return async (url, accept, extras) => {
    if (asked++ < max) return await fetchPage(url, accept, extras)
    const message = `${shown(url)} was not asked: ${max} requests are enough for a first look.`
    return failure('refused', message)
  }
}

/** Where the page names a feed, what is wrong with that is the answer. */
function nothingFound(partner: DiscoverPartner, look?: Look): DiscoveryFailure {
  const [named] = look?.home.listing.feeds ?? []
  const feed = look?.considered.find(({ url }) => url === named)
  const names = feed === undefined ? 'no feed and no sitemap' : 'a feed that does not serve'
  const said = feed === undefined ? '' : ` ${feed.verdict}`
  const size = look?.home.listing.isCut ? ' It is too large to be read to its end.' : ''
  const message = `${shown(partner.url)} names ${names}, and shows no list of articles.${size}${said}`
  return { ok: false, reason: 'nothing-found', message }
}
