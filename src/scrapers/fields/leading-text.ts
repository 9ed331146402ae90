/** The first words of an element, however much it holds: nested marks must not cost the page again. */

import {
  collapse,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textData,
} from '../../articles/html/html-tree.ts'

/** Nodes that are looked at: a name, a date or a headline is near the start of what is marked so. */
const NODES_MAX = 200

/** In UTF-16 code units. */
const TEXT_LENGTH_MAX = 1_000

/** White space collapsed, a space at each edge of an element where `parted`; constant time. */
export function leadingText(root: HtmlElement, parted = false): string {
  const parts: string[] = []
  const stack: HtmlNode[] = [root]
  let length = 0
  for (let visits = 0; visits < NODES_MAX && length < TEXT_LENGTH_MAX; visits += 1) {
    const node = stack.pop()
    if (node === undefined) break
    if (node !== root && node.next !== null) stack.push(node.next)
    const data = textData(node)
    if (data !== undefined) {
      parts.push(data.slice(0, TEXT_LENGTH_MAX))
      length += data.length
    }
    if (parted) parts.push(' ')
    const first = firstChild(node)
    if (first !== undefined) stack.push(first)
  }
  return collapse(parts.join(''))
}

function firstChild(node: HtmlNode): HtmlNode | undefined {
  if (!isElement(node) || node.name === 'script' || node.name === 'style') return undefined
  return node.children[0]
}
