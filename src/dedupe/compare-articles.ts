/** Decides whether two articles tell one story in the same words, and says on what grounds. */

import { overlapOf } from './containment.ts'
import { type Evidence, evidenceBetween } from './evidence.ts'
import type { Fingerprint } from './fingerprint.ts'
import { type Guard, guardBetween } from './guards.ts'

/** Fewer shared hashes are a phrase; shorter texts are one only where they are equal. */
const SHARED_MIN = 6

/** The less of the smaller text is shared, the more must speak for it besides. */
const SAME_CONTAINMENT = 0.6
const WITNESS_CONTAINMENT = 0.4
const TITLED_CONTAINMENT = 0.3
const LEAST_CONTAINMENT = 0.2

/** What else is shared by two who write about one event; their titles are their own. */
const LIKE_TITLE = 0.4
const SAME_TITLE = 0.7

type Reason = 'equal' | 'text' | 'evidence' | Guard | 'little-shared' | 'little-evidence'

/** The figures of one decision, kept so that an operator can see why. */
export type Comparison = {
  readonly isSame: boolean
  readonly reason: Reason
  readonly shared: number
  readonly compared: number
  /** How much of the smaller text is in the other: 0 to 1. */
  readonly containment: number
  /** How much of the larger text the smaller would be: 0 to 1. */
  readonly proportion: number
  /** Null where the shared text, or a guard, already said no. */
  readonly evidence: Evidence | null
}

/** The same whichever comes first. */
export function compareArticles(one: Fingerprint, other: Fingerprint): Comparison {
  const overlap = overlapOf(one.sketch, other.sketch)
  const figures = { ...overlap, evidence: null }
  if (isEqual(one, other)) {
    return { ...overlap, evidence: evidenceBetween(one, other), isSame: true, reason: 'equal' }
  }
  if (overlap.shared < SHARED_MIN || overlap.containment < LEAST_CONTAINMENT) {
    return { ...figures, isSame: false, reason: 'little-shared' }
  }
  const guard = guardBetween(one, other, overlap.containment)
  if (guard !== undefined) return { ...figures, isSame: false, reason: guard }
  const evidence = evidenceBetween(one, other)
  if (overlap.containment >= SAME_CONTAINMENT) {
    return { ...overlap, evidence, isSame: true, reason: 'text' }
  }
  const isSame = isEnough(evidence, overlap.containment)
  return { ...overlap, evidence, isSame, reason: isSame ? 'evidence' : 'little-evidence' }
}

function isEqual(one: Fingerprint, other: Fingerprint): boolean {
  return one.length > 0 && one.textKey === other.textKey && one.titleKey === other.titleKey
}

function isEnough({ title, witnesses }: Evidence, containment: number): boolean {
  if (containment >= WITNESS_CONTAINMENT) return witnesses >= 1
  if (title >= SAME_TITLE) return containment >= TITLED_CONTAINMENT || witnesses >= 2
  return containment >= TITLED_CONTAINMENT && title >= LIKE_TITLE && witnesses >= 2
}
