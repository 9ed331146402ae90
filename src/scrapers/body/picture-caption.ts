/** Tells the caption of a picture, wherever it stands, from the paragraph that follows one. */

import { isElement, textOf } from '../../articles/html/html-tree.ts'
import type { Page, PageBlock, PageElement } from '../page/page-block.ts'
import { namesCaption } from './caption.ts'

/** In UTF-16 code units. Longer texts are paragraphs. */
const CAPTION_LENGTH_MAX = 500

/** Blocks of a box that holds a few pictures and what they are called. */
const BOX_BLOCKS_MAX = 6
const BOX_DEPTH_MAX = 5

const CAPTION_TAGS: ReadonlySet<string> = new Set(['em', 'i', 'small', 'cite', 'figcaption'])

/** Whether the block at `index` says what the picture or film right before it shows. */
export function captionsPicture(page: Page, index: number): boolean {
  const block = page.blocks[index]
  const before = page.blocks[index - 1]
  if (block?.kind !== 'text' || block.text.length > CAPTION_LENGTH_MAX) return false
  if (before?.kind !== 'image' && before?.kind !== 'embed') return false
  if (before.owner === block.owner && isSetApart(block)) return true
  return isInBox(page, block, index - 1)
}

/** All its words stand in italics or in small print. */
function isSetApart({ nodes }: PageBlock): boolean {
  return nodes.every((node) => {
    if (isElement(node) && CAPTION_TAGS.has(node.name)) return true
    return textOf([node]) === ''
  })
}

/** Whether a small element around it is called a caption's, or is a table of pictures. */
function isInBox(page: Page, block: PageBlock, picture: number): boolean {
  let box: PageElement | undefined = block.owner
  for (let depth = 0; box !== undefined && depth < BOX_DEPTH_MAX; depth += 1) {
    if (box.end - box.first > BOX_BLOCKS_MAX) break
    const holdsBoth = picture >= box.first && picture < box.end
    if (namesCaption(box.node) || (holdsBoth && isTableOfPictures(page, box))) return true
    box = box.parent
  }
  return false
}

/** Pictures, and one text: newsrooms lay out a picture and its caption in a table. */
function isTableOfPictures(page: Page, { node, first, end }: PageElement): boolean {
  if (node.name !== 'table') return false
  const texts = page.blocks.slice(first, end).filter(({ kind }) => kind === 'text')
  return texts.length === 1
}
