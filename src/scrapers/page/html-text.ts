/** What may be asked of markup before or without parsing it as a page: its size in tags, its words. */

import { collapse, textOf } from '../../articles/html/html-tree.ts'
import { parseHtml } from '../../articles/html/parse-html.ts'

/** Each tag costs memory many times its bytes: a body of nothing but tags is refused unparsed. */
const TAGS_MAX = 300_000
/** Elements inside elements cost the parser time that grows with the square of their depth. */
const UNCLOSED_MAX = 50_000
/** In UTF-16 code units; what is longer is cut before it is parsed. */
const FRAGMENT_LENGTH_MAX = 10_000

/** Text without tags, with its entities decoded and its white space collapsed. */
export function htmlText(fragment: string): string {
  const cut = fragment.slice(0, FRAGMENT_LENGTH_MAX)
  if (!/[<&]/.test(cut)) return collapse(cut)
  return textOf([parseHtml(cut, 'text')])
}

/** Whether `markup` holds more than `limit` tags, of either kind. */
export function hasMoreTags(markup: string, limit: number): boolean {
  // `<a>` is as short as a tag can be, and few pages are long enough to be counted.
  if (markup.length <= limit * 3) return false
  let tags = 0
  for (let at = markup.indexOf('<'); at >= 0 && tags <= limit; at = markup.indexOf('<', at + 1)) {
    tags += 1
  }
  return tags > limit
}

/** Whether parsing `markup` would cost more memory or time than a page or feed is worth. */
export function hasTooManyTags(markup: string): boolean {
  let tags = 0
  let closing = 0
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
    tags++
    if (markup[at + 1] === '/') closing++
  }
  return tags > TAGS_MAX || tags - 2 * closing > UNCLOSED_MAX
}
