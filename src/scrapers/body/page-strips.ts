/** Finds what a page says again close by: strips of logos or badges, captions shown a second time. */

import { isHeading, type Page } from '../page/page-block.ts'

/** Fewer equal neighbours may be meant. */
const STRIP_BLOCKS_MIN = 6

/** In UTF-16 code units of a paragraph, and in blocks with text: what is shorter, or further, is meant. */
const REPEAT_LENGTH_MIN = 60
const REPEAT_OPENING_LENGTH = 100
const REPEAT_REACH_BLOCKS = 8

/** Share of the text above which the article repeats itself on purpose. */
const REPEAT_SHARE_MAX = 0.2

/** Indices of paragraphs without links that their section has just said, of those kept. */
export function findRepeats(
  { blocks }: Page,
  isKept: (index: number) => boolean,
): ReadonlySet<number> {
  const repeats = new Set<number>()
  const lastAt = new Map<string, number>()
  const lengths = { all: 0, repeated: 0 }
  let count = 0
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'text' || !isKept(index)) continue
    const { text } = block
    count += 1
    lengths.all += text.length
    if (isHeading(block)) lastAt.clear()
    if (block.tag !== 'p' || text.length < REPEAT_LENGTH_MIN || block.linkLength > 0) continue
    // A caption may be shown whole, and cut.
    const opening = text.slice(0, REPEAT_OPENING_LENGTH)
    const last = lastAt.get(opening)
    lastAt.set(opening, count)
    if (last === undefined || count - last > REPEAT_REACH_BLOCKS) continue
    repeats.add(index)
    lengths.repeated += text.length
  }
  return lengths.repeated <= REPEAT_SHARE_MAX * lengths.all ? repeats : new Set()
}

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
