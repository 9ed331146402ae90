/** Says how far the start of a text repeats what was said before. */

import { foldText } from '../fold.ts'

/**
 * Where in `text` the words of `prefix` end, or undefined if it does not begin with them. Compared
 * as readers do: case, punctuation, white space and the placing of tone marks aside.
 */
export function prefixEnd(text: string, prefix: string): number | undefined {
  const wanted = joined(prefix)
  let matched = 0
  for (const word of text.matchAll(/\S+/g)) {
    const said = joined(word[0])
    if (!wanted.startsWith(said, matched)) return undefined
    matched += said.length
    if (matched === wanted.length && matched > 0) return word.index + word[0].length
  }
  return undefined
}

function joined(text: string): string {
  return foldText(text).replaceAll(' ', '')
}
