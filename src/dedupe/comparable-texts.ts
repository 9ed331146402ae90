/** Folds, of many texts, only those that may say the same as another: most begin like no other. */

import { foldText } from '../articles/fold.ts'

/** In UTF-16 code units: what is looked at first of each text, and what is compared of it, folded. */
const OPENING_LENGTH = 48
const START_LENGTH = 12

/** A cut changes what is folded right before it; beyond that many code units it changes nothing. */
const CUT_LENGTH = 12

/**
 * A string for each text, equal exactly where the folded texts are equal, and empty where they are.
 * It is the folded text wherever two are equal; whole articles are not folded to find no copy.
 */
export function comparableTexts(texts: readonly string[]): string[] {
  const starts = texts.map(startOf)
  const counts = new Map<string, number>()
  for (const start of starts) counts.set(start, (counts.get(start) ?? 0) + 1)
  return texts.map((text, index) => {
    const start = starts[index] ?? ''
    return counts.get(start) === 1 ? start : foldText(text)
  })
}

/** How the folded text begins; all of it where the opening is hardly more than marks. */
function startOf(text: string): string {
  const opening = foldText(text.slice(0, OPENING_LENGTH))
  const isEnough = text.length <= OPENING_LENGTH || opening.length >= START_LENGTH + CUT_LENGTH
  return (isEnough ? opening : foldText(text)).slice(0, START_LENGTH)
}
