/** Mixes 32-bit integers into hashes that spread evenly: the smallest of many are a fair sample. */

/** MurmurHash3's finalizer, unsigned. */
export function mixed(value: number): number {
  const first = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return (second ^ (second >>> 16)) >>> 0
}

/** A hash of `hash` and then `value`; the order matters. */
export function joined(hash: number, value: number): number {
  return Math.imul(Math.imul(hash, 31) ^ value, 0x9e3779b1) ^ (hash >>> 15)
}
