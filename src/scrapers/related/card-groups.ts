/** Finds rows of cards: neighbours built alike, each leading to one other article. */

import { isHeading, type Page, type PageBlock, type PageElement } from '../page/page-block.ts'
import { type CardLinks, leadsOn } from './card-links.ts'
import { headsRelated } from './related-heading.ts'

/** One card: the blocks from `first` up to, not including, `end`. */
type Card = { readonly url: string; readonly first: number; readonly end: number }

export type CardGroup = { readonly parent: PageElement; readonly cards: readonly Card[] }

/** Between two titles of cards without a wrapper: date, views and an excerpt, not a story. */
const GAP_BLOCKS_MAX = 5
const GAP_LENGTH_MAX = 700

/** For an element with several addresses below it, or with a heading of a list. */
const SEVERAL = Symbol('several')

type Below = ReadonlyMap<PageElement, string | typeof SEVERAL>

/**
 * Groups of cards, in document order. A card is the largest element that leads to one article only,
 * and holds no heading of a list; where cards have no element of their own, what follows a title
 * belongs to it. A group of one leads to a single article.
 */
export function cardGroups(page: Page, links: CardLinks): CardGroup[] {
  if (links.every((url) => url === undefined)) return []
  const below = addressesBelow(page, links)
  const loose = new Map<PageElement, Card[]>()
  page.blocks.forEach(({ owner }, index) => {
    const url = links[index]
    if (url === undefined) return
    const { parent, card } = largestCard({ url, first: index, end: index + 1 }, owner, below)
    const cards = loose.get(parent)
    if (cards === undefined) loose.set(parent, [card])
    else join(cards, card)
  })
  return [...loose].flatMap(([parent, cards]) =>
    runs(page, cards).map((run) => ({ parent, cards: withTails(page, parent, run) })),
  )
}

/** Each element changes at most twice, so this is linear in the page. */
function addressesBelow(page: Page, links: CardLinks): Below {
  const below = new Map<PageElement, string | typeof SEVERAL>()
  page.blocks.forEach((block, index) => {
    const url = links[index] ?? (isListHeading(block) ? SEVERAL : undefined)
    if (url === undefined) return
    for (let at: PageElement | undefined = block.owner; at !== undefined; at = at.parent) {
      const known = below.get(at)
      if (known === SEVERAL || known === url) break
      below.set(at, known === undefined ? url : SEVERAL)
    }
  })
  return below
}

function largestCard(
  link: Card,
  owner: PageElement,
  below: Below,
): { parent: PageElement; card: Card } {
  let largest: PageElement | undefined
  let at = owner
  while (below.get(at) !== SEVERAL) {
    largest = at
    if (at.parent === undefined) break
    at = at.parent
  }
  const card = largest === undefined ? link : { ...link, first: largest.first, end: largest.end }
  return { parent: at, card }
}

/** A button to read on says the same words in a card. */
function isListHeading(block: PageBlock): boolean {
  return block.linkLength === 0 && headsRelated(block.text) && !leadsOn(block.text)
}

/** A picture and a title that lead to the same article are one card. */
function join(cards: Card[], card: Card): void {
  const last = cards.at(-1)
  if (last === undefined || last.url !== card.url) {
    cards.push(card)
    return
  }
  const first = Math.min(last.first, card.first)
  cards[cards.length - 1] = { ...last, first, end: Math.max(last.end, card.end) }
}

/** Cuts where more than a card's worth of text stands between two of them. */
function runs(page: Page, cards: readonly Card[]): Card[][] {
  const all: Card[][] = []
  for (const card of cards) {
    const run = all.at(-1)
    const last = run?.at(-1)
    if (run !== undefined && last !== undefined && isGap(page, last.end, card.first)) run.push(card)
    else all.push([card])
  }
  return all
}

function isGap(page: Page, first: number, end: number): boolean {
  if (end - first > GAP_BLOCKS_MAX) return false
  let length = 0
  for (let index = first; index < end; index += 1) {
    const block = page.blocks[index]
    if (block === undefined || isHeading(block)) return false
    length += block.text.length
  }
  return length <= GAP_LENGTH_MAX
}

/** What stands between two titles belongs to the first; the last card gets as much, built alike. */
function withTails(page: Page, parent: PageElement, run: readonly Card[]): Card[] {
  const model = run[0]
  const second = run[1]
  if (model === undefined || second === undefined) return [...run]
  const tail = page.blocks.slice(model.end, second.first).map((block) => block.tag)
  return run.map((card, index) => {
    const next = run[index + 1]
    if (next !== undefined) return { ...card, end: Math.max(card.end, next.first) }
    let end = card.end
    for (const tag of tail) {
      if (end >= parent.end || page.blocks[end]?.tag !== tag) break
      end += 1
    }
    return { ...card, end }
  })
}
