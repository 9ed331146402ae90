/** Puts items of lists side by side that a page never closed, as browsers do. */

import { type HtmlElement, isElement, walk } from '../../articles/html/html-tree.ts'

/** Moved items of one page; more is an attack, and each takes time that grows with the list. */
const MOVES_MAX = 2_000

const ITEMS: ReadonlyMap<string, string> = new Map([
  ['dd', 'definition'],
  ['dt', 'definition'],
  ['li', 'item'],
])

/**
 * Elements through which a new item does not close the one it stands in. Source: the HTML standard,
 * "A start tag whose tag name is li": every special element but `address`, `div` and `p`.
 */
const BARRIERS: ReadonlySet<string> = new Set([
  ...['article', 'aside', 'blockquote', 'button', 'center', 'details', 'dir', 'dl', 'fieldset'],
  ...['figure', 'footer', 'form', 'header', 'main', 'menu', 'nav', 'object', 'ol', 'section'],
  ...['summary', 'table', 'td', 'th', 'ul'],
])

export type MisplacedItem = { readonly item: HtmlElement; readonly after: HtmlElement }

/** The items that stand inside an item of the same list, in document order. */
export function misplacedItems(root: HtmlElement): MisplacedItem[] {
  const open: HtmlElement[] = []
  const misplaced: MisplacedItem[] = []
  walk(root, {
    enter(node) {
      if (!isElement(node)) return false
      const kind = ITEMS.get(node.name)
      const outer = open.at(-1)
      const isMisplaced =
        kind !== undefined && outer !== undefined && ITEMS.get(outer.name) === kind
      if (isMisplaced && misplaced.length < MOVES_MAX) misplaced.push({ item: node, after: outer })
      if (kind !== undefined || BARRIERS.has(node.name)) open.push(node)
      return true
    },
    leave(element) {
      if (open.at(-1) === element) open.pop()
    },
  })
  return misplaced
}
