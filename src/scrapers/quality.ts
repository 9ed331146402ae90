/** How far an extraction can be trusted, from 0 to 1: what was found, and how sure each finding is. */

import type { Origins, Quality } from '../articles/explanation.ts'
import type { Verdict } from './body/verdicts.ts'
import type { Page } from './page/page-block.ts'
import { proseOf } from './page/prose.ts'

/** In UTF-16 code units of an article's blocks. A shorter text is more often a piece of one. */
const LENGTH_ENOUGH = 1_500

/** Share of an article's text that is paragraphs, the rest being headings and short lines. */
const PROSE_SHARE_ENOUGH = 0.9

/** Share of the body's text that was dropped, from which on the body is as likely the wrong one. */
const DROPPED_SHARE_MAX = 0.5

/** How sure a finding is, by where it was found; 1 for what stands here under no name. */
const TRUST_OF_ORIGIN: readonly (readonly [prefix: string, trust: number])[] = [
  ['url', 0.6],
  ['line', 0.8],
  ['title', 0.6],
  ['h2', 0.8],
  ['signature', 0.6],
]

/** Their sum is 1. The body weighs most: without it nothing else is worth anything. */
const WEIGHTS = { body: 0.65, title: 0.15, date: 0.12, byline: 0.04, image: 0.04 } as const

type Findings = {
  readonly verdicts: readonly Verdict[]
  /** Block indices of the body's element. */
  readonly body: { readonly first: number; readonly end: number }
  readonly origins: Origins
}

/** Measured on labelled pages: of two, the one with the lower `body` is the worse in four of five. */
export function qualityOf(page: Page, findings: Findings): Quality {
  const { origins } = findings
  const signals = {
    body: bodySureness(page, findings),
    title: trustOf(origins.title),
    date: trustOf(origins.publishedAt),
    byline: trustOf(origins.byline),
    image: trustOf(origins.image),
  }
  const mean =
    WEIGHTS.body * signals.body +
    WEIGHTS.title * signals.title +
    WEIGHTS.date * signals.date +
    WEIGHTS.byline * signals.byline +
    WEIGHTS.image * signals.image
  return { score: rounded(mean), ...signals }
}

/** A body is sure where it is long, reads as prose, and hardly anything had to be cut out of it. */
function bodySureness(page: Page, { verdicts, body }: Findings): number {
  const weights = proseOf(page)
  let kept = 0
  let prose = 0
  let dropped = 0
  for (const [index, block] of page.blocks.entries()) {
    const { length } = block.text
    if (verdicts[index] === 'kept') {
      kept += length
      prose += Math.min(length, weights.between(index, index + 1))
    } else if (index >= body.first && index < body.end && verdicts[index] !== 'unseen') {
      dropped += length
    }
  }
  if (kept === 0) return 0
  const long = Math.min(1, kept / LENGTH_ENOUGH)
  const readable = Math.min(1, prose / kept / PROSE_SHARE_ENOUGH)
  const whole = Math.max(0, 1 - dropped / (kept + dropped) / DROPPED_SHARE_MAX)
  return rounded(long * readable * whole)
}

function trustOf(origin: string | null): number {
  if (origin === null) return 0
  const known = TRUST_OF_ORIGIN.find(
    ([prefix]) => origin === prefix || origin.startsWith(`${prefix} `),
  )
  return known?.[1] ?? 1
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100
}
