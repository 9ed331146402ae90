/** Sifts what a sitemap or a listing names: articles pass, lists stay out, and doubt is tried a few at a time. */

import type { UrlPatterns } from './url-patterns.ts'
import { verdictOn } from './url-patterns.ts'

/** Of shapes that nothing is known of; the next visit knows more. */
const UNKNOWN_TRIED_MAX = 20
/** Of shapes that have not been articles: a wrong lesson heals, and costs little where it is right. */
const CONDEMNED_TRIED_MAX = 1
/** Reasons that are told, each with an example. */
const LEFT_OUT_MAX = 20

/** What was left out for one reason. */
export type LeftOut = { why: string; count: number; example: string }

export type Sift = {
  /** Whether the page at `url` is to be visited. Counts what it is asked. */
  passes: (url: string) => boolean
  leftOut: () => LeftOut[]
}

/** A sift for one reading: `unknownMax` is how many addresses of an unknown shape it lets pass. */
export function entrySift(patterns: UrlPatterns, unknownMax = UNKNOWN_TRIED_MAX): Sift {
  const leftOut = new Map<string, LeftOut>()
  let unknown = 0
  let condemned = 0

  function isTried(verdict: string, isLearnt: boolean): boolean {
    if (verdict === 'article') return true
    if (verdict === 'unknown') return unknown++ < unknownMax
    return isLearnt && condemned++ < CONDEMNED_TRIED_MAX
  }

  return {
    passes(url) {
      const { verdict, why, isLearnt } = verdictOn(url, patterns)
      if (isTried(verdict, isLearnt)) return true
      const known = leftOut.get(why)
      if (known !== undefined) known.count++
      else if (leftOut.size < LEFT_OUT_MAX) leftOut.set(why, { why, count: 1, example: url })
      return false
    },
    leftOut: () => [...leftOut.values()].sort((a, b) => b.count - a.count),
  }
}
