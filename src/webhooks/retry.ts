/** When a failed delivery is tried again, and when it is given up. */

const MINUTE = 60
const HOUR = 60 * MINUTE

/** Seconds to wait after the first, second, … failed attempt. The first attempt waits for nothing. */
const RETRY_DELAYS_SECONDS = [
  5,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]

/** Spread, as a share of the delay to either side, so that receivers are not hit in step. */
const JITTER = 0.2

/**
 * Seconds until the next attempt, or `undefined` when `attempts` (made so far, at least 1) were the
 * last. `random` is in [0, 1).
 */
export function retryDelaySeconds(attempts: number, random: number): number | undefined {
  const delay = RETRY_DELAYS_SECONDS[attempts - 1]
  if (delay === undefined) return undefined
  return delay * (1 - JITTER + 2 * JITTER * random)
}
