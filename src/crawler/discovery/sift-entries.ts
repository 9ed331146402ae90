/** Sifts what a sitemap or a listing names: articles pass, lists stay out, and doubt is tried a few at a time. */

import { learntPatterns, type UrlPatterns, verdictOn } from './url-patterns.ts'

/** Of shapes that nothing is known of; the next visit knows more. */
const UNKNOWN_TRIED_MAX = 20
/** Reasons that are told, each with an example. */
const LEFT_OUT_MAX = 20

/** Longer than an address may be, or none at all: an article that nobody can visit. */
export const UNASKABLE = 'an address that cannot be asked for'

/** What was left out for one reason. */
export type LeftOut = { why: string; count: number; example: string }

export type Sift = {
  /** Whether the page at `url` is to be visited. Counts what it is asked. */
  passes: (url: string) => boolean
  /** Whether it may be: the same, before it is known which are the newest of unknown shape. */
  isWanted: (url: string, time: number) => boolean
  /** Takes the shapes of `urls` for those of articles, but where something speaks against them. */
  believe: (urls: readonly string[]) => void
  /**
   * Of what `isWanted` left out, the newest whose shape has not been articles: a wrong lesson heals
   * by it, and costs one page where it is right.
   */
  condemned: () => string[]
  leftOut: () => LeftOut[]
}

/** A sift for one reading: `unknownMax` is how many addresses of an unknown shape it lets pass. */
export function entrySift(learnt: UrlPatterns, unknownMax = UNKNOWN_TRIED_MAX): Sift {
  let patterns = learnt
  const leftOut = new Map<string, LeftOut>()
  let unknown = 0
  let condemned: { url: string; time: number } | undefined

  function leaveOut(why: string, url: string): false {
    const known = leftOut.get(why)
    if (known !== undefined) known.count++
    else if (leftOut.size < LEFT_OUT_MAX) leftOut.set(why, { why, count: 1, example: url })
    return false
  }

  function isWanted(url: string, time: number): boolean {
    const { verdict, why, isLearnt } = verdictOn(url, patterns)
    if (verdict !== 'other') return true
    if (isLearnt && !(time <= (condemned?.time ?? Number.NEGATIVE_INFINITY))) {
      condemned = { url, time: time || 0 }
    }
    return leaveOut(why, url)
  }

  return {
    isWanted,
    believe(urls) {
      const credible = urls.filter((url) => verdictOn(url, learnt).verdict !== 'other')
      patterns = learntPatterns(
        learnt,
        credible.map((url) => ({ url, isArticle: true })),
      )
    },
    passes(url) {
      if (!isWanted(url, 0)) return false
      const { verdict, why } = verdictOn(url, patterns)
      return verdict === 'article' || unknown++ < unknownMax || leaveOut(why, url)
    },
    condemned: () => (condemned === undefined ? [] : [condemned.url]),
    leftOut: () => [...leftOut.values()].sort((a, b) => b.count - a.count),
  }
}
