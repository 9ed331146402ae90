/** Reads the cards that lead to other articles: which groups are such cards, and what each says. */

import type { Image, RelatedPost } from '../articles/article.ts'
import { urlKey } from '../articles/canonical-url.ts'
import { type DateOptions, findDate } from '../articles/dates.ts'
import { foldText } from '../articles/fold.ts'
import { isElement, textOf } from '../articles/html-tree.ts'
import { imageSource } from '../articles/image-source.ts'
import { parseViews } from '../articles/view-figure.ts'
import { type CardGroup, cardGroups } from './card-groups.ts'
import { cardLinks, leadsOn } from './card-links.ts'
import { isHeading, type Page, type PageBlock } from './page-block.ts'
import { proseWeight, type Weights, weigh } from './prose.ts'
import { headsRelated } from './related-heading.ts'
import type { Zone } from './zones.ts'

/** Zones whose lists of links are not related posts, whatever they look like. */
const OTHER_ZONES: ReadonlySet<Zone | undefined> = new Set<Zone>([
  ...(['navigation', 'boilerplate', 'comment', 'ad', 'share', 'notice', 'metadata'] as const),
  ...(['unseen'] as const),
])

/** Share of the cards that must show what a card shows. */
const SHOWING_SHARE_MIN = 0.5

/** Cards outweigh the article on a listing, never on an article's page. */
const PROSE_SHARE_MAX = 0.5

/** Share of the page's prose that may follow cards that nothing names. */
const PROSE_AFTER_SHARE_MAX = 0.15

/** In UTF-16 code units. */
const EXCERPT_LENGTH_MIN = 20
const META_LENGTH_MAX = 90

/** Blocks between a box's heading and its first card. */
const HEADING_REACH_BLOCKS = 2

/** More than that is an archive. */
const POSTS_MAX = 60

export type RelatedOptions = {
  readonly pageUrl: string
  readonly baseUrl: string
  readonly dates: DateOptions
  readonly zones: readonly (Zone | undefined)[]
}

/** The posts, each once, and the indices of the blocks that make them up. */
export type RelatedPosts = {
  readonly posts: readonly RelatedPost[]
  readonly blocks: ReadonlySet<number>
}

/** Finds the groups of cards that are related posts, and reads each card. */
export function findRelatedPosts(page: Page, options: RelatedOptions): RelatedPosts {
  const prose = weigh(page, proseWeight)
  const groups = cardGroups(page, cardLinks(page, options)).filter((group) =>
    isRelated(page, group, { ...options, prose }),
  )
  const blocks = new Set<number>()
  for (const group of groups) claim(page, group, blocks)
  const inPlace = groups.filter((group) => options.zones[firstOf(group)] !== 'widget')
  const chosen = inPlace.length > 0 ? inPlace : groups
  return { posts: postsOf(page, chosen, options), blocks }
}

function firstOf(group: CardGroup): number {
  return group.cards[0]?.first ?? 0
}

function endOf(group: CardGroup): number {
  return group.cards.at(-1)?.end ?? 0
}

function isRelated(
  page: Page,
  group: CardGroup,
  { zones, prose, dates }: RelatedOptions & { prose: Weights },
): boolean {
  const first = firstOf(group)
  const zone = zones[first]
  if (OTHER_ZONES.has(zone) || sayTheSame(page, group)) return false
  const all = Math.max(1, prose.of(page.root))
  if (prose.between(first, endOf(group)) / all > PROSE_SHARE_MAX) return false
  if (zone === 'related' || headingBefore(page, first) !== undefined) return true
  if (shareOf(page, group, (block) => isMeta(block, dates)) >= SHOWING_SHARE_MIN) return true
  const isLast = prose.between(endOf(group), page.blocks.length) / all <= PROSE_AFTER_SHARE_MAX
  return isLast && shareOf(page, group, (block) => block.kind === 'image') >= SHOWING_SHARE_MIN
}

/** Logos, and pictures of a gallery, have no titles of their own. */
function sayTheSame(page: Page, group: CardGroup): boolean {
  const titles = group.cards.map((card) =>
    foldText(titleOf(page.blocks.slice(card.first, card.end))),
  )
  const own = new Set(titles.filter((title) => title !== '' && !leadsOn(title)))
  return own.size <= titles.length / 2
}

