/** Cuts a whole page, once and in document order, into the blocks that readers see. */

import { embedHtml } from '../../articles/html/embed-html.ts'
import { isOurEmbed } from '../../articles/html/embed-markup.ts'
import {
  attribute,
  collapse,
  type HtmlElement,
  type HtmlNode,
  isElement,
  walk,
} from '../../articles/html/html-tree.ts'
import { type InlineRun, measureRun } from './inline-run.ts'
import { isBlank, splitLines } from './line-breaks.ts'
import { opensNext } from './openable.ts'
import { isHeading, type Page, type PageBlock, type PageElement } from './page-block.ts'
import { type StretchedLink, withStretchedLinks } from './stretched-links.ts'
import { isSkipped } from './visibility.ts'

const BLOCK_TAGS: ReadonlySet<string> = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'button', 'caption', 'center', 'dd'],
  ...['details', 'dialog', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer'],
  ...['form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li'],
  ...['main', 'menu', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'td'],
  ...['tfoot', 'th', 'thead', 'tr', 'ul'],
])

/** One block each, whatever they hold, even where what they embed is not known. */
const EMBED_TAGS: ReadonlySet<string> = new Set(['audio', 'embed', 'iframe', 'object', 'video'])

/** Tags that say what their text is; other owners' runs are paragraphs. */
const TELLING_TAGS: ReadonlySet<string> = new Set([
  ...['blockquote', 'button', 'caption', 'dd', 'dt', 'figcaption', 'h1', 'h2', 'h3', 'h4', 'h5'],
  ...['h6', 'li', 'summary', 'td', 'th'],
])

/** An embed is known by its own address; only its place in the article needs the page's. */
const ANY_BASE = 'https://page.invalid/'

type Frame = { element: PageElement; next: HtmlNode | undefined; run: HtmlNode[] }

type Cutting = {
  elements: PageElement[]
  blocks: PageBlock[]
  hidden: Set<HtmlNode>
  pictures: Set<HtmlNode>
  stretched: StretchedLink[]
  holders: ReadonlySet<HtmlNode>
  /** What the article can show of other sites; see embedHtml. */
  embeds: ReadonlySet<HtmlNode>
}

/** Every visible piece of what `root` holds, in exactly one block; linear in the page. */
export function pageBlocks(root: HtmlElement): Page {
  const { holders, embeds } = surveyOf(root)
  const cutting: Cutting = {
    ...{ elements: [], blocks: [], hidden: new Set(), pictures: new Set(), stretched: [] },
    ...{ holders, embeds },
  }
  const frames: Frame[] = []
  const outermost = open(root, undefined, cutting)
  frames.push(outermost)
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const node = frame.next
    if (node === undefined) {
      flush(frame, cutting)
      frame.element.end = cutting.blocks.length
      frames.pop()
      continue
    }
    frame.next = node.next ?? undefined
    const inner = take(node, frame, cutting)
    if (inner !== undefined) frames.push(inner)
  }
  const { elements, hidden, pictures } = cutting
  const blocks = withStretchedLinks(cutting.blocks, cutting.stretched)
  return { root: outermost.element, elements, blocks, hidden, pictures }
}

/** Embeds, and what holds a block somewhere, be it an inline element: `<a><div>…</div></a>`. */
function surveyOf(root: HtmlElement): Pick<Cutting, 'holders' | 'embeds'> {
  const holders = new Set<HtmlNode>()
  const embeds = new Set<HtmlNode>()
  walk(root, {
    enter(node) {
      if (!isElement(node)) return false
      const isEmbed = embedHtml(node, ANY_BASE) !== undefined || isOurEmbed(node)
      if (isEmbed) embeds.add(node)
      else if (!startsBlock(node)) return !isSkipped(node.name)
      let at: HtmlNode | null = node.parent
      while (at !== null && !holders.has(at)) {
        holders.add(at)
        at = at.parent
      }
      return !isEmbed
    },
  })
  return { holders, embeds }
}

function startsBlock(element: HtmlElement): boolean {
  return BLOCK_TAGS.has(element.name) || EMBED_TAGS.has(element.name)
}

function open(node: HtmlElement, parent: PageElement | undefined, cutting: Cutting): Frame {
  const first = cutting.blocks.length
  const own = node.name === 'a' ? attribute(node, 'href') : undefined
  const element = { node, parent, href: own ?? parent?.href, first, end: first }
  cutting.elements.push(element)
  return { element, next: node.children[0], run: [] }
}

