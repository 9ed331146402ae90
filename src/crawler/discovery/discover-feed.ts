/** Reads a feed as a source of articles. */

import { urlKey } from '../../articles/addresses/canonical-url.ts'
import { listedAddress } from '../../articles/addresses/listed-address.ts'
import type { DiscoverySource } from '../../articles/discovery-source.ts'
import { entryPage } from '../../scrapers/feed/entry-page.ts'
import { parseFeed } from '../../scrapers/feed/feed.ts'
import type { Feed, FeedEntry } from '../../scrapers/feed/feed-entry.ts'
import { type FetchAnswer, shown } from '../fetch/fetch-outcome.ts'
import type { DiscoveredEntry, DiscoverTools, SourceReading } from './discovery.ts'
import { sharesDomain } from './partner-scope.ts'
import { pushLinks } from './push-links.ts'
import { type LeftOut, UNASKABLE } from './sift-entries.ts'
import { afterAnswer, afterVisit, conditionsOf } from './source-memory.ts'

const ENTRIES_MAX = 1_000

/** Titles that systems give to comments; a feed of which most entries are such lists no articles. */
const COMMENT_TITLE = /^(?:by: |comments? on |bình luận (?:về|cho|trên) |nhận xét: |re: )/i
const COMMENT_FRAGMENT = /#(?:comment|respond|c\d|binh-luan)/i
const COMMENTS_SHARE_MIN = 0.5

/**
 * Asks for the feed, conditionally where `source` has validators. Entries that lead to another
 * domain than `partnerUrl` are left out: an aggregator's feed is not the partner's own.
 */
export async function readFeed(
  source: DiscoverySource,
  partnerUrl: string,
  { fetchPage, now }: DiscoverTools,
): Promise<SourceReading> {
  const outcome = await fetchPage(source.url, 'feed', conditionsOf(source))
  if (!outcome.ok) return outcome
  if (outcome.status === 'not-modified') {
    return { ok: true, status: 'not-modified', source: afterVisit(source, outcome, now()) }
  }
  const feed = parseFeed(outcome.body, outcome.url)
  if (feed === undefined) return nothing(`${shown(source.url)} is no feed.`)
  if (listsComments(feed.entries)) return nothing(`${shown(source.url)} lists comments.`)
  const entries = usableEntries(feed, outcome.url, partnerUrl)
  if (entries.length === 0) return nothing(`${shown(source.url)} lists no article of the partner.`)
  const after = await afterAnswer(source, outcome, { listed: entries, now: now() })
  const told = { ...after.source, ...said(feed, outcome) }
  if (after.isUnchanged) return { ok: true, status: 'not-modified', source: told }
  const verdict = `${entries.length} articles`
  const rest = { goesOn: false, verdict, leftOut: unaskable(feed.entries, outcome.url) }
  return { ok: true, status: 'found', entries, isWhole: true, source: told, ...rest }
}

function said({ wishes, hubs, self }: Feed, { links }: FetchAnswer): Partial<DiscoverySource> {
  return { wishes, ...pushLinks(links, { hubs, self }) }
}

function listsComments(entries: readonly FeedEntry[]): boolean {
  const comments = entries.filter(
    ({ url, title }) => COMMENT_FRAGMENT.test(url ?? '') || COMMENT_TITLE.test(title ?? ''),
  )
  return entries.length > 0 && comments.length > COMMENTS_SHARE_MIN * entries.length
}

function usableEntries(feed: Feed, feedUrl: string, partnerUrl: string): DiscoveredEntry[] {
  const byKey = new Map<string, DiscoveredEntry>()
  for (const entry of feed.entries) {
    const { url, title, publishedAt, updatedAt } = entry
    const address = url === null ? undefined : listedAddress(url, feedUrl)
    const key = address === undefined ? undefined : urlKey(address)
    if (address === undefined || key === undefined || byKey.has(key)) continue
    if (!sharesDomain(address, partnerUrl)) continue
    const html = entryPage({ ...entry, url: address })
    byKey.set(key, { url: address, title, publishedAt, updatedAt, html })
    if (byKey.size >= ENTRIES_MAX) break
  }
  return [...byKey.values()]
}

function unaskable(entries: readonly FeedEntry[], feedUrl: string): LeftOut[] {
  const urls = entries.flatMap(({ url }) =>
    url === null || listedAddress(url, feedUrl) !== undefined ? [] : [url],
  )
  const [first] = urls
  return first === undefined ? [] : [{ why: UNASKABLE, count: urls.length, example: shown(first) }]
}

function nothing(message: string): SourceReading {
  return { ok: false, reason: 'nothing-found', message }
}
