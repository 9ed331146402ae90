/** Reads the small lines of cards: the date and the view figure that a block gives, each once a page. */

import { type DateOptions, findDate } from '../../articles/dates/dates.ts'
import { parseViews } from '../../articles/view-figure.ts'
import { isHeading, type PageBlock } from '../page/page-block.ts'
import { spacedText, textBesideLinks } from '../page/spaced-text.ts'

/** In UTF-16 code units: outside links. */
const META_LENGTH_MAX = 90

export type CardMeta = {
  readonly dateOf: (block: PageBlock) => string | null
  readonly viewsOf: (block: PageBlock) => number | null
  /** Whether the block gives either, as the small line of a card does. */
  readonly shows: (block: PageBlock) => boolean
}

/** Reads dates as `dates` says; what a block gives is asked for once for its row and once for its card. */
export function cardMeta(dates: DateOptions): CardMeta {
  const readings = remembered(readingsOf)
  const dateOf = remembered((block) =>
    firstGiven(readings(block), (text) => findDate(text, dates)?.iso ?? null),
  )
  const viewsOf = remembered((block) =>
    /\d/.test(block.text) ? firstGiven(readings(block), parseViews) : null,
  )
  const shows = (block: PageBlock) => {
    if (viewsOf(block) !== null) return true
    const isLong = block.text.length - block.linkLength > META_LENGTH_MAX
    return isLong && !isHeading(block) ? false : dateOf(block) !== null
  }
  return { dateOf, viewsOf, shows }
}

function remembered<T>(read: (block: PageBlock) => T): (block: PageBlock) => T {
  const known = new Map<PageBlock, T>()
  return (block) => {
    const before = known.get(block)
    if (before !== undefined) return before
    const value = read(block)
    known.set(block, value)
    return value
  }
}

/** What stands beside a title first, for a title may hold a date of its own. */
function readingsOf(block: PageBlock): readonly string[] {
  if (block.kind !== 'text') return []
  const spaced = spacedText(block)
  const readings = spaced === block.text ? [spaced] : [spaced, block.text]
  const beside = block.linkLength > 0 ? textBesideLinks(block) : ''
  return beside === '' || readings.includes(beside) ? readings : [beside, ...readings]
}

function firstGiven<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const value = read(text)
    if (value !== null) return value
  }
  return null
}
