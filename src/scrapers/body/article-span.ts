/** Says where, inside the body's element, the article begins and ends. */

import type { Page, PageElement } from '../page/page-block.ts'
import { proseOf, type Weights } from '../page/prose.ts'
import type { Zone } from './zones.ts'

/** Share of the body's prose that may stand before the title, or after what ends an article. */
const OUTSIDE_SHARE_MAX = 0.15

/** Equal neighbours that make a strip of logos, below which no article goes on. */
const STRIP_BLOCKS_MIN = 6

/** Block indices. `first` and `end` enclose the article; `start` and `last` are its prose. */
export type ArticleSpan = {
  readonly first: number
  readonly start: number
  readonly last: number
  readonly end: number
}

type Options = {
  readonly body: PageElement
  readonly zones: readonly (Zone | undefined)[]
  readonly related: ReadonlySet<number>
  /** Prose in no zone and on no card. */
  readonly prose: Weights
  readonly titleIndex: number | undefined
}

/**
 * An article begins at its title and ends at related posts, comments or a strip of logos, unless
 * too much of the body's prose stands beyond.
 */
export function articleSpan(
  page: Page,
  { body, zones, related, prose, titleIndex }: Options,
): ArticleSpan {
  const little = OUTSIDE_SHARE_MAX * prose.of(body)
  const isInside = titleIndex !== undefined && titleIndex >= body.first && titleIndex < body.end
  const isOpening =
    isInside && ownProse(page, zones, { first: body.first, end: titleIndex }) <= little
  const first = isOpening ? titleIndex : body.first
  let end = body.end
  for (let index = body.end - 1; index > first; index -= 1) {
    if (prose.between(index, body.end) > little) break
    if (endsArticle(page, index, { zones, related })) end = index
  }
  let start = end
  let last = first
  for (let index = first; index < end; index += 1) {
    if (prose.between(index, index + 1) === 0) continue
    start = Math.min(start, index)
    last = index
  }
  return { first, start, last, end }
}

/** A list of other articles may stand above the title, each item with a link and an excerpt. */
function ownProse(
  page: Page,
  zones: readonly (Zone | undefined)[],
  { first, end }: { first: number; end: number },
): number {
  const prose = proseOf(page)
  let own = 0
  for (let index = first; index < end; index += 1) {
    const block = page.blocks[index]
    if (block?.linkLength === 0 && zones[index] === undefined)
      own += prose.between(index, index + 1)
  }
  return own
}

function endsArticle(
  page: Page,
  index: number,
  { zones, related }: Pick<Options, 'zones' | 'related'>,
): boolean {
  if (zones[index] === 'comment' || related.has(index)) return true
  const text = page.blocks[index]?.text
  if (text === undefined || text === '') return false
  for (let next = index + 1; next < index + STRIP_BLOCKS_MIN; next += 1) {
    if (page.blocks[next]?.text !== text) return false
  }
  return true
}
