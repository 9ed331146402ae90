/** Turns a partner's page into a raw article: one parse, one verdict for each block of the page. */

import type { HtmlElement } from '../articles/html/html-tree.ts'
import { detach, insertAfter } from '../articles/html/move-node.ts'
import { parsePage } from '../articles/html/parse-html.ts'
import { readHead } from './fields/page-head.ts'
import { hasMoreTags } from './page/html-text.ts'
import { misplacedItems } from './page/list-items.ts'
import { pageBlocks } from './page/page-blocks.ts'
import { mayMove, mayStream, streamedParts } from './page/streamed-parts.ts'
import type { Extraction, ExtractOptions } from './raw-article.ts'
import { readPage } from './read-page.ts'
import { beginRecipe } from './recipe/begin-recipe.ts'
import { foreignFormat } from './refusal/page-format.ts'
import { showNoscript } from './refusal/script-shell.ts'

/** In UTF-16 code units of a page. */
const PAGE_LENGTH_MAX = 6_000_000

/** Ten times those of the longest pages that people read; each takes memory and time of its own. */
const TAGS_MAX = 100_000

/** `U+0300` to `U+036F`, the marks that compose with the letter before them. */
const MARK_ENTITY =
  /&#(?:x(0{0,4}3[0-6][\da-f])(?![\da-f])|(0{0,4}(?:7[6-9]\d|8[0-7]\d))(?!\d));?/gi

/** All but letters and signs that NFC leaves as they are, whatever stands beside them. */
const MAY_COMPOSE =
  /[^\0-\u02ff\u1e00-\u1eff\u2002-\u20cf\u2100-\u2125\u2127-\u2129\u212c-\u2328\u232b-\u2adb\u2add-\u2bff]/

/** Ours, so that a page without a body, or with two, has one root; no partner writes it. */
const ROOT_TAG = 'trendwire-page'

/**
 * Extracts the article of a page, decoded to text, or says why there is none; never throws.
 * Dates without a zone are read in `timezone`; nothing is published after `now`.
 */
export function extractArticle(html: string, options: ExtractOptions): Extraction {
  if (html.length > PAGE_LENGTH_MAX) {
    const message = `The page has ${html.length} characters, more than ${PAGE_LENGTH_MAX}.`
    return { ok: false, reason: 'too-large', message }
  }
  if (hasMoreTags(html, TAGS_MAX)) {
    return { ok: false, reason: 'too-large', message: `The page has more than ${TAGS_MAX} tags.` }
  }
  const text = composed(withMarks(html)).replaceAll('\u0000', '')
  const format = foreignFormat(text)
  if (format !== undefined) {
    return { ok: false, reason: 'not-html', message: `The address gives ${format}, not a page.` }
  }
  const root = parse(text)
  if (root === undefined) return { ok: false, reason: 'empty', message: 'The page is empty.' }
  const { recipe } = options
  const begun = recipe ? beginRecipe(root, recipe, options) : undefined
  if (begun?.ok === false) return begun
  const head = readHead(root, options.url)
  const facts = { ...options, begun: begun?.begun }
  const read = readPage(pageBlocks(root), head, facts)
  if (read.ok || read.reason !== 'needs-javascript' || !showNoscript(root)) return read
  const shown = readPage(pageBlocks(root), head, facts)
  return shown.ok ? shown : read
}

/** In NFC and well-formed; most pages are, and to see that takes less time than to make them so. */
function composed(text: string): string {
  return MAY_COMPOSE.test(text) ? text.toWellFormed().normalize('NFC') : text
}

/** Marks that are written as entities (`e&#769;`) become letters only once they are characters. */
function withMarks(html: string): string {
  if (!html.includes('&#')) return html
  return html.replace(MARK_ENTITY, (_entity, hex?: string, decimal?: string) =>
    String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
  )
}

function parse(text: string): HtmlElement | undefined {
  const { root, nestsItems } = parsePage(text, ROOT_TAG)
  if (root.children.length === 0) return undefined
  for (const { item, after } of nestsItems ? misplacedItems(root) : []) insertAfter(item, after)
  for (const streamed of mayStream(text) ? streamedParts(root) : []) {
    if (!mayMove(streamed)) continue
    const { part, place, meanwhile } = streamed
    for (const node of meanwhile) detach(node)
    delete part.attribs['hidden']
    insertAfter(part, place)
    detach(place)
  }
  return root
}
