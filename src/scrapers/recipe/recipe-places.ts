/** Finds which blocks of a page show the elements that a recipe's selectors name. */

import { type HtmlElement, type HtmlNode, textOf } from '../../articles/html/html-tree.ts'
import type { Page, PageElement } from '../page/page-block.ts'

/** A field's element that holds more blocks than that holds other things, too. */
const FIELD_BLOCKS_MAX = 4

/** Of a block's text, what elements inside it have to say for the block to be theirs. */
const OWN_SHARE_MIN = 0.5

/** Block indices; `element` holds them, and `share` of their text is the wanted element's own. */
type Place = {
  readonly element: PageElement
  readonly first: number
  readonly end: number
  readonly share: number
}

export type Places = { readonly of: (element: HtmlElement) => Place | undefined }

/** Looks at the page once; what is asked later takes a climb of the tree at most. */
export function placesOn(page: Page): Places {
  const elements = new Map<HtmlNode, PageElement>()
  for (const element of page.elements) elements.set(element.node, element)
  const blocks = new Map<HtmlNode, number>()
  for (const [index, block] of page.blocks.entries()) {
    for (const node of block.nodes) if (!blocks.has(node)) blocks.set(node, index)
  }
  return {
    of(wanted) {
      const known = elements.get(wanted)
      if (known !== undefined) {
        return { element: known, first: known.first, end: known.end, share: 1 }
      }
      for (let at: HtmlNode | null = wanted; at !== null; at = at.parent) {
        const first = blocks.get(at)
        const block = first === undefined ? undefined : page.blocks[first]
        if (first === undefined || block === undefined) continue
        const share = textOf([wanted]).length / Math.max(1, block.text.length)
        return { element: block.owner, first, end: first + 1, share }
      }
      return undefined
    },
  }
}

/** The blocks that show these elements and hardly anything else. */
export function blocksShowing(elements: readonly HtmlElement[], places: Places): number[] {
  const shares = new Map<number, number>()
  for (const element of elements) {
    const place = places.of(element)
    if (place === undefined || place.end - place.first > FIELD_BLOCKS_MAX) continue
    for (let index = place.first; index < place.end; index += 1) {
      shares.set(index, (shares.get(index) ?? 0) + place.share)
    }
  }
  return [...shares].flatMap(([index, share]) => (share >= OWN_SHARE_MIN ? [index] : []))
}

/** The smallest element that holds all of them, and the blocks of it that none of them holds. */
export function joined(
  parts: readonly PageElement[],
): { readonly element: PageElement; readonly gaps: ReadonlySet<number> } | undefined {
  const [first, ...rest] = parts
  if (first === undefined) return undefined
  const begin = Math.min(...parts.map((part) => part.first))
  const end = Math.max(...parts.map((part) => part.end))
  let element = first
  while (rest.length > 0 && element.parent !== undefined && !holds(element, { begin, end })) {
    element = element.parent
  }
  const gaps = new Set<number>()
  for (let index = element.first; index < element.end; index += 1) gaps.add(index)
  for (const part of parts) {
    for (let index = part.first; index < part.end; index += 1) gaps.delete(index)
  }
  return { element, gaps }
}

function holds(element: PageElement, { begin, end }: { begin: number; end: number }): boolean {
  return element.first <= begin && element.end >= end
}
