/** Finds rows of cards: neighbours built alike, each leading to one other article. */

import { isHeading, type Page, type PageBlock, type PageElement } from '../page/page-block.ts'
import { type Weights, weigh } from '../page/prose.ts'
import { type CardLinks, leadsOn } from './card-links.ts'
import { headsRelated } from './related-heading.ts'

/** One card: the blocks from `first` up to, not including, `end`. */
type Card = { readonly url: string; readonly first: number; readonly end: number }

export type CardGroup = { readonly parent: PageElement; readonly cards: readonly Card[] }

/** Between two titles of cards without a wrapper: date, views and an excerpt, not a story. */
const GAP_BLOCKS_MAX = 5
const GAP_LENGTH_MAX = 700

/** The one address below an element, or that there are several. */
type Addresses = { url: string; several: boolean }

/**
 * Groups of cards, in document order. A card is the largest element that leads to one article only,
 * and holds no heading of a list; where cards have no element of their own, what follows a title
 * belongs to it. A group of one leads to a single article.
 */
export function cardGroups(page: Page, addressOf: CardLinks): CardGroup[] {
  const below = addressesBelow(page, addressOf)
  const headings = weigh(page, (block) => (isListHeading(block) ? 1 : 0))
  const loose = new Map<PageElement, Card[]>()
  for (const [index, block] of page.blocks.entries()) {
    const url = addressOf(block)
    if (url === undefined) continue
    const { parent, card } = largestCard({ url, first: index, end: index + 1 }, block.owner, {
      below,
      headings,
    })
    const cards = loose.get(parent)
    if (cards === undefined) loose.set(parent, [card])
    else join(cards, card)
  }
  return [...loose].flatMap(([parent, cards]) =>
    runs(page, cards).map((run) => ({ parent, cards: withTails(page, parent, run) })),
  )
}

/** Each element changes at most twice, so this is linear in the page. */
function addressesBelow(page: Page, addressOf: CardLinks): Map<PageElement, Addresses> {
  const below = new Map<PageElement, Addresses>()
  for (const block of page.blocks) {
    const url = addressOf(block)
    if (url === undefined) continue
    for (let at: PageElement | undefined = block.owner; at !== undefined; at = at.parent) {
      const known = below.get(at)
      if (known !== undefined && (known.several || known.url === url)) break
      if (known === undefined) below.set(at, { url, several: false })
      else known.several = true
    }
  }
  return below
}

function largestCard(
  link: Card,
  owner: PageElement,
  { below, headings }: { below: ReadonlyMap<PageElement, Addresses>; headings: Weights },
): { parent: PageElement; card: Card } {
  let card = link
  let at = owner
  for (;;) {
    if (below.get(at)?.several === true || headings.of(at) > 0) return { parent: at, card }
    card = { ...link, first: at.first, end: at.end }
    if (at.parent === undefined) return { parent: at, card }
    at = at.parent
  }
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
  const between = page.blocks.slice(first, end)
  const length = between.reduce((sum, block) => sum + block.text.length, 0)
  return length <= GAP_LENGTH_MAX && !between.some(isHeading)
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
