/** Reads how often a partner says that its article was seen ("Lượt xem: 59", "1,2K lượt xem"). */

import { asciiFold } from './fold.ts'

/** In UTF-16 code units. A figure stands in a short line; a longer text is prose. */
const TEXT_LENGTH_MAX = 400

/** A figure above it is an identifier or an attack, not an audience. */
const VIEWS_MAX = 100_000_000_000

/** Folded: `lượt xem`, `lượt đọc`, `người xem`, `views`, `reads`, `Aufrufe`, `vues`, `visitas`; an eye. */
const VIEW_WORDS =
  /(?<![a-z])(?:luot (?:xem|doc|truy cap|view)|so lan xem|nguoi (?:xem|doc)|da xem|views?|reads|viewed|aufrufe|vues|visitas|hits)(?![a-z])|👁|👀/g

/** A part of each of them: looking for whole words takes several times as long. */
const MAY_SAY_VIEWS = /luot|xem|nguoi|view|reads|aufrufe|vues|visitas|hits|👁|👀/

/** A figure, its grouping, and what multiplies it: `1.234`, `1,2K`, `3,4 triệu`, `12N`. */
const FIGURE =
  '((?:\\d{1,3}(?:[., ]\\d{3}(?!\\d)){1,4}|\\d{1,12})(?:[.,]\\d{1,2}(?!\\d))?) ?(k|n|m|b|tr|trieu|nghin|ngan|ty|mio|mil)?\\+?'

const BEFORE_WORD = new RegExp(`(?<![\\d.,:/-])${FIGURE} {0,2}$`)
const AFTER_WORD = new RegExp(`^ {0,2}[:(=\\-–|]? {0,2}${FIGURE}(?![\\d:/a-z]|[.,]\\d)`)

const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 1e3,
  n: 1e3,
  nghin: 1e3,
  ngan: 1e3,
  mil: 1e3,
  m: 1e6,
  tr: 1e6,
  trieu: 1e6,
  mio: 1e6,
  b: 1e9,
  ty: 1e9,
}

/** Far enough for the longest figure with its multiplier and separators. */
const REACH = 40

/**
 * Returns the number of views that stands right before or after a word for views, or null where
 * none does. Vietnamese and English grouping are both read: a dot or comma before exactly three
 * figures groups, before one or two it is decimal.
 */
export function parseViews(text: string): number | null {
  if (text.length > TEXT_LENGTH_MAX || !/\d/.test(text)) return null
  const lower = asciiFold(text).toLowerCase()
  if (!MAY_SAY_VIEWS.test(lower)) return null
  const folded = lower.replace(/\s+/g, ' ')
  for (const word of folded.matchAll(VIEW_WORDS)) {
    const end = word.index + word[0].length
    const before = BEFORE_WORD.exec(folded.slice(Math.max(0, word.index - REACH), word.index))
    const after = AFTER_WORD.exec(folded.slice(end, end + REACH))
    const views = folded[end] === ':' ? (after ?? before) : (before ?? after)
    if (views !== null) return toNumber(views)
  }
  return null
}

function toNumber([, figure = '', multiplier = '']: RegExpExecArray): number | null {
  const grouped = figure.replace(/[., ](?=\d{3}(?!\d))/g, '').replace(',', '.')
  const views = Math.round(Number(grouped) * (MULTIPLIERS[multiplier] ?? 1))
  return views <= VIEWS_MAX ? views : null
}
