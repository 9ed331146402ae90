/** Says in which language an article is written: what its page declares, corrected by what it shows. */

/** In UTF-16 code units: a few paragraphs show the language; more would only cost time. */
const SAMPLE_LENGTH_MAX = 6_000

/** Fewer letters than this (a caption, a name) prove nothing against what the page declares. */
const LETTERS_MIN = 20

/** So many letters show that a text is not the Vietnamese that its page declares. */
const PROSE_LETTERS_MIN = 200

/** Share of letters that only Vietnamese writes. Its prose has 15–25 %, other languages under 1 %. */
const VIETNAMESE_SHARE_MIN = 0.04

/** Share of letters of one other script that settles the language by itself. */
const SCRIPT_SHARE_MIN = 0.3

/** Where a page declares nothing and its letters show nothing. */
const UNKNOWN = 'und'

/** `ă`, `đ`, `ơ`, `ư` in every tone and case, and the toned forms of `â`, `ê`, `ô`. */
const VIETNAMESE_LETTERS = /[ăắằẳẵặđơớờởỡợưứừửữựấầẩẫậếềểễệốồổỗộạảẹẻẽịỉĩọỏụủũỵỷỹ]+/g

const LETTERS = /\p{L}+/gu

const NOT_LETTERS = /[^\p{L}]+/u

const SCRIPTS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]+/gu],
  ['ko', /\p{Script=Hangul}+/gu],
  ['zh', /\p{Script=Han}+/gu],
  ['th', /\p{Script=Thai}+/gu],
  ['ru', /\p{Script=Cyrillic}+/gu],
  ['ar', /\p{Script=Arabic}+/gu],
  ['el', /\p{Script=Greek}+/gu],
  ['he', /\p{Script=Hebrew}+/gu],
  ['hi', /\p{Script=Devanagari}+/gu],
]

/** Words so common that a few paragraphs hold many of them, and no other language here has them. */
const COMMON_WORDS: readonly (readonly [language: string, words: ReadonlySet<string>])[] = [
  ['en', new Set(['the', 'and', 'of', 'to', 'is', 'that', 'with', 'are', 'this', 'was'])],
  ['de', new Set(['der', 'und', 'die', 'das', 'nicht', 'ist', 'mit', 'ein', 'eine', 'auf'])],
  ['fr', new Set(['le', 'et', 'les', 'des', 'est', 'dans', 'une', 'pour', 'qui', 'sur'])],
  ['es', new Set(['el', 'y', 'los', 'las', 'que', 'una', 'para', 'por', 'con', 'del'])],
]

/** Share of the words that must be such common ones. */
const COMMON_SHARE_MIN = 0.1

const DECLARED_FORM = /^[a-z]{2,3}(?=$|[-_])/

/**
 * Returns the primary language, BCP 47, lower case: Vietnamese or another script's where the
 * letters show it, else what the page declares (but Vietnamese without its letters), else a guess
 * from common words, else `und`.
 * `declared` is the value of `lang` or `Content-Language` as found.
 */
export function detectLanguage(text: string, declared: string | null): string {
  const sample = text.slice(0, SAMPLE_LENGTH_MAX).normalize('NFC').toLowerCase()
  const said = DECLARED_FORM.exec(declared?.trim().toLowerCase() ?? '')?.[0]
  const vietnamese = unitsIn(sample, VIETNAMESE_LETTERS)
  // Most pages declare a language and hold no such letter: there is nothing to weigh.
  if (vietnamese === 0 && said !== undefined && said !== 'vi') return said
  const letters = unitsIn(sample, LETTERS)
  if (letters >= LETTERS_MIN && vietnamese >= letters * VIETNAMESE_SHARE_MIN) return 'vi'
  if (said === 'vi' && letters >= PROSE_LETTERS_MIN) {
    return byScript(sample, letters) ?? byWords(sample) ?? said
  }
  return said ?? byScript(sample, letters) ?? byWords(sample) ?? UNKNOWN
}

function byScript(sample: string, letters: number): string | undefined {
  const share = (script: RegExp) => unitsIn(sample, script) / Math.max(letters, 1)
  return SCRIPTS.find(([, script]) => share(script) >= SCRIPT_SHARE_MIN)?.[0]
}

function byWords(sample: string): string | undefined {
  const words = sample.split(NOT_LETTERS)
  const share = (common: ReadonlySet<string>) =>
    words.filter((word) => common.has(word)).length / words.length
  return COMMON_WORDS.find(([, common]) => share(common) >= COMMON_SHARE_MIN)?.[0]
}

/** How many code units of `text` are in the runs that `pattern` finds: fewer matches than letters. */
function unitsIn(text: string, pattern: RegExp): number {
  let count = 0
  for (const run of text.match(pattern) ?? []) count += run.length
  return count
}
