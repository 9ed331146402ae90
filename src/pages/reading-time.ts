/** How long an article takes to read. */

/**
 * About the mean of the 17 languages measured for the IReST charts (Trauzettel-Klosinski and Dietz,
 * 2012). Characters, because Vietnamese writes a space after every syllable, not every word.
 */
const CHARACTERS_PER_MINUTE = 900

/** Returns whole minutes, at least 1, for a text in any language with an alphabet. */
export function readingMinutes(text: string): number {
  return Math.max(1, Math.round(text.length / CHARACTERS_PER_MINUTE))
}
