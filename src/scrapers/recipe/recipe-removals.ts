/** Takes what a recipe removes out of the page, before anything else is read, and keeps account of it. */

import type { RemovalReason } from '../../articles/article.ts'
import { type HtmlElement, type HtmlNode, isElement } from '../../articles/html/html-tree.ts'
import { REMOVED_TEXT_LENGTH_MAX } from '../body/removed-blocks.ts'
import { pageBlocks } from '../page/page-blocks.ts'
import { isHidden, isSkipped } from '../page/visibility.ts'
import type { Removal } from './recipe-matches.ts'

/** A block that a recipe took away; `rule` is the label of its selector. */
export type RecipeRemoval = {
  readonly text: string
  readonly reason: RemovalReason
  readonly rule: string
}

/**
 * Detaches the elements and gives back what a reader would have seen of them, a block each. What
 * stands in an element that goes anyway is not counted twice; of two rules the first one counts.
 */
export function detachRemovals(removals: readonly Removal[]): RecipeRemoval[] {
  const chosen = new Map<HtmlNode, Removal>()
  for (const removal of removals) {
    for (const element of removal.elements) {
      if (!chosen.has(element)) chosen.set(element, removal)
    }
  }
  const outermost = [...chosen].flatMap(([node, removal]) => {
    return 'attribs' in node && !standsIn(node, chosen) ? [{ node, removal }] : []
  })
  detach(new Set(outermost.map(({ node }) => node)))
  return outermost.flatMap(({ node, removal }) => shownBlocks(node, removal))
}

function standsIn(element: HtmlElement, chosen: ReadonlyMap<HtmlNode, Removal>): boolean {
  for (let at: HtmlNode | null = element.parent; at !== null; at = at.parent) {
    if (chosen.has(at)) return true
  }
  return false
}

/** Relinks each parent's children once: taking them out one by one would look for each anew. */
function detach(elements: ReadonlySet<HtmlElement>): void {
  const removed: ReadonlySet<HtmlNode> = elements
  const parents = new Set([...elements].map(({ parent }) => parent))
  for (const parent of parents) {
    if (parent === null || !isElement(parent)) continue
    parent.children = parent.children.filter((node) => !removed.has(node))
    for (const [index, node] of parent.children.entries()) {
      node.prev = parent.children[index - 1] ?? null
      node.next = parent.children[index + 1] ?? null
    }
  }
  for (const element of elements) {
    element.parent = null
    element.prev = null
    element.next = null
  }
}

function shownBlocks(element: HtmlElement, { label, reason }: Removal): RecipeRemoval[] {
  if (isSkipped(element.name) || isHidden(element)) return []
  return pageBlocks(element).blocks.map(({ text }) => ({
    text: text.slice(0, REMOVED_TEXT_LENGTH_MAX),
    reason: text === '' ? 'empty' : reason,
    rule: label,
  }))
}
