/** Lists what was dropped from a page and why, so that nothing is lost without a word. */

import type { RemovalReason, RemovedBlock } from '../../articles/article.ts'
import { foldsTo, foldText } from '../../articles/fold.ts'
import type { Page, PageBlock, PageElement } from '../page/page-block.ts'
import type { Verdict } from './verdicts.ts'

/** In UTF-16 code units; what is longer is cut, for a person has seen enough. */
export const REMOVED_TEXT_LENGTH_MAX = 2_000

/** An item that shows a picture and its name: how deep they may stand, and what else it holds. */
const ITEM_DEPTH_MAX = 6
const ITEM_BLOCKS_MAX = 4

export type DroppedBlock = {
  readonly index: number
  readonly text: string
  readonly reason: RemovalReason
}

/** Every removed block in page order, each standing for itself; see raw-article.ts. */
export function removedBlocks(page: Page, verdicts: readonly Verdict[]): RemovedBlock[] {
  return droppedBlocks(page, verdicts).map(({ text, reason }) => ({ text, count: 1, reason }))
}

/** The same, each with its index on the page. */
export function droppedBlocks(page: Page, verdicts: readonly Verdict[]): DroppedBlock[] {
  const dropped: DroppedBlock[] = []
  for (const [index, block] of page.blocks.entries()) {
    const reason = verdicts[index]
    if (reason === undefined || reason === 'kept' || reason === 'unseen') continue
    if (reason === 'title' || reason === 'lead' || captionsItself(page, index, block)) continue
    const text = block.text.slice(0, REMOVED_TEXT_LENGTH_MAX)
    dropped.push({ index, text, reason: text === '' ? 'empty' : reason })
  }
  return dropped
}

/** A picture whose alternative text stands right beside it, in the same item, is said once. */
function captionsItself(page: Page, index: number, block: PageBlock): boolean {
  if (block.kind !== 'image' || block.text === '') return false
  return [index + 1, index - 1].some((beside) => {
    const other = page.blocks[beside]
    if (other?.kind !== 'text' || other.text.length > 2 * block.text.length) return false
    if (!foldsTo(other.text, foldText(block.text))) return false
    // A heading of the row may stand before its first picture.
    const isBelow = beside > index && areNear(block.owner, other.owner)
    return isBelow || isInOneItem(block.owner, beside)
  })
}

function areNear(one: PageElement, other: PageElement): boolean {
  const near = [one, one.parent]
  return near.includes(other) || near.includes(other.parent)
}

/** Whether the block at `beside` stands in the smallest element around `owner` that holds more. */
function isInOneItem(owner: PageElement, beside: number): boolean {
  let item: PageElement | undefined = owner
  for (let depth = 0; item !== undefined && depth < ITEM_DEPTH_MAX; depth += 1) {
    if (item.end - item.first > ITEM_BLOCKS_MAX) return false
    if (beside >= item.first && beside < item.end) return true
    item = item.parent
  }
  return false
}
