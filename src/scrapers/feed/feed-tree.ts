/** The XML of a feed as we walk it: local names, direct children, text that includes CDATA. */

import type { HtmlElement, HtmlNode } from '../../articles/html/html-tree.ts'
import { collapse, isElement } from '../../articles/html/html-tree.ts'

/** Extensions whose `title` or `link` belongs to a picture, a sound or a map, not to the entry. */
const FOREIGN_PREFIXES = new Set(['georss', 'googleplay', 'itunes', 'media', 'podcast', 'thr'])

/** How far up xml:base is looked for; feeds are flat. */
const ANCESTORS_MAX = 20

/** The name without its prefix, in lower case: feeds declare namespaces wrongly or not at all. */
export function localName(element: HtmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1).toLowerCase()
}

export function prefixOf(element: HtmlElement): string {
  const colon = element.name.indexOf(':')
  return colon < 0 ? '' : element.name.slice(0, colon).toLowerCase()
}

/** Every element below `roots` in document order, in constant stack space. */
export function* elementsBelow(roots: readonly HtmlNode[]): Generator<HtmlElement> {
  const pending = [...roots].reverse()
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!isElement(node)) continue
    yield node
    for (let child = node.lastChild; child !== null; child = child.prev) pending.push(child)
  }
}

/** Direct children of that local name, those without a prefix first. */
export function childrenNamed(element: HtmlElement, name: string): HtmlElement[] {
  const children = element.children
    .filter(isElement)
    .filter((child) => localName(child) === name && !FOREIGN_PREFIXES.has(prefixOf(child)))
  const plain = children.filter((child) => prefixOf(child) === '')
  return [...plain, ...children.filter((child) => prefixOf(child) !== '')]
}

/** All characters inside, markup and CDATA marks left out. */
export function xmlText(element: HtmlElement): string {
  let text = ''
  const pending: HtmlNode[] = [element]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isCharacters(node)) text += node.data
    else if ('children' in node) {
      for (let child = node.lastChild; child !== null; child = child.prev) pending.push(child)
    }
  }
  return collapse(text)
}

/** An attribute by its local name in lower case: `rdf:about` is `about`. */
export function xmlAttribute(element: HtmlElement, name: string): string | undefined {
  for (const [key, value] of Object.entries(element.attribs)) {
    const local = key.slice(key.indexOf(':') + 1).toLowerCase()
    if (local === name && value.trim() !== '') return value.trim()
  }
  return undefined
}

/** What relative links inside `element` are relative to: every xml:base above it, then `base`. */
export function baseOf(element: HtmlElement, base: string | undefined): string | undefined {
  const bases: string[] = []
  let node: HtmlNode | null = element
  for (let level = 0; level < ANCESTORS_MAX && node !== null && isElement(node); level++) {
    const own = node.attribs['xml:base']
    if (own !== undefined) bases.unshift(own)
    node = node.parent
  }
  return bases.reduce<string | undefined>(
    (outer, own) => URL.parse(own, outer)?.href ?? outer,
    base,
  )
}

function isCharacters(node: HtmlNode): node is Extract<HtmlNode, { data: string }> {
  const type: string = node.type
  return type === 'text' && 'data' in node
}
