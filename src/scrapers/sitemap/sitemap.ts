/** Reads a sitemap of any format as it comes: XML, an index, plain text, or a feed in its place. */

import { newestEntries } from './newest-entries.ts'
import type {
  Sitemap,
  SitemapChild,
  SitemapEntry,
  SitemapReader,
  SitemapSink,
} from './sitemap-entry.ts'
import { sitemapFeedReader } from './sitemap-feed.ts'
import { sitemapLinesReader } from './sitemap-lines.ts'
import { sitemapText } from './sitemap-text.ts'
import { sitemapXmlReader } from './sitemap-xml.ts'

/** Twice what sitemaps.org allows in a file: some do not count. */
const URLS_MAX = 100_000
const CHILDREN_STANDARD = 500
/** In UTF-16 code units: so much may precede the first tag that tells the format. */
const HEAD_LENGTH = 16 * 1024

const ROOT =
  /<(?:[\w-]{1,32}:)?(urlset|sitemapindex|sitemap|url|rss|feed|rdf|channel|html|body)[\s>/]/i
const XML_ROOTS = new Set(['urlset', 'sitemapindex', 'sitemap', 'url'])
const PAGE_ROOTS = new Set(['html', 'body'])
const ADDRESS_LINE = /^\s{0,64}https?:\/\//im

export type SitemapOptions = {
  /** Where the sitemap is: what its addresses are relative to. */
  url: string
  /** How many files of an index are taken in; 500 unless said. */
  childrenMax?: number | undefined
  /** How many entries are kept; all are counted. */
  keep: number
  /** Whether an address is worth keeping. */
  isWanted?: ((entry: SitemapEntry) => boolean) | undefined
  /** Told each entry that is wanted as it comes, with its place among all, whether it is kept or not. */
  onEntry?: ((entry: SitemapEntry, index: number) => void) | undefined
}

/**
 * Reads decompressed `chunks` to their end, or to a limit, in memory that does not grow with them.
 * Undefined where they are no sitemap. Never throws for what they hold.
 */
export async function readSitemap(
  chunks: AsyncIterable<Uint8Array>,
  options: SitemapOptions,
): Promise<Sitemap | undefined> {
  const tally = tallySink(options)
  let reader: SitemapReader | undefined
  let head = ''
  let cut: string | undefined
  for await (const text of sitemapText(chunks)) {
    if (reader === undefined) head += text
    else cut = reader.write(text)
    if (reader === undefined && head.length >= HEAD_LENGTH) {
      reader = readerFor(head, options.url, tally.sink)
      if (reader === undefined) return undefined
      cut = reader.write(head)
    }
    if (cut !== undefined) break
  }
  if (reader === undefined) {
    reader = readerFor(head, options.url, tally.sink)
    cut = reader?.write(head)
  }
  if (reader === undefined) return undefined
  cut ??= reader.end()
  return { ...tally.result(), cut: cut ?? null }
}

function readerFor(head: string, url: string, sink: SitemapSink): SitemapReader | undefined {
  const root = ROOT.exec(head)?.[1]?.toLowerCase()
  if (root !== undefined && PAGE_ROOTS.has(root)) return undefined
  if (root !== undefined) {
    return XML_ROOTS.has(root) ? sitemapXmlReader(url, sink) : sitemapFeedReader(url, sink)
  }
  if (head.trimStart().startsWith('{')) return sitemapFeedReader(url, sink)
  return !head.includes('<') && ADDRESS_LINE.test(head) ? sitemapLinesReader(url, sink) : undefined
}

function tallySink(options: SitemapOptions) {
  const { keep, isWanted, onEntry, childrenMax = CHILDREN_STANDARD } = options
  const newest = newestEntries(keep)
  const children = new Map<string, SitemapChild>()
  let urls = 0
  let unwanted = 0
  const sink: SitemapSink = {
    page(entry) {
      if (urls >= URLS_MAX) return false
      const index = urls++
      if (isWanted?.(entry) === false) unwanted++
      else {
        newest.add(entry)
        onEntry?.(entry, index)
      }
      return true
    },
    child(child) {
      if (children.size >= childrenMax) return false
      children.set(child.url, child)
      return true
    },
  }
  const result = () => ({
    entries: newest.kept(),
    children: [...children.values()],
    urls,
    unwanted,
  })
  return { sink, result }
}
