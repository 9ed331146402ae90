/** Puts what a page opens and closes into a tree, as forgiving of what is missing as browsers are. */

import type { HtmlData, HtmlElement, HtmlNode } from './html-tree.ts'
import { type TagRule, tagRule } from './tag-rules.ts'

/** Elements inside one another; pages that people read stay below a hundred. */
const DEPTH_MAX = 2_000

/** Void, and shows nothing: a tag too deep is read as this one. */
const STAND_IN = 'wbr'

/** Elements between an item and its list. */
const LOOKED_UP_MAX = 50

const LISTS: ReadonlySet<string> = new Set(['dl', 'menu', 'ol', 'ul'])
const ITEM_NAMES: ReadonlySet<string> = new Set(['dd', 'dt', 'li'])

type Open = { readonly name: string; readonly element: HtmlElement }

/** A tree that grows; `open` begins with its root. */
export type Building = {
  readonly open: Open[]
  /** How many elements of a name are open: most ends of what is not are found by it at once. */
  readonly counts: Map<string, number>
  /** Whether `/>` ends elements, innermost last. */
  readonly foreign: boolean[]
  /** Whether an item may stand in another of its own list, as it must not. */
  nestsItems: boolean
  /** The innermost open element. */
  parent: HtmlElement
  /** What text goes on: only an end or another node parts it. */
  text: HtmlData | undefined
}

export function beginTree(rootName: string): Building {
  const parent = elementOf(rootName, {})
  const open = [{ name: '', element: parent }]
  const nestsItems = false
  return { open, counts: new Map(), foreign: [false], nestsItems, parent, text: undefined }
}

export function addText(data: string, building: Building): void {
  if (building.text !== undefined) building.text.data += data
  else {
    const node: HtmlData = { type: 'text', data, parent: null, prev: null, next: null }
    append(node, building)
    building.text = node
  }
}

/** A comment, or a declaration, which is kept as one. */
export function addComment(data: string, building: Building): void {
  append({ type: 'comment', data, parent: null, prev: null, next: null }, building)
}

/** `isClosed` where it was written as `<tag/>`. */
export function openElement(
  rule: TagRule,
  attribs: Record<string, string>,
  isClosed: boolean,
  building: Building,
): void {
  const { open, foreign } = building
  if (rule.ends !== undefined) endImplied(rule.ends, building)
  if (rule.isItem) building.nestsItems ||= mayNest(open)
  if (!rule.isVoid && rule.isForeign !== undefined) foreign.push(rule.isForeign)
  const isTooDeep = open.length > DEPTH_MAX
  const element = isTooDeep ? elementOf(STAND_IN, {}) : elementOf(rule.name, attribs)
  append(element, building)
  if (rule.isVoid || (isClosed && foreign.at(-1) === true)) return
  open.push({ name: rule.name, element: isTooDeep ? building.parent : element })
  building.counts.set(rule.name, (building.counts.get(rule.name) ?? 0) + 1)
  if (!isTooDeep) building.parent = element
}

/** Looks up from a new item to its list. */
function mayNest(open: readonly Open[]): boolean {
  for (let up = 1; up <= LOOKED_UP_MAX; up += 1) {
    const name = open.at(-up)?.name ?? ''
    if (LISTS.has(name) || name === '') return false
    if (ITEM_NAMES.has(name)) return true
  }
  return true
}

/** Ends the innermost element of that name and all in it; without one, `</p>` and `</br>` are both tags. */
export function closeElement(written: string, building: Building): void {
  const { name, isForeign, isVoid } = tagRule(written)
  if (isForeign !== undefined) building.foreign.pop()
  if ((building.counts.get(name) ?? 0) > 0) {
    while (building.open.at(-1)?.name !== name) endInnermost(building)
    endInnermost(building)
  } else if (name === 'p' || (isVoid && name === 'br')) {
    append(elementOf(name, {}), building)
  }
}

function endImplied(ends: ReadonlySet<string>, building: Building): void {
  const { open } = building
  for (let last = open.at(-1); last !== undefined && ends.has(last.name); last = open.at(-1)) {
    endInnermost(building)
  }
}

function endInnermost(building: Building): void {
  const { open, counts } = building
  const ended = open.pop()
  const last = open.at(-1)
  if (ended === undefined || last === undefined) return
  counts.set(ended.name, (counts.get(ended.name) ?? 1) - 1)
  building.parent = last.element
  building.text = undefined
}

function elementOf(name: string, attribs: Record<string, string>): HtmlElement {
  return { type: 'tag', name, attribs, children: [], parent: null, prev: null, next: null }
}

function append(node: HtmlNode, building: Building): void {
  const { parent } = building
  const { children } = parent
  const before = children.at(-1)
  node.parent = parent
  if (before !== undefined) {
    node.prev = before
    before.next = node
  }
  children.push(node)
  building.text = undefined
}
