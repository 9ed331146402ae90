/**
 * The trend score: an exponentially decayed count of views in forward-decay form, so that its
 * order never changes with time and nothing has to recompute it.
 *
 * Source: G. Cormode et al., "Forward Decay: A Practical Time Decay Model for Streaming Systems",
 * ICDE 2009.
 */

/** After this long a view weighs half as much as a fresh one. */
export const TREND_HALF_LIFE_MS = 3 * 60 * 60 * 1000

/** The landmark L; any fixed instant before the first view does. */
const LANDMARK_MS = Date.UTC(2026, 0, 1)

/** The score of an article that was never read. */
export const TREND_NONE = -1e9

/**
 * Adds one view at `atMs` (Unix milliseconds) to a score:
 * `S' = x + log2(1 + 2^(S − x))` with `x = (t − L) / half-life`.
 */
export function addToTrend(score: number, atMs: number): number {
  const x = (atMs - LANDMARK_MS) / TREND_HALF_LIFE_MS
  const high = Math.max(score, x)
  const low = Math.min(score, x)
  return high + Math.log2(1 + 2 ** (low - high))
}
