/** What discovery finds at a partner, and what it remembers for the next time. */

import type { DiscoverySource } from '../../articles/discovery-source.ts'
import type { FetchFailure } from '../fetch/fetch-outcome.ts'
import type { FetchPage } from '../politeness/polite.ts'
import type { LeftOut } from './sift-entries.ts'
import type { UrlPatterns } from './url-patterns.ts'

export type DiscoverPartner = {
  url: string
  /** Where the operator said that its articles are listed: then nothing else is tried. */
  feed: string | null
  sitemap: string | null
  listing: string | null
}

export type DiscoverTools = {
  /** Asks robots.txt and keeps the pauses; see `politeFetcher`. */
  fetchPage: FetchPage
  now: () => Date
  /** What `Sitemap:` lines name in the robots.txt of an origin that was asked before. */
  sitemapsOf: (origin: string) => Promise<string[]>
  /**
   * Which of these identity keys were ever listed. Without it everything is read to its end, and no
   * second way is asked.
   */
  knownKeys?: ((keys: string[]) => Promise<ReadonlySet<string>>) | undefined
  /** Which of the partner's addresses are articles. */
  patterns: UrlPatterns
}

/** What was remembered of the last visit. */
export type DiscoverMemory = {
  source?: DiscoverySource | null | undefined
  second?: DiscoverySource | null | undefined
}

/** An address where articles may be, with what the feed or the card says of it. */
export type DiscoveredEntry = {
  url: string
  title: string | null
  publishedAt: string | null
  /** When the source says that it was changed last. */
  updatedAt: string | null
  /** The whole article as a page of its own, where the feed carries it. */
  html: string | null
}

/** A place that was looked at, and what it turned out to be. */
export type Considered = { kind: DiscoverySource['kind']; url: string; verdict: string }

export type Found = {
  ok: true
  status: 'found'
  /** In the partner's order, each page once, ready to be fetched. */
  entries: DiscoveredEntry[]
  /** False where only the news was looked for: what was listed before is listed still. */
  isWhole: boolean
  via: DiscoverySource['kind']
  /** To be remembered. Without validators where something was missed: then ask anew next time. */
  source: DiscoverySource
  /** Another way to the articles, by which the first one is checked; to be remembered. */
  second: DiscoverySource | null
  /** One sentence for operators. */
  why: string
  /** One sentence that the run has to tell its operator, where something has changed. */
  notice: string | null
  considered: Considered[]
  /** What was named and is not visited, by reasons. */
  leftOut: LeftOut[]
}

export type DiscoveryFailure =
  | FetchFailure
  | { ok: false; reason: 'nothing-found'; message: string }

/** Nothing was listed since the last time; both ways are to be remembered as they are now. */
type NotModified = {
  ok: true
  status: 'not-modified'
  source: DiscoverySource
  second: DiscoverySource | null
}

export type Discovery = Found | NotModified | DiscoveryFailure

/** What one place lists: an answer without what only operators want to know. */
export type Reading = {
  ok: true
  status: 'found'
  entries: DiscoveredEntry[]
  isWhole: boolean
  source: DiscoverySource
  /** There is more of it, which was not read: an archive. */
  goesOn: boolean
  /** What it turned out to be, as in `12 articles on 2 pages`. */
  verdict: string
  leftOut: LeftOut[]
}

export type SourceReading =
  | Reading
  | { ok: true; status: 'not-modified'; source: DiscoverySource }
  | DiscoveryFailure
