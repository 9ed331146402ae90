/** Measures a run of inline markup in one walk: its words, its links, its pictures, what is bold. */

import {
  attribute,
  collapse,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textData,
  type Visitor,
  walk,
} from '../../articles/html/html-tree.ts'
import { isPlaceMark } from './place-marks.ts'
import { isHidden, isSkipped } from './visibility.ts'

export type InlineRun = {
  readonly text: string
  readonly linkLength: number
  readonly href: string | undefined
  readonly bold: boolean
  /** In order; `leading` ones stand before the first word. */
  readonly images: readonly { readonly node: HtmlElement; readonly leading: boolean }[]
  readonly hidden: readonly HtmlNode[]
}

/** In CSS pixels. Smaller pictures between words are smileys and icons, as formulas are. */
const ICON_SIDE_PX_MAX = 32

const BOLD_STYLE = /font-weight\s{0,3}:\s{0,3}(?:bold|[6-9]00)/i

type Tally = {
  parts: string[]
  linked: number
  bold: number
  all: number
  /** How many links to another address than the one before. */
  hrefs: number
  href: string | undefined
  images: { node: HtmlElement; leading: boolean }[]
  hidden: HtmlNode[]
  linkDepth: number
  boldDepth: number
}

/** What most runs are: one text without any markup. */
const PLAIN = { linkLength: 0, href: undefined, bold: false, images: [], hidden: [] } as const

/** Reads `nodes`, siblings that hold no block-level element. */
export function measureRun(nodes: readonly HtmlNode[]): InlineRun {
  const [only] = nodes
  const words = nodes.length === 1 && only !== undefined ? textData(only) : undefined
  if (words !== undefined) return { ...PLAIN, text: collapse(words) }
  const tally: Tally = {
    ...{ parts: [], linked: 0, bold: 0, all: 0, hrefs: 0, href: undefined, images: [] },
    ...{ hidden: [], linkDepth: 0, boldDepth: 0 },
  }
  const visitor: Visitor = {
    enter: (inner) => enter(inner, tally),
    leave: (element) => shift(element, tally, -1),
  }
  for (const node of nodes) walk(node, visitor)
  return {
    text: collapse(tally.parts.join('')),
    linkLength: tally.linked,
    href: tally.hrefs === 1 ? tally.href : undefined,
    bold: tally.all > 0 && tally.bold >= tally.all,
    images: tally.images,
    hidden: tally.hidden,
  }
}

function enter(node: HtmlNode, tally: Tally): boolean {
  const data = textData(node)
  if (data !== undefined) addText(data, tally)
  if (!isElement(node)) return false
  if (isSkipped(node.name) || isHidden(node) || isPlaceMark(node)) {
    tally.hidden.push(node)
    shift(node, tally, 1)
    return false
  }
  if ((node.name === 'img' || node.name === 'amp-img') && !isIcon(node)) {
    tally.images.push({ node, leading: tally.all === 0 })
  }
  if (node.name === 'br') tally.parts.push(' ')
  shift(node, tally, 1)
  return true
}

function addText(data: string, tally: Tally): void {
  tally.parts.push(data)
  const length = data.trim().length
  tally.all += length
  if (tally.linkDepth > 0) tally.linked += length
  if (tally.boldDepth > 0) tally.bold += length
}

function shift(element: HtmlElement, tally: Tally, step: 1 | -1): void {
  if (isBold(element)) tally.boldDepth += step
  const href = element.name === 'a' ? attribute(element, 'href') : undefined
  if (href === undefined) return
  tally.linkDepth += step
  if (href === tally.href) return
  tally.hrefs += 1
  tally.href = href
}

function isBold(element: HtmlElement): boolean {
  if (element.name === 'b' || element.name === 'strong') return true
  return BOLD_STYLE.test(element.attribs['style'] ?? '')
}

function isIcon(img: HtmlElement): boolean {
  if (/(?:^|[\s-])(?:emoji|smiley|icon|math|latex)(?:[\s-]|$)/.test(img.attribs['class'] ?? ''))
    return true
  const width = Number(img.attribs['width'] ?? Number.NaN)
  return width > 0 && width <= ICON_SIDE_PX_MAX
}
