/** Finds what stands beside the title's own element and may outweigh it: footers, sidebars, rows of cards. */

import { isHeading, linkShare, type Page, type PageElement } from '../page/page-block.ts'
import type { Weights } from '../page/prose.ts'
import { PARAGRAPH_TAGS } from './body-names.ts'
import { zoneOf } from './zone-tokens.ts'

/** In UTF-16 code units of prose, beside a title, that may be a whole article. */
const OWN_LENGTH_MIN = 200

/** The same where only the shape of what stands beside it says that it is comments. */
const OWN_LENGTH_BESIDE_COMMENTS_MIN = 1_500

/** Whatever they are called. */
const BESIDE_TAGS: ReadonlySet<string> = new Set(['aside', 'footer', 'nav'])

const ROW_ITEMS_MIN = 4

/** Share of a row's prose that its items hold, and of the items that must look alike. */
const ROW_SHARE_MIN = 0.8
const ALIKE_SHARE_MIN = 0.75

/** In UTF-16 code units: what a card says at most, and the least that its link says. */
const EXCERPT_LENGTH_MAX = 700
const LINK_LENGTH_MIN = 15

type Branches = {
  /** Those that hold prose, in document order. */
  readonly children: ReadonlyMap<PageElement, readonly PageElement[]>
  readonly weights: Weights
  readonly titleIndex: number | undefined
}

const NONE: ReadonlySet<PageElement> = new Set()

/**
 * The children of `parent` that are no part of the article though they may hold most of the prose:
 * none where the title is unknown, or has not enough prose in its own child.
 */
export function rivalsOf(
  page: Page,
  parent: PageElement,
  branches: Branches,
): ReadonlySet<PageElement> {
  const beside = branches.children.get(parent) ?? []
  const own = beside.length > 1 ? ownBranch(beside, branches.titleIndex) : undefined
  if (own === undefined || own.node.name === 'header' || zoneOf(own.node) !== undefined) return NONE
  const length = branches.weights.of(own)
  if (length < OWN_LENGTH_MIN) return NONE
  const isRival = (child: PageElement) =>
    isNamedRival(child, branches) || isRowOfOthers(page, child, { own, branches })
  return new Set(beside.filter((child) => child !== own && isRival(child)))
}

/** The child that holds the title; where the title stands above them all, the first. */
function ownBranch(
  beside: readonly PageElement[],
  titleIndex: number | undefined,
): PageElement | undefined {
  if (titleIndex === undefined) return undefined
  const own = beside.find(({ first, end }) => first <= titleIndex && titleIndex < end)
  const [first] = beside
  return own ?? (first !== undefined && titleIndex < first.first ? first : undefined)
}

/** By its tag or role; a class alone is believed where its prose is in pieces, as a sidebar's is. */
function isNamedRival(element: PageElement, { children, weights }: Branches): boolean {
  if (BESIDE_TAGS.has(element.node.name)) return true
  const zone = zoneOf(element.node)
  if (zone === undefined || zone.vague) return false
  if (!zone.by.startsWith('.')) return true
  const pieces = children.get(only(element, { children, weights })) ?? []
  return pieces.length > 1 && pieces.every(({ node }) => !PARAGRAPH_TAGS.has(node.name))
}

/** The element inside it, or itself, that does not have nearly all of its prose in one child. */
function only(element: PageElement, { children, weights }: Omit<Branches, 'titleIndex'>) {
  let at = element
  for (;;) {
    const least = ROW_SHARE_MIN * weights.of(at)
    const child = children.get(at)?.find((each) => weights.of(each) > least)
    if (child === undefined) return at
    at = child
  }
}

function isRowOfOthers(
  page: Page,
  element: PageElement,
  { own, branches }: { own: PageElement; branches: Branches },
): boolean {
  const { children, weights, titleIndex } = branches
  const row = only(element, branches)
  const items = (children.get(row) ?? []).filter(({ node }) => mayBeItem(node.name))
  const alike = items.filter(({ node }) => node.name === items[0]?.node.name)
  if (alike.length < ROW_ITEMS_MIN) return false
  const held = alike.reduce((sum, item) => sum + weights.of(item), 0)
  if (held < ROW_SHARE_MIN * weights.of(row)) return false
  const isAbove = titleIndex !== undefined && titleIndex >= element.end
  if (isAbove || isMostly(alike, (item) => isCard(page, item, weights))) return true
  if (weights.of(own) < OWN_LENGTH_BESIDE_COMMENTS_MIN) return false
  return isMostly(alike, (item) => isComment(page, item, weights))
}

function mayBeItem(tag: string): boolean {
  return tag === 'li' || !PARAGRAPH_TAGS.has(tag)
}

function isMostly(items: readonly PageElement[], is: (item: PageElement) => boolean): boolean {
  return items.filter(is).length >= ALIKE_SHARE_MIN * items.length
}

/** Begins with a link and says little more. */
function isCard(page: Page, item: PageElement, weights: Weights): boolean {
  if (weights.of(item) > EXCERPT_LENGTH_MAX) return false
  for (let index = item.first; index < item.end; index += 1) {
    const block = page.blocks[index]
    if (block?.kind !== 'text' || block.text.length < LINK_LENGTH_MIN) continue
    if (weights.between(index, index + 1) > 0) return false
    if (linkShare(block) >= ROW_SHARE_MIN && block.href?.startsWith('#') !== true) return true
  }
  return false
}

/** Begins with small lines, a name or a date, and has no heading that is not a name's link. */
function isComment(page: Page, item: PageElement, weights: Weights): boolean {
  let small = 0
  for (let index = item.first; index < item.end; index += 1) {
    const block = page.blocks[index]
    if (block?.kind !== 'text') continue
    if (isHeading(block) && block.linkLength === 0) return false
    if (weights.between(index, index + 1) > 0) return small > 0
    small += 1
  }
  return false
}
