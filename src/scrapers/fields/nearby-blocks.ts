/** The small lines in which a page says when and by whom: around the title first, then below the body. */

import type { Verdict } from '../body/verdicts.ts'
import type { Page, PageBlock, PageElement } from '../page/page-block.ts'

/** Blocks before and after the title, and after the end of the body. */
const BEFORE_BLOCKS = 6
const AFTER_BLOCKS = 14
const BELOW_BLOCKS = 5

const SMALL: ReadonlySet<Verdict | undefined> = new Set<Verdict>([
  ...(['metadata', 'boilerplate', 'navigation', 'share', 'widget'] as const),
])

/** The same for lines that may name the author. */
const SIGNING_BLOCKS = 20
const LAST_BLOCKS = 3

/** In UTF-16 code units. */
const OPENING_LENGTH_MAX = 160

const SIGNING: ReadonlySet<Verdict | undefined> = new Set<Verdict | undefined>([
  ...SMALL,
  ...(['notice', 'repeated-title', 'empty'] as const),
])

type Place = {
  readonly verdicts: readonly Verdict[]
  /** Index of the title's block. */
  readonly anchor: number
  readonly body: PageElement
}

/** Blocks that are neither article nor card. */
export function nearbyBlocks(page: Page, { verdicts, anchor, body }: Place): PageBlock[] {
  const isSmall = (index: number) => SMALL.has(verdicts[index])
  const after = indices(anchor, Math.min(anchor + AFTER_BLOCKS, page.blocks.length))
  const before = indices(Math.max(0, anchor - BEFORE_BLOCKS), anchor)
  const inside = indices(body.first, body.end).filter((index) => verdicts[index] === 'metadata')
  const below = indices(body.end, Math.min(body.end + BELOW_BLOCKS, page.blocks.length))
  const order = new Set([...after, ...before, ...inside, ...below].filter(isSmall))
  return [...order].flatMap((index) => page.blocks[index] ?? [])
}

/**
 * The blocks that may name the author, in the order in which they are asked: after the title, also
 * short ones that the article keeps; before it; where the body's metadata stands; below the body.
 */
export function signingBlocks(page: Page, place: Place): PageBlock[] {
  const { verdicts, anchor, body } = place
  const after = indices(anchor, Math.min(anchor + SIGNING_BLOCKS, page.blocks.length))
  const before = indices(Math.max(0, anchor - SIGNING_BLOCKS / 2), anchor)
  const inside = indices(body.first, body.end).filter((index) => verdicts[index] === 'metadata')
  const below = indices(body.end, Math.min(body.end + SIGNING_BLOCKS / 2, page.blocks.length))
  const isOpening = (index: number) => {
    const length = page.blocks[index]?.text.length ?? 0
    return verdicts[index] === 'kept' && after.includes(index) && length <= OPENING_LENGTH_MAX
  }
  const order = new Set([...after, ...before, ...inside, ...below])
  return [...order]
    .filter((index) => SIGNING.has(verdicts[index]) || isOpening(index))
    .flatMap((index) => page.blocks[index] ?? [])
}

/** The last lines of the article, and those right below it. */
export function lastBlocks(page: Page, { verdicts, body }: Place): PageBlock[] {
  const last = verdicts.lastIndexOf('kept', body.end - 1)
  return indices(Math.max(body.first, last - LAST_BLOCKS), last + LAST_BLOCKS)
    .filter((index) => verdicts[index] === 'kept' || SIGNING.has(verdicts[index]))
    .flatMap((index) => page.blocks[index] ?? [])
}

function indices(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset)
}
