/** Reads one card that leads to another article: its title, date, views, excerpt and picture. */

import type { Image, RelatedPost } from '../../articles/article.ts'
import { foldsTo, foldText } from '../../articles/fold.ts'
import { attribute, isElement, textOf } from '../../articles/html/html-tree.ts'
import { imageSource } from '../../articles/html/image-source.ts'
import { isHeading, type PageBlock } from '../page/page-block.ts'
import { leadsOn } from './card-links.ts'
import type { CardMeta } from './card-meta.ts'

/** In UTF-16 code units. */
const EXCERPT_LENGTH_MIN = 20

type CardOptions = { readonly baseUrl: string; readonly meta: CardMeta }

/** What the card's blocks say; the title is empty where they give none. */
export function readCard(
  blocks: readonly PageBlock[],
  url: string,
  { baseUrl, meta }: CardOptions,
): RelatedPost {
  const shown = titleOf(blocks)
  const title = uncut(shown, blocks) ?? shown
  const said = foldText(title)
  const others = blocks.filter(
    ({ kind, text }) => kind === 'text' && text !== shown && !foldsTo(text, said) && !leadsOn(text),
  )
  const metas = others.filter((block) => meta.shows(block))
  const excerpts = others.filter(
    (block) => !metas.includes(block) && block.text.length >= EXCERPT_LENGTH_MIN,
  )
  return {
    title,
    url,
    publishedAt: firstOfAll(metas, meta.dateOf),
    partnerViews: firstOfAll(metas, meta.viewsOf),
    excerpt: longest(excerpts.map(withoutReadMore)),
    image: firstOfAll(blocks, (block) => imageOf(block, baseUrl)),
    slug: null,
  }
}

/** What a title that ends in an ellipsis is the beginning of, where a picture or a link says it whole. */
function uncut(title: string, blocks: readonly PageBlock[]): string | undefined {
  const beginning = title.replace(/\s?(?:…|\.{3})$/u, '')
  if (beginning === title || beginning === '') return undefined
  const whole = (text: string | undefined) =>
    text !== undefined && text.length > title.length && text.startsWith(beginning)
  return blocks
    .flatMap((block) => (block.kind === 'image' ? [block.text] : linkTitles(block)))
    .find(whole)
}

/** What a pointer that rests on a link is told. */
function linkTitles(block: PageBlock): string[] {
  const links = [block.owner.node, ...block.nodes.filter(isElement)]
  return links.flatMap((node) => (node.name === 'a' ? (attribute(node, 'title') ?? []) : []))
}

/** The heading, else the text of a link, else what stands for the picture. */
export function titleOf(blocks: readonly PageBlock[]): string {
  const saying = blocks.filter(({ text }) => text !== '' && !leadsOn(text))
  const linked = saying.find((block) => block.kind === 'text' && block.linkLength > 0)
  const title =
    saying.find(isHeading) ?? linked ?? saying.find(({ kind }) => kind === 'image') ?? saying[0]
  return title === undefined ? '' : linkText(title)
}

/** Without the date that may stand beside the link. */
function linkText(block: PageBlock): string {
  if (block.linkLength === 0 || block.owner.href !== undefined) return block.text
  return linkTexts(block).find((text) => text !== '') ?? block.text
}

/** Of each link in the block; a picture's says nothing. */
function linkTexts(block: PageBlock): string[] {
  return block.nodes.flatMap((node) =>
    isElement(node) && node.name === 'a' ? [textOf([node])] : [],
  )
}

function firstOfAll<S, T>(
  sources: readonly S[],
  read: (source: S) => T | null | undefined,
): T | null {
  for (const source of sources) {
    const value = read(source)
    if (value !== null && value !== undefined) return value
  }
  return null
}

/** An excerpt may end in a link that only leads on. */
function withoutReadMore(block: PageBlock): string {
  const last = linkTexts(block).at(-1) ?? ''
  const isEnd = last !== '' && leadsOn(last) && block.text.endsWith(last)
  return isEnd ? block.text.slice(0, -last.length).trimEnd() : block.text
}

function longest(texts: readonly string[]): string | null {
  const [best] = texts.toSorted((one, other) => other.length - one.length)
  return best ?? null
}

function imageOf(block: PageBlock, baseUrl: string): Image | undefined {
  const [node] = block.nodes
  return block.kind === 'image' && node !== undefined && isElement(node)
    ? imageSource(node, baseUrl)
    : undefined
}
