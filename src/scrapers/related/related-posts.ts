/** Reads the cards that lead to other articles: which groups are such cards, and what each says. */

import { urlKey } from '../../articles/addresses/canonical-url.ts'
import type { RelatedPost } from '../../articles/article.ts'
import type { DateOptions } from '../../articles/dates/dates.ts'
import { foldText } from '../../articles/fold.ts'
import type { Zone } from '../body/zones.ts'
import type { Page, PageBlock } from '../page/page-block.ts'
import { proseOf, type Weights } from '../page/prose.ts'
import { type CardGroup, cardGroups } from './card-groups.ts'
import { cardLinks, leadsOn } from './card-links.ts'
import { type CardMeta, cardMeta } from './card-meta.ts'
import { readCard, titleOf } from './related-card.ts'
import { headsPopular, headsRelated } from './related-heading.ts'

/** Zones whose lists of links are not related posts, whatever they look like. */
const OTHER_ZONES: ReadonlySet<Zone | undefined> = new Set<Zone>([
  ...(['navigation', 'boilerplate', 'comment', 'ad', 'share', 'notice', 'metadata'] as const),
  ...(['unseen'] as const),
])

/** Share of the cards that must show what a card shows. */
const SHOWING_SHARE_MIN = 0.5

/** Heavier cards may be the sections of an article: an excerpt is short, and many cards are alike. */
const PROSE_SHARE_MAX = 0.5
const EXCERPT_LENGTH_MAX = 700
const ALIKE_CARDS_MIN = 4
const ALIKE_SHARE_MIN = 0.8

/** In UTF-16 code units: prose of a short article, which cards under a name may outweigh. */
const ARTICLE_PROSE_LENGTH_MIN = 300

/** Share of the page's prose that may follow cards that nothing names. */
const PROSE_AFTER_SHARE_MAX = 0.15

/** Of a card that stands alone. */
const CARD_BLOCKS_MAX = 8

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
  /** Cards that only look like related posts, no heading and no name saying so: or a whole listing. */
  readonly unheaded: number
  /** Cards that nothing shows to be related: sections that have links, or a whole listing. */
  readonly unnamed: { readonly cards: number; readonly blocks: ReadonlySet<number> }
}

const NO_POSTS: RelatedPosts = {
  ...{ posts: [], blocks: new Set(), unheaded: 0 },
  unnamed: { cards: 0, blocks: new Set() },
}

/** What is asked of the page for each of its groups. */
type Facts = RelatedOptions & { readonly prose: Weights; readonly meta: CardMeta }

/** Finds the groups of cards that are related posts, and reads each card. */
export function findRelatedPosts(page: Page, options: RelatedOptions): RelatedPosts {
  const all = cardGroups(page, cardLinks(page, options))
  if (all.length === 0) return NO_POSTS
  const facts = { ...options, prose: proseOf(page), meta: cardMeta(options.dates) }
  const { prose, zones } = facts
  const rows = all.filter(
    (group) =>
      !OTHER_ZONES.has(zones[firstOf(group)]) &&
      (leadsToSeveral(group) || isSingleCard(page, group, prose)) &&
      !sayTheSame(page, group),
  )
  const groups = rows.filter((group) => isRelated(page, group, facts))
  const inPlace = groups.filter((group) => zones[firstOf(group)] !== 'widget')
  const chosen = preferred(page, inPlace.length > 0 ? inPlace : groups)
  const others = rows.filter((group) => !groups.includes(group) && hasExcerpts(group, prose))
  return {
    posts: postsOf(page, chosen, facts),
    blocks: claimed(page, groups),
    unheaded: countCards(groups.filter((group) => !isHeaded(page, group, options))),
    unnamed: {
      cards: countCards(others),
      blocks: claimed(page, others),
    },
  }
}

function countCards(groups: readonly CardGroup[]): number {
  return groups.reduce((count, { cards }) => count + cards.length, 0)
}

/** What is read most, or newest, may be all that a listing lists. */
function isHeaded(page: Page, group: CardGroup, { zones }: RelatedOptions): boolean {
  const heading = page.blocks[headingBefore(page, firstOf(group)) ?? -1]
  if (heading !== undefined) return !headsPopular(heading.text)
  return zones[firstOf(group)] === 'related'
}

function leadsToSeveral({ cards }: CardGroup): boolean {
  return cards.some((card) => card.url !== cards[0]?.url)
}

/** One card alone needs a heading above it. */
function isSingleCard(page: Page, group: CardGroup, prose: Weights): boolean {
  const isShort = endOf(group) - firstOf(group) <= CARD_BLOCKS_MAX && hasExcerpts(group, prose)
  return isShort && headingBefore(page, firstOf(group)) !== undefined
}

/** Where a page has other cards, those that are read most or newest are not about its article. */
function preferred(page: Page, groups: readonly CardGroup[]): readonly CardGroup[] {
  const own = groups.filter((group) => {
    const heading = page.blocks[headingBefore(page, firstOf(group)) ?? -1]
    return heading === undefined || !headsPopular(heading.text)
  })
  return own.length > 0 ? own : groups
}

function firstOf(group: CardGroup): number {
  return group.cards[0]?.first ?? 0
}

function endOf(group: CardGroup): number {
  return group.cards.at(-1)?.end ?? 0
}

function isRelated(page: Page, group: CardGroup, { zones, prose, meta }: Facts): boolean {
  const first = firstOf(group)
  const all = Math.max(1, prose.of(page.root))
  const own = prose.between(first, endOf(group))
  const dated = () => shareOf(page, group, meta.shows)
  const isNamed = zones[first] === 'related' || headingBefore(page, first) !== undefined
  if (own / all > PROSE_SHARE_MAX) {
    if (!hasExcerpts(group, prose)) return false
    if (isNamed && all - own >= ARTICLE_PROSE_LENGTH_MIN) return true
    return group.cards.length >= ALIKE_CARDS_MIN && dated() >= ALIKE_SHARE_MIN
  }
  if (isNamed || dated() >= SHOWING_SHARE_MIN) return true
  const isLast = prose.between(endOf(group), page.blocks.length) / all <= PROSE_AFTER_SHARE_MAX
  return isLast && shareOf(page, group, (block) => block.kind === 'image') >= SHOWING_SHARE_MIN
}

/** No card says more than a card does. */
function hasExcerpts({ cards }: CardGroup, prose: Weights): boolean {
  return cards.every((card) => prose.between(card.first, card.end) <= EXCERPT_LENGTH_MAX)
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

function headingBefore(page: Page, first: number): number | undefined {
  for (let index = first - 1; index >= first - HEADING_REACH_BLOCKS && index >= 0; index -= 1) {
    const block = page.blocks[index]
    if (block !== undefined && headsRelated(block.text)) return index
  }
  return undefined
}

/** The cards, the heading above them, and whatever stands between. */
function claimed(page: Page, groups: readonly CardGroup[]): ReadonlySet<number> {
  const blocks = new Set<number>()
  for (const group of groups) {
    const first = firstOf(group)
    for (let index = headingBefore(page, first) ?? first; index < endOf(group); index += 1) {
      blocks.add(index)
    }
  }
  return blocks
}

function postsOf(page: Page, groups: readonly CardGroup[], options: Facts): RelatedPost[] {
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
