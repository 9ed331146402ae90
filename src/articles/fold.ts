/** Folds away what readers don't see as a difference between two texts; used to compare, never to show. */

/** The vowels that open a Vietnamese cluster on which old and new spelling place the tone apart. */
const OPEN_CLUSTER = /([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])(?![\p{L}\p{M}])/gu

/** Everything that is neither letter, mark nor figure separates words. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/gu

const MARKS = /\p{M}+/gu

/**
 * Returns `text` as compared: composed, lower case, one space between words, no punctuation, the
 * tone mark of `oa`, `oe`, `uy` where the newer spelling has it (`hoà` and `hòa` both give `hoà`).
 * Diacritics stay: `ma` and `má` are two words.
 */
export function foldText(text: string): string {
  const moved = text.normalize('NFKD').toLowerCase().replace(OPEN_CLUSTER, '$1$3$2')
  return moved.normalize('NFC').replace(BETWEEN_WORDS, ' ').trim()
}

/** Returns `text` without diacritics, `đ` as `d`, case kept; letters of other scripts stay. */
export function asciiFold(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}
