/** Names, for each block that was dropped, the rule that dropped it: for whoever asks why. */

import type { Page } from '../page/page-block.ts'
import type { Verdict } from './verdicts.ts'
import type { PageZones } from './zones.ts'

/** `where`: in document order. */
export type RemovalEvidence = {
  readonly verdicts: readonly Verdict[]
  readonly body: { readonly first: number; readonly end: number }
  readonly zones: PageZones
  /** Blocks of cards that lead to other articles. */
  readonly cards: ReadonlySet<number>
}

/**
 * The rule behind the verdict on the block at `index`: the name of the part of the page
 * it stands in (`nav`, `.sidebar`), `cards`, `line` for what its own words or links say, or
 * `outside the body`.
 */
export function removalRule(page: Page, index: number, evidence: RemovalEvidence): string {
  const { verdicts, body, zones, cards } = evidence
  const verdict = verdicts[index]
  const block = page.blocks[index]
  if (block?.kind === 'embed') return 'embed'
  if (verdict?.startsWith('repeated-') === true) return 'said elsewhere'
  if (cards.has(index)) return 'cards'
  const name = zones.names[index]
  if (name !== undefined) return name
  const isInside = index >= body.first && index < body.end
  return isInside || verdict !== 'boilerplate' ? 'line' : 'outside the body'
}
