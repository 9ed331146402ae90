/** The first look at a partner: every way to its articles, in a bounded number of requests. */

import { urlKey } from '../../articles/addresses/canonical-url.ts'
import { unaskedSource } from '../../articles/discovery-source.ts'
import { listArticles } from '../../scrapers/listing/listing.ts'
import { failure, shown } from '../fetch/fetch-outcome.ts'
import type { FetchPage } from '../politeness/polite.ts'
import { type Choice, chooseWay } from './choose-way.ts'
import { followListing } from './discover-listing.ts'
import type {
  DiscoverPartner,
  DiscoverTools,
  Discovery,
  DiscoveryFailure,
  Found,
} from './discovery.ts'
import { type Look, lookForWays } from './look-for-ways.ts'
import type { Way } from './measure-ways.ts'
import { sectionOf } from './partner-scope.ts'
import { readSource } from './read-source.ts'

/** Robots.txt not counted. */
const REQUESTS_MAX = 15

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
  await lookForWays(look)
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
