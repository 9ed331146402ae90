/** Chooses the element that holds the article's body: by where the prose is, then by what it is called. */

import type { BodyRule } from '../../articles/explanation.ts'
import type { Page, PageElement } from '../page/page-block.ts'
import type { Weights } from '../page/prose.ts'
import { bodyMark, PARAGRAPH_TAGS } from './body-names.ts'
import { rivalsOf } from './rivals.ts'

/** A child that holds that share of the prose holds the article; below it, the parent does. */
const DESCEND_SHARE_MIN = 0.75

/** A name is believed where the element holds that share of the prose found by density. */
const MARKED_SHARE_MIN = 0.6

export type FoundBody = { readonly element: PageElement; readonly rule: BodyRule }

/**
 * The body's element. Follows the child that holds most of the prose as long as there is one, and
 * is no rival of the title's own; an element inside or around it that is called a body, and holds
 * most of that prose, is preferred.
 */
export function findBody(
  page: Page,
  { weights, titleIndex }: { weights: Weights; titleIndex: number | undefined },
): FoundBody {
  const dense = densest(page, weights, titleIndex)
  const enough = MARKED_SHARE_MIN * weights.of(dense)
  let found: FoundBody = { element: dense, rule: 'density' }
  if (enough === 0) return found
  for (const element of page.elements) {
    if (element.end <= dense.first || element.first >= dense.end) continue
    const rule = weights.of(element) >= enough ? bodyMark(element.node) : undefined
    if (rule !== undefined) found = { element, rule }
  }
  return found
}

function densest(page: Page, weights: Weights, titleIndex: number | undefined): PageElement {
  const children = weightyChildren(page, weights)
  let at = page.root
  for (;;) {
    const rivals = rivalsOf(page, at, { children, weights, titleIndex })
    const left = children.get(at)?.filter((child) => !rivals.has(child)) ?? []
    const child = heaviest(left, weights)
    if (child === undefined || PARAGRAPH_TAGS.has(child.node.name)) return at
    const lost = [...rivals].reduce((sum, rival) => sum + weights.of(rival), 0)
    if (weights.of(child) < DESCEND_SHARE_MIN * (weights.of(at) - lost)) return at
    at = child
  }
}

function heaviest(elements: readonly PageElement[], weights: Weights): PageElement | undefined {
  let found = elements[0]
  for (const element of elements) {
    if (found !== undefined && weights.of(element) > weights.of(found)) found = element
  }
  return found
}

function weightyChildren(
  page: Page,
  weights: Weights,
): ReadonlyMap<PageElement, readonly PageElement[]> {
  const children = new Map<PageElement, PageElement[]>()
  for (const element of page.elements) {
    if (element.parent === undefined || weights.of(element) === 0) continue
    const known = children.get(element.parent)
    if (known === undefined) children.set(element.parent, [element])
    else known.push(element)
  }
  return children
}
