/** Reads a plain-text sitemap: an address a line (sitemaps.org, "Text file"). */

import { type SitemapReader, type SitemapSink, sitemapAddress } from './sitemap-entry.ts'

/** In UTF-16 code units; what is longer is no address. */
const LINE_LENGTH_MAX = 8_192

export function sitemapLinesReader(base: string, sink: SitemapSink): SitemapReader {
  let rest = ''

  function readLine(line: string): boolean {
    const written = line.trim()
    if (!/^https?:\/\//i.test(written)) return true
    const url = sitemapAddress(written, base)
    if (url === undefined) return true
    return sink.page({ url, title: null, publishedAt: null, updatedAt: null })
  }

  return {
    write(text) {
      const lines = (rest + text).split(/\r\n|\r|\n/)
      // What follows the first units of an endless line is dropped, and the line with it.
      rest = (lines.pop() ?? '').slice(0, LINE_LENGTH_MAX)
      return lines.every(readLine) ? undefined : 'lists more than we read'
    },
    end: () => (readLine(rest) ? undefined : 'lists more than we read'),
  }
}
