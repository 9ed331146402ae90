/** Reads a feed as a source of articles. */

import { urlKey } from '../articles/addresses/canonical-url.ts'
import type { DiscoverySource } from '../articles/discovery-source.ts'
import { parseFeed } from '../scrapers/feed/feed.ts'
import type { Feed } from '../scrapers/feed/feed-entry.ts'
import { listedAddress } from '../scrapers/listing/listing-address.ts'
import type { DiscoveredEntry, SourceReading } from './discovery.ts'
import { shown } from './fetch-outcome.ts'
import type { FetchPage } from './polite.ts'

const ENTRIES_MAX = 1_000

/**
 * Asks for the feed, conditionally where `source` has validators. Entries that lead to another
 * domain than `partnerUrl` are left out: an aggregator's feed is not the partner's own.
 */
export async function readFeed(
  source: DiscoverySource,
  partnerUrl: string,
  fetchPage: FetchPage,
): Promise<SourceReading> {
  const outcome = await fetchPage(source.url, 'feed', source)
  if (!outcome.ok) return outcome
  if (outcome.status === 'not-modified') return { ok: true, status: 'not-modified', source }
  const feed = parseFeed(outcome.body, outcome.url)
  if (feed === undefined) return nothing(`${shown(source.url)} is no feed.`)
  const entries = usableEntries(feed, outcome.url, partnerUrl)
  if (entries.length === 0) return nothing(`${shown(source.url)} lists no article of the partner.`)
  const { etag, lastModified } = outcome
  const answered = { ...source, etag, lastModified }
  return { ok: true, status: 'found', entries, isWhole: true, source: answered, pages: 1 }
}

function usableEntries(feed: Feed, feedUrl: string, partnerUrl: string): DiscoveredEntry[] {
  const byKey = new Map<string, DiscoveredEntry>()
  for (const { url, title, publishedAt } of feed.entries) {
    const address = url === null ? undefined : listedAddress(url, feedUrl)
    const key = address === undefined ? undefined : urlKey(address)
    if (address === undefined || key === undefined || byKey.has(key)) continue
    if (sharesDomain(address, partnerUrl)) {
      byKey.set(key, { url: address, title, publishedAt, updatedAt: null, html: null })
    }
    if (byKey.size >= ENTRIES_MAX) break
  }
  return [...byKey.values()]
}

/** Equal hosts, or one below the other: `blog.a.example` and `www.a.example`. */
function sharesDomain(address: string, other: string): boolean {
  const [first, second] = [address, other].map((url) => new URL(url).host.replace(/^www\./, ''))
  if (first === undefined || second === undefined) return false
  return first === second || first.endsWith(`.${second}`) || second.endsWith(`.${first}`)
}

function nothing(message: string): SourceReading {
  return { ok: false, reason: 'nothing-found', message }
}
