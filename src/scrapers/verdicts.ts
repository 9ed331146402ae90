/** Judges every block of a page: kept in the article, used for something else, or removed and why. */

import type { RemovalReason } from '../articles/article.ts'
import type { DateOptions } from '../articles/dates.ts'
import { foldText } from '../articles/fold.ts'
import { articleSpan } from './article-span.ts'
import { bodyReason } from './body-verdicts.ts'
import { furnitureReason, isTagLine } from './furniture.ts'
import { isDateLine, isFeaturedBadge, isMetaLine } from './meta-line.ts'
import { linkShare, type Page, type PageBlock, type PageElement } from './page-block.ts'
import type { Zone } from './zones.ts'

/** `unseen`: never shown, so it is neither kept nor explained. */
export type Verdict = 'kept' | 'title' | 'lead' | 'unseen' | RemovalReason

export type Evidence = {
  readonly body: PageElement
  readonly zones: readonly (Zone | undefined)[]
  readonly related: ReadonlySet<number>
  readonly title: { readonly text: string; readonly index: number | undefined }
  readonly dates: DateOptions
  readonly used: ReadonlyMap<number, Verdict>
}

/** Blocks between a title and its date line, with pictures and share links between them. */
const META_REACH_BLOCKS = 12

/** One verdict a block, by index. */
export function judge(page: Page, evidence: Evidence): Verdict[] {
  const title = foldText(evidence.title.text)
  const { body, zones, related, dates } = evidence
  const span = articleSpan(page, { body, zones, related, titleIndex: evidence.title.index })
  return page.blocks.map((block, index) => {
    const used = evidence.used.get(index)
    if (used !== undefined) return used
    const known = knownReason(block, index, evidence)
    if (known !== undefined) return known
    if (index >= span.first && index < span.end) {
      return bodyReason(page, index, { ...span, dates }) ?? 'kept'
    }
    return outsideReason(block, index, { ...evidence, said: title }) ?? elsewhere(page, index)
  })
}

function knownReason(block: PageBlock, index: number, evidence: Evidence): Verdict | undefined {
  const zone = evidence.zones[index]
  if (zone === 'unseen') return zone
  if (block.kind === 'embed') return 'unsafe'
  if (evidence.related.has(index)) return 'related'
  if (zone === undefined || !isNearTitle(index, evidence)) return zone
  const isMeta = isFeaturedBadge(block.text) || isDateLine(block.text, evidence.dates)
  return isMeta ? 'metadata' : zone
}

function isNearTitle(index: number, { title, body }: Evidence): boolean {
  const from = title.index ?? body.first
  return Math.abs(index - from) <= META_REACH_BLOCKS
}

function outsideReason(
  block: PageBlock,
  index: number,
  evidence: Evidence & { said: string },
): RemovalReason | undefined {
  if (block.text === '') return 'empty'
  if (isNearTitle(index, evidence) && isMetaLine(block, evidence.dates)) return 'metadata'
  if (
    block.text.length <= 2 * evidence.title.text.length &&
    foldText(block.text) === evidence.said
  ) {
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
