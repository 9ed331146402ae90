/** Reads a listing as a source of articles: page after page, within bounds. */

import { urlKey } from '../articles/addresses/canonical-url.ts'
import { type DiscoverySource, unaskedSource } from '../articles/discovery-source.ts'
import { type Listing, listArticles } from '../scrapers/listing/listing.ts'
import type { DiscoveredEntry, SourceReading } from './discovery.ts'
import { type FetchAnswer, shown } from './fetch-outcome.ts'
import type { FetchPage } from './polite.ts'

/** Enough for a year of a busy blog; the archive behind it is a matter of backfill. */
const LISTING_PAGES_MAX = 20

/** A listing page that is fetched and read already. */
export type FirstPage = { answer: FetchAnswer; listing: Listing }

/** Asks for the listing, conditionally where `source` has validators, and follows its pages. */
export async function readListing(
  source: DiscoverySource,
  fetchPage: FetchPage,
): Promise<SourceReading> {
  const outcome = await fetchPage(source.url, 'page', source)
  if (!outcome.ok) return outcome
  if (outcome.status === 'not-modified') return { ok: true, status: 'not-modified', source }
  const listing = listArticles(outcome.body, outcome.url)
  return await followListing({ answer: outcome, listing }, source.url, fetchPage)
}

/**
 * Follows the pages behind `first`. Stops where a page adds nothing new: a calendar always has a
 * next month. A page that fails ends the walk; then no validators are returned, so that the next
 * visit walks again.
 */
export async function followListing(
  first: FirstPage,
  sourceUrl: string,
  fetchPage: FetchPage,
): Promise<SourceReading> {
  const byKey = new Map<string, DiscoveredEntry>()
  let { next } = first.listing
  let isWhole = true
  let pages = 1
  let adds = addEntries(byKey, first.listing)
  while (next !== null && adds && pages < LISTING_PAGES_MAX) {
    const outcome = await fetchPage(next, 'page')
    isWhole = outcome.ok && outcome.status === 'modified'
    if (!outcome.ok || outcome.status === 'not-modified') break
    const listing = listArticles(outcome.body, outcome.url)
    adds = addEntries(byKey, listing)
    next = listing.next
    pages++
  }
  if (byKey.size === 0) {
    return { ok: false, reason: 'nothing-found', message: `${shown(sourceUrl)} lists no article.` }
  }
  const { etag, lastModified } = isWhole ? first.answer : { etag: null, lastModified: null }
  const source = { ...unaskedSource('listing', sourceUrl), etag, lastModified }
  return { ok: true, status: 'found', entries: [...byKey.values()], isWhole: true, source, pages }
}

/** Returns whether the page told anything new. */
function addEntries(byKey: Map<string, DiscoveredEntry>, listing: Listing): boolean {
  const before = byKey.size
  for (const { url, title } of listing.articles) {
    const key = urlKey(url)
    if (key === undefined || byKey.has(key)) continue
    byKey.set(key, { url, title, publishedAt: null, updatedAt: null, html: null })
  }
  return byKey.size > before
}
