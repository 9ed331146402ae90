/** Widens the body's element where its article goes on in a sibling: a last section in a division of its own. */

import { foldText } from '../../articles/fold.ts'
import { readMarkers } from '../../articles/headings/markers.ts'
import { isHeading, type Page, type PageBlock, type PageElement } from '../page/page-block.ts'
import type { Weights } from '../page/prose.ts'

/** Elements around the body that are asked; more stand around the whole page. */
const CLIMB_MAX = 4

/** Share of the wider element's prose that may stand before the title and behind what ends the article. */
const OUTSIDE_SHARE_MAX = 0.1

/** Folded. How a last section is headed, whatever stands below an article. */
const CONCLUSIONS: ReadonlySet<string> = new Set(
  [
    ...['kết luận', 'lời kết', 'tổng kết', 'tạm kết', 'kết', 'kết bài', 'lời cuối'],
    ...['conclusion', 'conclusions', 'summary', 'final thoughts', 'wrapping up', 'fazit'],
  ].map(foldText),
)

type Place = {
  /** Prose that is in no zone and on no card. */
  readonly weights: Weights
  readonly titleIndex: number | undefined
  /** Whether nothing speaks against the block, by index. */
  readonly isFree: (index: number) => boolean
}

/** `isWidened` where the element is not the one that was found first. */
export type WholeBody = { readonly element: PageElement; readonly isWidened: boolean }

/**
 * The closest element around `body` that holds what goes on right behind it: a heading that counts
 * on, or that heads a conclusion, as the headings of the body are set. `body` where nothing does.
 */
export function wholeBody(page: Page, body: PageElement, place: Place): WholeBody {
  let whole = body
  let around = body.parent
  for (let depth = 0; depth < CLIMB_MAX && around !== undefined; depth += 1) {
    if (goesOn(page, { whole, around }, place)) whole = around
    around = around.parent
  }
  return { element: whole, isWidened: whole !== body }
}

function goesOn(
  page: Page,
  { whole, around }: { whole: PageElement; around: PageElement },
  { weights, titleIndex, isFree }: Place,
): boolean {
  const next = page.blocks.findIndex(({ text }, index) => index >= whole.end && text !== '')
  const heading = page.blocks[next]
  if (heading === undefined || next >= around.end || !isFree(next)) return false
  if (!continues(heading, page.blocks.slice(whole.first, whole.end))) return false
  let end = next
  while (end < around.end && isFree(end)) end += 1
  const isTitled = titleIndex !== undefined && titleIndex >= around.first && titleIndex < around.end
  const first = isTitled ? titleIndex : whole.first
  const outside = weights.between(around.first, first) + weights.between(end, around.end)
  return weights.between(next, end) > 0 && outside <= OUTSIDE_SHARE_MAX * weights.of(around)
}

/** Set as a heading of the body, and either numbered behind the last of them or called a conclusion. */
function continues(heading: PageBlock, blocks: readonly PageBlock[]): boolean {
  const headings = blocks.filter((block) => isHeading(block) || block.bold)
  const alike = headings.filter(({ tag, bold }) => tag === heading.tag && bold === heading.bold)
  if (alike.length === 0) return false
  if (CONCLUSIONS.has(foldText(heading.text))) return true
  const said = alike.flatMap(({ text }) => readMarkers(text.normalize('NFC')))
  return readMarkers(heading.text.normalize('NFC')).some(({ marker }) =>
    said.some(({ marker: { family, value } }) => family === marker.family && value < marker.value),
  )
}
