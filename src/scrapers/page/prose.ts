/** How much of a page is prose: what each block and each element weighs. */

import { isHeading, linkShare, type Page, type PageBlock, type PageElement } from './page-block.ts'
import { isServerMessage } from './server-message.ts'

/** In UTF-16 code units. Shorter texts are prose only where they end as a sentence does. */
const PROSE_LENGTH_MIN = 60
const SENTENCE_LENGTH_MIN = 20

/** Above it, a block is a list of links, whatever else it says. */
const LINK_SHARE_MAX = 0.5

/** A Chinese, Japanese or Thai character says about as much as these letters of ours. */
const DENSE_SCRIPT_FACTOR = 3
const DENSE_SCRIPT = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/

/** Longer headings that end as a sentence does are paragraphs in large letters. */
const HEADING_LENGTH_MAX = 140

const SENTENCE_END = /[.!?…。！？:;”"»)]$/

/** Answers in constant time what any run of blocks weighs. */
export type Weights = {
  readonly of: (element: PageElement) => number
  readonly between: (first: number, end: number) => number
}

/** The weight of a block: its characters outside links if it reads like prose, else 0. */
export function proseWeight(block: PageBlock): number {
  if (block.kind === 'code') return block.text.length
  if (block.kind !== 'text' || block.tag === 'button') return 0
  if (isHeading(block) && !isParagraph(block)) return 0
  if (linkShare(block) > LINK_SHARE_MAX || isServerMessage(block.text)) return 0
  const factor = DENSE_SCRIPT.test(block.text) ? DENSE_SCRIPT_FACTOR : 1
  const length = (block.text.length - block.linkLength) * factor
  if (length >= PROSE_LENGTH_MIN) return length
  return length >= SENTENCE_LENGTH_MIN && SENTENCE_END.test(block.text) ? length : 0
}

/** Never `h1` and `h2`: a standfirst of several lines is often set so. */
function isParagraph({ tag, text }: PageBlock): boolean {
  if (tag === 'h1' || tag === 'h2') return false
  return text.length > HEADING_LENGTH_MAX && SENTENCE_END.test(text)
}

const KNOWN = new WeakMap<Page, Weights>()

/** What the page's prose weighs, wherever it stands; summed once a page, for many ask. */
export function proseOf(page: Page): Weights {
  const known = KNOWN.get(page) ?? weigh(page, proseWeight)
  KNOWN.set(page, known)
  return known
}

/** Sums `weigh` over the page once, so that each element's sum is a subtraction. */
export function weigh(page: Page, weightOf: (block: PageBlock, index: number) => number): Weights {
  const sums = new Float64Array(page.blocks.length + 1)
  let sum = 0
  let end = 0
  for (const block of page.blocks) {
    sum += weightOf(block, end)
    end += 1
    sums[end] = sum
  }
  const between = (first: number, end: number) => (sums[end] ?? 0) - (sums[first] ?? 0)
  return { between, of: (element) => between(element.first, element.end) }
}
