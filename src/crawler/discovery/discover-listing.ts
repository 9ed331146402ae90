/** Reads a listing as a source of articles: page after page, within bounds, out of every trap. */

import { urlKey } from '../../articles/addresses/canonical-url.ts'
import type { DiscoverySource } from '../../articles/discovery-source.ts'
import { type Listing, listArticles } from '../../scrapers/listing/listing.ts'
import { type FetchAnswer, shown } from '../fetch/fetch-outcome.ts'
import type { DiscoveredEntry, DiscoverTools, SourceReading } from './discovery.ts'
import { pushLinks } from './push-links.ts'
import { entrySift, type Sift } from './sift-entries.ts'
import { afterAnswer, afterVisit, conditionsOf } from './source-memory.ts'

/** Enough for a year of a busy blog; the archive behind it is a matter of backfill. */
const LISTING_PAGES_MAX = 20

/** A page of which so many articles are known leads to no news. */
const KNOWN_SHARE_MIN = 0.5

/** A listing page that is fetched and read already. */
export type FirstPage = { answer: FetchAnswer; listing: Listing }

/** What a walk has gathered, and why it ended where that was not its end. */
type Walk = {
  byKey: Map<string, DiscoveredEntry>
  pages: number
  end: string | null
  /** Nothing was missed: its validators tell when there is more. */
  isComplete: boolean
  isWhole: boolean
  goesOn: boolean
}

/** Asks for the listing, conditionally where `source` has validators, and follows its pages. */
export async function readListing(
  source: DiscoverySource,
  tools: DiscoverTools,
  pagesMax = LISTING_PAGES_MAX,
): Promise<SourceReading> {
  const outcome = await tools.fetchPage(source.url, 'page', conditionsOf(source))
  if (!outcome.ok) return outcome
  if (outcome.status === 'not-modified') {
    const after = afterVisit(source, outcome, tools.now())
    return { ok: true, status: 'not-modified', source: after }
  }
  const listing = listArticles(outcome.body, outcome.url)
  return await followListing({ answer: outcome, listing }, source, tools, pagesMax)
}

/**
 * Follows the pages behind `first`, as long as they lead to something new: a calendar always has a
 * next month. A page that fails ends the walk; then no validators are kept, so that the next visit
 * walks again.
 */
export async function followListing(
  first: FirstPage,
  source: DiscoverySource,
  tools: DiscoverTools,
  pagesMax = LISTING_PAGES_MAX,
): Promise<SourceReading> {
  const listed = first.listing.articles.map(({ url, title }) => [url, title])
  const after = await afterAnswer(source, first.answer, { listed, now: tools.now() })
  const told = { ...after.source, ...pushLinks(first.answer.links, first.listing) }
  if (after.isUnchanged) return { ok: true, status: 'not-modified', source: told }
  const sift = entrySift(tools.patterns)
  // The cards of the first page are what the partner shows as its articles; a calendar behind it is none.
  sift.believe(first.listing.articles.map(({ url }) => url))
  const walk = await walkListing(first, { tools, sift, pagesMax })
  // One of what was left out by experience: a wrong lesson heals by it.
  for (const url of sift.condemned()) walk.byKey.set(url, untitled(url))
  const entries = [...walk.byKey.values()]
  if (entries.length === 0) {
    return { ok: false, reason: 'nothing-found', message: `${shown(source.url)} lists no article.` }
  }
  const anew = { etag: null, lastModified: null, bodyHash: null }
  return {
    ok: true,
    status: 'found',
    entries,
    isWhole: walk.isWhole,
    goesOn: walk.goesOn,
    source: walk.isComplete ? told : { ...told, ...anew },
    verdict: verdictOf(walk),
    leftOut: sift.leftOut(),
  }
}

async function walkListing(
  first: FirstPage,
  { tools, sift, pagesMax }: { tools: DiscoverTools; sift: Sift; pagesMax: number },
): Promise<Walk> {
  const walk: Walk = {
    ...{ byKey: new Map(), pages: 1, end: null, isComplete: true, isWhole: true, goesOn: false },
  }
  const visited = new Set([urlKey(first.answer.url)])
  const titles = new Set<string>()
  let page: Listing = first.listing
  let adds = addEntries(walk.byKey, titles, page, sift)
  while (page.next !== null) {
    walk.end = await endAt(page, { adds, visited, walk, pagesMax, tools })
    if (walk.end !== null) break
    visited.add(urlKey(page.next))
    const outcome = await tools.fetchPage(page.next, 'page')
    if (!outcome.ok || outcome.status === 'not-modified') {
      walk.end = outcome.ok ? 'the next page did not answer' : outcome.message.replace(/\.$/, '')
      walk.isComplete = false
      break
    }
    page = listArticles(outcome.body, outcome.url)
    adds = addEntries(walk.byKey, titles, page, sift)
    walk.pages++
  }
  return walk
}

type Step = {
  adds: boolean
  visited: ReadonlySet<string | undefined>
  walk: Walk
  pagesMax: number
  tools: DiscoverTools
}

/** Why the page behind `page` is not asked for; null where it is. */
async function endAt(page: Listing, step: Step): Promise<string | null> {
  const { adds, visited, walk, pagesMax, tools } = step
  if (!adds) return `page ${walk.pages} lists nothing new`
  if (page.next !== null && visited.has(urlKey(page.next))) {
    return `page ${walk.pages} leads back to a page before it`
  }
  walk.goesOn = walk.pages >= pagesMax
  if (walk.goesOn) return `it goes on past page ${pagesMax}`
  if (!(await isMostlyKnown(page, tools))) return null
  walk.isWhole = false
  return `page ${walk.pages} is known`
}

async function isMostlyKnown({ urls }: Listing, { knownKeys }: DiscoverTools): Promise<boolean> {
  if (knownKeys === undefined) return false
  const keys = urls.map(urlKey).filter((key) => key !== undefined)
  const known = await knownKeys(keys)
  return keys.length > 0 && known.size >= KNOWN_SHARE_MIN * keys.length
}

/**
 * Returns whether the page told anything new, in its addresses and in its words: with a session in
 * each address, the same page is always new.
 */
function addEntries(
  byKey: Map<string, DiscoveredEntry>,
  titles: Set<string>,
  listing: Listing,
  sift: Sift,
): boolean {
  let adds = false
  for (const { url, title } of listing.articles) {
    const key = urlKey(url)
    if (key === undefined || byKey.has(key) || !sift.passes(url)) continue
    byKey.set(key, { url, title, publishedAt: null, updatedAt: null, html: null })
    adds ||= !titles.has(title)
    titles.add(title)
  }
  return adds
}

function untitled(url: string): DiscoveredEntry {
  return { url, title: null, publishedAt: null, updatedAt: null, html: null }
}

function verdictOf({ byKey, pages, end }: Walk): string {
  const where = pages === 1 ? 'one page' : `${pages} pages`
  const found = `${byKey.size} articles on ${where}`
  return end === null ? found : `${found}; ${end}`
}
