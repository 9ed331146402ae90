/** Reads RSS, RDF, Atom and CDF leniently, whatever is wrong with them. */

import {
  collapse,
  type HtmlElement,
  type HtmlNode,
  isElement,
} from '../../articles/html/html-tree.ts'
import { NO_WISHES } from '../../articles/wishes.ts'
import { hasMoreTags } from '../page/html-text.ts'
import { entryHtml } from './feed-content.ts'
import { parseFeedDate } from './feed-date.ts'
import { FEED_ENTRIES_MAX, type Feed, type FeedEntry, isWebAddress } from './feed-entry.ts'
import { entryGuid, entryImage, linksTo, pageAddress } from './feed-links.ts'
import { declaredPrefixes, elementsBelow, feedName, type Prefixes } from './feed-names.ts'
import { entryAuthors, entryCategories } from './feed-people.ts'
import { type Dialect, plainText } from './feed-text.ts'
import { named, type Parts, partsOf, xmlAttribute, xmlText } from './feed-tree.ts'
import { readWishes } from './feed-wishes.ts'
import { parseXml } from './parse-xml.ts'

/** A page, a sitemap or a list of feeds that speaks of one. */
const OTHER_ROOT = /<!doctype html|<(?:body|head|html|opml|sitemapindex|svg|urlset)[\s>]/i
const ROOT = /<(?:[\w.-]{1,32}:)?(?:rss|feed|rdf|channel)[\s>/]/gi
const COMMENT_END = '-->'

const ROOT_NAMES: ReadonlySet<string> = new Set(['rss', 'feed', 'rdf', 'channel'])
const SURE_NAMES: ReadonlySet<string> = new Set(['rss', 'feed'])

/** Each costs memory many times its bytes: nothing but tags is refused unparsed. */
const TAGS_MAX = 300_000

/** In order of trust. `date` is Dublin Core, `issued` Atom 0.3. */
const DATE_NAMES = [
  ...['pubdate', 'published', 'issued', 'date', 'created', 'updated', 'modified', 'lastmod'],
]
const UPDATE_NAMES = ['updated', 'modified', 'lastmod']

export function parseXmlFeed(text: string, baseUrl: string | undefined): Feed | undefined {
  const start = rootStart(text)
  if (start < 0 || OTHER_ROOT.test(text.slice(0, start))) return undefined
  if (hasMoreTags(text, TAGS_MAX)) return undefined
  const tree = parseXml(text.slice(start)).children
  const prefixes = declaredPrefixes(elementsBelow(tree))
  return readRoots(tree, prefixes, baseUrl)
}

/** Of the first root that no comment speaks of; -1 where there is none. */
function rootStart(text: string): number {
  ROOT.lastIndex = 0
  for (let root = ROOT.exec(text); root !== null; root = ROOT.exec(text)) {
    const comment = text.lastIndexOf('<!--', root.index)
    const end = comment < 0 ? -1 : text.indexOf(COMMENT_END, comment)
    if (end < root.index) return root.index
    ROOT.lastIndex = end + COMMENT_END.length
  }
  return -1
}

/** Two feeds behind each other are read as one; other things behind a feed are not read. */
function readRoots(
  tree: readonly HtmlNode[],
  prefixes: Prefixes,
  baseUrl: string | undefined,
): Feed | undefined {
  const roots = tree.filter(isElement).filter((root) => ROOT_NAMES.has(nameIn(root, prefixes)))
  const read: Feed = { title: null, entries: [], hubs: [], self: null, wishes: NO_WISHES }
  let feed: Feed | undefined
  let base = baseUrl
  for (const element of elementsBelow(roots, isForeign)) {
    const name = nameIn(element, prefixes)
    if (name === 'item' || name === 'entry') read.entries.push(entryOf(element, prefixes, base))
    else if (feed === undefined && (name === 'channel' || name === 'feed')) {
      const parts = partsOf(element, prefixes)
      feed = feedOf(name, parts, base)
      base ??= ownBase(element, parts, feed)
    }
    if (read.entries.length >= FEED_ENTRIES_MAX) break
  }
  // Any RDF may be something else, and lists of television name channels.
  const isSure = roots.some((root) => SURE_NAMES.has(nameIn(root, prefixes)))
  if (!isSure && read.entries.length === 0 && !feed?.title) return undefined
  return { ...(feed ?? read), entries: read.entries }
}

/** Google's extensions hold feeds of comments, and an article in XHTML whatever it is about. */
function isForeign(element: HtmlElement): boolean {
  const isArticle = element.name === 'content' && element.attribs['type'] === 'xhtml'
  return isArticle || element.name.startsWith('gd:')
}

function nameIn(element: HtmlElement, prefixes: Prefixes): string {
  return feedName(element, prefixes).replace(/^other:/, '')
}

function feedOf(name: 'channel' | 'feed', parts: Parts, base: string | undefined): Feed {
  return {
    title: titleOf(parts, name === 'feed' ? 'atom' : 'rss'),
    entries: [],
    hubs: linksTo(parts, 'hub', base),
    self: linksTo(parts, 'self', base)[0] ?? null,
    wishes: readWishes(parts),
  }
}

/** Where a feed's address is unknown: the one it gives itself, or its site's, which RSS means. */
function ownBase(channel: HtmlElement, parts: Parts, { self }: Feed): string | undefined {
  const site = pageAddress(channel, parts, undefined)
  const bases = channel.name === 'feed' ? [self, site] : [site, self]
  return bases.find((base) => base !== null && isWebAddress(base)) ?? undefined
}

function entryOf(item: HtmlElement, prefixes: Prefixes, base: string | undefined): FeedEntry {
  const parts = partsOf(item, prefixes)
  const dialect = feedName(item, prefixes).endsWith('entry') ? 'atom' : 'rss'
  return {
    url: pageAddress(item, parts, base),
    title: titleOf(parts, dialect),
    publishedAt: dateOf(item, parts, DATE_NAMES),
    updatedAt: dateOf(item, parts, UPDATE_NAMES),
    guid: entryGuid(item, parts),
    html: entryHtml(parts),
    authors: entryAuthors(parts, prefixes),
    categories: entryCategories(parts),
    image: entryImage(parts, base),
  }
}

function titleOf(parts: Parts, dialect: Dialect): string | null {
  for (const title of named(parts, 'title')) {
    // What Dublin Core calls a title is text in every format, escaped as RSS does it.
    const text = plainText(title, title.name.startsWith('dc:') ? 'rss' : dialect)
    if (text !== '') return text
  }
  return null
}

function dateOf(item: HtmlElement, parts: Parts, names: readonly string[]): string | null {
  for (const name of names) {
    const texts = named(parts, name).map((element) => collapse(xmlText(element)))
    // CDF gives it as an attribute.
    for (const text of [...texts, name === 'lastmod' ? (xmlAttribute(item, name) ?? '') : '']) {
      const date = parseFeedDate(text)
      if (date !== null) return date
    }
  }
  return null
}
