/** Recognises the small lines around a title: date, views, byline, badge. */

import { type DateOptions, findDate } from '../../articles/dates/dates.ts'
import { foldText } from '../../articles/fold.ts'
import { parseViews } from '../../articles/view-figure.ts'
import type { PageBlock } from '../page/page-block.ts'
import { spacedText } from '../page/spaced-text.ts'

/** In UTF-16 code units. A longer line says more than when and by whom. */
const META_LENGTH_MAX = 160
const BADGE_LENGTH_MAX = 40

/** What may stand beside a date in a line that gives only the date. */
const BESIDE_DATE_LENGTH_MAX = 16

/** Folded. */
const DATE_LABELS = [
  ...['ngày đăng', 'đăng ngày', 'đăng lúc', 'ngày xuất bản', 'ngày cập nhật', 'cập nhật'],
  ...['thời gian đăng', 'ngày viết', 'đăng bởi', 'xuất bản', 'posted', 'published', 'updated'],
  ...['last updated', 'last modified', 'last reviewed', 'date', 'on', 'written by', 'created'],
  ...['first published', 'veröffentlicht', 'publié', 'publicado', 'thứ'],
].map(foldText)

/** Folded. A line that begins so names people. */
const BYLINE_LABELS = [
  ...['by', 'written by', 'posted by', 'published by', 'author', 'reviewed by'],
  ...['medically reviewed by'],
  ...['bởi', 'tác giả', 'đăng bởi', 'người viết', 'viết bởi', 'người đăng', 'von', 'par', 'por'],
].map(foldText)

const BADGE_WORDS_MAX = 4

const BADGES: ReadonlySet<string> = new Set(
  ['nổi bật', 'tin nổi bật', 'bài nổi bật', 'bài viết nổi bật', 'featured', 'tiêu điểm'].map(
    foldText,
  ),
)

/** Words of reading time and comment counts, which stand in the same line as the date. */
const COUNTS =
  /^\d{1,4}\+? (?:phút đọc|phút|min read|minute read|minutes read|mins read|comments?|bình luận|shares?|likes?)$/

/** The partner marked the article with such a word, which stands alone. */
export function isFeaturedBadge(text: string): boolean {
  return text.length <= BADGE_LENGTH_MAX && BADGES.has(foldText(text))
}

/** As before, or the word begins the line that gives the date. */
export function showsBadge(text: string, dates: DateOptions): boolean {
  if (text.length > META_LENGTH_MAX) return false
  const said = foldText(text)
  const begins = [...BADGES].some((badge) => said === badge || said.startsWith(`${badge} `))
  return begins && (BADGES.has(said) || isDateLine(text, dates))
}

/** What follows a badge at the beginning of the line; undefined where there is none. */
export function withoutBadge(text: string): string | undefined {
  const words = text.split(' ')
  for (let count = 1; count < Math.min(words.length, BADGE_WORDS_MAX + 1); count += 1) {
    if (BADGES.has(foldText(words.slice(0, count).join(' ')))) return words.slice(count).join(' ')
  }
  return undefined
}

/** Whether the line, near a title, only says when, by whom, how long or how often. */
export function isMetaLine(block: PageBlock, dates: DateOptions): boolean {
  const { text, kind } = block
  if (kind !== 'text' || text.length > META_LENGTH_MAX) return false
  return isFeaturedBadge(text) || isDateBlock(block, dates) || isByline(text) || isCount(text)
}

/** The same where it is no sentence, which may begin with a name or a day as well. */
export function saysOnlyMeta(block: PageBlock | undefined, dates: DateOptions): boolean {
  return block !== undefined && !/[.!?…]$/.test(block.text) && isMetaLine(block, dates)
}

/** Whether it gives a date or a view figure and hardly anything besides, wherever it stands. */
export function isDateBlock(block: PageBlock, dates: DateOptions): boolean {
  if (block.text.length > META_LENGTH_MAX) return false
  const spaced = spacedText(block)
  if (isDateLine(spaced, dates)) return true
  return spaced !== block.text && isDateLine(block.text, dates)
}

function isDateLine(text: string, dates: DateOptions): boolean {
  if (text.length > META_LENGTH_MAX) return false
  const found = findDate(text, dates)
  if (found === null) return text.length <= BADGE_LENGTH_MAX && parseViews(text) !== null
  if (text.length - (found.end - found.start) <= BESIDE_DATE_LENGTH_MAX) return true
  return startsWithLabel(text, DATE_LABELS) || saysLabel(text) || parseViews(text) !== null
}

/** Whether the line begins by naming its author, and says little else. */
function isByline(text: string): boolean {
  return (
    text.length <= META_LENGTH_MAX / 2 &&
    startsWithLabel(text, BYLINE_LABELS) &&
    !/[.!?]$/.test(text)
  )
}

/** A badge may stand before the label, in the same line. */
function saysLabel(text: string): boolean {
  const said = ` ${foldText(text)} `
  return DATE_LABELS.some((label) => label.includes(' ') && said.includes(` ${label} `))
}

function isCount(text: string): boolean {
  return text.length <= BADGE_LENGTH_MAX && COUNTS.test(foldText(text))
}

function startsWithLabel(text: string, labels: readonly string[]): boolean {
  const said = `${foldText(text)} `
  return labels.some((label) => said.startsWith(`${label} `))
}
