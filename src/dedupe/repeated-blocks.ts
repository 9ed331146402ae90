/** Takes out of one article what its page said more than once: title, lead, strips, copies. */

import type { RemovalReason, RemovedBlock } from '../articles/article.ts'
import type { Block } from '../articles/block.ts'
import { foldsTo, foldText } from '../articles/fold.ts'
import { prefixEnd } from '../articles/headings/said-prefix.ts'
import { cutHtml, visibleLength } from './cut-prefix.ts'
import { copiedBlocks, saidBy, stripBlocks } from './repeated-runs.ts'

/** Blocks at the start of a body in which the title and the lead may be said again. */
const TITLE_REACH_BLOCKS = 6
const LEAD_REACH_BLOCKS = 8

/** Times that a dropped line must stand on the page to be called a repeat. */
const REPEATS_MIN = 3

/** In UTF-16 code units: longer lines repeat each other to the letter, or not at all. */
const FOLDED_LENGTH_MAX = 100

/** Reasons that say more about a line than that it is repeated. */
const TELLING_REASONS: ReadonlySet<RemovalReason> = new Set([
  ...([
    'related',
    'comment',
    'share',
    'empty',
    'unsafe',
    'repeated-title',
    'repeated-lead',
  ] as const),
])

export type Said = {
  readonly title: string
  readonly lead: string | null
  readonly blocks: readonly Block[]
  /** In page order, each block for itself. */
  readonly removed: readonly RemovedBlock[]
}

export type SaidOnce = { readonly blocks: Block[]; readonly removed: RemovedBlock[] }

/**
 * Says everything once. Where a paragraph goes on after the lead that it repeats, what follows
 * stays. Repeats that an article means (prices, refrains, credits) stay. Equal removed blocks are
 * merged, and counted.
 */
export function withoutRepeats({ title, lead, blocks, removed }: Said): SaidOnce {
  const dropped: RemovedBlock[] = [...removed]
  const drop = (block: Block, reason: RemovalReason) => {
    dropped.push({ text: saidBy(block), count: 1, reason })
  }
  const unstripped = without(blocks, stripBlocks(blocks), drop)
  const single = without(unstripped, copiedBlocks(unstripped), drop)
  const untitled = withoutTitle(single, title, drop)
  const kept = lead === null ? untitled : withoutLead(untitled, lead, drop)
  return { blocks: kept, removed: merge(dropped) }
}

type Drop = (block: Block, reason: RemovalReason) => void

function without(
  blocks: readonly Block[],
  indices: ReadonlySet<number>,
  drop: Drop,
): readonly Block[] {
  if (indices.size === 0) return blocks
  return blocks.filter((block, index) => {
    if (indices.has(index)) drop(block, 'repeated-block')
    return !indices.has(index)
  })
}

function withoutTitle(blocks: readonly Block[], title: string, drop: Drop): Block[] {
  const said = foldText(title)
  return blocks.filter((block, index) => {
    const isTitle = index < TITLE_REACH_BLOCKS && block.text !== '' && foldsTo(block.text, said)
    if (isTitle) drop(block, 'repeated-title')
    return !isTitle
  })
}

function withoutLead(blocks: readonly Block[], lead: string, drop: Drop): Block[] {
  return blocks.flatMap((block, index) => {
    const end = index < LEAD_REACH_BLOCKS ? prefixEnd(block.text, lead) : undefined
    if (end === undefined) return [block]
    const repeated = block.text.slice(0, end)
    drop({ ...block, text: repeated }, 'repeated-lead')
    const text = block.text.slice(end).trimStart()
    return foldText(text) === ''
      ? []
      : [{ ...block, text, html: cutHtml(block.html, visibleLength(repeated)) }]
  })
}

/** One entry a text and reason; a line of the page's furniture that stands often is a repeat. */
function merge(removed: readonly RemovedBlock[]): RemovedBlock[] {
  const lines = removed.map((block) => ({ block, said: comparable(block.text) }))
  const repeated = repeatedLines(lines)
  const merged = new Map<string, { text: string; count: number; reason: RemovalReason }>()
  for (const { block, said } of lines) {
    const isRepeat = repeated.has(said) && !TELLING_REASONS.has(block.reason)
    const reason = isRepeat ? 'repeated-block' : block.reason
    const key = `${reason} ${said === '' ? block.text : said}`
    const known = merged.get(key)
    if (known === undefined) merged.set(key, { text: block.text, count: block.count, reason })
    else known.count += block.count
  }
  return [...merged.values()]
}

type Line = { readonly block: RemovedBlock; readonly said: string }

function repeatedLines(lines: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { block, said } of lines) {
    if (said === '' || TELLING_REASONS.has(block.reason)) continue
    counts.set(said, (counts.get(said) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= REPEATS_MIN).map(([said]) => said))
}

function comparable(text: string): string {
  return text.length > FOLDED_LENGTH_MAX ? text : foldText(text)
}
