/** A small fair sample of a text's shingles: the smallest hashes, which any two texts share if they share text. */

import { joined, mixed } from './mix.ts'
import type { Words } from './read-words.ts'
import type { Line } from './text-lines.ts'

/** Hashes of four bytes: together less than 1 kB. */
export const SKETCH_LENGTH_MAX = 255

/** Words a shingle. Measured: 3 finds more copies than 2, 4 or 5 at the same precision. */
const SHINGLE_WORDS = 3
const SHINGLE_SEED = 0x9747b28c

/** The smallest shingle hashes of all lines, ascending, each once: the lines' order changes nothing. */
export function sketchOf(words: Words, lines: readonly Line[]): Uint32Array {
  const hashes = shinglesOf(words, lines)
  const sample = hashes.length > SKETCH_LENGTH_MAX * 4 ? smallest(hashes) : hashes
  return withoutRepeats(sample.sort(), SKETCH_LENGTH_MAX)
}

/** Shingles stay within a line; a shorter line is one shingle. */
function shinglesOf(words: Words, lines: readonly Line[]): Uint32Array {
  const { hashes } = words
  const all = new Uint32Array(hashes.length)
  let count = 0
  for (const { start, end } of lines) {
    const last = Math.max(start, end - SHINGLE_WORDS)
    for (let first = start; first <= last; first += 1) {
      let hash = SHINGLE_SEED
      const behind = Math.min(end, first + SHINGLE_WORDS)
      for (let index = first; index < behind; index += 1) hash = joined(hash, hashes[index] ?? 0)
      all[count] = mixed(hash)
      count += 1
    }
  }
  return all.subarray(0, count)
}

/** A part of `hashes` that holds the smallest; all of them where most are equal. */
function smallest(hashes: Uint32Array): Uint32Array {
  const limit = (2 ** 32 * SKETCH_LENGTH_MAX * 2) / hashes.length
  const part = hashes.filter((hash) => hash < limit)
  return new Set(part).size >= SKETCH_LENGTH_MAX ? part : hashes
}

function withoutRepeats(sorted: Uint32Array, max: number): Uint32Array {
  const kept = new Uint32Array(Math.min(sorted.length, max))
  let count = 0
  for (const hash of sorted) {
    if (count === max) break
    if (count > 0 && kept[count - 1] === hash) continue
    kept[count] = hash
    count += 1
  }
  return kept.slice(0, count)
}
