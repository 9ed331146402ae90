/** What discovery finds at a partner, and what it remembers for the next time. */

import type { DiscoverySource } from '../articles/discovery-source.ts'
import type { FetchFailure } from './fetch-outcome.ts'

/** An address where articles may be, with what the feed or the card says of it. */
export type DiscoveredEntry = {
  url: string
  title: string | null
  publishedAt: string | null
  /** When the source says that it was changed last. */
  updatedAt: string | null
  /** The whole article, where the feed carries it. */
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
}

export type DiscoveryFailure =
  | FetchFailure
  | { ok: false; reason: 'nothing-found'; message: string }

/** Nothing was listed since the last time; both ways are to be remembered as they are now. */
export type NotModified = {
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
  pages: number
}

export type SourceReading =
  | Reading
  | { ok: true; status: 'not-modified'; source: DiscoverySource }
  | DiscoveryFailure
