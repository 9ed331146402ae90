/** A site's template, learnt from some of its pages: what recurs on them, and where nothing else stands. */

import { type PageBlock, type ReadBlock, readBlocks } from './page-blocks.ts'
import { articlesOfPages } from './page-copies.ts'

/** Articles on which a block must stand; longer text needs more proof, long text half of them. */
const ARTICLES_MIN = 2
const LONGER_LENGTH = 200
const LONGER_ARTICLES_MIN = 3
const LONG_LENGTH = 300
const LONG_ARTICLES_SHARE = 0.5

export type Slot = {
  blocks: number
  recurring: number
  linked: number
  length: number
  readonly pages: Set<number>
}

export type SiteTemplate = {
  /** Articles that it was learnt from; copies of one count once. */
  readonly articles: number
  /** For each block's key, the articles on which it stands. */
  readonly articlesOf: ReadonlyMap<string, number>
  /** What stands at each DOM path. */
  readonly slots: ReadonlyMap<string, Slot>
}

/** Three pages of a site tell nearly what ten do. */
export function learnTemplate(pages: readonly (readonly PageBlock[])[]): SiteTemplate {
  const read = pages.map(readBlocks)
  const articles = articlesOfPages(read)
  const places = new Map<string, Set<number>>()
  for (const [index, blocks] of read.entries()) {
    for (const { key } of blocks) {
      const known = places.get(key) ?? new Set()
      places.set(key, known.add(articles[index] ?? index))
    }
  }
  const template = {
    articles: new Set(articles).size,
    articlesOf: new Map([...places].map(([key, indices]) => [key, indices.size])),
    slots: new Map<string, Slot>(),
  }
  for (const [index, blocks] of read.entries()) {
    for (const block of blocks) addToSlot(template, block, index)
  }
  return template
}

/** Whether the block stands on as many articles as one of its length must to be the site's. */
export function recurs(block: ReadBlock, { articles, articlesOf }: SiteTemplate): boolean {
  const count = articlesOf.get(block.key) ?? 0
  if (block.isLinked || block.length <= LONGER_LENGTH) return count >= ARTICLES_MIN
  if (block.length <= LONG_LENGTH) return count >= LONGER_ARTICLES_MIN
  return count >= Math.max(LONGER_ARTICLES_MIN, articles * LONG_ARTICLES_SHARE)
}

function addToSlot(
  template: SiteTemplate & { readonly slots: Map<string, Slot> },
  block: ReadBlock,
  page: number,
): void {
  const { slots } = template
  const known = slots.get(block.path)
  const slot = known ?? { blocks: 0, recurring: 0, linked: 0, length: 0, pages: new Set() }
  if (known === undefined) slots.set(block.path, slot)
  slot.blocks += 1
  slot.length += block.length
  slot.pages.add(page)
  if (recurs(block, template)) slot.recurring += 1
  if (block.isLinked) slot.linked += 1
}
