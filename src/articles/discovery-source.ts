/** What is remembered of a place where a partner lists its articles: where it is, and what it said last. */

import * as z from 'zod/mini'
import { wholeFeedSchema } from './whole-feed.ts'
import { wishesSchema } from './wishes.ts'

const textOrNull = z._default(z.nullable(z.string()), null)

const partSchema = z.object({
  url: z.string(),
  etag: textOrNull,
  lastModified: textOrNull,
  updatedAt: textOrNull,
})
export type SourcePart = z.infer<typeof partSchema>

/** A row of an older shape lacks most of it: each has a default that says nothing. Instants are ISO 8601 UTC. */
export const discoverySourceSchema = z.object({
  kind: z.enum(['feed', 'sitemap', 'listing']),
  url: z.string(),
  /** Validators of its last answer, byte for byte. */
  etag: textOrNull,
  lastModified: textOrNull,
  /** Of what it listed last: tells a body that has not changed from one that has. */
  bodyHash: textOrNull,
  /** When it was last fetched unconditionally and had not changed: not again within a day. */
  unchangedAt: textOrNull,
  /** Until when its last answer was fresh (RFC 9111 section 4.2): not asked before. */
  freshUntil: textOrNull,
  /** How often a feed wishes to be asked. */
  wishes: z._default(z.nullable(wishesSchema), null),
  /** What a feed says of itself for WebSub. */
  hub: textOrNull,
  /** Where it names several hubs: to be tried after the first, in its order. */
  otherHubs: z._default(z.array(z.string()), []),
  self: textOrNull,
  /** Whether a feed carries whole articles, as far as it is known. */
  whole: z._default(z.nullable(wholeFeedSchema), null),
  /** Where permanent redirects have led, and how often in a row. */
  movedTo: textOrNull,
  movedTimes: z._default(z.int(), 0),
  /** Under which address it was found or named, where it has moved for good since. */
  movedFrom: textOrNull,
  /** Which address gave the validators, where a redirect led to another one. */
  validatorsFrom: textOrNull,
  /** The files of a sitemap index that were read with it, and when the index says that they changed. */
  parts: z._default(z.array(partSchema), []),
  /** Addresses in all that a sitemap listed last, kept or not. */
  urlCount: z._default(z.int(), 0),
  /** Of a second way: when it was last asked, and how often in a row it had nothing that the first lacked. */
  askedAt: textOrNull,
  agreedTimes: z._default(z.int(), 0),
})
export type DiscoverySource = z.infer<typeof discoverySourceSchema>

/** A source that has not been asked yet. */
export function unaskedSource(kind: DiscoverySource['kind'], url: string): DiscoverySource {
  return discoverySourceSchema.parse({ kind, url })
}
