/** Judges every block of a page: kept in the article, used for something else, or removed and why. */

import type { RemovalReason } from '../../articles/article.ts'
import type { DateOptions } from '../../articles/dates/dates.ts'
import { foldsTo, foldText } from '../../articles/fold.ts'
import { marksArticle } from '../fields/badge-place.ts'
import { isDateBlock, isFeaturedBadge, isMetaLine } from '../fields/meta-line.ts'
import { linkShare, type Page, type PageElement } from '../page/page-block.ts'
import type { Weights } from '../page/prose.ts'
import { articleSpan } from './article-span.ts'
import { bodyReason, lastShown } from './body-verdicts.ts'
import { furnitureReason, isTagLine, wordReason } from './furniture.ts'
import { findRepeats, findStrips } from './page-strips.ts'
import type { Zone } from './zones.ts'

/** `unseen`: never shown, so it is neither kept nor explained. */
export type Verdict = 'kept' | 'title' | 'lead' | 'unseen' | RemovalReason

export type Evidence = {
  readonly body: PageElement
  readonly zones: readonly (Zone | undefined)[]
  readonly related: ReadonlySet<number>
  /** Prose in no zone and on no card. */
  readonly prose: Weights
  readonly title: { readonly text: string; readonly index: number | undefined }
  readonly dates: DateOptions
  readonly used: ReadonlyMap<number, Verdict>
}

/** What all blocks are judged by: also the strips of the page, and its title, folded. */
type Known = Evidence & { readonly strips: ReadonlySet<number>; readonly said: string }

/** Zones of which a line's own words say more. */
const VAGUE_ZONES: ReadonlySet<Zone> = new Set<Zone>(['boilerplate', 'widget'])

/** Blocks between a title and its date line, with pictures and share links between them. */
const META_REACH_BLOCKS = 12

/** One verdict a block, by index. */
export function judge(page: Page, evidence: Evidence): Verdict[] {
  const { zones, related, dates } = evidence
  const prose = articleSpan(page, { ...evidence, titleIndex: evidence.title.index })
  const isFree = (index: number) => zones[index] === undefined && !related.has(index)
  const span = { ...prose, dates, last: lastShown(page, { ...prose, dates }, isFree) }
  const known = { ...evidence, strips: findStrips(page), said: foldText(evidence.title.text) }
  const verdicts = page.blocks.map((_block, index): Verdict => {
    const used = evidence.used.get(index)
    if (used !== undefined) return used
    const reason = knownReason(page, index, known)
    if (reason !== undefined) return reason
    if (index >= span.first && index < span.end) {
      return bodyReason(page, index, span) ?? 'kept'
    }
    return outsideReason(page, index, known) ?? elsewhere(page, index)
  })
  const repeats = findRepeats(page, (index) => verdicts[index] === 'kept')
  for (const index of repeats) verdicts[index] = 'repeated-block'
  return verdicts
}

function knownReason(page: Page, index: number, evidence: Known): Verdict | undefined {
  const zone = evidence.zones[index]
  const block = page.blocks[index]
  if (zone === 'unseen' || block === undefined) return zone
  if (block.kind === 'frame') return 'unsafe'
  if (evidence.related.has(index)) return 'related'
  if (zone === 'related' && evidence.strips.has(index)) return 'repeated-block'
  if (zone === undefined) return zone
  if (isNearTitle(index, evidence)) {
    if (marksArticle(page, index, evidence) || isDateBlock(block, evidence.dates)) return 'metadata'
  }
  return VAGUE_ZONES.has(zone) ? (wordReason(block) ?? zone) : zone
}

function isNearTitle(index: number, { title, body }: Evidence): boolean {
  const from = title.index ?? body.first
  return Math.abs(index - from) <= META_REACH_BLOCKS
}

function outsideReason(page: Page, index: number, evidence: Known): RemovalReason | undefined {
  const block = page.blocks[index]
  if (block === undefined || block.text === '') return 'empty'
  const isMeta = isNearTitle(index, evidence) && isMetaLine(block, evidence.dates)
  const isName = isFeaturedBadge(block.text) && !marksArticle(page, index, evidence)
  if (isMeta && !isName) return 'metadata'
  if (block.text.length <= 2 * evidence.title.text.length && foldsTo(block.text, evidence.said)) {
    return 'repeated-title'
  }
  return undefined
}

function elsewhere(page: Page, index: number): RemovalReason {
  const block = page.blocks[index]
  if (block === undefined) return 'empty'
  if (isTagLine(block)) return 'metadata'
  return furnitureReason(page, index) ?? (linkShare(block) > 0.5 ? 'navigation' : 'boilerplate')
}
