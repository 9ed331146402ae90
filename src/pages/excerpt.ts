/** A text cut to the length of a card or a description, and to what its page allows. */

import { snippetLengthMax } from '../articles/robots-directives.ts'

type SnippetOptions = { robots: readonly string[]; lengthMax?: number }

/**
 * What may stand of an article elsewhere than on its own page: on one line of at most `lengthMax`
 * (UTF-16), less where its `robots` ask for less; null where they want none.
 */
export function snippet(
  text: string | null,
  { robots, lengthMax = Number.POSITIVE_INFINITY }: SnippetOptions,
): string | null {
  const allowed = Math.min(lengthMax, snippetLengthMax(robots))
  if (text === null || allowed === 0) return null
  return allowed === Number.POSITIVE_INFINITY ? text : shortened(text, allowed)
}

/** Returns `text` on one line, cut at a word with an ellipsis where it exceeds `lengthMax` (UTF-16). */
export function shortened(text: string, lengthMax: number): string {
  const line = text
    .slice(0, 2 * lengthMax)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= lengthMax) return line
  const cut = line.slice(0, lengthMax)
  const end = cut.lastIndexOf(' ')
  // A cut inside one endless word may split a surrogate pair.
  const whole = end > 0 ? cut.slice(0, end) : cut.replace(/[\uD800-\uDBFF]$/, '')
  return `${whole}…`
}
