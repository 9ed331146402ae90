/** Whom and how much a text mentions: the names and the numbers that two copies of a story share. */

import { joined, mixed } from './mix.ts'
import { WORD_BITS, type Words } from './read-words.ts'
import type { Line } from './text-lines.ts'

/** Of each kind; of more, the smallest hashes, so that two texts keep the same ones. */
const MENTIONS_MAX = 64

/** Capitals in a row that make a name: a single one may begin a sentence unseen. */
const NAME_WORDS_MIN = 2

/** Hashes, ascending, each once. */
export type Mentions = { readonly names: Uint32Array; readonly numbers: Uint32Array }

export function mentionsOf(words: Words, lines: readonly Line[]): Mentions {
  const names = new Set<number>()
  const numbers = new Set<number>()
  for (const { start, end } of lines) {
    for (let at = start; at < end; at += 1) {
      if (((words.bits[at] ?? 0) & WORD_BITS.isStrong) !== 0) {
        numbers.add((words.hashes[at] ?? 0) >>> 0)
      }
      const behind = nameEnd(words, at, end)
      if (behind - at >= NAME_WORDS_MIN) names.add(hashOf(words, at, behind))
      if (behind > at) at = behind - 1
    }
  }
  return { names: smallest(names), numbers: smallest(numbers) }
}

/** Of two ascending lists, how many hashes both hold. */
export function sharedCount(one: Uint32Array, other: Uint32Array): number {
  let count = 0
  for (let at = 0, to = 0; at < one.length && to < other.length; ) {
    const left = one[at] ?? 0
    const right = other[to] ?? 0
    if (left === right) count += 1
    if (left <= right) at += 1
    if (right <= left) to += 1
  }
  return count
}

/** The index behind a run of capitals that do not begin a sentence; `start` where there is none. */
function nameEnd({ bits }: Words, start: number, end: number): number {
  const both = WORD_BITS.isCapital | WORD_BITS.isFirst
  let at = start
  while (at < end && ((bits[at] ?? 0) & both) === WORD_BITS.isCapital) at += 1
  return at
}

function hashOf({ hashes }: Words, start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at += 1) hash = joined(hash, hashes[at] ?? 0)
  return mixed(hash)
}

function smallest(hashes: Set<number>): Uint32Array {
  return Uint32Array.from(hashes).sort().slice(0, MENTIONS_MAX)
}
