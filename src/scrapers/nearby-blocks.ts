/** The small lines in which a page says when and by whom: around the title first, then below the body. */

import type { Page, PageBlock, PageElement } from './page-block.ts'
import type { Verdict } from './verdicts.ts'

/** Blocks before and after the title, and after the end of the body. */
const BEFORE_BLOCKS = 6
const AFTER_BLOCKS = 14
const BELOW_BLOCKS = 5

const SMALL: ReadonlySet<Verdict | undefined> = new Set<Verdict>([
  ...(['metadata', 'boilerplate', 'navigation', 'share', 'widget'] as const),
])

/** Blocks that are neither article nor card; `anchor` is the index of the title's block. */
export function nearbyBlocks(
  page: Page,
  { verdicts, anchor, body }: { verdicts: readonly Verdict[]; anchor: number; body: PageElement },
): PageBlock[] {
  const isSmall = (index: number) => SMALL.has(verdicts[index])
  const after = indices(anchor, Math.min(anchor + AFTER_BLOCKS, page.blocks.length))
  const before = indices(Math.max(0, anchor - BEFORE_BLOCKS), anchor)
  const inside = indices(body.first, body.end).filter((index) => verdicts[index] === 'metadata')
  const below = indices(body.end, Math.min(body.end + BELOW_BLOCKS, page.blocks.length))
  const order = new Set([...after, ...before, ...inside, ...below].filter(isSmall))
  return [...order].flatMap((index) => page.blocks[index] ?? [])
}

function indices(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset)
}
