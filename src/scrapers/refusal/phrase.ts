/** Finds set phrases, which may leave out some words, in folded text. */

import { foldText } from '../../articles/fold.ts'

/** Stands for words that vary. */
const GAP = '…'

/** In UTF-16 code units: what a gap leaves out. */
const GAP_LENGTH_MAX = 80

export type Phrase = {
  /** What stands between its gaps, folded; an empty one where it begins or ends with a gap. */
  readonly parts: readonly string[]
  /** Those that say something, between spaces, as they are looked for. */
  readonly spaced: readonly string[]
}

/** `page you … looking for`, to be found in “The page that you are looking for”. */
export function phrase(written: string): Phrase {
  const parts = written.split(GAP).map(foldText)
  return { parts, spaced: parts.filter((part) => part !== '').map((part) => ` ${part} `) }
}

/** Whether the folded line is the phrase, from its first word to its last. */
export function saysWhole(folded: string, words: Phrase): boolean {
  const { parts } = words
  const first = parts[0] ?? ''
  const last = parts.at(-1) ?? ''
  if (parts.length === 1) return folded === first
  if (folded.length < first.length + last.length) return false
  const begins = first === '' || folded.startsWith(`${first} `)
  const ends = last === '' || folded.endsWith(` ${last}`)
  return begins && ends && saysWithin(folded, words)
}

/** Whether the folded text says the phrase, its words whole. */
export function saysWithin(folded: string, words: Phrase): boolean {
  return phrasesWithin(folded, [words]).length > 0
}

/** Those of the phrases that the folded text says. */
export function phrasesWithin(folded: string, phrases: readonly Phrase[]): Phrase[] {
  const text = ` ${folded} `
  return phrases.filter(({ spaced }) => holds(text, spaced))
}

function holds(text: string, spaced: readonly string[]): boolean {
  const first = spaced[0] ?? ''
  for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) {
    if (goesOn(text, at + first.length - 1, spaced)) return true
  }
  return false
}

/** Whether the parts but the first follow, none too far behind the one before. */
function goesOn(text: string, from: number, spaced: readonly string[]): boolean {
  let at = from
  for (let index = 1; index < spaced.length; index += 1) {
    const part = spaced[index] ?? ''
    const next = text.indexOf(part, at)
    if (next === -1 || next - at > GAP_LENGTH_MAX) return false
    at = next + part.length - 1
  }
  return true
}
