/** Reads RSS, RDF, Atom and CDF leniently, from the tree that the XML mode of the HTML parser gives. */

import { load } from 'cheerio/slim'
import { collapse, type HtmlElement } from '../../articles/html/html-tree.ts'
import { NO_WISHES } from '../../articles/wishes.ts'
import { hasTooManyTags } from '../page/html-text.ts'
import { entryHtml } from './feed-content.ts'
import { parseFeedDate } from './feed-date.ts'
import { FEED_ENTRIES_MAX, type Feed, type FeedEntry, isWebAddress } from './feed-entry.ts'
import { entryGuid, entryImage, linkTo, pageAddress } from './feed-links.ts'
import { declaredPrefixes, elementsBelow, feedName, type Prefixes } from './feed-names.ts'
import { entryAuthors, entryCategories } from './feed-people.ts'
import { type Dialect, plainText } from './feed-text.ts'
import { named, type Parts, partsOf, xmlAttribute, xmlText } from './feed-tree.ts'
import { readWishes } from './feed-wishes.ts'
import { mendXml } from './mend-xml.ts'

const ROOT = /<(?:[\w.-]{1,32}:)?(?:rss|feed|rdf|channel)[\s>/]/i

const XML_MODE = {
  xml: { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
} as const

/** In order of trust. `date` is Dublin Core, `issued` Atom 0.3. */
const DATE_NAMES = [
  ...['pubdate', 'published', 'issued', 'date', 'created', 'updated', 'modified', 'lastmod'],
]
const UPDATE_NAMES = ['updated', 'modified', 'lastmod']

export function parseXmlFeed(text: string, baseUrl: string | undefined): Feed | undefined {
  const start = text.search(ROOT)
  if (start < 0 || /<html[\s>]|<!doctype html/i.test(text.slice(0, start))) return undefined
  if (hasTooManyTags(text)) return undefined
  const roots = load(mendXml(text.slice(start)), XML_MODE)
    .root()
    .contents()
    .toArray()
  const prefixes = declaredPrefixes(elementsBelow(roots))
  let feed: Feed | undefined
  let base = baseUrl
  const entries: FeedEntry[] = []
  for (const element of elementsBelow(roots)) {
    const name = feedName(element, prefixes).replace(/^other:/, '')
    if (name === 'item' || name === 'entry') entries.push(entryOf(element, prefixes, base))
    else if (feed === undefined && (name === 'channel' || name === 'feed')) {
      const parts = partsOf(element, prefixes)
      feed = feedOf(name, parts, base)
      base ??= ownBase(element, parts)
    }
    if (entries.length >= FEED_ENTRIES_MAX) break
  }
  const unknown = { title: null, hub: null, self: null, wishes: NO_WISHES }
  return { ...(feed ?? unknown), entries }
}

function feedOf(name: 'channel' | 'feed', parts: Parts, base: string | undefined): Feed {
  return {
    title: titleOf(parts, name === 'feed' ? 'atom' : 'rss'),
    entries: [],
    hub: linkTo(parts, 'hub', base),
    self: linkTo(parts, 'self', base),
    wishes: readWishes(parts),
  }
}

/** Where a feed's address is unknown, its link to its site is the best guess. */
function ownBase(channel: HtmlElement, parts: Parts): string | undefined {
  const link = pageAddress(channel, parts, undefined)
  return link !== null && isWebAddress(link) ? link : undefined
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
