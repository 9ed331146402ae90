/** Finds set phrases, which may leave out some words, in folded text. */

import { foldText } from '../../articles/fold.ts'

/** Stands for words that vary. */
const GAP = '…'

/** In UTF-16 code units: what a gap leaves out. */
const GAP_LENGTH_MAX = 80

/** The parts between its gaps, folded; an empty one where it begins or ends with a gap. */
export type Phrase = readonly string[]

/** `page you … looking for`, to be found in “The page that you are looking for”. */
export function phrase(written: string): Phrase {
  return written.split(GAP).map(foldText)
}

/** Whether the folded line is the phrase, from its first word to its last. */
export function saysWhole(folded: string, words: Phrase): boolean {
  const first = words[0] ?? ''
  const last = words.at(-1) ?? ''
  if (words.length === 1) return folded === first
  if (folded.length < first.length + last.length) return false
  const begins = first === '' || folded.startsWith(`${first} `)
  const ends = last === '' || folded.endsWith(` ${last}`)
  return begins && ends && saysWithin(folded, words)
}

/** Whether the folded text says the phrase, its words whole. */
export function saysWithin(folded: string, words: Phrase): boolean {
  const text = ` ${folded} `
  const [first = '', ...rest] = words.filter((part) => part !== '').map((part) => ` ${part} `)
  for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) {
    if (goesOn(text, at + first.length - 1, rest)) return true
  }
  return false
}

function goesOn(text: string, from: number, rest: readonly string[]): boolean {
  let at = from
  for (const part of rest) {
    const next = text.indexOf(part, at)
    if (next === -1 || next - at > GAP_LENGTH_MAX) return false
    at = next + part.length - 1
  }
  return true
}
