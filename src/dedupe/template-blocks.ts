/** Tells which blocks of a page are its site's and no part of the article. */

import { type PageBlock, type ReadBlock, readBlocks } from './page-blocks.ts'
import { recurs, type SiteTemplate, type Slot } from './site-template.ts'

/** Where the article stands, little recurs: what does may be a heading that many articles have. */
const PROSE_BLOCKS_MIN = 5
const PROSE_RECURRING_SHARE_MAX = 0.2
const HEADING_ARTICLES_MIN = 3
const HEADING_ARTICLES_SHARE = 0.5

/** A place on several pages where most recurs, or short links stand, is the template's. */
const SLOT_BLOCK_LENGTH_MAX = 400
const SLOT_PAGES_MIN = 2
const SLOT_RECURRING_SHARE = 0.6
const SLOT_LINKED_SHARE = 0.8
const SLOT_LINK_LENGTH_MAX = 120

/** What elements and names say of themselves; text longer than that is believed more. */
const NAMED_LENGTH_MAX = 400
const LINK_LENGTH_MAX = 160
const FURNITURE_ELEMENT = /(?:^|>)(?:nav|footer|header|aside|form|select)\b/
const FURNITURE_NAME =
  /[#.](?:nav|menu|footer|header|sidebar|breadcrumb|related|share|social|widget|newsletter|banner|ads?)\b/i

/** Whoever comments is no author of the article; "commentary" and "commentator" may be. */
const COMMENT = /comment(?!a)/i

/** Indices of the blocks that are the template's. */
export function templateBlocks(blocks: readonly PageBlock[], template: SiteTemplate): number[] {
  const read = readBlocks(blocks)
  return [...read.keys()].filter((index) => {
    const block = read[index]
    return block !== undefined && isTemplate(block, template)
  })
}

function isTemplate(block: ReadBlock, template: SiteTemplate): boolean {
  const slot = template.slots.get(block.path)
  if (recurs(block, template) && !isHeading(block, slot, template)) return true
  if (slot !== undefined && block.length < SLOT_BLOCK_LENGTH_MAX && isOfTemplate(slot)) return true
  return saysSo(block)
}

function isHeading({ key, isLinked }: ReadBlock, slot: Slot | undefined, template: SiteTemplate) {
  if (isLinked || slot === undefined || slot.blocks < PROSE_BLOCKS_MIN) return false
  if (slot.recurring / slot.blocks >= PROSE_RECURRING_SHARE_MAX) return false
  const least = Math.max(HEADING_ARTICLES_MIN, template.articles * HEADING_ARTICLES_SHARE)
  return (template.articlesOf.get(key) ?? 0) < least
}

function isOfTemplate({ blocks, recurring, linked, length, pages }: Slot): boolean {
  if (pages.size < SLOT_PAGES_MIN) return false
  if (recurring / blocks >= SLOT_RECURRING_SHARE) return true
  return linked / blocks >= SLOT_LINKED_SHARE && length / blocks < SLOT_LINK_LENGTH_MAX
}

function saysSo({ path, length, isLinked }: ReadBlock): boolean {
  if (COMMENT.test(path)) return true
  if (length >= NAMED_LENGTH_MAX) return false
  if (FURNITURE_ELEMENT.test(path) || FURNITURE_NAME.test(path)) return true
  return isLinked && length < LINK_LENGTH_MAX
}
