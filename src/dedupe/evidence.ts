/** What speaks for two texts being one story besides the words that they share. */

import type { Fingerprint } from './fingerprint.ts'
import { sharedCount } from './mentions.ts'
import { titleLikeness } from './title-likeness.ts'

/** Shares from which a title, the names or the numbers are a witness, and how many those must be. */
const TITLE_MIN = 0.4
const NAMES_MIN = 0.4
const NAMES_COUNT_MIN = 3
const NUMBERS_MIN = 0.75
const NUMBERS_COUNT_MIN = 2

export type Evidence = {
  /** Shares of the smaller set: 0 to 1; null where there are too few to tell. */
  readonly title: number
  readonly names: number | null
  readonly numbers: number | null
  /** How many of the three speak for one story. */
  readonly witnesses: number
}

export function evidenceBetween(one: Fingerprint, other: Fingerprint): Evidence {
  const title = titleLikeness(one.titleWords, other.titleWords)
  const names = sharedPart(one.names, other.names, NAMES_COUNT_MIN)
  const numbers = sharedPart(one.numbers, other.numbers, NUMBERS_COUNT_MIN)
  const witnesses = [
    title >= TITLE_MIN,
    names !== null && names >= NAMES_MIN,
    numbers !== null && numbers >= NUMBERS_MIN,
  ].filter(Boolean).length
  return { title, names, numbers, witnesses }
}

function sharedPart(one: Uint32Array, other: Uint32Array, countMin: number): number | null {
  const least = Math.min(one.length, other.length)
  return least < countMin ? null : sharedCount(one, other) / least
}