function isCut(element: HtmlElement, { holders, embeds }: Cutting): boolean {
  return startsBlock(element) || holders.has(element) || embeds.has(element)
}

/** Takes one child; answers with the frame of a child that holds blocks itself. */
function take(node: HtmlNode, frame: Frame, cutting: Cutting): Frame | undefined {
  if (!isElement(node) || !isCut(node, cutting)) {
    frame.run.push(node)
    return undefined
  }
  if (isSkipped(node.name)) return undefined
  flush(frame, cutting)
  if (node.name === 'pre') addCode(node, frame.element, cutting)
  else if (cutting.embeds.has(node))
    addEmbed(node, { owner: frame.element, kind: 'embed' }, cutting)
  else if (EMBED_TAGS.has(node.name))
    addEmbed(node, { owner: frame.element, kind: 'frame' }, cutting)
  else return open(node, frame.element, cutting)
  return undefined
}

/** Ends the line of loose inline markup that the frame has gathered. */
function flush(frame: Frame, cutting: Cutting): void {
  const run = frame.run
  if (run.length === 0) return
  frame.run = []
  // Most runs are the white space between two blocks.
  if (run.every(isBlank)) return
  const name = runName(frame.element)
  const tag = TELLING_TAGS.has(name) ? name : 'p'
  const lines = isHeading({ tag }) ? [run] : splitLines(run)
  for (const nodes of lines) addRun({ nodes, owner: frame.element, tag }, cutting)
}

/** A button that opens a section is the heading around it, or sums up what it opens. */
function runName({ node, parent }: PageElement): string {
  if (node.name !== 'button') return node.name
  const around = parent?.node.name ?? ''
  if (/^h[1-6]$/.test(around)) return around
  return opensNext(node) ? 'summary' : node.name
}

function addRun(
  { nodes, owner, tag }: { nodes: HtmlNode[]; owner: PageElement; tag: string },
  cutting: Cutting,
): void {
  const run = measureRun(nodes)
  const href = run.href ?? owner.href
  for (const node of run.hidden) cutting.hidden.add(node)
  const addImages = (leading: boolean) => {
    for (const image of run.images) {
      if (image.leading === leading) addImage(image.node, { owner, href }, cutting)
    }
  }
  if (run.images.length > 0) addImages(true)
  if (run.text !== '') {
    const { text, bold } = run
    const linkLength = owner.href === undefined ? run.linkLength : text.length
    cutting.blocks.push({ owner, nodes, kind: 'text', tag, text, linkLength, href, bold })
  }
  if (run.images.length > 0) addImages(false)
  if (isStretched(run, nodes)) cutting.stretched.push({ owner, href: run.href ?? '' })
}

/** A link that holds nothing at all; one with an icon leads elsewhere. */
function isStretched(run: InlineRun, nodes: readonly HtmlNode[]): boolean {
  if (run.text !== '' || run.images.length > 0 || run.href === undefined) return false
  const links = nodes.filter(isElement)
  return (
    links.length === 1 &&
    links[0]?.name === 'a' &&
    !links[0].children.some(isElement) &&
    !run.href.startsWith('#')
  )
}

function addImage(
  node: HtmlElement,
  { owner, href }: { owner: PageElement; href: string | undefined },
  cutting: Cutting,
): void {
  cutting.pictures.add(node)
  const text = collapse(node.attribs['alt'] ?? '')
  const linkLength = href === undefined ? 0 : text.length
  const rest = { kind: 'image', tag: 'img', text, linkLength, href, bold: false } as const
  cutting.blocks.push({ owner, nodes: [node], ...rest })
}

function addCode(node: HtmlElement, owner: PageElement, cutting: Cutting): void {
  const { text, linkLength, href } = measureRun([node])
  if (text === '') return
  const rest = { kind: 'code', tag: 'pre', text, linkLength, href, bold: false } as const
  cutting.blocks.push({ owner, nodes: [node], ...rest })
}

function addEmbed(
  node: HtmlElement,
  { owner, kind }: { owner: PageElement; kind: 'embed' | 'frame' },
  cutting: Cutting,
): void {
  const text = attribute(node, 'src') ?? attribute(node, 'data') ?? ''
  const rest = { kind, tag: node.name, text, linkLength: 0, bold: false } as const
  cutting.blocks.push({ owner, nodes: [node], href: undefined, ...rest })
}
