/** Finds strips on a page: rows of logos or badges that all say the same, however often. */

import type { Page } from './page-block.ts'

/** Fewer equal neighbours may be meant. */
const STRIP_BLOCKS_MIN = 6

/** Indices of the blocks that stand in a row of equal texts. */
export function findStrips(page: Page): ReadonlySet<number> {
  const strips = new Set<number>()
  const { blocks } = page
  for (let first = 0; first < blocks.length; ) {
    const text = blocks[first]?.text
    let end = first + 1
    while (end < blocks.length && blocks[end]?.text === text) end += 1
    if (text !== '' && end - first >= STRIP_BLOCKS_MIN) {
      for (let index = first; index < end; index += 1) strips.add(index)
    }
    first = end
  }
  return strips
}
