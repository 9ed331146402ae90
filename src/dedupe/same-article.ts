/** Tells an article that was edited from another one, or a notice, that stands in its place. */

import { foldText } from '../articles/fold.ts'

/** Words that are compared together: fewer stand in any two texts of one language. */
const SHINGLE_WORDS = 3

/** Of the shorter text: what an edit leaves at least, and what two texts of one template share at most. */
const SHARED_MIN = 0.3

/** Fewer shingles prove nothing. */
const SHINGLES_MIN = 10

/** In UTF-16 code units of each text. */
const TEXT_LENGTH_MAX = 20_000

type Told = { readonly title: string; readonly text: string }

/** Whether `after` may be `before`, edited: under the same title, or with a good part of its text. */
export function isSameArticle(before: Told, after: Told): boolean {
  if (foldText(before.title) === foldText(after.title)) return true
  return sharesText(before.text, after.text, SHARED_MIN)
}

/** Whether the texts have such a share of the shorter one in common, in [0, 1]; of few words it is unknown. */
export function sharesText(before: string, after: string, share: number): boolean {
  const [fewer, more] = [shingles(before), shingles(after)].sort((a, b) => a.size - b.size)
  if (fewer === undefined || more === undefined || fewer.size < SHINGLES_MIN) return false
  let shared = 0
  for (const shingle of fewer) if (more.has(shingle)) shared += 1
  return shared >= share * fewer.size
}

function shingles(text: string): Set<string> {
  const words = foldText(text.slice(0, TEXT_LENGTH_MAX)).split(' ')
  const found = new Set<string>()
  for (let index = 0; index + SHINGLE_WORDS <= words.length; index += 1) {
    found.add(words.slice(index, index + SHINGLE_WORDS).join(' '))
  }
  return found
}
