/** Tells a page that lists articles from an article with cards below it. */

import { foldText } from '../../articles/fold.ts'
import type { Zone } from '../body/zones.ts'
import { mayBeSection } from '../listing/address-kind.ts'
import type { Page, PageBlock } from '../page/page-block.ts'
import type { Weights } from '../page/prose.ts'
import type { RelatedPosts } from '../related/related-posts.ts'

/** Cards of a listing; where something else says that it is one, fewer are enough. */
const CARDS_MIN = 6
const KNOWN_CARDS_MIN = 3

/** In UTF-16 code units: what a listing says of its own, above cards of either sort. */
const PROSE_LENGTH_MAX = 200
const UNNAMED_PROSE_LENGTH_MAX = 350
const KNOWN_PROSE_LENGTH_MAX = 800

/** In words: a longer title is no name of a section. */
const SECTION_WORDS_MAX = 5

/** Folded. What templates put before the name of what is listed. */
const LABELS: ReadonlySet<string> = new Set(
  [
    ...['archive', 'archives', 'author', 'category', 'month', 'posts tagged', 'search', 'tag'],
    ...['tagged', 'topic', 'year', 'chuyên mục', 'danh mục', 'lưu trữ', 'tác giả', 'thẻ'],
    ...['search results', 'tìm kiếm', 'từ khóa', 'kết quả tìm kiếm', 'chủ đề', 'schlagwort'],
  ].map(foldText),
)

/** Classes that WordPress gives the body of each of its lists, and of each single page. */
const LIST_CLASSES: ReadonlySet<string> = new Set(['archive', 'search-results'])
const FRONT_CLASSES: readonly string[] = ['home', 'blog']
const SINGLE_CLASSES: ReadonlySet<string> = new Set(['page', 'single', 'single-post', 'singular'])

/** The titles of a list that is itself the article: `1. …`, `2. …`. */
const RANK = /^(?:#\s?)?\d{1,3}[.):]\s/
const RANKED_SHARE_MIN = 0.4

export type ListingFacts = {
  readonly title: string
  readonly url: string
  readonly weights: Weights
  readonly related: RelatedPosts
  readonly zones: readonly (Zone | undefined)[]
}

/** How many articles the page lists, with hardly a word besides; 0 where it is no listing. */
export function listedArticles(page: Page, facts: ListingFacts): number {
  const { weights, related } = facts
  const { cards, blocks } = related.unnamed
  const all = related.unheaded + cards
  if (all < KNOWN_CARDS_MIN) return 0
  const prose = weights.of(page.root)
  if (related.unheaded >= CARDS_MIN && prose < PROSE_LENGTH_MAX) return related.unheaded
  const beside = prose - weightOf(blocks, weights)
  const isRanked = cards > 0 && ranks(page, blocks, cards)
  const most = Math.min(UNNAMED_PROSE_LENGTH_MAX, prose / 2)
  if (cards >= CARDS_MIN && beside < most && !isRanked) return cards
  const isKnown = beside < KNOWN_PROSE_LENGTH_MAX && !isRanked && saysThatItLists(page, facts)
  return isKnown ? all : 0
}

function weightOf(blocks: ReadonlySet<number>, weights: Weights): number {
  let sum = 0
  for (const index of blocks) sum += weights.between(index, index + 1)
  return sum
}

function ranks(page: Page, blocks: ReadonlySet<number>, cards: number): boolean {
  const ranked = [...blocks].filter((index) => RANK.test(page.blocks[index]?.text ?? ''))
  return ranked.length >= RANKED_SHARE_MIN * cards
}

/** By its template's classes, its address, a label before its title, or its title in the menu. */
function saysThatItLists(page: Page, { title, url, zones }: ListingFacts): boolean {
  if (isListClass(page) || mayBeSection(url)) return true
  const label = title.split(':', 2)
  if (label.length > 1 && LABELS.has(foldText(label[0] ?? ''))) return true
  const said = foldText(title)
  if (said === '' || said.split(' ').length > SECTION_WORDS_MAX) return false
  const leadsThere = ({ text, linkLength }: PageBlock, index: number) =>
    zones[index] === 'navigation' && linkLength > 0 && foldText(text) === said
  return page.blocks.some(leadsThere)
}

function isListClass({ elements }: Page): boolean {
  const body = elements.find(({ node }) => node.name === 'body')
  const classes = new Set((body?.node.attribs['class'] ?? '').toLowerCase().split(/\s+/))
  if ([...SINGLE_CLASSES].some((name) => classes.has(name))) return false
  const isFront = FRONT_CLASSES.every((name) => classes.has(name))
  return isFront || [...LIST_CLASSES].some((name) => classes.has(name))
}
