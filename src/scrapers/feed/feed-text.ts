/** Reads a text of a feed as what its format takes it for: literal, HTML or XHTML. */

import { collapse, type HtmlElement, isElement } from '../../articles/html/html-tree.ts'
import { htmlText } from '../page/html-text.ts'
import { xmlAttribute, xmlText } from './feed-tree.ts'

export type Dialect = 'rss' | 'atom'

/** In UTF-16 code units; no title is longer. */
const MARKUP_LENGTH_MAX = 10_000

const TAG = /<(\/?)([a-z][a-z0-9]{0,15})(?=[\s>/])/gi
const HTML_TYPE = /^(?:html|text\/html)$/
const XHTML_TYPE = /^(?:xhtml|application\/xhtml\+xml)$/

/** What stands in titles as markup; another name in angle brackets is what the title is about. */
const TITLE_TAGS: ReadonlySet<string> = new Set([
  ...['a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'blink', 'br', 'center', 'cite', 'code'],
  ...['del', 'dfn', 'div', 'em', 'font', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img'],
  ...['ins', 'kbd', 'li', 'mark', 'nobr', 'ol', 'p', 'pre', 'q', 's', 'samp', 'script', 'small'],
  ...['span', 'strike', 'strong', 'style', 'sub', 'sup', 'tt', 'u', 'ul', 'var', 'wbr'],
])
const ENDLESS_TAGS: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr'])

/**
 * The text of a title without markup. Atom says what its texts are (RFC 4287 section 3.1; mode and
 * type in Atom 0.3) and is taken at its word; RSS never does, so its markup is recognised.
 */
export function plainText(element: HtmlElement, dialect: Dialect): string {
  const text = unpacked(element)
  const type = (xmlAttribute(element, 'type') ?? '').toLowerCase()
  // What is said to be XHTML is often escaped.
  if (XHTML_TYPE.test(type))
    return element.children.some(isElement) ? collapse(text) : looseText(text)
  if (HTML_TYPE.test(type)) return isXmlMode(element) ? collapse(text) : htmlText(text)
  return dialect === 'atom' ? collapse(text) : looseText(text)
}

/** Text that may be HTML: tags go where they are markup, and stay where the text is about them. */
export function looseText(text: string): string {
  const start = text.slice(0, MARKUP_LENGTH_MAX)
  return htmlText(isMarkup(start) ? start : start.replaceAll('<', '&lt;'))
}

/** The characters of an element, out of base64 where Atom 0.3 says so. */
export function unpacked(element: HtmlElement): string {
  const text = xmlText(element)
  return modeOf(element) === 'base64' ? fromBase64(text) : text
}

/** Atom 0.3 section 3.1: the markup is the XML's own. */
export function isXmlMode(element: HtmlElement): boolean {
  return modeOf(element) === 'xml'
}

function modeOf(element: HtmlElement): string {
  return (xmlAttribute(element, 'mode') ?? '').toLowerCase()
}

function isMarkup(text: string): boolean {
  let isEnded = false
  for (const [, slash, written = ''] of text.matchAll(TAG)) {
    const name = written.toLowerCase()
    if (!TITLE_TAGS.has(name)) return false
    if (slash === '/' || ENDLESS_TAGS.has(name)) isEnded = true
  }
  return isEnded || text.includes('<!--')
}

function fromBase64(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/\s+/g, '')), (byte) => byte.charCodeAt(0))
    return new TextDecoder().decode(bytes)
  } catch {
    return text
  }
}