function shareOf(page: Page, group: CardGroup, shows: (block: PageBlock) => boolean): number {
  const showing = group.cards.filter((card) => page.blocks.slice(card.first, card.end).some(shows))
  return showing.length / group.cards.length
}

function isMeta(block: PageBlock, dates: DateOptions): boolean {
  if (block.text.length > META_LENGTH_MAX && !isHeading(block))
    return parseViews(block.text) !== null
  return parseViews(block.text) !== null || findDate(block.text, dates) !== null
}

function headingBefore(page: Page, first: number): number | undefined {
  for (let index = first - 1; index >= first - HEADING_REACH_BLOCKS && index >= 0; index -= 1) {
    const block = page.blocks[index]
    if (block !== undefined && headsRelated(block.text)) return index
  }
  return undefined
}

/** The cards, the heading above them, and whatever stands between. */
function claim(page: Page, group: CardGroup, blocks: Set<number>): void {
  const first = firstOf(group)
  for (let index = headingBefore(page, first) ?? first; index < endOf(group); index += 1) {
    blocks.add(index)
  }
}

function postsOf(page: Page, groups: readonly CardGroup[], options: RelatedOptions): RelatedPost[] {
  const posts = new Map<string, RelatedPost>()
  for (const card of groups.flatMap((group) => group.cards)) {
    const post = readCard(page.blocks.slice(card.first, card.end), card.url, options)
    if (post.title === '') continue
    const key = urlKey(card.url) ?? card.url
    const known = posts.get(key)
    if (known === undefined && posts.size < POSTS_MAX) posts.set(key, post)
    else if (known?.publishedAt === null && post.publishedAt !== null) posts.set(key, post)
  }
  return [...posts.values()]
}

function readCard(blocks: readonly PageBlock[], url: string, options: RelatedOptions): RelatedPost {
  const title = titleOf(blocks)
  const said = foldText(title)
  const others = blocks.filter(
    ({ kind, text }) => kind === 'text' && foldText(text) !== said && !leadsOn(text),
  )
  const metas = others.filter((block) => isMeta(block, options.dates))
  const excerpts = others.filter(
    (block) => !metas.includes(block) && block.text.length >= EXCERPT_LENGTH_MIN,
  )
  return {
    title,
    url,
    publishedAt: firstOfAll(metas, (block) => findDate(block.text, options.dates)?.iso),
    partnerViews: firstOfAll(metas, (block) => parseViews(block.text)),
    excerpt: longest(excerpts),
    image: firstOfAll(blocks, (block) => imageOf(block, options.baseUrl)),
    slug: null,
  }
}

/** The heading, else the text of a link, else what stands for the picture. */
function titleOf(blocks: readonly PageBlock[]): string {
  const saying = blocks.filter(({ text }) => text !== '' && !leadsOn(text))
  const linked = saying.find((block) => block.kind === 'text' && block.linkLength > 0)
  const title =
    saying.find(isHeading) ?? linked ?? saying.find(({ kind }) => kind === 'image') ?? saying[0]
  return title === undefined ? '' : linkText(title)
}

/** Without the date that may stand beside the link. */
function linkText(block: PageBlock): string {
  if (block.linkLength === 0 || block.owner.href !== undefined) return block.text
  const link = block.nodes.find((node) => isElement(node) && node.name === 'a')
  const text = link === undefined ? '' : textOf([link])
  return text === '' ? block.text : text
}

function firstOfAll<T>(
  blocks: readonly PageBlock[],
  read: (block: PageBlock) => T | null | undefined,
): T | null {
  for (const block of blocks) {
    const value = read(block)
    if (value !== null && value !== undefined) return value
  }
  return null
}

function longest(blocks: readonly PageBlock[]): string | null {
  const [best] = blocks.toSorted((one, other) => other.text.length - one.text.length)
  return best?.text ?? null
}

function imageOf(block: PageBlock, baseUrl: string): Image | undefined {
  const [node] = block.nodes
  return block.kind === 'image' && node !== undefined && isElement(node)
    ? imageSource(node, baseUrl)
    : undefined
}
