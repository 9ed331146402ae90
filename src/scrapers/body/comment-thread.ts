/** Knows a page on which readers talk, and nothing else stands. */

import type { Page, PageElement } from '../page/page-block.ts'
import { proseOf } from '../page/prose.ts'
import { zoneOf } from './zone-tokens.ts'

/** Comments of a thread. One element named for comments may be a column of opinion. */
const COMMENTS_MIN = 3

/** In UTF-16 code units of prose: what stands beside the thread may be an article from there on. */
const PROSE_BESIDE_MAX = 200

/** Whether hardly any prose stands outside a row of elements that are named for comments. */
export function holdsCommentsOnly(page: Page): boolean {
  const prose = proseOf(page)
  const all = prose.of(page.root)
  const rows = new Map<PageElement, { comments: number; prose: number }>()
  for (const element of page.elements) {
    const { parent, node } = element
    if (parent === undefined || prose.of(element) === 0) continue
    if (zoneOf(node)?.reason !== 'comment') continue
    const row = rows.get(parent) ?? { comments: 0, prose: 0 }
    rows.set(parent, { comments: row.comments + 1, prose: row.prose + prose.of(element) })
  }
  return [...rows.values()].some(
    (row) => row.comments >= COMMENTS_MIN && all - row.prose < PROSE_BESIDE_MAX,
  )
}
