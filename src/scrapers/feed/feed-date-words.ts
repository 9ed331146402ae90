/** Knows the words in feeds' dates: months, weekdays in front, halves of the day. */

import { findDate } from '../../articles/dates/dates.ts'

/** In order; what begins like one of these is that month. Folded: without accents, in lower case. */
const MONTH_STEMS: readonly (readonly string[])[] = [
  ['jan', 'ιαν'],
  ['feb', 'φεβ'],
  ['mar', 'μαρ'],
  ['apr', 'απρ'],
  ['may', 'maj', 'μαι'],
  ['jun', 'ιουν'],
  ['jul', 'ιουλ'],
  ['aug', 'αυγ'],
  ['sep', 'szep', 'σεπ'],
  ['oct', 'okt', 'οκτ'],
  ['nov', 'νοε'],
  ['dec', 'δεκ'],
]

/** English months in full: a word that only begins like one is none. */
const ENGLISH = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
]
const HUNGARIAN = [
  ...['januar', 'februar', 'marcius', 'aprilis', 'majus', 'junius', 'julius', 'augusztus'],
  ...['szeptember', 'oktober', 'november', 'december'],
]

const HANGUL = /[\uac00-\ud7af]/
const KOREAN_DAY = /(\d{4})\s?년\s?(\d{1,2})\s?월\s?(\d{1,2})\s?일/
const KOREAN_ZONE = '+09:00'

const VIETNAMESE =
  /(?:^|[\s,])(?:thứ|chủ nhật|ngày|tháng|thg|lúc|sáng|chiều|sa$|ch$|sa\s|ch\s|th\s?\d)/

/** Later than any date: relative words lead here, and are seen to be no date of a feed. */
const NEVER = '9000-01-01T00:00:00Z'
const NEVER_YEAR = '8'

/** The date with one space for many, in lower case, without accents, Korean marks as figures. */
export function plainDate(text: string): { date: string; zone: string } {
  const lower = text.toLowerCase()
  if (!HANGUL.test(lower)) {
    return { date: lower.normalize('NFD').replace(/\p{M}/gu, ''), zone: '' }
  }
  const date = lower
    .replace(KOREAN_DAY, '$1-$2-$3')
    .replace('오전', 'am')
    .replace('오후', 'pm')
    .replace(/[\uac00-\ud7af]요일,?/, '')
  return { date: date.replace(/\s+/g, ' ').trim(), zone: KOREAN_ZONE }
}

/** 1 for January; undefined for a word that is no month. `word` is folded. */
export function monthOf(word: string): number | undefined {
  const index = MONTH_STEMS.findIndex((stems) => stems.some((stem) => word.startsWith(stem)))
  if (index < 0) return undefined
  const isLatin = /^[a-z]+$/.test(word)
  const names = [ENGLISH[index], HUNGARIAN[index]]
  return !isLatin || names.some((name) => name?.startsWith(word)) ? index + 1 : undefined
}

/** Without a weekday in front, whatever its language: `Tue, `, `Fri `, `Κυρ, `. */
export function withoutWeekday(date: string): string {
  const [, word = '', comma, rest] = /^(\p{L}{2,12})\.?\s?(,?)\s?(.+)$/u.exec(date) ?? []
  if (rest === undefined) return date
  return comma === ',' || monthOf(word) === undefined ? rest : date
}

/**
 * A date in words or with slashes, as pages write it. Only where the whole text is that date: a
 * zone or an hour that cannot be read makes it none. `09/07/2024` alone may be either day.
 */
export function worldlyDate(text: string): string | null {
  const isVietnamese = VIETNAMESE.test(text.toLowerCase())
  const isAmerican = /\d\s?[ap]\.?m\b/i.test(text) && !isVietnamese
  const orders = isVietnamese ? [true] : isAmerican ? [false] : [true, false]
  const options = {
    timezone: isVietnamese ? 'Asia/Ho_Chi_Minh' : 'UTC',
    now: new Date(NEVER),
  }
  const dates = orders.map((dayFirst) => {
    const found = findDate(text, { ...options, dayFirst })
    if (found === null || found.iso.startsWith(NEVER_YEAR) || found.iso.startsWith('9')) return null
    const before = text.slice(0, found.start)
    const isWhole =
      /^[\p{L}\s,.:2-7]{0,20}$/u.test(before) && /^[\s.)]*$/.test(text.slice(found.end))
    return isWhole ? found.iso : null
  })
  return dates.every((date) => date === dates[0]) ? (dates[0] ?? null) : null
}
