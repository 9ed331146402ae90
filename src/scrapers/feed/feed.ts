/** Reads a feed of any common format: RSS 0.9x to 2.0, RDF, Atom, JSON Feed. */

import type { Feed } from './feed-entry.ts'
import { parseJsonFeed } from './feed-json.ts'
import { parseXmlFeed } from './feed-xml.ts'

/**
 * Returns what `text` lists, newest first as the partner wrote it, or undefined where it is no feed.
 *
 * Lenient: junk before the first tag, wrong nesting, undeclared entities and namespaces are read
 * past. Links are resolved against xml:base and `baseUrl`, the feed's own address; without one a
 * relative link stays relative. No DTD is read and no entity expanded.
 */
export function parseFeed(text: string, baseUrl?: string): Feed | undefined {
  // The articles of a JSON Feed may speak of RSS.
  const isObject = /^[\s\ufeff]{0,100}\{/.test(text)
  const first = isObject ? parseJsonFeed(text, baseUrl) : parseXmlFeed(text, baseUrl)
  return first ?? (isObject ? parseXmlFeed(text, baseUrl) : parseJsonFeed(text, baseUrl))
}
