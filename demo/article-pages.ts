/** Cuts the body of a long demo article into the pages that the second blog shows one at a time. */

import type { DemoArticle } from './article.ts'
import { articleBody, type Block } from './article-body.ts'

/** The blocks of each page: whole sections, as evenly as they come. */
export function articlePages(article: DemoArticle): readonly (readonly Block[])[] {
  const blocks = articleBody(article)
  const starts = blocks.flatMap(({ kind }, index) =>
    kind === 'numbered' || kind === 'conclusion' ? [index] : [],
  )
  const pages = Math.min(article.pages ?? 1, starts.length)
  const cuts = Array.from({ length: pages }, (_, page) =>
    page === 0 ? 0 : starts[Math.floor((page * starts.length) / pages)],
  )
  return cuts.map((cut, page) => blocks.slice(cut, cuts[page + 1]))
}
