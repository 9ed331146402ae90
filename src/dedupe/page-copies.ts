/** Finds the pages of a site that are one article: fetched twice, printed, under two addresses. */

import type { ReadBlock } from './page-blocks.ts'

/** Prose: shorter blocks and links are shared by pages that have nothing else in common. */
const PROSE_LENGTH_MIN = 120

/** A block on more pages than that is the site's, and says nothing about copies. */
const PAGES_OF_BLOCK_MIN = 3
const PAGES_OF_BLOCK_SHARE = 0.3

/** Of the prose of the page that has less of it. */
const COPY_SHARE = 0.34
const COPY_BLOCKS_MIN = 2

/** For each page the index of a page that stands for its article: itself, or one before. */
export function articlesOfPages(pages: readonly (readonly ReadBlock[])[]): number[] {
  const prose = pages.map(proseOf)
  const articles = pages.map((_page, index) => index)
  for (const [pair, shared] of sharedBlocks(prose)) {
    const [one = 0, other = 0] = pair.split(' ').map(Number)
    const sizes = [prose[one]?.size ?? 0, prose[other]?.size ?? 0]
    if (!isCopy(shared, Math.min(...sizes), Math.max(...sizes))) continue
    const first = articles[one] ?? one
    const second = articles[other] ?? other
    for (const [index, article] of articles.entries()) {
      if (article === second) articles[index] = first
    }
  }
  return articles
}

function proseOf(blocks: readonly ReadBlock[]): Set<string> {
  const long = blocks.filter(({ length, isLinked }) => length > PROSE_LENGTH_MIN && !isLinked)
  return new Set(long.map(({ folded }) => folded))
}

/** One shared block proves a copy only of pages that have hardly more. */
function isCopy(shared: number, least: number, most: number): boolean {
  return shared >= COPY_BLOCKS_MIN ? shared / least >= COPY_SHARE : most <= COPY_BLOCKS_MIN
}

/** How many blocks each two pages share, by their indices. */
function sharedBlocks(prose: readonly ReadonlySet<string>[]): Map<string, number> {
  const places = new Map<string, number[]>()
  for (const [index, blocks] of prose.entries()) {
    for (const block of blocks) {
      const known = places.get(block)
      if (known === undefined) places.set(block, [index])
      else known.push(index)
    }
  }
  const most = Math.max(PAGES_OF_BLOCK_MIN, prose.length * PAGES_OF_BLOCK_SHARE)
  const shared = new Map<string, number>()
  for (const indices of places.values()) {
    if (indices.length > most) continue
    for (const pair of pairsOf(indices)) shared.set(pair, (shared.get(pair) ?? 0) + 1)
  }
  return shared
}

function pairsOf(indices: readonly number[]): string[] {
  return indices.flatMap((one, at) => indices.slice(at + 1).map((other) => `${one} ${other}`))
}
