/** The XML of a feed as we walk it: the parts of an entry by name, and text that includes CDATA. */

import type { HtmlElement, HtmlNode } from '../../articles/html/html-tree.ts'
import { isElement, textData } from '../../articles/html/html-tree.ts'
import { feedName, type Prefixes } from './feed-names.ts'

/** How far up xml:base is looked for; feeds are flat. */
const ANCESTORS_MAX = 8

/** How far down an element whose end is missing may have drawn what follows it. */
const UNENDED_MAX = 8

/** Hold text only: another part inside means that the end was forgotten. */
const TEXT_PARTS: ReadonlySet<string> = new Set([
  ...['title', 'link', 'guid', 'id', 'pubdate', 'published', 'updated', 'issued', 'modified'],
  ...['created', 'category', 'comments', 'dc:date', 'dc:creator', 'dc:title', 'ttl', 'enclosure'],
  ...['media:content', 'media:thumbnail'],
])

/** May hold markup, escaped or not: what stands inside is a part only where there is no other. */
const MARKUP_PARTS: ReadonlySet<string> = new Set(['content:encoded', 'description', 'summary'])

/** Never stand inside a text. */
const PARTS: ReadonlySet<string> = new Set([
  ...TEXT_PARTS,
  ...['author', 'content', 'content:encoded', 'description', 'enclosure', 'entry', 'image', 'item'],
  ...['items', 'language', 'source', 'summary'],
])

/** The elements right below one, by name. */
export type Parts = ReadonlyMap<string, readonly HtmlElement[]>

/** Reads the parts of `element`, those included that a missing end tag has put inside others. */
export function partsOf(element: HtmlElement, prefixes: Prefixes): Parts {
  const parts = new Map<string, HtmlElement[]>()
  const drawnByMarkup: HtmlElement[] = []
  const isPart = (child: HtmlElement) => PARTS.has(feedName(child, prefixes))
  const add = (part: HtmlElement, depth: number) => {
    const name = feedName(part, prefixes)
    const others = parts.get(name)
    if (others === undefined) parts.set(name, [part])
    else others.push(part)
    if (MARKUP_PARTS.has(name)) drawnByMarkup.push(...childElements(part).filter(isPart))
    if (!TEXT_PARTS.has(name) || depth >= UNENDED_MAX) return
    for (const child of childElements(part)) if (isPart(child)) add(child, depth + 1)
  }
  for (const part of childElements(element)) add(part, 0)
  for (const part of drawnByMarkup) add(part, UNENDED_MAX)
  return parts
}

/** Parts of a name: the feed's own first, then those of Dublin Core, then those of strangers. */
export function named(parts: Parts, name: string): HtmlElement[] {
  return ['', 'dc:', 'other:'].flatMap((prefix) => parts.get(prefix + name) ?? [])
}

/** All characters inside, markup and CDATA marks left out, up to where another part begins. */
export function xmlText(element: HtmlElement): string {
  let text = ''
  const pending: HtmlNode[] = [element]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const data = textData(node)
    if (data !== undefined) text += data
    else if ('children' in node) {
      if (node !== element && isElement(node) && PARTS.has(node.name)) break
      for (const child of node.children.toReversed()) pending.push(child)
    }
  }
  // A CDATA section inside another one leaves its end behind.
  return text.replaceAll(']]>', '')
}

/** An attribute by its local name: `rdf:about` is `about`; undefined where it is empty. */
export function xmlAttribute(element: HtmlElement, name: string): string | undefined {
  for (const key in element.attribs) {
    if (key.slice(key.indexOf(':') + 1) !== name) continue
    const value = element.attribs[key]?.trim()
    if (value !== undefined && value !== '') return value
  }
  return undefined
}

/** What relative links inside `element` are relative to: every xml:base above it, then `base`. */
export function baseOf(element: HtmlElement, base: string | undefined): string | undefined {
  const bases: string[] = []
  let node: HtmlNode | null = element
  for (let level = 0; level < ANCESTORS_MAX && node !== null && isElement(node); level++) {
    const own = node.attribs['xml:base'] ?? (node.name === 'channel' && node.attribs['base'])
    if (own) bases.unshift(own)
    node = node.parent
  }
  return bases.reduce<string | undefined>(
    (outer, own) => URL.parse(own, outer)?.href ?? outer,
    base,
  )
}

function childElements(element: HtmlElement): HtmlElement[] {
  return element.children.filter(isElement)
}
