/** What a feed says, whatever its format. */

import type { Wishes } from '../../articles/wishes.ts'

export type FeedEntry = {
  /** Null where the entry names no page of its own. */
  url: string | null
  /** Without markup; null where it has none. */
  title: string | null
  /** ISO 8601 with the feed's offset; a date without zone is taken as UTC. The last change, where that is all it tells. */
  publishedAt: string | null
  /** Of the last change, where the entry tells it. */
  updatedAt: string | null
  guid: string | null
  /** The full content as the feed carries it, unsanitised; null where it has a summary at most. */
  html: string | null
  authors: string[]
  categories: string[]
  /** Absolute; of the entry, not of the feed. */
  image: string | null
}

export type Feed = {
  title: string | null
  entries: FeedEntry[]
  /** Where to subscribe to pushes (W3C WebSub section 4), absolute, in the feed's order. */
  hubs: string[]
  /** The address that the feed gives as its own: the topic of a subscription. */
  self: string | null
  wishes: Wishes
}

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
