/** What each character is to the comparison of stories: part of a word, a figure, a tone, or nothing. */

/** Bits of an entry; the lowest sixteen are the letter itself: lower case, without its tone. */
export const CHARACTER_BITS = {
  letter: 0xffff,
  toneShift: 16,
  tone: 0x7 << 16,
  isWord: 1 << 19,
  isCapital: 1 << 20,
  isFigure: 1 << 21,
  /** Soft hyphens and what has no width: they stand inside words and are not seen. */
  isUnseen: 1 << 22,
  /** Letters of scripts without spaces are words of their own. */
  isAlone: 1 << 23,
  isSentenceEnd: 1 << 24,
} as const

const { toneShift, isWord, isCapital, isFigure, isUnseen, isAlone, isSentenceEnd } = CHARACTER_BITS

/** Grave, acute, tilde, hook and dot: wherever they stand in a syllable, they are its tone. */
const TONES = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g
const UNSEEN = /^[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]$/
const SENTENCE_END = /^[.!?:;…"“”'‘’•|–—-]$/

/** From the first ideographs; Korean has spaces, but its syllables tell enough alone. */
const ALONE_FROM = 0x2e80

const KNOWN = 2 ** 31
const TABLE = new Uint32Array(0x10000)

/** The entry of one UTF-16 code unit; halves of a pair separate words, as pictures do. */
export function characterEntry(unit: number): number {
  const known = TABLE[unit] ?? 0
  if (known !== 0) return known & ~KNOWN
  const made = entryOf(unit)
  TABLE[unit] = made | KNOWN
  return made
}

function entryOf(unit: number): number {
  const character = String.fromCharCode(unit)
  if (UNSEEN.test(character)) return isUnseen
  if (SENTENCE_END.test(character)) return isSentenceEnd
  if (/^\p{Nd}$/u.test(character)) return isWord | isFigure | unit
  if (!/^[\p{L}\p{N}\p{M}]$/u.test(character)) return 0
  return isWord | flagsOf(character, unit) | lettersOf(character)
}

function flagsOf(character: string, unit: number): number {
  return (/^\p{Lu}$/u.test(character) ? isCapital : 0) | (unit >= ALONE_FROM ? isAlone : 0)
}

function lettersOf(character: string): number {
  const apart = character.toLowerCase().normalize('NFD')
  const tone = TONES.findIndex((mark) => apart.includes(mark)) + 1
  const letter = apart.replace(TONE, '').normalize('NFC')
  return (tone << toneShift) | (letter === '' ? 0 : letter.charCodeAt(0))
}
