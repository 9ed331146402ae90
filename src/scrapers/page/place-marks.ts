/** Recognises the signs that lead about on the page itself: `¶` and `#` beside headings, `↩` behind notes. */

import {
  type HtmlElement,
  isElement,
  nodesWithin,
  textData,
} from '../../articles/html/html-tree.ts'

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

/** A sign is small; a link with more in it leads somewhere that it names. */
const NODES_MAX = 12

/** Whether the element is a link within the page that says no word and shows no picture. */
export function isPlaceMark(element: HtmlElement): boolean {
  if (element.name !== 'a' || element.attribs['href']?.startsWith('#') !== true) return false
  let seen = 0
  for (const node of nodesWithin(element)) {
    seen += 1
    if (seen > NODES_MAX || (isElement(node) && node.name === 'img')) return false
    if (LETTER_OR_DIGIT.test(textData(node) ?? '')) return false
  }
  return true
}
