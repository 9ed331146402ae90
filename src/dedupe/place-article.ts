/** Decides which story a new article tells: one that is known, several that thereby become one, or its own. */

import { type Comparison, compareArticles } from './compare-articles.ts'
import { type Fingerprint, fingerprintOf } from './fingerprint.ts'
import { ANCHORS_MAX, COMPARED_MAX, type KnownArticle, type StoryIndex } from './story-index.ts'
import type { Line } from './text-lines.ts'

/** One shared anchor is a common phrase. */
const SHARED_ANCHORS_MIN = 2

/** Two stories become one only through an article that holds most of both, under their title. */
const MERGE_CONTAINMENT = 0.8
const MERGE_TITLE = 0.4

/** Holding so much of a shorter article of another story, an article is more than its own text. */
const PADDED_CONTAINMENT = 0.6

export type Arrival = {
  readonly site: string
  /** The address's identity key. */
  readonly address: string
  readonly title: string
  /** A block a line. */
  readonly text: string
}

/** One comparison that was made, for the record. */
type Match = {
  readonly number: number
  readonly story: number
  readonly comparison: Comparison
}

export type Placement = {
  readonly fingerprint: Fingerprint
  readonly lines: readonly Line[]
  /** The story it joins, or undefined where it tells its own. */
  readonly story: number | undefined
  /** Other stories that are that one, too. */
  readonly merged: readonly number[]
  /** Whether it holds an article of another story: such length proves no fuller text. */
  readonly isPadded: boolean
  /** What was compared, the closest first. */
  readonly matches: readonly Match[]
}

/** Four look-ups and at most `COMPARED_MAX` comparisons, whatever is known. */
export async function placeArticle(arrival: Arrival, index: StoryIndex): Promise<Placement> {
  const { fingerprint, lines } = fingerprintOf(arrival, await index.siteLines(arrival.site))
  const candidates = await findCandidates(fingerprint, arrival.address, index)
  const compared = candidates.map((known) => matchOf(known, fingerprint))
  const matches = compared.map(({ match }) => match).sort(byCloseness)
  const best = matches.find(({ comparison }) => comparison.isSame)
  return {
    fingerprint,
    lines,
    story: best?.story,
    merged: best === undefined ? [] : mergedWith(best, matches),
    isPadded: compared.some((each) => each.isWithin && each.match.story !== best?.story),
    matches,
  }
}

async function findCandidates(
  { sketch, textKey }: Fingerprint,
  address: string,
  index: StoryIndex,
): Promise<readonly KnownArticle[]> {
  const equals = await index.equals({ textKey, address })
  const postings = await index.postings(sketch.subarray(0, ANCHORS_MAX))
  const numbers = new Set([...equals, ...closest(postings)])
  return await index.articles([...numbers].slice(0, COMPARED_MAX))
}

/** Articles that share several anchors; few articles have an anchor that tells much. */
function closest(postings: readonly (readonly number[])[]): number[] {
  const counts = new Map<number, number>()
  const weights = new Map<number, number>()
  for (const numbers of postings) {
    for (const number of numbers) {
      counts.set(number, (counts.get(number) ?? 0) + 1)
      weights.set(number, (weights.get(number) ?? 0) + 1 / numbers.length)
    }
  }
  return [...weights]
    .filter(([number]) => (counts.get(number) ?? 0) >= SHARED_ANCHORS_MIN)
    .sort((one, other) => other[1] - one[1] || other[0] - one[0])
    .map(([number]) => number)
}

function matchOf(known: KnownArticle, fingerprint: Fingerprint) {
  const comparison = compareArticles(fingerprint, known.fingerprint)
  const isWithin =
    !comparison.isSame &&
    comparison.containment >= PADDED_CONTAINMENT &&
    known.fingerprint.length < fingerprint.length
  return { match: { number: known.number, story: known.story, comparison }, isWithin }
}

/** A page that holds two articles is the one whose title it has; of equals, the earlier comes first. */
function byCloseness(one: Match, other: Match): number {
  return closeness(other) - closeness(one) || one.number - other.number
}

function closeness({ comparison: { containment, evidence } }: Match): number {
  return containment + (evidence?.title ?? 0)
}

function mergedWith(best: Match, matches: readonly Match[]): number[] {
  if (!isWholly(best)) return []
  const stories = matches.filter(isWholly).map(({ story }) => story)
  return [...new Set(stories)].filter((story) => story !== best.story)
}

function isWholly({ comparison: { isSame, containment, evidence } }: Match): boolean {
  return isSame && containment >= MERGE_CONTAINMENT && (evidence?.title ?? 0) >= MERGE_TITLE
}
