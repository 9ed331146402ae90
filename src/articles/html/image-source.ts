/** Which picture an `<img>` really shows: lazy attributes, `srcset`, `<picture>` and `<noscript>` seen through. */

import type { Image } from '../article.ts'
import {
  attribute,
  collapse,
  type HtmlElement,
  type HtmlNode,
  isElement,
  walk,
} from './html-tree.ts'

/** Where lazy loaders keep the real address, most trusted first; `src` is often a placeholder. */
const LAZY_ATTRIBUTES = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-url']
const LAZY_SET_ATTRIBUTES = ['data-srcset', 'data-lazy-srcset']
const SOURCE_SET_ATTRIBUTES = [...LAZY_SET_ATTRIBUTES, 'srcset']

/** How files are called that stand where a picture will be. */
const PLACEHOLDER =
  /(?:^|[/_-])(?:1x1|blank|lazy|loading|pixel|placeholder|spacer|transparent)(?:[._-][^/]{0,20})?\.(?:gif|png|svg)(?:[?#]|$)/i

/** In CSS pixels. Smaller pictures are trackers or spacers. */
const SIDE_PX_MIN = 3

/** In CSS pixels. Larger figures are mistakes. */
const SIDE_PX_MAX = 20_000

/** Siblings before an image among which its sources stand; looking at all takes their square. */
const SIBLINGS_MAX = 40

/** In UTF-16 code units. */
const ADDRESS_LENGTH_MAX = 2_000

/** The picture that `img` shows, its address absolute; undefined for placeholders and trackers. */
export function imageSource(img: HtmlElement, baseUrl: string): Image | undefined {
  const width = sidePx(img, 'width')
  const height = sidePx(img, 'height')
  if (isTiny(width) || isTiny(height)) return undefined
  const url =
    ownAddress(img, baseUrl) ??
    borrowedAddress(img, baseUrl) ??
    absolute(attribute(img, 'src'), baseUrl)
  if (url === undefined) return undefined
  const alt = collapse(img.attribs['alt'] ?? '')
  return { url, alt: alt === '' ? null : alt, width, height }
}

function isTiny(sidePixels: number | null): boolean {
  return sidePixels !== null && sidePixels < SIDE_PX_MIN
}

function sidePx(img: HtmlElement, name: 'width' | 'height'): number | null {
  const value = Number.parseInt(img.attribs[name] ?? '', 10)
  const percent = img.attribs[name]?.includes('%') === true
  return Number.isNaN(value) || percent || value < 0 || value > SIDE_PX_MAX ? null : value
}

function ownAddress(img: HtmlElement, baseUrl: string): string | undefined {
  for (const name of LAZY_ATTRIBUTES) {
    const url = absolute(attribute(img, name), baseUrl)
    if (url !== undefined) return url
  }
  const lazy = fromSourceSet(img, baseUrl, LAZY_SET_ATTRIBUTES)
  if (lazy !== undefined) return lazy
  const src = absolute(attribute(img, 'src'), baseUrl)
  if (src !== undefined && !PLACEHOLDER.test(src)) return src
  return fromSourceSet(img, baseUrl)
}

function fromSourceSet(
  element: HtmlElement,
  baseUrl: string,
  names: readonly string[] = SOURCE_SET_ATTRIBUTES,
): string | undefined {
  for (const name of names) {
    const url = absolute(widest(element.attribs[name] ?? ''), baseUrl)
    if (url !== undefined) return url
  }
  return undefined
}

/** The candidate with the largest width or density descriptor. */
function widest(sourceSet: string): string | undefined {
  let best: { address: string; size: number } | undefined
  for (const candidate of sourceSet.split(/,\s+|,(?=https?:)/)) {
    const [address, descriptor] = candidate.trim().split(/\s+/)
    const size = Number.parseFloat(descriptor ?? '') || 0
    if (address && (best === undefined || size > best.size)) best = { address, size }
  }
  return best?.address
}

/** From the `<source>`s of its `<picture>`, else from the `<noscript>` that follows it. */
function borrowedAddress(img: HtmlElement, baseUrl: string): string | undefined {
  let node: HtmlNode | null = img.prev
  for (let looked = 0; node !== null && looked < SIBLINGS_MAX; looked += 1, node = node.prev) {
    if (!isElement(node) || node.name !== 'source') continue
    const url = fromSourceSet(node, baseUrl)
    if (url !== undefined) return url
  }
  const fallback = img.next
  if (fallback === null || !isElement(fallback) || fallback.name !== 'noscript') return undefined
  let found: string | undefined
  walk(fallback, {
    enter(node) {
      if (isElement(node) && node.name === 'img') found ??= ownAddress(node, baseUrl)
      return true
    },
  })
  return found
}

function absolute(address: string | undefined, baseUrl: string): string | undefined {
  if (address === undefined || address.length > ADDRESS_LENGTH_MAX) return undefined
  const url = URL.parse(address, baseUrl)
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined
}
