/** Knows what machine translation makes of a list's letters and numbers when it takes them for words. */

/**
 * By letter: Vietnamese readings of the English article, abbreviation, unit or pronoun that the
 * letter could be ("a" an article, "e." for "i.e.", "c." for "circa", "h" for hours). NFC, lower
 * case. Those before `|` are seldom how a heading begins; those after it often are.
 */
const WORDS_BY_LETTER: Readonly<Record<string, string>> = {
  a: 'một, một cái, một người | một là',
  b: '| sinh, bị, bé',
  c: 'khoảng, vào khoảng | bản quyền',
  d: '| mất, ngày, chết, qua đời',
  e: 'nghĩa là, tức là, có nghĩa là | ví dụ, ví dụ như, điện tử',
  f: '| nữ, tiếp theo, và tiếp theo',
  g: 'gam, gram | khí',
  h: 'giờ, giờ đồng hồ | cao',
  i: 'tôi, tôi là | nghĩa là, tức là',
  j: '| jun, thẩm phán',
  k: 'kilô | nghìn, ngàn, không',
  l: 'lít | trái, dòng',
  m: 'mét | phút, nam, triệu, tháng',
  n: '| số, danh từ, bắc, và, không',
  o: 'ồ, ôi | của, hoặc',
  p: '| trang, tr, chiều, mỗi',
  q: '| câu hỏi, hỏi, quý',
  r: '| phải, đọc, là',
  s: 'giây | nam, số nhiều',
  t: '| tấn, thứ, tập',
  u: '| bạn, đơn vị',
  v: '| so với, đấu với, câu, động từ, xem, và',
  w: '| với, tuần, rộng, tây',
  x: '| lần, nhân',
  y: '| năm, và, vâng, tại sao',
  z: '| số không',
}

const WORDS_BY_NUMBER: Readonly<Record<number, string>> = {
  1: 'một',
  2: 'hai',
  3: 'ba',
  4: 'bốn, tư',
  5: 'năm',
  6: 'sáu',
  7: 'bảy',
  8: 'tám',
  9: 'chín',
  10: 'mười',
}

const WORDS_BY_NUMERAL: Readonly<Record<number, string>> = {
  1: 'tôi, một',
  5: 'so với, câu',
  10: 'lần',
}

type SpoiltWords = {
  /** Enough by themselves, where a capital follows. */
  readonly telling: readonly string[]
  /** Only with a marker's punctuation, or in lower case where a heading would not be. */
  readonly common: readonly string[]
}

/** Returns what the letter (`a` to `z`, `đ`) may have become. */
export function wordsForLetter(letter: string): SpoiltWords {
  const [telling = '', common = ''] = (WORDS_BY_LETTER[letter] ?? '').split('|')
  return { telling: listOf(telling), common: listOf(common) }
}

/** Returns what a number (`1.`) may have become; as words they open too many headings to stand alone. */
export function wordsForNumber(value: number): readonly string[] {
  return listOf(WORDS_BY_NUMBER[value] ?? '')
}

/** Returns what a Roman numeral (`I.`) may have become. */
export function wordsForNumeral(value: number): readonly string[] {
  return listOf(WORDS_BY_NUMERAL[value] ?? '')
}

/** Says whether a phrase is some letter's reading: then it is no other letter's. */
export function isLetterWord(phrase: string): boolean {
  return ALL_LETTER_WORDS.has(phrase)
}

const ALL_LETTER_WORDS: ReadonlySet<string> = new Set(
  Object.values(WORDS_BY_LETTER).flatMap((words) => listOf(words.replace('|', ','))),
)

function listOf(words: string): string[] {
  return words.split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]))
}
