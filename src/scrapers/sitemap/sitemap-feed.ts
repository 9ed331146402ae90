/** Reads a feed that serves as a sitemap (sitemaps.org, "Syndication feed"). */

import { parseFeed } from '../feed/feed.ts'
import { type SitemapReader, type SitemapSink, sitemapAddress } from './sitemap-entry.ts'

/** In UTF-16 code units: a feed is held as a whole. */
const FEED_LENGTH_MAX = 8 * 1024 * 1024

export function sitemapFeedReader(base: string, sink: SitemapSink): SitemapReader {
  const pieces: string[] = []
  let length = 0
  return {
    write(text) {
      length += text.length
      if (length > FEED_LENGTH_MAX) return 'is a feed longer than we read'
      pieces.push(text)
      return undefined
    },
    end() {
      for (const { url, title, publishedAt } of parseFeed(pieces.join(''), base)?.entries ?? []) {
        const address = sitemapAddress(url ?? '', base)
        if (address !== undefined) sink.page({ url: address, title, publishedAt, updatedAt: null })
      }
      return undefined
    },
  }
}
