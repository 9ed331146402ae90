/** Folds away what readers don't see as a difference between two texts; used to compare, never to show. */

/** The vowels that open a Vietnamese cluster on which old and new spelling place the tone apart. */
const OPEN_CLUSTER = /([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])(?![\p{L}\p{M}])/gu

/** The same, composed, in what is folded but for it. */
const COMPOSED_CLUSTER = /[òóõỏọùúũủụ][aey](?=[ 0-9]|$)/g

/** Everything that is neither letter, mark nor figure separates words. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/gu

const MARKS = /\p{M}+/gu

const ASCII = /^[\0-\u007f]*$/
const BEYOND_ASCII = /[^\0-\u007f]+/g

/** What single letters are without their marks, as they are met; Vietnamese has 134. */
const ASCII_OF = new Map<string, string>()
const ASCII_OF_MAX = 1_000

/** In UTF-16 code units of a text that is folded by the table. */
const TABLE_TEXT_LENGTH_MAX = 8_000

/** Latin letters, Vietnamese ones, and punctuation: in these runs no character changes the next. */
const TABLE_RUNS = [
  [0x0000, 0x0250],
  [0x1e00, 0x1f00],
  [0x2010, 0x2028],
] as const
const TABLE_LENGTH = 0x2028

const SPACE = 0x20
const ASCII_END = 0x80
const UNKNOWN = 0
const UNFIT = 1

/** What each character is when folded alone, `SPACE` where it separates words; filled as they are met. */
const TABLE = new Uint16Array(TABLE_LENGTH)

/**
 * Returns `text` as compared: composed, lower case, one space between words, no punctuation, the
 * tone mark of `oa`, `oe`, `uy` where the newer spelling has it (`hoà` and `hòa` both give `hoà`).
 * Diacritics stay: `ma` and `má` are two words.
 */
export function foldText(text: string): string {
  return foldByTable(text) ?? foldFully(text)
}

/** Returns `text` without diacritics, `đ` as `d`, case kept; letters of other scripts stay. */
export function asciiFold(text: string): string {
  return ASCII.test(text) ? text : text.replace(BEYOND_ASCII, asciiOf)
}

function asciiOf(letters: string): string {
  const known = letters.length === 1 ? ASCII_OF.get(letters) : undefined
  if (known !== undefined) return known
  const plain = letters.normalize('NFD').replace(MARKS, '')
  const folded = plain.replaceAll('đ', 'd').replaceAll('Đ', 'D')
  if (letters.length === 1 && ASCII_OF.size < ASCII_OF_MAX) ASCII_OF.set(letters, folded)
  return folded
}

/**
 * Whether `foldText(text)` is `folded`; most texts are told apart by their first word, which costs
 * a fraction.
 */
export function foldsTo(text: string, folded: string): boolean {
  return opensLike(text, folded) && foldText(text) === folded
}

/** False where `text`, folded, cannot begin with `folded`: its first word is another. */
export function opensLike(text: string, folded: string): boolean {
  const first = plainOpening(text)
  if (first !== undefined && folded !== '' && folded.charCodeAt(0) !== first) return false
  const opening = foldedOpening(text)
  return folded.startsWith(opening) || opening.startsWith(folded)
}

/** The code of the letter or figure that `text` begins with, folded; undefined where it may change. */
function plainOpening(text: string): number | undefined {
  const code = text.charCodeAt(0)
  // A mark behind the letter would be composed with it.
  if (!(code < ASCII_END) || text.charCodeAt(1) >= ASCII_END) return undefined
  const folded = foldedCode(code)
  return folded === SPACE ? undefined : folded
}

/** What stands before the first space of `text`, folded: none, one or several words. */
export function foldedOpening(text: string): string {
  const end = text.indexOf(' ')
  return foldText(end === -1 ? text : text.slice(0, end))
}

function foldFully(text: string): string {
  const moved = text.normalize('NFKD').toLowerCase().replace(OPEN_CLUSTER, '$1$3$2')
  return moved.normalize('NFC').replace(BETWEEN_WORDS, ' ').trim()
}

/** Every line of a page is folded, most several times: the full folding takes three times as long. */
function foldByTable(text: string): string | undefined {
  if (text.length > TABLE_TEXT_LENGTH_MAX) return undefined
  const codes = new Array<number>(text.length)
  let length = 0
  let last = SPACE
  let bits = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = foldedCode(text.charCodeAt(index))
    if (code === UNFIT) return undefined
    if (code !== SPACE || last !== SPACE) {
      codes[length] = code
      bits |= code
      length += 1
    }
    last = code
  }
  codes.length = last === SPACE && length > 0 ? length - 1 : length
  const folded = String.fromCharCode(...codes)
  // Without a letter beyond ASCII there is no tone to move, and no need to look for one.
  return bits < ASCII_END ? folded : folded.replace(COMPOSED_CLUSTER, foldFully)
}

function foldedCode(code: number): number {
  const known = TABLE[code] ?? UNFIT
  if (known !== UNKNOWN) return known
  const made = tableEntry(code)
  TABLE[code] = made
  return made
}

function tableEntry(code: number): number {
  if (!TABLE_RUNS.some(([first, end]) => code >= first && code < end)) return UNFIT
  // Between letters, so that what a character does to its neighbours shows.
  const folded = foldFully(`x${String.fromCharCode(code)}x`)
  if (folded === 'x x') return SPACE
  return /^x[\p{L}0-9]x$/u.test(folded) ? folded.charCodeAt(1) : UNFIT
}
