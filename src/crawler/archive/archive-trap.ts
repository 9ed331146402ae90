/** Tells a list that goes on from one that turns in a circle or has no end, such as a calendar. */

/** Addresses that are remembered: more than any page lists in vain. */
const HASHES_MAX = 1_000

/** A sparse archive has empty months; a calendar has nothing else. */
const STALE_PAGES_MAX = 12

/** FNV-1a, 32 bits. */
const HASH_START = 0x811c9dc5
const HASH_PRIME = 0x01000193

/** Of the listing pages that were read last. */
export type RecentlyListed = {
  /** Of addresses, the newest last. */
  hashes: string[]
  /** Pages in a row that told nothing new. */
  stale: number
}

/** What is known after a page that listed the articles with these identity keys. */
export function afterListing(recent: RecentlyListed, keys: readonly string[]): RecentlyListed {
  const known = new Set(recent.hashes)
  const fresh = keys.map(shortHash).filter((hash) => !known.has(hash))
  return {
    hashes: [...recent.hashes, ...fresh].slice(-HASHES_MAX),
    stale: fresh.length === 0 ? recent.stale + 1 : 0,
  }
}

export function isTrap({ stale }: RecentlyListed): boolean {
  return stale >= STALE_PAGES_MAX
}

/** Two that are equal by chance hide one article for one page: nothing is lost by it. */
function shortHash(text: string): string {
  let hash = HASH_START
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), HASH_PRIME)
  }
  return (hash >>> 0).toString(36)
}
