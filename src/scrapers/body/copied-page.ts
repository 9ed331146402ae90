/** Finds the copy of a whole article, title and all, that a template shows on screens of another size. */

import { foldsTo, foldText } from '../../articles/fold.ts'
import type { Page } from '../page/page-block.ts'

/** Paragraphs that must come again in a row, and how long such are, in UTF-16 code units. */
const COPY_PARAGRAPHS_MIN = 2
const PARAGRAPH_LENGTH_MIN = 80

/** Times that the title stands on the page which are looked at; more are a strip. */
const TITLES_MAX = 5

/** Indices of the blocks around a title that say again what stands around an earlier one. */
export function copiedPage(page: Page, titleIndex: number | undefined): ReadonlySet<number> {
  const copies = new Set<number>()
  if (titleIndex === undefined) return copies
  const shown = page.blocks[titleIndex]?.text ?? ''
  const title = foldText(shown)
  const isTitle = (text: string) =>
    title !== '' && text.length <= 2 * shown.length && foldsTo(text, title)
  const looked: number[] = []
  for (let index = titleIndex; index < page.blocks.length; index += 1) {
    if (looked.length < TITLES_MAX && isTitle(page.blocks[index]?.text ?? '')) looked.push(index)
  }
  for (const [place, earlier] of looked.entries()) {
    for (const later of looked.slice(place + 1)) addCopy(page, earlier, later, copies)
  }
  return copies
}

function addCopy(page: Page, earlier: number, later: number, copies: Set<number>): void {
  const { first, end } = sameRun(page, earlier, later)
  const run = page.blocks.slice(later, end)
  const long = run.filter(({ text }) => text.length >= PARAGRAPH_LENGTH_MIN)
  if (long.length < COPY_PARAGRAPHS_MIN) return
  for (let copy = first; copy < end; copy += 1) copies.add(copy)
}

/** The blocks before and after `later` that equal those before and after `earlier`. */
function sameRun(page: Page, earlier: number, later: number): { first: number; end: number } {
  const most = later - earlier
  const isSame = (step: number) => {
    const copy = page.blocks[later + step]
    return copy !== undefined && page.blocks[earlier + step]?.text === copy.text
  }
  let ahead = 1
  while (ahead < most && isSame(ahead)) ahead += 1
  let back = 0
  while (back + ahead < most && isSame(-back - 1)) back += 1
  return { first: later - back, end: later + ahead }
}
