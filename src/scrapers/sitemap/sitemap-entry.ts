/** What a sitemap says, whatever its format. */

export type SitemapEntry = {
  /** Absolute, as written. */
  url: string
  /** From the news extension, or of the feed that serves as a sitemap; null where it names none. */
  title: string | null
  /** ISO 8601 with offset, as the news extension or the feed says. */
  publishedAt: string | null
  /** `lastmod`, ISO 8601 with offset. */
  updatedAt: string | null
}

/** A file that an index names. */
export type SitemapChild = { url: string; updatedAt: string | null }

export type Sitemap = {
  /** Those kept, the newest first as far as there are dates; see `newestEntries`. */
  entries: SitemapEntry[]
  children: SitemapChild[]
  /** Addresses of pages in all, kept or not. */
  urls: number
  /** Of these, those that were not wanted. */
  unwanted: number
  /** Why the reading ended early, as the end of a sentence; null where it read everything. */
  cut: string | null
}

/** Takes what a reader finds. Returns false to end the reading. */
export type SitemapSink = {
  page: (entry: SitemapEntry) => boolean
  child: (child: SitemapChild) => boolean
}

/** Reads one format from pieces of text, and bears any cut. */
export type SitemapReader = {
  /** Returns why nothing more is to be read, or undefined to go on. */
  write: (text: string) => string | undefined
  /** After the last piece. */
  end: () => string | undefined
}

/** In UTF-16 code units; no server answers a longer one. */
const ADDRESS_LENGTH_MAX = 4_096

/** An absolute web address of what stands in a sitemap, or undefined. */
export function sitemapAddress(written: string, base: string): string | undefined {
  const trimmed = written.trim()
  if (trimmed === '' || trimmed.length > ADDRESS_LENGTH_MAX) return undefined
  const url = URL.parse(trimmed, base)
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : undefined
}
