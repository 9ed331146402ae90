/** Lists what was dropped from a page and why, so that nothing is lost without a word. */

import type { RemovedBlock } from '../articles/article.ts'
import { foldText } from '../articles/fold.ts'
import type { Page, PageBlock } from './page-block.ts'
import type { Verdict } from './verdicts.ts'

/** In UTF-16 code units; what is longer is cut, for a person has seen enough. */
const TEXT_LENGTH_MAX = 2_000

/** Every removed block in page order, each standing for itself; see raw-article.ts. */
export function removedBlocks(page: Page, verdicts: readonly Verdict[]): RemovedBlock[] {
  const removed: RemovedBlock[] = []
  for (const [index, block] of page.blocks.entries()) {
    const reason = verdicts[index]
    if (reason === undefined || reason === 'kept' || reason === 'unseen') continue
    if (reason === 'title' || reason === 'lead' || captionsItself(page, index, block)) continue
    const text = block.text.slice(0, TEXT_LENGTH_MAX)
    removed.push({ text, count: 1, reason: text === '' ? 'empty' : reason })
  }
  return removed
}

/** A picture whose alternative text stands right below it is said once. */
function captionsItself(page: Page, index: number, block: PageBlock): boolean {
  const next = page.blocks[index + 1]
  if (block.kind !== 'image' || next?.kind !== 'text' || block.text === '') return false
  const near = [block.owner, block.owner.parent]
  const isNear = near.includes(next.owner) || near.includes(next.owner.parent)
  return isNear && foldText(next.text) === foldText(block.text)
}
