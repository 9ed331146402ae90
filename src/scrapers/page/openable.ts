/** Tells text that readers can open by a click from what they never see. */

import { type HtmlElement, type HtmlNode, isElement, walk } from '../../articles/html/html-tree.ts'
import { isHidden } from './visibility.ts'

/** Nodes of a neighbour that are looked through for what opens: a heading, an icon, a button. */
const NEIGHBOUR_NODES_MAX = 16

/** Attributes of what opens something. */
const OPENER_ATTRIBUTES = ['aria-controls', 'aria-expanded', 'data-bs-toggle', 'data-toggle']

/** Menus and forms open, too. */
const PANEL_TAGS: ReadonlySet<string> = new Set(['article', 'dd', 'div', 'p', 'section'])

/**
 * Whether a hidden element is a panel of its own: an answer below its question, a tab, the rest of a
 * text behind "read on". What opens it stands right beside it.
 */
export function isOpenable(element: HtmlElement): boolean {
  if (element.attribs['role'] === 'tabpanel') return true
  return [neighbour(element, 'prev'), neighbour(element, 'next')].some(
    (beside) => beside !== undefined && holdsOpener(beside),
  )
}

/** Whether the button stands right before a hidden panel, which only it can open. */
export function opensNext(button: HtmlElement): boolean {
  const next = neighbour(button, 'next')
  return next !== undefined && PANEL_TAGS.has(next.name) && isHidden(next)
}

function neighbour(element: HtmlElement, side: 'prev' | 'next'): HtmlElement | undefined {
  let node: HtmlNode | null = element[side]
  while (node !== null && !isElement(node)) node = node[side]
  return node ?? undefined
}

function holdsOpener(element: HtmlElement): boolean {
  let found = false
  let left = NEIGHBOUR_NODES_MAX
  walk(element, {
    enter(node) {
      left -= 1
      if (isElement(node) && isOpener(node)) found = true
      return !found && left > 0
    },
  })
  return found
}

function isOpener({ name, attribs }: HtmlElement): boolean {
  if (name === 'button' || attribs['role'] === 'button') return true
  return OPENER_ATTRIBUTES.some((attribute) => attribute in attribs)
}
