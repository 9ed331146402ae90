/** Tells a badge beside a title from the same words in a menu, or above a box. */

import { isLinkOnly } from '../body/furniture.ts'
import type { Zone } from '../body/zones.ts'
import { isHeading, type Page } from '../page/page-block.ts'
import { isFeaturedBadge } from './meta-line.ts'

type Place = {
  readonly zones: readonly (Zone | undefined)[]
  readonly title: { readonly index: number | undefined }
}

/** Whether the block, by index, marks an article: it heads no box, and is no entry of a list of links. */
export function marksArticle(page: Page, index: number, { zones, title }: Place): boolean {
  const block = page.blocks[index]
  if (block === undefined || !isFeaturedBadge(block.text) || isHeading(block)) return false
  const zone = zones[index]
  const isTitled = title.index !== undefined && zones[title.index] === zone
  if ((zone === 'navigation' || zone === 'widget') && !isTitled) return false
  const neighbours = [page.blocks[index - 1], page.blocks[index + 1]]
  const isListed = neighbours.some((other) => isLinkOnly(other) && other?.tag === block.tag)
  return !(isLinkOnly(block) && isListed)
}
