/** Compares the article of a feed's entry with that of its page: whether the page may be spared. */

import type { ScrapedArticle } from '../articles/article.ts'
import { foldText } from '../articles/fold.ts'

/** Of the words of the page's article, the share that the entry must have. */
const PAGE_SHARE_MIN = 0.97
/** Of the words of the entry's, the share that the page must have: feeds add words of their own. */
const ENTRY_SHARE_MIN = 0.95

const DAY_MS = 24 * 60 * 60 * 1000

const WORD = /[\p{L}\p{M}\p{N}]+/gu

/**
 * What the entry lacks of the page, in one English sentence without its address; null where nothing
 * that readers would miss. Topics, views, related posts may be less; date and picture may not, and
 * what the page asks of robots is known from pages alone.
 */
export function entryLack(entry: ScrapedArticle, page: ScrapedArticle): string | null {
  if (entry.sourceUrl !== page.sourceUrl) return 'Its address is another.'
  if (foldText(entry.title) !== foldText(page.title)) return 'Its title is another.'
  if (!isSameDate(entry.publishedAt, page.publishedAt)) return 'Its date is another, or missing.'
  if (page.image !== null && entry.image === null) return 'It has no picture.'
  if (page.byline !== null && entry.byline === null) return 'It names no author.'
  if (entry.language !== page.language) return 'Its language is another.'
  if (page.robots.length > 0 || page.paywalled) return 'The page restricts what may be shown.'
  if (page.originalUrl !== null) return 'The page says that it is a copy.'
  if (headingsOf(entry) !== headingsOf(page)) return 'Its headings are others.'
  return textLack(wordsOf(entry), wordsOf(page))
}

/** One that has no time stands for its day. */
function isSameDate(entry: string | null, page: string | null): boolean {
  if (entry === null || page === null) return page === null
  const isDay = page.includes('T00:00:00') || entry.includes('T00:00:00')
  const distance = Math.abs(Date.parse(entry) - Date.parse(page))
  return isDay ? distance <= DAY_MS : distance < 60_000
}

function headingsOf({ sections }: ScrapedArticle): string {
  return foldText(sections.map(({ heading }) => heading ?? '').join('\n'))
}

function wordsOf({ lead, text }: ScrapedArticle): string[] {
  return foldText(`${lead ?? ''} ${text}`).match(WORD) ?? []
}

function textLack(entry: readonly string[], page: readonly string[]): string | null {
  const common = commonWords(entry, page)
  if (common < PAGE_SHARE_MIN * page.length) return 'It does not have the whole text.'
  return common < ENTRY_SHARE_MIN * entry.length ? 'It has words that the page has not.' : null
}

function commonWords(entry: readonly string[], page: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of entry) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of page) {
    const count = left.get(word) ?? 0
    if (count > 0) common += 1
    left.set(word, count - 1)
  }
  return common
}
