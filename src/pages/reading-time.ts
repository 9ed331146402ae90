/** How long an article takes to read, whatever it is written in. */

/**
 * About the mean of the 17 languages measured for the IReST charts (Trauzettel-Klosinski and Dietz,
 * 2012). Characters, because Vietnamese writes a space after every syllable, not every word.
 */
const CHARACTERS_PER_MINUTE = 900

/**
 * A character that is a word or a syllable says as much as three letters: the same charts have 255
 * a minute for Chinese, 357 for Japanese.
 */
const DENSE_FACTOR = 3
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** Returns whole minutes, at least 1; each script counts at its own pace, so that texts may mix them. */
export function readingMinutes(text: string): number {
  const dense = text.match(DENSE)?.length ?? 0
  const characters = text.length + dense * (DENSE_FACTOR - 1)
  return Math.max(1, Math.round(characters / CHARACTERS_PER_MINUTE))
}
