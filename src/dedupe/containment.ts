/** How much of the smaller of two texts is in the other, told from their sketches. */

import { SKETCH_LENGTH_MAX } from './sketch.ts'

export type Overlap = {
  /** Hashes that both sketches hold, and how many of the smaller's could be shared. */
  readonly shared: number
  readonly compared: number
  /** `shared / compared`: 0 to 1. */
  readonly containment: number
  /** How much of the larger text the smaller would be: 0 to 1. */
  readonly proportion: number
}

/** Both ascending. Beyond the last hash of a full sketch nothing is known, so nothing is compared. */
export function overlapOf(one: Uint32Array, other: Uint32Array): Overlap {
  const limit = Math.min(limitOf(one), limitOf(other))
  let shared = 0
  let at = 0
  let to = 0
  while (at < one.length && to < other.length) {
    const left = one[at] ?? 0
    const right = other[to] ?? 0
    if (left > limit || right > limit) break
    if (left === right) shared += 1
    if (left <= right) at += 1
    if (right <= left) to += 1
  }
  const sizes = [countUpTo(one, limit), countUpTo(other, limit)] as const
  const compared = Math.min(...sizes)
  const larger = Math.max(...sizes)
  return {
    shared,
    compared,
    containment: compared === 0 ? 0 : shared / compared,
    proportion: larger === 0 ? 0 : compared / larger,
  }
}

function limitOf(sketch: Uint32Array): number {
  return sketch.length < SKETCH_LENGTH_MAX ? 2 ** 32 : (sketch.at(-1) ?? 0)
}

function countUpTo(sketch: Uint32Array, limit: number): number {
  if ((sketch.at(-1) ?? 0) <= limit) return sketch.length
  let low = 0
  let high = sketch.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sketch[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
