/** Finds the standfirst: what the page shows between its title and its body. */

import { foldText } from '../articles/fold.ts'
import { isWithin, linkShare, type Page, type PageBlock, type PageElement } from './page-block.ts'
import { nameTokens } from './zone-tokens.ts'

/** In UTF-16 code units. */
const LEAD_LENGTH_MIN = 30
const LEAD_LENGTH_MAX = 1_500

/** Blocks after the title among which a lead is looked for, and those in which it may be said again. */
const REACH_BLOCKS = 14
const AGAIN_BLOCKS = 12

/** Elements around a block whose names are asked. */
const NAMED_DEPTH = 2

const LEAD_WORDS: ReadonlySet<string> = new Set([
  ...['chapo', 'dek', 'deck', 'excerpt', 'intro', 'lead', 'lede', 'sapo', 'standfirst', 'subhead'],
  ...['subheadline', 'subtitle', 'summary', 'teaser', 'tomtat', 'abstract', 'description', 'desc'],
  ...['kicker', 'leadtext', 'introduction', 'shortdesc', 'headnote'],
])

export type LeadPlace = {
  /** The title's block, where one shows it. */
  readonly titleIndex: number | undefined
  readonly body: PageElement
  /** Whether nothing speaks against the block, by index. */
  readonly isFree: (index: number) => boolean
  /** Whether readers see it, and it is no card. */
  readonly isSeen: (index: number) => boolean
}

/** `standing`: prose before the body's element that belongs to the article, though it is no lead. */
export type FoundLead = {
  readonly index: number | undefined
  readonly text: string | null
  /** A cut-off copy of the first paragraph, which says nothing that the body does not. */
  readonly teaser: number | undefined
  readonly standing: readonly number[]
}

/**
 * By trust: a paragraph that a later one says again, a paragraph that is called a lead, the only
 * paragraph between title and body. What stands once inside the body is no lead.
 */
export function findLead(page: Page, place: LeadPlace): FoundLead {
  const { body, titleIndex } = place
  const start = titleIndex === undefined ? Math.max(0, body.first - REACH_BLOCKS) : titleIndex + 1
  const end = Math.min(body.end, Math.max(start, body.first) + REACH_BLOCKS)
  const near = page.blocks
    .slice(start, end)
    .map((block, offset) => ({ block, index: start + offset }))
    .filter(({ block, index }) => couldLead(block) && place.isSeen(index))
  const free = near.filter(({ index }) => place.isFree(index))
  const before = free
    .filter(({ index }) => index < body.first)
    .filter(({ block }) => isProse(block))
  const standing = before.length > 1 ? before.map(({ index }) => index) : []
  const found = { index: undefined, text: null, teaser: undefined, standing }
  for (const { block, index } of near) {
    const again = saidAgain(page, index, block.text)
    if (again === 'teaser') return { ...found, teaser: index, standing: [] }
    if (again === 'lead') return { ...found, index, text: block.text, standing: [] }
  }
  const named = free.find(
    ({ block, index }) => isNamedLead(block) && isBeforeBody(index, block, place),
  )
  const lead = named ?? (before.length === 1 && titleIndex !== undefined ? before[0] : undefined)
  if (lead === undefined) return found
  const rest = standing.filter((index) => index > lead.index)
  return { ...found, index: lead.index, text: lead.block.text, standing: rest }
}

function couldLead(block: PageBlock): boolean {
  const { kind, text } = block
  if (kind !== 'text' || block.tag === 'h1' || block.tag === 'figcaption') return false
  return text.length >= LEAD_LENGTH_MIN && text.length <= LEAD_LENGTH_MAX && linkShare(block) < 0.5
}

function isProse({ text, tag }: PageBlock): boolean {
  return tag === 'p' && (text.length > 2 * LEAD_LENGTH_MIN || /[.!?…]$/.test(text))
}

/** Whether a paragraph soon after it begins with the same words. */
function saidAgain(page: Page, index: number, text: string): 'lead' | 'teaser' | undefined {
  const said = foldText(text)
  const later = page.blocks.slice(index + 1, index + 1 + AGAIN_BLOCKS)
  const again = later.find(
    (block) =>
      block.kind === 'text' && foldText(block.text.slice(0, text.length * 2)).startsWith(said),
  )
  if (again === undefined || said === '') return undefined
  const goesOn = foldText(again.text) !== said
  return goesOn && isCutOff(text) ? 'teaser' : 'lead'
}

/** An ellipsis, or no end of a sentence at all, shows that the words go on elsewhere. */
function isCutOff(text: string): boolean {
  return text.endsWith('…') || text.endsWith('...') || /[\p{L}\p{N},]$/u.test(text)
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
