/** Finds the blocks of an article that have the shape of a heading, and what markers they carry. */

import type { Block } from '../block.ts'
import {
  type Marker,
  type MarkerFamily,
  type MarkerReading,
  readMarkers,
  successors,
} from './markers.ts'

export type HeadingLine = {
  /** Index of its block. */
  readonly block: number
  /** Siblings share it: a tag, `bold` or `plain`. */
  readonly shape: string
  /** Of the outline: 1 to 6 for `h1` to `h6`; bold, then plain paragraphs are below them all. */
  readonly rank: number
  /** Composed (NFC), one space between words. */
  readonly text: string
  readonly reading: MarkerReading | undefined
}

type OpenLine = Omit<HeadingLine, 'reading'> & { readonly readings: readonly MarkerReading[] }

/** In UTF-16 code units. A longer paragraph is prose, whatever it starts with. */
const LINE_LENGTH_MAX = 180

/** In UTF-16 code units. A longer `h2` was put around prose for its looks. */
const TAG_LENGTH_MAX = 300

/** White space that is not one space already. */
const LOOSE_SPACE = /[^\S ]\s*| \s+/g

export const BOLD_RANK = 7
export const PLAIN_RANK = 8

/** Returns the lines in order. Whether a bold or plain one is a heading is decided by headings.ts. */
export function headingLines(blocks: readonly Block[]): HeadingLine[] {
  const lines = blocks.flatMap((block, index) => {
    const rank = rankOf(block)
    if (rank === undefined) return []
    const text = block.text.normalize('NFC').replace(LOOSE_SPACE, ' ').trim()
    if (text === '') return []
    return [{ block: index, shape: shapeOf(rank), rank, text, readings: readMarkers(text) }]
  })
  return chooseReadings(lines)
}

function rankOf(block: Block): number | undefined {
  if (block.text.length > TAG_LENGTH_MAX) return undefined
  if (block.kind === 'heading') return Number(block.tag.slice(1)) || BOLD_RANK
  const isLine = block.text.length <= LINE_LENGTH_MAX && !block.text.trim().includes('\n')
  if (block.kind !== 'paragraph' || !isLine) return undefined
  return block.bold ? BOLD_RANK : PLAIN_RANK
}

function shapeOf(rank: number): string {
  if (rank === BOLD_RANK) return 'bold'
  return rank === PLAIN_RANK ? 'plain' : `h${rank}`
}

/** `i.`, `v.` and `x.` go on in the sequence that they continue, or open the one that goes on. */
function chooseReadings(lines: readonly OpenLine[]): HeadingLine[] {
  const last = new Map<MarkerFamily, number>()
  const lastSecond = lastSecondNumerals(lines)
  return lines.map(({ readings, ...line }, index) => {
    const [letter, numeral] = readings
    const isLetterNext = letter !== undefined && continues(last, letter.marker)
    const isNumeralNext =
      numeral !== undefined &&
      (numeral.marker.value === 1
        ? (lastSecond.get(numeral.marker.family) ?? -1) > index
        : continues(last, numeral.marker))
    const reading = isNumeralNext && !isLetterNext ? numeral : letter
    if (reading !== undefined) last.set(reading.marker.family, reading.marker.value)
    return { ...line, reading }
  })
}

function continues(last: ReadonlyMap<MarkerFamily, number>, { family, value }: Marker): boolean {
  const previous = last.get(family)
  return previous !== undefined && successors(family, previous).includes(value)
}

/** Where the last `ii.` and `II.` stand: an `i.` before it is a numeral. */
function lastSecondNumerals(lines: readonly OpenLine[]): ReadonlyMap<MarkerFamily, number> {
  return new Map(
    lines.flatMap(({ readings }, index) => {
      const marker = readings.at(-1)?.marker
      return marker?.value === 2 ? [[marker.family, index] as const] : []
    }),
  )
}
