/** Finds the quotes that only repeat, set larger, what a paragraph of the same article says. */

import { foldText } from '../../articles/fold.ts'
import type { Page, PageElement } from '../page/page-block.ts'
import { nameTokens } from './zone-tokens.ts'

/** In words: what is shorter may well be said twice. */
const WORDS_MIN = 4

/** Each is looked for in the whole page. */
const QUOTES_MAX = 20

/** In UTF-16 code units, folded. What is longer is no quote, and may take its square to be found. */
const QUOTE_LENGTH_MAX = 1_000

/** In blocks: words, a rule, the name of who said it. */
const QUOTE_BLOCKS_MAX = 4

/**
 * Indices of blocks in elements called pull quotes that stand, word for word, inside a longer block.
 * What a plain `<blockquote>` repeats is quoted to be talked about.
 */
export function pulledQuotes(page: Page): ReadonlySet<number> {
  const quotes = page.elements.filter(isPullQuote).slice(0, QUOTES_MAX)
  const pulled = new Set<number>()
  if (quotes.length === 0) return pulled
  const said = page.blocks.map(({ kind, text }) => (kind === 'text' ? ` ${foldText(text)} ` : ''))
  for (const { first, end } of quotes) {
    for (let index = first; index < end; index += 1) {
      if (isSaidElsewhere(said, said[index] ?? '')) pulled.add(index)
    }
  }
  return pulled
}

function isPullQuote({ node, first, end }: PageElement): boolean {
  if (end - first < 1 || end - first > QUOTE_BLOCKS_MAX) return false
  // Splitting the names of every element takes longer.
  const { class: classes = '', id = '' } = node.attribs
  if (!classes.includes('ull') && !id.includes('ull')) return false
  const tokens = nameTokens(node)
  return tokens.includes('pullquote') || (tokens.includes('pull') && tokens.includes('quote'))
}

function isSaidElsewhere(said: readonly string[], words: string): boolean {
  if (words.length > QUOTE_LENGTH_MAX || words.split(' ').length - 2 < WORDS_MIN) return false
  return said.some((block) => block.length > words.length && block.includes(words))
}
