/** Whether a partner's articles are read as well as they used to be. */

import type { UsualQuality } from '../../articles/health.ts'

/** How many articles the usual quality is the mean of, about. */
const MEMORY = 100

/** With fewer, nothing is usual yet. */
const USUAL_MIN = 20

/** How many of the newest articles are compared with it. */
export const LATEST_ARTICLES = 10

/**
 * So many standard errors below the usual is no chance any more, however often it is looked at; and
 * where articles are all alike, so much is still nothing to tell anybody of.
 */
const ERRORS_MIN = 5
const FALL_MIN = 0.1

/** It has recovered when half of that is made up for. */
const RECOVERED_SHARE = 0.5

/** Takes in the quality (0 to 1) of articles that are new, in the order in which they were stored. */
export function learnQuality(usual: UsualQuality | null, qualities: number[]): UsualQuality | null {
  return qualities.reduce<UsualQuality | null>(
    (known, quality) => withOne(known ?? { mean: quality, variance: 0, count: 0 }, quality),
    usual,
  )
}

function withOne({ mean, variance, count }: UsualQuality, quality: number): UsualQuality {
  const weight = 1 / Math.min(count + 1, MEMORY)
  const difference = quality - mean
  return {
    mean: round(mean + weight * difference),
    variance: round((1 - weight) * (variance + weight * difference ** 2)),
    count: Math.min(count + 1, MEMORY),
  }
}

/**
 * The mean of `latest` (the newest articles' qualities) where it has fallen, `'well'` where it has
 * not or has recovered, undefined where it is in between or too little is known.
 */
export function qualityVerdict(
  usual: UsualQuality | null,
  latest: number[],
): { mean: number } | 'well' | undefined {
  if (usual === null || usual.count < USUAL_MIN || latest.length < LATEST_ARTICLES) return undefined
  const mean = latest.reduce((sum, quality) => sum + quality, 0) / latest.length
  const error = Math.sqrt(usual.variance / latest.length)
  const fall = Math.max(FALL_MIN, ERRORS_MIN * error)
  if (mean < usual.mean - fall) return { mean }
  return mean > usual.mean - fall * RECOVERED_SHARE ? 'well' : undefined
}

function round(value: number): number {
  return Number(value.toFixed(5))
}
