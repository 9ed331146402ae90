/** Knows the line that speaks of a picture, by the element it stands in, and where it is said again. */

import { foldText } from '../../articles/fold.ts'
import type { HtmlElement } from '../../articles/html/html-tree.ts'
import type { Page, PageBlock, PageElement } from '../page/page-block.ts'
import { nameTokens } from './zone-tokens.ts'

/** Elements around a line that are asked, and blocks of one that is a picture and its caption. */
const DEPTH_MAX = 3
const BLOCKS_MAX = 4

/** In UTF-16 code units, folded: what captions share before they are compared. Short ones may be meant twice. */
const KEY_LENGTH = 60

/** Captions that begin alike and are compared. */
const ALIKE_MAX = 20

const CAPTION_TAGS: ReadonlySet<string> = new Set(['figcaption', 'figure'])

/** Words of class names; `caption` and what ends in it need not be listed. */
const CAPTION_WORDS: ReadonlySet<string> = new Set([
  ...['bildunterschrift', 'captions', 'chuthich', 'legend', 'legende', 'pie'],
])

/** Who took the picture. */
const CREDIT_WORDS: ReadonlySet<string> = new Set(['credit', 'credits'])

/** Whether class or id call the element a caption. */
export function namesCaption(element: HtmlElement): boolean {
  return nameTokens(element).some((token) => token.endsWith('caption') || CAPTION_WORDS.has(token))
}

/** Whether the block is a caption or a credit, and no part of the running text. */
export function isCaption(block: PageBlock): boolean {
  let at: PageElement | undefined = block.owner
  for (let depth = 0; at !== undefined && depth < DEPTH_MAX; depth += 1) {
    if (at.end - at.first > BLOCKS_MAX) return false
    if (CAPTION_TAGS.has(at.node.name)) return true
    if (namesCaption(at.node)) return true
    if (nameTokens(at.node).some((token) => CREDIT_WORDS.has(token))) return true
    at = at.parent
  }
  return false
}

/**
 * Indices, inside `place`, of captions that one before them says already: galleries show each
 * caption in full, cut off, and once more beside their buttons.
 */
export function repeatedCaptions(
  page: Page,
  { first, end }: { first: number; end: number },
  isFree: (index: number) => boolean,
): number[] {
  const said = new Map<string, string[]>()
  const repeated: number[] = []
  for (let index = first; index < end; index += 1) {
    const block = page.blocks[index]
    if (block?.kind !== 'text' || !isFree(index) || !isCaption(block)) continue
    const text = foldText(block.text)
    if (text.length < KEY_LENGTH) continue
    const key = text.slice(0, KEY_LENGTH)
    const alike = said.get(key) ?? []
    if (alike.some((other) => other.startsWith(text) || text.startsWith(other)))
      repeated.push(index)
    else if (alike.length < ALIKE_MAX) said.set(key, [...alike, text])
  }
  return repeated
}
