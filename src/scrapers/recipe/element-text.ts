/** Reads what one element tells a recipe: to machines, in an attribute, or to readers, as it is shown. */

import {
  attribute,
  collapse,
  type HtmlElement,
  nodesWithin,
  textData,
} from '../../articles/html/html-tree.ts'
import type { PageBlock } from '../page/page-block.ts'
import { pageBlocks } from '../page/page-blocks.ts'

/** Nodes and UTF-16 code units of an element that is read: one that holds more is no field. */
const NODES_MAX = 2_000
const SOURCE_LENGTH_MAX = 50_000

/** The attribute `name` where a rule names one, else what the element keeps for machines, else its text. */
export function textIn(element: HtmlElement, name: string | undefined): string {
  const told = machineText(element, name, undefined)
  return told ?? shownText(element, ({ text }) => text)
}

/** As a reader sees the element: without what is hidden, a space for each break. */
export function shownText(element: HtmlElement, textOf: (block: PageBlock) => string): string {
  if (holdsTooMuch(element)) return ''
  const blocks = pageBlocks(element).blocks.filter(({ kind }) => kind === 'text')
  return blocks.map(textOf).join(' ')
}

/** What stands in the attribute that the rule names, or that the element keeps for machines. */
export function machineText(
  element: HtmlElement,
  name: string | undefined,
  format: string | undefined,
): string | undefined {
  if (name !== undefined) return written(element, name) ?? ''
  if (element.name === 'meta') return written(element, 'content') ?? ''
  // A format speaks of what is shown.
  return element.name === 'time' && format === undefined
    ? attribute(element, 'datetime')
    : undefined
}

/** A recipe may ask for an attribute of any name, such as every object has: `constructor`. */
export function written(element: HtmlElement, name: string): string | undefined {
  const value = Object.hasOwn(element.attribs, name) ? element.attribs[name] : undefined
  return value === undefined ? undefined : collapse(value)
}

/** A selector may name a page's divisions, each inside the last: to read them all takes its square. */
function holdsTooMuch(element: HtmlElement): boolean {
  let nodes = 0
  let length = 0
  for (const node of nodesWithin(element)) {
    nodes += 1
    length += textData(node)?.length ?? 0
    if (nodes > NODES_MAX || length > SOURCE_LENGTH_MAX) return true
  }
  return false
}
