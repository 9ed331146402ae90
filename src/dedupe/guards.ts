/** What tells two texts apart that share most of their words: another issue, another subject, other numbers. */

import type { Fingerprint } from './fingerprint.ts'
import { sharedCount } from './mentions.ts'
import { titleLikeness } from './title-likeness.ts'
import { mayHold } from './word-filter.ts'

/** Titles this alike are one column's, and their numbers say which issue. */
const COLUMN_TITLE_LIKENESS = 0.3

/** Of so many numbers, fewer in common are other figures: next to none where the rest is a copy. */
const NUMBERS_MIN = 3
const NUMBERS_SHARED_MIN = 0.6
const COPY_CONTAINMENT = 0.6
const COPY_NUMBERS_SHARED_MIN = 0.2

export type Guard = 'issue' | 'subject' | 'numbers'

/** The first guard that says that the two are different, or undefined. */
export function guardBetween(
  one: Fingerprint,
  other: Fingerprint,
  containment: number,
): Guard | undefined {
  if (isOtherIssue(one, other)) return 'issue'
  if (speaksOfAnother(one, other) && speaksOfAnother(other, one)) return 'subject'
  return hasOtherNumbers(one, other, containment) ? 'numbers' : undefined
}

/** "(1/3)" and "(2/3)" of one title: each has a number that the other lacks. */
function isOtherIssue(one: Fingerprint, other: Fingerprint): boolean {
  const least = Math.min(one.titleNumbers.length, other.titleNumbers.length)
  if (least === 0 || sharedNumbers(one, other) === least) return false
  return titleLikeness(one.titleWords, other.titleWords) >= COLUMN_TITLE_LIKENESS
}

/** Each number as often as both titles have it. */
function sharedNumbers(one: Fingerprint, other: Fingerprint): number {
  const left = [...other.titleNumbers]
  for (const number of one.titleNumbers) {
    const at = left.indexOf(number)
    if (at !== -1) left.splice(at, 1)
  }
  return other.titleNumbers.length - left.length
}

/**
 * `one` has in its title and in its text a word of which `other` never speaks. A copy may lose such
 * words when it is shortened and gain some when it is retold; two posts from one mould do both.
 */
function speaksOfAnother(one: Fingerprint, other: Fingerprint): boolean {
  return one.subjects.some(
    (word) => !other.titleWords.includes(word) && !mayHold(other.vocabulary, word),
  )
}

/** An edit takes some of the numbers; a column that is written anew every day has all others. */
function hasOtherNumbers(one: Fingerprint, other: Fingerprint, containment: number): boolean {
  const least = Math.min(one.numbers.length, other.numbers.length)
  if (least < NUMBERS_MIN) return false
  const sharedMin = containment < COPY_CONTAINMENT ? NUMBERS_SHARED_MIN : COPY_NUMBERS_SHARED_MIN
  return sharedCount(one.numbers, other.numbers) / least < sharedMin
}
