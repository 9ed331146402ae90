/** Moves nodes of a parsed page; each move takes time that grows with the siblings of the node. */

import { type HtmlElement, type HtmlNode, isElement } from './html-tree.ts'

/** Takes a node with all it holds out of the tree. */
export function detach(node: HtmlNode): void {
  const { parent, prev, next } = node
  if (parent !== null && isElement(parent)) {
    const at = parent.children.indexOf(node)
    if (at !== -1) parent.children.splice(at, 1)
  }
  if (prev !== null) prev.next = next
  if (next !== null) next.prev = prev
  node.parent = null
  node.prev = null
  node.next = null
}

/** Moves `node` right behind `place`, which must not stand inside of it. */
export function insertAfter(node: HtmlElement, place: HtmlElement): void {
  const { parent } = place
  if (parent === null || !isElement(parent)) return
  detach(node)
  const { next } = place
  node.parent = parent
  node.prev = place
  node.next = next
  place.next = node
  if (next !== null) next.prev = node
  parent.children.splice(parent.children.indexOf(place) + 1, 0, node)
}
