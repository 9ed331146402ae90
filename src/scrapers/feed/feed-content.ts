/** Reads the whole article that an entry may carry, as HTML. */

import { type HtmlElement, isElement, textData, walk } from '../../articles/html/html-tree.ts'
import { isXmlMode, unpacked } from './feed-text.ts'
import { type Parts, xmlAttribute } from './feed-tree.ts'

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/

/**
 * `content:encoded` of RSS, the content of Atom (RFC 4287 section 4.1.3.3: text, html, xhtml), or
 * a body in XHTML. A description is a summary, however long.
 */
export function entryHtml(parts: Parts): string | null {
  const encoded = parts.get('content:encoded')?.[0] ?? parts.get('encoded')?.[0]
  if (encoded !== undefined) return inlineOrPacked(encoded)
  for (const content of parts.get('content') ?? []) {
    const html = contentHtml(content)
    if (html !== null) return html
  }
  const body = parts.get('body')?.[0]
  return body === undefined ? null : markupInside(body) || null
}

/** Characters as they stand in HTML, blank lines as paragraphs. */
export function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${escaped(paragraph.trim())}</p>`)
    .join('\n')
}

function contentHtml(content: HtmlElement): string | null {
  const type = (xmlAttribute(content, 'type') ?? 'text').toLowerCase()
  if (xmlAttribute(content, 'src') !== undefined) return null
  if (/^(?:xhtml|application\/xhtml\+xml)$/.test(type)) return markupInside(content) || null
  if (/^(?:html|text\/html)$/.test(type)) {
    return inlineOrPacked(content)
  }
  return /^text(?:\/plain)?$/.test(type) ? paragraphs(unpacked(content)) || null : null
}

/** What should be escaped and is not stands there as elements. */
function inlineOrPacked(content: HtmlElement): string | null {
  const isInline = isXmlMode(content) || content.children.some(isElement)
  return (isInline ? markupInside(content) : unpacked(content).trim()) || null
}

/** The elements inside as HTML, prefixes left out; in constant stack space. */
function markupInside(element: HtmlElement): string {
  const parts: string[] = []
  walk(element, {
    enter(node) {
      const data = textData(node)
      if (data !== undefined) parts.push(escaped(data))
      if (!isElement(node) || node === element) return true
      if (!isNextEntry(node)) parts.push(openingTag(node))
      return !isNextEntry(node)
    },
    leave(node) {
      const isOpen = node !== element && !isNextEntry(node) && !VOID.test(localName(node))
      if (isOpen) parts.push(`</${localName(node)}>`)
    },
  })
  return parts.join('').trim()
}

/** It is inside where the end of this one is missing. */
function isNextEntry({ name }: HtmlElement): boolean {
  return name === 'item' || name === 'entry'
}

function openingTag(element: HtmlElement): string {
  const attributes = Object.entries(element.attribs)
    .filter(([name]) => !name.includes(':') && name !== 'xmlns')
    .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`)
  return `<${localName(element)}${attributes.join('')}>`
}

function localName(element: HtmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
