/** Knows articles that hardly hold a sentence: poems, tables, pictures with a few words below each. */

import { isHeading, linkShare, type Page, type PageBlock } from './page-block.ts'
import { type Weights, weigh } from './prose.ts'

/** Lines of a poem, and how much they say, in UTF-16 code units. */
const LINES_MIN = 6
const LINES_LENGTH_MIN = 160
const LINE_WORDS_MIN = 4

/** Pictures of an essay, and the captions with them. */
const PICTURES_MIN = 4
const CAPTION_WORDS_MIN = 2

/** What a picture says, as so many UTF-16 code units of text. */
const PICTURE_WEIGHT = 40

/** Above it, a line is a list of links. */
const LINK_SHARE_MAX = 0.5

/** Cells of a table that is all an article has to say. */
const CELLS_MIN = 12

/**
 * What the lines or captions that follow the title weigh, where they are an article without being
 * prose; undefined where they are none.
 */
export function lineWeights(
  page: Page,
  titleIndex: number | undefined,
  isFree: (index: number) => boolean,
): Weights | undefined {
  if (titleIndex === undefined) return undefined
  const isBelow = (index: number) => index > titleIndex && isFree(index)
  const below = page.blocks.filter((_block, index) => isBelow(index))
  if (!isEssay(below) && !isPoem(below) && !isTable(below)) return undefined
  return weigh(page, (block, index) => (isBelow(index) ? weightOf(block) : 0))
}

function weightOf(block: PageBlock): number {
  if (isPicture(block)) return PICTURE_WEIGHT
  return isLine(block, CAPTION_WORDS_MIN) ? block.text.length : 0
}

function isPicture({ kind, href }: PageBlock): boolean {
  return kind === 'image' && href === undefined
}

function isEssay(below: readonly PageBlock[]): boolean {
  const pictures = below.filter(isPicture)
  const captions = below.filter((block) => isLine(block, CAPTION_WORDS_MIN))
  return pictures.length >= PICTURES_MIN && captions.length >= pictures.length / 2
}

function isPoem(below: readonly PageBlock[]): boolean {
  const lines = below.filter((block) => isLine(block, LINE_WORDS_MIN))
  return lines.length >= LINES_MIN && lengthOf(lines) >= LINES_LENGTH_MIN
}

function isTable(below: readonly PageBlock[]): boolean {
  const cells = below.filter((block) => block.tag === 'td' && isLine(block, 1))
  return cells.length >= CELLS_MIN && lengthOf(cells) >= LINES_LENGTH_MIN
}

function lengthOf(blocks: readonly PageBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0)
}

function isLine(block: PageBlock, wordsMin: number): boolean {
  if (block.kind !== 'text' || isHeading(block) || block.tag === 'button') return false
  return linkShare(block) <= LINK_SHARE_MAX && block.text.split(' ', wordsMin).length === wordsMin
}
