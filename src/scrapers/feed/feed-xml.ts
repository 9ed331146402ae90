/** Reads RSS, RDF, Atom and CDF leniently, from the tree that the XML mode of the HTML parser gives. */

import { load } from 'cheerio/slim'
import { collapse, type HtmlElement } from '../../articles/html/html-tree.ts'
import { hasTooManyTags, htmlText } from '../page/html-text.ts'
import { parseFeedDate } from './feed-date.ts'
import {
  FEED_ENTRIES_MAX,
  type Feed,
  type FeedEntry,
  isWebAddress,
  resolved,
} from './feed-entry.ts'
import {
  baseOf,
  childrenNamed,
  elementsBelow,
  localName,
  prefixOf,
  xmlAttribute,
  xmlText,
} from './feed-tree.ts'

const ROOT = /<(?:[\w-]{1,32}:)?(?:rss|feed|rdf|channel)[\s>/]/i

/** In order of trust. `date` is Dublin Core, `issued` Atom 0.3. */
const DATE_NAMES = [
  'pubdate',
  'published',
  'issued',
  'date',
  'created',
  'updated',
  'modified',
  'lastmod',
]

export function parseXmlFeed(text: string, baseUrl: string | undefined): Feed | undefined {
  const start = text.search(ROOT)
  if (start < 0 || /<html[\s>]|<!doctype html/i.test(text.slice(0, start))) return undefined
  if (hasTooManyTags(text)) return undefined
  const roots = load(text.slice(start), { xml: true }).root().contents().toArray()
  const feed: Feed = { title: null, entries: [] }
  let base = baseUrl
  for (const element of elementsBelow(roots)) {
    const name = localName(element)
    if (name === 'item' || name === 'entry') feed.entries.push(entryOf(element, base))
    if ((name === 'channel' || name === 'feed') && feed.title === null) {
      feed.title = titleOf(element)
      base ??= ownBase(element)
    }
    if (feed.entries.length >= FEED_ENTRIES_MAX) break
  }
  return feed
}

/** Where a feed's address is unknown, its link to its site is the best guess. */
function ownBase(channel: HtmlElement): string | undefined {
  const link = linkOf(channel) ?? ''
  return isWebAddress(link) ? link : undefined
}

function entryOf(item: HtmlElement, base: string | undefined): FeedEntry {
  const guidElement = childrenNamed(item, 'guid')[0] ?? childrenNamed(item, 'id')[0]
  const guid = guidElement === undefined ? xmlAttribute(item, 'about') : xmlText(guidElement)
  const isLink = guidElement === undefined || xmlAttribute(guidElement, 'ispermalink') !== 'false'
  const permalink = guid !== undefined && isLink && isWebAddress(guid) ? guid : undefined
  const address = linkOf(item) ?? permalink
  return {
    url: address === undefined ? null : resolved(address, baseOf(item, base)),
    title: titleOf(item),
    publishedAt: dateOf(item),
    guid: guid === undefined || guid === '' ? null : guid,
  }
}

function titleOf(element: HtmlElement): string | null {
  for (const title of childrenNamed(element, 'title')) {
    const text = readTitle(title, localName(element))
    if (text !== '') return text
  }
  return null
}

/** RFC 4287 section 3.1: an Atom text is literal unless it says "html"; RSS never says, and is HTML. */
function readTitle(title: HtmlElement, parent: string): string {
  const type = xmlAttribute(title, 'type') ?? ''
  const isAtom = (parent === 'entry' || parent === 'feed') && prefixOf(title) !== 'dc'
  const isLiteral = isAtom && type !== 'html' && type !== 'text/html'
  return isLiteral ? collapse(xmlText(title)) : htmlText(xmlText(title))
}

/** The address of the page that an entry or channel is about, as written. */
function linkOf(element: HtmlElement): string | undefined {
  const original = childrenNamed(element, 'origlink')[0]
  const links = childrenNamed(element, 'link')
  const candidates = [
    // FeedBurner keeps the partner's own address here and counts clicks in the link.
    original === undefined ? '' : xmlText(original),
    ...links.map(pageLink),
    xmlAttribute(element, 'href') ?? '',
  ]
  return candidates.find((address) => address !== '')
}

/** Text in RSS, an attribute in Atom; links to the feed itself, comments or files are others. */
function pageLink(link: HtmlElement): string {
  const relation = xmlAttribute(link, 'rel') ?? 'alternate'
  if (relation !== 'alternate') return ''
  return xmlAttribute(link, 'href') ?? xmlText(link)
}

function dateOf(item: HtmlElement): string | null {
  for (const name of DATE_NAMES) {
    for (const element of childrenNamed(item, name)) {
      const date = parseFeedDate(xmlText(element))
      if (date !== null) return date
    }
  }
  return null
}
