/** What discovery finds at a partner, and what it remembers for the next time. */

import type { FetchFailure } from './fetch-outcome.ts'

/** An address where articles may be, with what the feed or the card says of it. */
export type DiscoveredEntry = { url: string; title: string | null; publishedAt: string | null }

/** Where a partner's articles are listed, with the validators of its last answer. */
export type DiscoverySource = {
  kind: 'feed' | 'listing'
  url: string
  etag: string | null
  lastModified: string | null
}

/** A place that was looked at, and what it turned out to be. */
export type Considered = { kind: 'feed' | 'listing'; url: string; verdict: string }

export type Found = {
  ok: true
  status: 'found'
  /** In the partner's order, each page once, ready to be fetched. */
  entries: DiscoveredEntry[]
  via: DiscoverySource['kind']
  /** To be remembered. Without validators where something was missed: then ask anew next time. */
  source: DiscoverySource
  /** One sentence for operators. */
  why: string
  considered: Considered[]
}

export type DiscoveryFailure =
  | FetchFailure
  | { ok: false; reason: 'nothing-found'; message: string }

export type Discovery =
  | Found
  | { ok: true; status: 'not-modified'; source: DiscoverySource }
  | DiscoveryFailure

/** An answer without what only operators want to know. */
export type SourceReading =
  | {
      ok: true
      status: 'found'
      entries: DiscoveredEntry[]
      source: DiscoverySource
      pages: number
    }
  | { ok: true; status: 'not-modified'; source: DiscoverySource }
  | DiscoveryFailure
