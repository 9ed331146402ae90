/** Whether a feed carries whole articles, so that their pages need not be fetched: how it is learnt. */

import * as z from 'zod/mini'

/** Articles in a row that entry and page told alike before the feed is trusted. */
const AGREED_MIN = 3

/** Of a trusted feed, every so many articles one is compared with its page again. */
const CHECK_EVERY = 10

export const wholeFeedSchema = z.object({
  /** Articles in a row, counted up to trust. */
  agreed: z.int().check(z.nonnegative()),
  /** Since when it is trusted; null where it is not. ISO 8601 UTC. */
  since: z.nullable(z.string()),
  /** Articles read from it alone since one was compared last. */
  spared: z.int().check(z.nonnegative()),
  /** What the last entry lacked of its page, in one English sentence; null where nothing. */
  distrusted: z.nullable(z.string()),
})
export type WholeFeed = z.infer<typeof wholeFeedSchema>

export const UNKNOWN_FEED: WholeFeed = { agreed: 0, since: null, spared: 0, distrusted: null }

/** Whether the next article may be read from its entry alone. */
export function sparesPage(feed: WholeFeed): boolean {
  return feed.since !== null && feed.spared < CHECK_EVERY - 1
}

/** An article was read from its entry alone. */
export function afterSparing(feed: WholeFeed): WholeFeed {
  return { ...feed, spared: feed.spared + 1 }
}

/** An entry was compared with its page; one `lack` ends all trust, and counting begins anew. */
export function afterComparing(feed: WholeFeed, lack: string | null, now: string): WholeFeed {
  if (lack !== null) return { ...UNKNOWN_FEED, distrusted: lack }
  const agreed = Math.min(feed.agreed + 1, AGREED_MIN)
  const since = feed.since ?? (agreed < AGREED_MIN ? null : now)
  return { agreed, since, spared: 0, distrusted: null }
}
