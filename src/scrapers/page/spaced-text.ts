/** Reads a small line as it is laid out: what stands in elements of its own is apart. */

import {
  collapse,
  type HtmlElement,
  isElement,
  textData,
  walk,
} from '../../articles/html/html-tree.ts'
import type { PageBlock } from './page-block.ts'
import { isHidden, isSkipped } from './visibility.ts'

/** In UTF-16 code units. A longer block is prose, in which a tag may stand inside a word. */
const LINE_LENGTH_MAX = 400

/**
 * The block's text with a space at the edge of each element: `<i>09/07/2024</i><i>59 views</i>`
 * shows two things, parted by a style sheet.
 */
export function spacedText(block: PageBlock): string {
  return block.text.length > LINE_LENGTH_MAX ? block.text : readNodes(block, () => false)
}

/** The same without its links: the date beside a title. */
export function textBesideLinks(block: PageBlock): string {
  if (block.owner.href !== undefined) return ''
  return readNodes(block, ({ name }) => name === 'a')
}

function readNodes({ nodes }: PageBlock, leavesOut: (element: HtmlElement) => boolean): string {
  const parts: string[] = []
  for (const root of nodes) {
    walk(root, {
      enter(node) {
        const data = textData(node)
        if (data !== undefined) parts.push(data)
        if (!isElement(node)) return false
        parts.push(' ')
        return !(isSkipped(node.name) || isHidden(node) || leavesOut(node))
      },
      leave: () => parts.push(' '),
    })
  }
  return collapse(parts.join(''))
}
