/** Which of a partner's addresses are articles: learnt from the pages that were visited. */

import * as z from 'zod/mini'
import { otherKind } from '../../scrapers/listing/address-kind.ts'
import { hasTitleShape, urlShape } from './url-shape.ts'

/** Some 40 bytes each: what is kept stays below 4 KB. */
const SHAPES_MAX = 60
/** Of one shape; past it both counts are halved, so that a site may change its mind. */
const LESSONS_MAX = 40
/** So many pages that are no articles condemn a shape, if articles are this much rarer. */
const OTHERS_MIN = 3
const OTHERS_PER_ARTICLE = 3

/** Shape → pages that were articles, and pages that were not. */
const patternsSchema = z.record(
  z.string().check(z.maxLength(100)),
  z.tuple([z.int().check(z.nonnegative()), z.int().check(z.nonnegative())]),
)
export type UrlPatterns = z.infer<typeof patternsSchema>

/** A page that was visited, and whether it gave an article. */
export type UrlLesson = { url: string; isArticle: boolean }

export type UrlVerdict = {
  verdict: 'article' | 'other' | 'unknown'
  /** As the end of "left out because it is …": `a tag`, `of a shape that never was an article`. */
  why: string
  /** Learnt, and so perhaps wrong: now and then such an address is tried all the same. */
  isLearnt: boolean
}

/** Reads what is kept for a partner. What cannot be read is as good as nothing learnt. */
export function readPatterns(text: string | null): UrlPatterns {
  if (text === null) return {}
  try {
    const read = patternsSchema.safeParse(JSON.parse(text))
    return read.success ? read.data : {}
  } catch {
    return {}
  }
}

/** What is known after `lessons`; the same object where they teach nothing. */
export function learntPatterns(known: UrlPatterns, lessons: readonly UrlLesson[]): UrlPatterns {
  if (lessons.length === 0) return known
  const counts = new Map(Object.entries(known))
  for (const { url, isArticle } of lessons) {
    const shape = urlShape(url)
    if (shape === undefined) continue
    const [articles, others] = counts.get(shape) ?? [0, 0]
    const count = isArticle ? [articles + 1, others] : [articles, others + 1]
    counts.set(shape, halved(count))
  }
  const kept = [...counts].sort(([, a], [, b]) => b[0] + b[1] - a[0] - a[1]).slice(0, SHAPES_MAX)
  return Object.fromEntries(kept)
}

function halved([articles = 0, others = 0]: readonly number[]): [number, number] {
  if (articles + others <= LESSONS_MAX) return [articles, others]
  return [Math.ceil(articles / 2), Math.ceil(others / 2)]
}

/** What was learnt goes before what addresses say by themselves: some sites keep articles in /tag/. */
export function verdictOn(url: string, patterns: UrlPatterns): UrlVerdict {
  const shape = urlShape(url)
  const [articles, others] = shape === undefined ? [0, 0] : lessonsOf(shape, patterns)
  if (articles > 0 && articles >= others) {
    return { verdict: 'article', why: 'of a shape that has been articles', isLearnt: true }
  }
  const kind = otherKind(url)
  if (kind !== undefined) return { verdict: 'other', why: named(kind), isLearnt: false }
  if (others >= OTHERS_MIN && others > articles * OTHERS_PER_ARTICLE) {
    return { verdict: 'other', why: 'of a shape that has not been articles', isLearnt: true }
  }
  if (shape !== undefined && hasTitleShape(shape)) {
    return { verdict: 'article', why: 'named by a title', isLearnt: false }
  }
  return { verdict: 'unknown', why: 'of a shape that is not known', isLearnt: false }
}

function lessonsOf(shape: string, patterns: UrlPatterns): readonly [number, number] {
  return Object.hasOwn(patterns, shape) ? (patterns[shape] ?? [0, 0]) : [0, 0]
}

function named(kind: string): string {
  return /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`
}
