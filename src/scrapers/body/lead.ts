/** Finds the standfirst: what the page shows between its title and its body. */

import { foldText, opensLike } from '../../articles/fold.ts'
import { prefixEnd } from '../../articles/headings/said-prefix.ts'
import {
  isWithin,
  linkShare,
  type Page,
  type PageBlock,
  type PageElement,
} from '../page/page-block.ts'
import type { Weights } from '../page/prose.ts'
import { isCaption } from './caption.ts'
import { nameTokens } from './zone-tokens.ts'

/** In UTF-16 code units. */
const LEAD_LENGTH_MIN = 30
const LEAD_LENGTH_MAX = 1_500

/** Blocks after the title among which a lead is looked for, and those in which it may be said again. */
const REACH_BLOCKS = 14
const AGAIN_BLOCKS = 12

/** Elements around a block whose names are asked. */
const NAMED_DEPTH = 2

const ELLIPSIS = /(?:…|\.\.\.)$/

/** The end of a sentence, or its break: a lead may end there, where a machine that cuts does not look. */
const PAUSE = /[.!?…:;]["”’')\]]{0,3}$/
const DASH = /^\s?[-–—] /

const LEAD_WORDS: ReadonlySet<string> = new Set([
  ...['chapo', 'dek', 'deck', 'excerpt', 'intro', 'lead', 'lede', 'sapo', 'standfirst', 'subhead'],
  ...['subheadline', 'subtitle', 'summary', 'teaser', 'tomtat', 'abstract', 'description', 'desc'],
  ...['kicker', 'leadtext', 'introduction', 'shortdesc', 'headnote'],
])

export type LeadPlace = {
  /** Prose that is in no zone and on no card. */
  readonly weights: Weights
  /** The title's block, where one shows it. */
  readonly titleIndex: number | undefined
  readonly body: PageElement
  /** Whether nothing speaks against the block, by index. */
  readonly isFree: (index: number) => boolean
  /** Whether readers see it, and it is no card. */
  readonly isSeen: (index: number) => boolean
  /** Whether it only says when or by whom. */
  readonly isMeta: (index: number) => boolean
}

/** `standing`: prose before the body's element that belongs to the article, though it is no lead. */
export type FoundLead = {
  readonly index: number | undefined
  readonly text: string | null
  /** A cut-off copy of the first paragraph, which says nothing that the body does not. */
  readonly teaser: number | undefined
  readonly standing: readonly number[]
}

type Near = { readonly block: PageBlock; readonly index: number }

/** The standfirst, unless the page says nothing besides: then that is the article's text. */
export function findLead(page: Page, place: LeadPlace): FoundLead {
  const found = findLeadBlock(page, place)
  const { index, text } = found
  if (index === undefined || text === null) return found
  const said = foldText(text)
  const isAlone = page.blocks.every(
    (block, at) =>
      at === index || place.weights.between(at, at + 1) === 0 || foldText(block.text) === said,
  )
  return isAlone ? { index: undefined, text: null, teaser: undefined, standing: [] } : found
}

/**
 * By trust: a paragraph that a later one says again, a paragraph that is called a lead, the only
 * paragraph between title and body. What stands once inside the body is no lead.
 */
function findLeadBlock(page: Page, place: LeadPlace): FoundLead {
  const { body, titleIndex } = place
  const start = titleIndex === undefined ? Math.max(0, body.first - REACH_BLOCKS) : titleIndex + 1
  const end = Math.min(body.end, Math.max(start, body.first) + REACH_BLOCKS)
  const near = page.blocks
    .slice(start, end)
    .map((block, offset) => ({ block, index: start + offset }))
    .filter(({ block, index }) => couldLead(block) && place.isSeen(index) && !place.isMeta(index))
  const free = near.filter(({ index }) => place.isFree(index))
  const before = free
    .filter(({ index }) => index < body.first)
    .filter(({ block }) => isProse(block))
  const standing = before.length > 1 ? before.map(({ index }) => index) : []
  const found = { index: undefined, text: null, teaser: undefined, standing }
  const opening = near.slice(0, openingEnd(near, place))
  for (const { block, index } of opening) {
    const again = saidAgain(page, index, block)
    // A text that only repeats itself has no lead, or it would have no body.
    if (again === undefined || isAll(near, [index, again.index])) continue
    if (again.isTeaser) return { ...found, teaser: index, standing: [] }
    // The article begins where it says its lead again.
    const own = before.flatMap((other) => (other.index >= again.index ? [other.index] : []))
    return { ...found, index, text: block.text, standing: own }
  }
  const named = opening.find(
    ({ block, index }) =>
      place.isFree(index) && isNamedLead(block) && isBeforeBody(index, block, place),
  )
  const lead = named ?? (before.length === 1 && titleIndex !== undefined ? before[0] : undefined)
  if (lead === undefined) return found
  const rest = standing.filter((index) => index > lead.index)
  return { ...found, index: lead.index, text: lead.block.text, standing: rest }
}

function isAll(near: readonly Near[], indices: readonly number[]): boolean {
  return near.every(({ index }) => indices.includes(index))
}

/** How many stand before the second paragraph: what is said again further down is a refrain. */
function openingEnd(near: readonly Near[], { isFree }: LeadPlace): number {
  const first = near.findIndex(({ block, index }) => isFree(index) && isProse(block))
  return first === -1 ? near.length : first + 1
}

function couldLead(block: PageBlock): boolean {
  const { kind, text } = block
  if (kind !== 'text' || block.tag === 'h1' || block.tag === 'button') return false
  if (text.length < LEAD_LENGTH_MIN || text.length > LEAD_LENGTH_MAX) return false
  return linkShare(block) < 0.5 && !isCaption(block)
}

function isProse({ text, tag }: PageBlock): boolean {
  return tag === 'p' && (text.length > 2 * LEAD_LENGTH_MIN || /[.!?…]$/.test(text))
}

/** The paragraph soon after it that begins with the same words, if any. */
function saidAgain(
  page: Page,
  index: number,
  block: PageBlock,
): { index: number; isTeaser: boolean } | undefined {
  const said = foldText(block.text)
  if (said === '') return undefined
  for (let at = index + 1; at <= index + AGAIN_BLOCKS; at += 1) {
    const later = page.blocks[at]
    if (later?.kind !== 'text') continue
    const opening = later.text.slice(0, block.text.length * 2)
    if (!opensLike(opening, said) || !foldText(opening).startsWith(said)) continue
    return { index: at, isTeaser: isTeaserOf(later.text, block) }
  }
  return undefined
}

/** Its words break off where those of the text go on in the middle of a sentence. */
function isTeaserOf(text: string, block: PageBlock): boolean {
  if (!isCutOff(block.text) || foldText(text) === foldText(block.text)) return false
  const end = prefixEnd(text, block.text)
  if (end === undefined) return true
  if (PAUSE.test(text.slice(0, end)) || DASH.test(text.slice(end))) return false
  return ELLIPSIS.test(block.text) || !isNamedLead(block)
}

/** An ellipsis, or no end of a sentence at all: the words may go on elsewhere. */
function isCutOff(text: string): boolean {
  return ELLIPSIS.test(text) || /[\p{L}\p{N},]$/u.test(text)
}

function isNamedLead(block: PageBlock): boolean {
  let at: PageElement | undefined = block.owner
  for (let depth = 0; at !== undefined && depth < NAMED_DEPTH; depth += 1) {
    if (at.end - at.first <= NAMED_DEPTH && namesLead(at)) return true
    at = at.parent
  }
  return false
}

function namesLead(element: PageElement): boolean {
  return nameTokens(element.node).some((token) => LEAD_WORDS.has(token))
}

/** Outside the body's element, or beside the title in an element that holds both. */
function isBeforeBody(index: number, block: PageBlock, { body, titleIndex }: LeadPlace): boolean {
  if (!isWithin(block.owner, body)) return index < body.first
  const { parent } = block.owner
  if (titleIndex === undefined || parent === undefined) return false
  return titleIndex >= parent.first && titleIndex < parent.end
}
