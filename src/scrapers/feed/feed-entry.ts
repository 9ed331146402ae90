/** What a feed says, whatever its format. */

export type FeedEntry = {
  /** Null where the entry names no page of its own. */
  url: string | null
  /** Without markup; null where it has none. */
  title: string | null
  /** ISO 8601 with the feed's offset; a date without zone is taken as UTC. */
  publishedAt: string | null
  guid: string | null
}

export type Feed = { title: string | null; entries: FeedEntry[] }

/** More than any feed of a partner needs; what follows is left out. */
export const FEED_ENTRIES_MAX = 5_000

/** `address` made absolute, or as it is where there is nothing to resolve it against. */
export function resolved(address: string, base: string | undefined): string | null {
  const trimmed = address.trim()
  if (trimmed === '') return null
  if (URL.canParse(trimmed)) return trimmed
  return base === undefined ? trimmed : (URL.parse(trimmed, base)?.href ?? null)
}

export function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address.trim())
}
