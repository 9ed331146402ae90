/** Reads a source of any kind. */

import type { DiscoverySource } from '../../articles/discovery-source.ts'
import { readFeed } from './discover-feed.ts'
import { readListing } from './discover-listing.ts'
import { readSitemapSource } from './discover-sitemap.ts'
import type { DiscoverPartner, DiscoverTools, SourceReading } from './discovery.ts'

/** How many pages of a listing, and files of a sitemap index, are asked for; without it their own limits. */
export type ReadingLimits = { pages?: number; files?: number }

export function readSource(
  source: DiscoverySource,
  partner: DiscoverPartner,
  tools: DiscoverTools,
  { pages, files }: ReadingLimits = {},
): Promise<SourceReading> {
  switch (source.kind) {
    case 'feed':
      return readFeed(source, partner.url, tools)
    case 'sitemap':
      return readSitemapSource(source, partner.url, tools, files)
    case 'listing':
      return readListing(source, tools, pages)
    default:
      return source.kind satisfies never
  }
}
