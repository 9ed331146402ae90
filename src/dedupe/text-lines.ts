/** The lines of a text as hashes, by which a line is known again in another article or on another page. */

import { joined, mixed } from './mix.ts'
import { WORD_BITS, type Words } from './read-words.ts'

const LINE_SEED = 0x3c6ef372
const NUMBER = 0x51ed270b

export type Line = {
  /** Indices of its words: from `start` up to `end`, which is not its own. */
  readonly start: number
  readonly end: number
  /** Of its words in their order, and the same with every number alike. */
  readonly hash: number
  readonly masked: number
}

/** The lines that hold words, in their order. */
export function textLines(words: Words): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const end of words.lineEnds) {
    if (end > start) lines.push(lineOf(words, start, end))
    start = end
  }
  return lines
}

function lineOf({ hashes, bits }: Words, start: number, end: number): Line {
  let hash = LINE_SEED
  let masked = LINE_SEED
  for (let index = start; index < end; index += 1) {
    const word = hashes[index] ?? 0
    const isNumber = ((bits[index] ?? 0) & WORD_BITS.isNumber) !== 0
    hash = joined(hash, word)
    masked = joined(masked, isNumber ? NUMBER : word)
  }
  return { start, end, hash: mixed(hash), masked: mixed(masked) }
}
