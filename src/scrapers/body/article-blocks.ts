/** Turns the kept blocks of a page into blocks of an article: safe HTML, and its text. */

import type { Block } from '../../articles/block.ts'
import { type HtmlNode, isElement } from '../../articles/html/html-tree.ts'
import { type CleanHtml, type SanitiseOptions, sanitise } from '../../articles/html/sanitise.ts'
import { findUnits, type Unit } from '../page/block-units.ts'
import { isHeading, type Page, type PageBlock, type PageElement } from '../page/page-block.ts'
import { weigh } from '../page/prose.ts'
import { captionsPicture } from './picture-caption.ts'
import type { Verdict } from './verdicts.ts'

const UNIT_TAGS = { list: 'ul', quote: 'blockquote', figure: 'figure', table: 'table' } as const

const FIGURE_END = '</figure>'

/** In UTF-16 code units; a marker of our own is put before a heading of an ordered list. */
const MARKER = /^\s{0,3}(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s/i

type Options = {
  readonly verdicts: readonly Verdict[]
  readonly body: PageElement
  readonly baseUrl: string
}

/** In document order. A list, quote, figure or data table is one block. */
export function articleBlocks(page: Page, options: Options): Block[] {
  const { verdicts, body, baseUrl } = options
  const units = findUnits(
    page,
    body,
    weigh(page, (block) => block.text.length),
  )
  const whole = wholeUnits(page, options)
  const apart = page.pictures.size > 0 ? new Set([...page.hidden, ...page.pictures]) : page.hidden
  const done = new Set<Unit>()
  const blocks: Block[] = []
  for (const [index, block] of page.blocks.entries()) {
    if (verdicts[index] !== 'kept') continue
    const unit = units.get(block.owner)
    if (unit !== undefined && done.has(unit)) continue
    if (unit !== undefined) done.add(unit)
    const made = unit === undefined ? single(block, { baseUrl, drop: apart }) : whole(unit)
    if (made === undefined) continue
    add(made, blocks, unit === undefined && captionsPicture(page, index))
  }
  return blocks
}

/** Most articles are paragraphs only: what was dropped inside units is listed once there is one. */
function wholeUnits(page: Page, { verdicts, baseUrl }: Options): (unit: Unit) => Block | undefined {
  let drop: ReadonlySet<HtmlNode> | undefined
  return (unit) => {
    drop ??= droppedNodes(page, verdicts)
    return blockOf(unit, sanitise([unit.element.node], { baseUrl, drop }))
  }
}

function droppedNodes(page: Page, verdicts: readonly Verdict[]): ReadonlySet<HtmlNode> {
  const drop = new Set(page.hidden)
  for (const [index, block] of page.blocks.entries()) {
    if (verdicts[index] !== 'kept') for (const node of block.nodes) drop.add(node)
  }
  return drop
}

function add(made: Block, blocks: Block[], isCaptionBlock: boolean): void {
  const captioned = isCaptionBlock ? withCaption(blocks.at(-1), made) : undefined
  if (captioned === undefined) blocks.push(made)
  else blocks[blocks.length - 1] = captioned
}

/** The picture or film with what it is called; undefined for one that has a caption, and for prose. */
function withCaption(shown: Block | undefined, { kind, text, html }: Block): Block | undefined {
  if (shown === undefined || kind !== 'paragraph' || !shown.html.endsWith(FIGURE_END))
    return undefined
  if (shown.html.includes('<figcaption>')) return undefined
  const figure = shown.html.slice(0, -FIGURE_END.length)
  const words = html.slice('<p>'.length, -'</p>'.length)
  return {
    ...shown,
    kind: 'figure',
    text: shown.text === '' ? text : `${shown.text}\n${text}`,
    html: `${figure}<figcaption>${words}</figcaption>${FIGURE_END}`,
  }
}

function blockOf({ kind, element }: Unit, { html, text }: CleanHtml): Block | undefined {
  if (html === '') return undefined
  const tag = kind === 'list' ? element.node.name : UNIT_TAGS[kind]
  return { kind, tag, bold: false, text, html }
}

function single(block: PageBlock, options: SanitiseOptions): Block | undefined {
  if (block.kind === 'image') {
    const { html } = sanitise(block.nodes, { baseUrl: options.baseUrl })
    const figure = { kind: 'figure', tag: 'figure', bold: false, text: '' } as const
    return html === '' ? undefined : { ...figure, html: `<figure>${html}</figure>` }
  }
  const { html, text } = sanitise(block.nodes, options)
  if (html === '') return undefined
  if (block.kind === 'embed') return { kind: 'embed', tag: 'figure', bold: false, text, html }
  if (block.kind === 'code') return { kind: 'code', tag: 'pre', bold: false, text, html }
  if (!isHeading(block)) {
    return { kind: 'paragraph', tag: 'p', bold: block.bold, text, html: `<p>${html}</p>` }
  }
  const tag = block.tag === 'h1' ? 'h2' : block.tag
  const heading = `${listMarker(block)}${text.replaceAll('\n', ' ')}`
  const shown = `<${tag}>${html}</${tag}>`
  return { kind: 'heading', tag, bold: block.bold, text: heading, html: shown }
}

/** The number that an ordered list gives to a heading inside its item, which no text says. */
function listMarker({ owner, text }: PageBlock): string {
  const item = owner.node.name === 'li' ? owner : owner.parent
  const list = item?.parent?.node
  if (item?.node.name !== 'li' || list?.name !== 'ol' || MARKER.test(text)) return ''
  const items = list.children.filter((node) => isElement(node) && node.name === 'li')
  const start = Number.parseInt(list.attribs['start'] ?? '1', 10)
  return `${(Number.isNaN(start) ? 1 : start) + items.indexOf(item.node)}. `
}
