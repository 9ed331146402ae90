/** Reads links without words that a style sheet stretches over a card: they lead where its title does. */

import { isHeading, type PageBlock, type PageElement } from './page-block.ts'

/** A link that shows nothing, and the element it stands in. */
export type StretchedLink = { readonly owner: PageElement; readonly href: string }

/** A card is its link's parent or grandparent, and holds a few lines. */
const CARD_DEPTH = 3
const CARD_BLOCKS_MAX = 8

/** The blocks, where each card's title, or else its picture, has the address of its link. */
export function withStretchedLinks(
  blocks: readonly PageBlock[],
  links: readonly StretchedLink[],
): readonly PageBlock[] {
  if (links.length === 0) return blocks
  const addresses = new Map<number, Set<string>>()
  for (const link of links) {
    const index = titleIndex(blocks, link.owner)
    if (index === undefined) continue
    addresses.set(index, (addresses.get(index) ?? new Set()).add(link.href))
  }
  return blocks.map((block, index) => {
    const [href, ...others] = addresses.get(index) ?? []
    if (href === undefined || others.length > 0 || block.href !== undefined) return block
    return { ...block, href, linkLength: block.text.length }
  })
}

function titleIndex(blocks: readonly PageBlock[], owner: PageElement): number | undefined {
  let card: PageElement | undefined = owner
  for (let depth = 0; card !== undefined && depth < CARD_DEPTH; depth += 1) {
    if (card.end - card.first > CARD_BLOCKS_MAX) return undefined
    const inside = blocks.slice(card.first, card.end)
    const heading = inside.findIndex((block) => isHeading(block) && block.tag !== 'h1')
    const best = heading === -1 ? inside.findIndex(({ kind }) => kind === 'image') : heading
    if (best !== -1) return card.first + best
    card = card.parent
  }
  return undefined
}
