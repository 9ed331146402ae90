/** Judges the blocks inside the body's element: what of it is not the article. */

import type { RemovalReason } from '../../articles/article.ts'
import type { DateOptions } from '../../articles/dates/dates.ts'
import { isDateBlock, isMetaLine } from '../fields/meta-line.ts'
import { isHeading, type Page, type PageBlock } from '../page/page-block.ts'
import type { ArticleSpan } from './article-span.ts'
import { furnitureReason, isLinkOnly, isTagLine } from './furniture.ts'
import { noticeReason } from './notice-lines.ts'

export type BodySpan = ArticleSpan & { readonly dates: DateOptions }

/** Prose at the start of a body between which a date line may stand. */
const OPENING_BLOCKS = 2

/** Why the block is no part of the article, undefined where it is one. */
export function bodyReason(page: Page, index: number, span: BodySpan): RemovalReason | undefined {
  const block = page.blocks[index]
  if (block === undefined || block.kind !== 'text') return undefined
  const reason =
    furnitureReason(page, index) ?? noticeReason(block) ?? edgeReason(block, index, span)
  return reason === 'boilerplate' && headsList(page, index) ? undefined : reason
}

/** Where the first words of a list or table stand. */
const LISTED: ReadonlySet<string> = new Set(['caption', 'dt', 'li', 'td', 'th'])

/** What an article ends with may be a list or a table: of ingredients, of prices. It keeps its heading. */
function headsList(page: Page, index: number): boolean {
  const [heading, next] = [page.blocks[index], page.blocks[index + 1]]
  if (heading === undefined || !isHeading(heading)) return false
  return next !== undefined && LISTED.has(next.tag) && next.linkLength === 0
}

/** The last block of a section too short to be called prose, where one follows the last prose. */
export function lastShown(
  page: Page,
  { first, last: lastProse, end, dates }: BodySpan,
  isFree: (index: number) => boolean,
): number {
  // A box below an article is seldom headed as its sections are.
  const tags = new Set(page.blocks.slice(first, lastProse).map(({ tag }) => tag))
  let last = lastProse
  let isHeaded = false
  for (let index = lastProse + 1; index < end && isFree(index); index += 1) {
    const block = page.blocks[index]
    if (block === undefined || furnitureReason(page, index) !== undefined) return last
    if (isHeading(block)) isHeaded = tags.has(block.tag)
    else if (block.kind !== 'text' || isMetaLine(block, dates) || block.linkLength > 0) return last
    else if (isHeaded) last = index
  }
  return last
}

/** Before the first and after the last prose stand dates, bylines, breadcrumbs, loose links. */
function edgeReason(block: PageBlock, index: number, span: BodySpan): RemovalReason | undefined {
  const { start, last, dates } = span
  if (index >= start && index <= last) {
    const isOpening = index - start < OPENING_BLOCKS
    return isOpening && isDateBlock(block, dates) ? 'metadata' : undefined
  }
  if (isMetaLine(block, dates)) return 'metadata'
  if (isHeading(block)) return index > last ? 'boilerplate' : undefined
  if (isTagLine(block)) return 'metadata'
  return isLinkOnly(block) ? 'navigation' : undefined
}
