/** The allow-list: which tags our HTML may hold, under which name, and with which attributes. */

import { canonicalUrl } from '../addresses/canonical-url.ts'
import { attribute, type HtmlElement } from './html-tree.ts'
import { imageSource } from './image-source.ts'

/** How a tag behaves: `block` starts a line, `parts` holds only parts of a list or table. */
export type TagKind = 'block' | 'cell' | 'parts' | 'inline'

export type AllowedTag = { readonly name: string; readonly kind: TagKind }

const MARKUP = /[&<>"]/

/** A figure that stands for what the partner's page embeds. */
export const EMBED_FIGURE = '<figure class="embed">'

/** Cells wider or taller than this are mistakes. */
const SPAN_MAX = 100

/** Lists that count further are machinery. */
const ITEM_NUMBER_MAX = 9_999

const BLOCKS = ['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'figure', 'figcaption']
const CELLS = ['li', 'td', 'th', 'caption', 'dt', 'dd']
const PARTS = ['ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tfoot', 'tr']
const INLINES = [
  ...['strong', 'em', 'code', 'sub', 'sup', 'time', 'a', 'del', 'kbd', 'mark', 'ruby', 'rt'],
]

/** Tags of the same meaning that we write in one way. */
const SYNONYMS = {
  ...{ b: 'strong', i: 'em', h1: 'h2', menu: 'ul', dir: 'ul', tt: 'code', cite: 'em', dfn: 'em' },
  ...{ samp: 'code', s: 'del', strike: 'del', var: 'em' },
} as const

/** What is dropped with all that it holds. Everything else that is not allowed is unwrapped. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  ...['applet', 'audio', 'base', 'button', 'canvas', 'datalist', 'dialog', 'embed', 'frame'],
  ...['frameset', 'head', 'iframe', 'input', 'link', 'map', 'math', 'meta', 'noembed', 'noframes'],
  ...['noscript', 'object', 'option', 'param', 'plaintext', 'portal', 'progress', 'rp', 'script'],
  ...['select', 'source', 'style', 'svg', 'template', 'textarea', 'title', 'track', 'video', 'xmp'],
])

/** Tags that are not kept, yet start a line: a paragraph, where they hold no other block. */
const UNWRAPPED_BLOCKS: ReadonlySet<string> = new Set([
  ...['address', 'article', 'aside', 'center', 'details', 'div', 'fieldset', 'footer', 'form'],
  ...['header', 'hgroup', 'legend', 'main', 'nav', 'section', 'summary'],
])

const ALLOWED: ReadonlyMap<string, AllowedTag> = new Map([
  ...entries(BLOCKS, 'block'),
  ...entries(CELLS, 'cell'),
  ...entries(PARTS, 'parts'),
  ...entries(INLINES, 'inline'),
  ...Object.entries(SYNONYMS).map(([tag, name]): [string, AllowedTag] => [
    tag,
    { name, kind: BLOCKS.includes(name) ? 'block' : PARTS.includes(name) ? 'parts' : 'inline' },
  ]),
  ...[...UNWRAPPED_BLOCKS].map((tag): [string, AllowedTag] => [
    tag,
    { name: 'div', kind: 'block' },
  ]),
])

/** What becomes of a tag; undefined for one that is unwrapped. A `div` is written as a paragraph. */
export function allowedTag(name: string): AllowedTag | undefined {
  return ALLOWED.get(name)
}

export function isForbidden(name: string): boolean {
  return FORBIDDEN.has(name)
}

/** The opening tag with the attributes that are allowed; undefined for a link that leads nowhere. */
export function openingTag(
  element: HtmlElement,
  name: string,
  baseUrl: string,
): string | undefined {
  if (name === 'a') {
    const href = safeLink(element, baseUrl)
    return href === undefined ? undefined : `<a href="${escapeHtml(href)}" rel="noopener">`
  }
  if (name === 'td' || name === 'th') {
    return `<${name}${whole(element, 'colspan')}${whole(element, 'rowspan')}>`
  }
  if (name === 'ol') return `<ol${number(element, 'start')}${numbering(element)}>`
  if (name === 'li') return `<li${number(element, 'value')}>`
  if (name === 'figure') return hasEmbedClass(element) ? EMBED_FIGURE : '<figure>'
  if (name === 'time') return `<time${instant(element)}>`
  return `<${name}>`
}

/** The `<img>` with its real source and size; undefined for placeholders and trackers. */
export function imageTag(element: HtmlElement, baseUrl: string): string | undefined {
  const image = imageSource(element, baseUrl)
  if (image === undefined) return undefined
  const size = [
    image.width === null ? '' : ` width="${image.width}"`,
    image.height === null ? '' : ` height="${image.height}"`,
  ]
  return `<img src="${escapeHtml(image.url)}" alt="${escapeHtml(image.alt ?? '')}"${size.join('')}>`
}

/** Text as HTML, safe in content and in double-quoted attributes. */
export function escapeHtml(text: string): string {
  // Most texts hold none of them, and one look is cheaper than four.
  if (!MARKUP.test(text)) return text
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function entries(names: readonly string[], kind: TagKind): [string, AllowedTag][] {
  return names.map((name) => [name, { name, kind }])
}

/** Links inside the partner's page lead nowhere on ours; tracking parameters go. */
function safeLink(element: HtmlElement, baseUrl: string): string | undefined {
  const address = attribute(element, 'href')
  if (address === undefined || address.startsWith('#')) return undefined
  const url = URL.parse(address, baseUrl)
  if (url?.protocol === 'mailto:') return url.href
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return undefined
  if (url.username !== '' || url.password !== '') return undefined
  const clean = canonicalUrl(url.href)
  return clean === undefined || clean.includes('#') ? clean : `${clean}${url.hash}`
}

function whole(element: HtmlElement, name: string): string {
  const value = Number.parseInt(element.attribs[name] ?? '', 10)
  return value > 1 && value <= SPAN_MAX ? ` ${name}="${value}"` : ''
}

function number(element: HtmlElement, name: string): string {
  const value = Number.parseInt(element.attribs[name] ?? '', 10)
  const isKept = value >= 0 && value <= ITEM_NUMBER_MAX && (value !== 1 || name === 'value')
  return isKept ? ` ${name}="${value}"` : ''
}

function numbering(element: HtmlElement): string {
  const type = attribute(element, 'type')
  return type !== undefined && /^[aAiI]$/.test(type) ? ` type="${type}"` : ''
}

function hasEmbedClass(element: HtmlElement): boolean {
  return element.attribs['class']?.split(/\s+/).includes('embed') === true
}

function instant(element: HtmlElement): string {
  const value = attribute(element, 'datetime')
  return value !== undefined && /^[0-9TZ:.+ -]{4,40}$/.test(value) ? ` datetime="${value}"` : ''
}
