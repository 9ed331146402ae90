/** The entries of the feed that this wake-up has read, and what their articles teach of the feed. */

import { urlKey } from '../articles/addresses/canonical-url.ts'
import { sha256Hex } from '../articles/digest.ts'
import {
  afterComparing,
  afterSparing,
  sparesPage,
  UNKNOWN_FEED,
  type WholeFeed,
} from '../articles/whole-feed.ts'
import type { DiscoveredEntry, Discovery, Found } from '../crawler/discovery/discovery.ts'

/** Of a hash of an entry, what tells it from its next version: 64 bits. */
const HASH_LENGTH = 16

type EntryAtHand = {
  /** The article as a page of its own. */
  readonly html: string
  readonly hash: string
}

/** Kept in memory only: what is not visited in this wake-up is read from its page. */
export type FeedEntries = {
  /** The feed says what it said before: so do the articles that were read from it. */
  readonly isSame: boolean
  readonly find: (key: string) => Promise<EntryAtHand | undefined>
  /** Whether the next article may be read from its entry alone. */
  readonly sparesPage: () => boolean
  readonly noteSpared: () => void
  /** `lack` is what an entry lacks of its page, null for nothing. */
  readonly noteCompared: (lack: string | null, now: Date) => void
  /** What was found, its source as it is to be remembered now; undefined where nothing was learnt. */
  readonly learnt: () => (Found & { source: { whole: WholeFeed } }) | undefined
}

export function feedEntries(discovery: Discovery | undefined): FeedEntries | undefined {
  if (discovery?.ok !== true) return undefined
  const { source } = discovery
  const found = discovery.status === 'found' ? discovery : undefined
  const pages = pagesOf(found?.entries ?? [])
  const isSame = found === undefined && (source.whole?.since ?? null) !== null
  if (pages.size === 0 && !isSame) return undefined
  const before = source.whole ?? UNKNOWN_FEED
  let whole = before
  return {
    isSame,
    async find(key) {
      const html = pages.get(key)
      return html === undefined ? undefined : { html, hash: await entryHash(html) }
    },
    sparesPage: () => sparesPage(whole),
    noteSpared() {
      whole = afterSparing(whole)
    },
    noteCompared(lack, now) {
      whole = afterComparing(whole, lack, now.toISOString())
    },
    learnt: () =>
      whole === before || found === undefined
        ? undefined
        : { ...found, source: { ...source, whole } },
  }
}

function pagesOf(entries: readonly DiscoveredEntry[]): Map<string, string> {
  const pages = new Map<string, string>()
  for (const { url, html } of entries) {
    const key = urlKey(url)
    if (html !== null && key !== undefined) pages.set(key, html)
  }
  return pages
}

/** By identity key, what tells each entry that carries its article from its next version. */
export async function entryHashes(
  entries: readonly DiscoveredEntry[],
): Promise<{ urlKey: string; entryHash: string }[]> {
  const pages = [...pagesOf(entries)]
  return Promise.all(
    pages.map(async ([key, html]) => ({ urlKey: key, entryHash: await entryHash(html) })),
  )
}

async function entryHash(html: string): Promise<string> {
  return (await sha256Hex(html)).slice(0, HASH_LENGTH)
}
