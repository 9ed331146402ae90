/** Gives each heading of an article its level, from its marker first and its tag second. */

import { PLAIN_RANK } from './heading-lines.ts'
import type { Heading } from './headings.ts'
import { type Marker, type MarkerFamily, successors } from './markers.ts'

/** The article's title is the only heading of level 1. */
const LEVEL_TOP = 2
const LEVEL_BOTTOM = 6

/** So many outer headings make the numbers under them parts of parts. */
const OUTER_BEFORE_MIN = 2
const OUTER_TOTAL_MIN = 3

/** Folded in case only. What closes an article belongs to all of it, whatever its tag. */
const CLOSING_HEADING =
  /^(?:kết luận|lời kết|kết bài|tổng kết|tạm kết|conclusion|summary)(?![\p{L}])/iu

/** An open heading: what follows may stand under it. */
type Frame = { readonly rank: number; readonly marker: Marker | undefined }

type Outline = {
  readonly frames: readonly Frame[]
  /** Depth at which a family was first seen; it returns there. */
  readonly depths: ReadonlyMap<MarkerFamily, number>
}

/**
 * Returns a level from 2 to 6 for each heading, in order. Numbered ones share a level, lettered
 * ones stand one below their number; styles nest in the order in which they appear. A heading
 * without marker stands where its tag puts it among the others.
 */
export function outlineLevels(headings: readonly Heading[]): number[] {
  const nested = nestedFamilies(headings)
  const levels: number[] = []
  let outline: Outline = { frames: [], depths: new Map() }
  for (const heading of headings) {
    outline =
      heading.marker === undefined
        ? openUnmarked(outline, heading)
        : openMarked(outline, heading, heading.marker, nested)
    levels.push(Math.min(outline.frames.length - 1 + LEVEL_TOP, LEVEL_BOTTOM))
  }
  return levels
}

function openUnmarked({ frames, depths }: Outline, { rank, text }: Heading): Outline {
  const isClosing = CLOSING_HEADING.test(text)
  const kept = frames.findIndex((frame) => frame.rank >= rank || (isClosing && frame.marker))
  const above = kept === -1 ? frames : frames.slice(0, kept)
  return { frames: [...above, { rank, marker: undefined }], depths }
}

function openMarked(
  { frames, depths }: Outline,
  { rank }: Heading,
  marker: Marker,
  nested: ReadonlySet<MarkerFamily>,
): Outline {
  const at = siblingFrame(frames, rank, marker)
  const above =
    at === -1
      ? enclosing(frames, rank, marker, depths.get(marker.family), nested)
      : frames.slice(0, at)
  const opened = [...above, { rank, marker }]
  if (depths.has(marker.family)) return { frames: opened, depths }
  return { frames: opened, depths: new Map([...depths, [marker.family, above.length]]) }
}

/** The open heading whose place this one takes: of its family, best with its tag. */
function siblingFrame(frames: readonly Frame[], rank: number, marker: Marker): number {
  const isSibling = (frame: Frame) => isSameSequence(frame.marker, marker)
  const exact = frames.findLastIndex((frame) => isSibling(frame) && frame.rank === rank)
  if (exact !== -1) return exact
  const any = frames.findLastIndex(isSibling)
  const isDeeperStart = marker.value === 1 && (frames[any]?.rank ?? rank) < rank
  return isDeeperStart ? -1 : any
}

function isSameSequence(open: Marker | undefined, marker: Marker): boolean {
  if (open?.family !== marker.family || open.parents.length !== marker.parents.length) return false
  if (open.closing === marker.closing && open.opening === marker.opening) return true
  return successors(open.family, open.value).includes(marker.value)
}

/** The open headings that a new sequence stands under. */
function enclosing(
  frames: readonly Frame[],
  rank: number,
  marker: Marker,
  depth: number | undefined,
  nested: ReadonlySet<MarkerFamily>,
): readonly Frame[] {
  const lastMarked = frames.findLastIndex((frame) => frame.marker && isAbove(frame.marker, marker))
  if (lastMarked !== -1) return frames.slice(0, lastMarked + 1)
  const unmarked = frames.filter((frame) => frame.marker === undefined)
  if (depth !== undefined) return unmarked.slice(0, depth)
  const mayNest = marker.family === 'letter' || nested.has(marker.family)
  return mayNest ? unmarked.filter((frame) => frame.rank < rank) : []
}

/** Decimals stand under numbers and shorter decimals only. */
function isAbove(open: Marker, marker: Marker): boolean {
  if (marker.family !== 'decimal') return true
  if (open.family === 'decimal') return open.parents.length < marker.parents.length
  return open.family !== 'letter'
}

/** Families that count inside the parts of an article: several outer headings enclose or separate them. */
function nestedFamilies(headings: readonly Heading[]): ReadonlySet<MarkerFamily> {
  const families = new Set(headings.flatMap(({ marker }) => (marker ? [marker.family] : [])))
  return new Set([...families].filter((family) => isNested(family, headings)))
}

function isNested(family: MarkerFamily, headings: readonly Heading[]): boolean {
  const own = headings.filter(({ marker }) => marker?.family === family)
  const rank = own.reduce((least, heading) => Math.min(least, heading.rank), PLAIN_RANK)
  const outer = headings.filter((heading) => !heading.marker && heading.rank < rank)
  const first = own[0]?.block ?? 0
  const before = outer.filter(({ block }) => block < first).length
  const starts = own.filter(({ marker }) => marker?.value === 1).length
  const isParted = starts > 1 && outer.length > 1 && before > 0
  return before >= OUTER_BEFORE_MIN || (before > 0 && outer.length >= OUTER_TOTAL_MIN) || isParted
}
