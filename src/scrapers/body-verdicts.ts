/** Judges the blocks inside the body's element: what of it is not the article. */

import type { RemovalReason } from '../articles/article.ts'
import type { DateOptions } from '../articles/dates.ts'
import type { ArticleSpan } from './article-span.ts'
import { furnitureReason, isLinkOnly, isTagLine } from './furniture.ts'
import { isDateLine, isMetaLine } from './meta-line.ts'
import { isHeading, type Page, type PageBlock } from './page-block.ts'

export type BodySpan = ArticleSpan & { readonly dates: DateOptions }

/** Prose at the start of a body between which a date line may stand. */
const OPENING_BLOCKS = 2

/** Why the block is no part of the article, undefined where it is one. */
export function bodyReason(page: Page, index: number, span: BodySpan): RemovalReason | undefined {
  const block = page.blocks[index]
  if (block === undefined || block.kind === 'image' || block.kind === 'code') return undefined
  return furnitureReason(page, index) ?? edgeReason(block, index, span)
}

/** Before the first and after the last prose stand dates, bylines, breadcrumbs, loose links. */
function edgeReason(block: PageBlock, index: number, span: BodySpan): RemovalReason | undefined {
  const { start, last, dates } = span
  if (index >= start && index <= last) {
    const isOpening = index - start < OPENING_BLOCKS
    return isOpening && isDateLine(block.text, dates) ? 'metadata' : undefined
  }
  if (isMetaLine(block, dates)) return 'metadata'
  if (isHeading(block)) return index > last ? 'boilerplate' : undefined
  if (index > last && isTagLine(block)) return 'metadata'
  return isLinkOnly(block) ? 'navigation' : undefined
}
