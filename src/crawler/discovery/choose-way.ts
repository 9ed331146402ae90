/** Chooses between the ways to a partner's articles by freshness and completeness, and says why. */

import { type Measured, measureWays, type Way } from './measure-ways.ts'
import { MISSED_MAX, reasonFor } from './way-reasons.ts'

/** Of what the best way lists: a feed of ten beside a page of twelve is as good as that page. */
const FEED_SHARE_MIN = 0.5
const SITEMAP_SHARE_MIN = 0.75

/** In articles. */
const REACH_MAX = 1_000_000

/** Lower is better. */
const RANK = { feed: 0, sitemap: 1, listing: 2, undated: 3, partial: 4, empty: 5 } as const

export type Choice = { best: Way; second: Way | null; why: string }

/**
 * The way to use and another one to check it by; undefined where there is none. `shown` are the
 * addresses of the articles on the partner's own page, in its order.
 */
export function chooseWay(
  ways: readonly Way[],
  shown: readonly string[],
  now: Date,
): Choice | undefined {
  const { measured, count } = measureWays(ways, shown, now)
  const most = Math.max(...measured.map(({ listed }) => listed), 0)
  const ranked = measured.sort(
    (a, b) =>
      rankOf(a, most) - rankOf(b, most) ||
      reachOf(b, most) - reachOf(a, most) ||
      b.listed - a.listed,
  )
  const [best, ...rest] = ranked
  if (best === undefined) return undefined
  const second = rest.find(({ kind }) => kind !== best.kind) ?? rest[0]
  const why = reasonFor(best, rest, { count, most, shown: shown.length, now })
  return { best: best.way, second: second?.way ?? null, why }
}

/** How far a listing goes back, if it shows what is new: the blog behind a home page of six cards. */
function reachOf({ kind, listed, way }: Measured, most: number): number {
  if (kind !== 'listing' || listed < FEED_SHARE_MIN * most) return 0
  const { goesOn, entries } = way.reading
  return goesOn ? REACH_MAX : entries.length
}

/** A feed costs least and dates its articles; a sitemap without dates tells nothing of what is new. */
function rankOf(measured: Measured, most: number): number {
  const { way, kind, listed, missed, newest } = measured
  if (listed === 0 && most > 0) return RANK.empty
  if (kind === 'listing') return RANK.listing
  if (kind === 'sitemap' && newest === undefined) return RANK.undated
  // A feed of ten is complete where it lists ten.
  const whole = kind === 'feed' ? Math.min(most, way.reading.entries.length) : most
  const least = (kind === 'feed' ? FEED_SHARE_MIN : SITEMAP_SHARE_MIN) * whole
  return missed <= MISSED_MAX && listed >= least ? RANK[kind] : RANK.partial
}
