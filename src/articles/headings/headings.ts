/** Decides which heading-shaped lines of an article are headings: tags, bold lines, marked sequences. */

import type { Block } from '../block.ts'
import { BOLD_RANK, type HeadingLine, headingLines, PLAIN_RANK } from './heading-lines.ts'
import { asksSomebody } from './interview-lines.ts'
import { type MarkerRuns, markerRuns, readNumberWords } from './marker-runs.ts'
import type { Marker } from './markers.ts'
import { repairMarkers } from './repair-markers.ts'

export type Heading = {
  /** Index of its block. */
  readonly block: number
  /** Of the outline; see heading-lines.ts. */
  readonly rank: number
  readonly marker: Marker | undefined
  /** Without its marker. */
  readonly text: string
}

/** In UTF-16 code units. A bold line without a marker is a heading only if it is as short as one. */
const BOLD_LENGTH_MAX = 120

/** In UTF-16 code units; a plain line has only its shortness to say so, and prose that follows. */
const PLAIN_LENGTH_MAX = 80
const PROSE_LENGTH_MIN = 80

/** What opens other things, too (`A. Lincoln`, `3.5 triệu`, `1 - 0`), counts headings only in company. */
const NEEDS_SIBLING = { families: ['capital', 'decimal'], closings: /[-–—]/ } as const

const TITLE_START = /^[\p{Lu}\p{N}]/u

/** The time of an entry of a live blog: `21:40`, `21h40`, `9.05 PM`, `21:40 ngày 9/7`. */
const STAMP =
  /^\d{1,2}[:h.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?(?:ngày|,|-|–)?\s?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)?$/i

const PHRASE_END = /[.;:,!…"”’)\]]$/

const SENTENCE_END = /[.!?…]["”’')\]]?$/

/** Returns the headings among the blocks, in order, their spoilt markers put right. */
export function findHeadings(blocks: readonly Block[]): Heading[] {
  const lines = readNumberWords(repairMarkers(headingLines(blocks)))
  const runs = markerRuns(lines, blocks)
  const hasPlain = lines.some((line) => line.rank === PLAIN_RANK && runs.counting.has(line))
  return lines.flatMap((line, at) => {
    const marked = markedHeading(line, runs)
    if (marked !== undefined) return [marked]
    const isHeading =
      line.rank < BOLD_RANK ||
      isBoldHeading(line, lines[at + 1], blocks) ||
      (hasPlain && isPlainHeading(line, blocks))
    return isHeading ? [toHeading(line, undefined, line.text)] : []
  })
}

function markedHeading(line: HeadingLine, runs: MarkerRuns): Heading | undefined {
  if (line.reading === undefined) return undefined
  const { marker, rest } = line.reading
  const isAmbiguous =
    NEEDS_SIBLING.families.some((family) => family === marker.family) ||
    NEEDS_SIBLING.closings.test(marker.closing)
  if (line.rank === PLAIN_RANK && !runs.counting.has(line)) return undefined
  if (isAmbiguous && !runs.withSibling.has(line)) return undefined
  return toHeading(line, marker, rest)
}

/** Not the last word of an article (its author, its source), nor one of several bold lines in a row. */
function isBoldHeading(
  line: HeadingLine,
  next: HeadingLine | undefined,
  blocks: readonly Block[],
): boolean {
  if (line.rank !== BOLD_RANK || line.text.length > BOLD_LENGTH_MAX) return false
  if (/[.;,]["”’')\]]?$/.test(line.text) || blocks[line.block + 1] === undefined) return false
  if (STAMP.test(line.text) || asksSomebody(line.text)) return false
  const isInRow = next?.block === line.block + 1 && next.rank === BOLD_RANK && !next.reading
  return !isInRow
}

/** Where others of the article's headings are plain paragraphs with markers. */
function isPlainHeading(line: HeadingLine, blocks: readonly Block[]): boolean {
  if (line.rank !== PLAIN_RANK || line.text.length > PLAIN_LENGTH_MAX) return false
  if (!TITLE_START.test(line.text) || PHRASE_END.test(line.text)) return false
  const next = blocks[line.block + 1]
  const isProse = next?.kind === 'paragraph' && next.text.length >= PROSE_LENGTH_MIN
  return isProse && SENTENCE_END.test(next.text) && blocks[line.block - 1]?.kind !== 'figure'
}

function toHeading(line: HeadingLine, marker: Marker | undefined, text: string): Heading {
  return { block: line.block, rank: line.rank, marker, text }
}
