/** Finds the line in which a page shows its readers who wrote the article. */

import { type DateOptions, findDate } from '../../articles/dates/dates.ts'
import { type HtmlElement, isElement, walk } from '../../articles/html/html-tree.ts'
import type { PageBlock, PageElement } from '../page/page-block.ts'
import { spacedText } from '../page/spaced-text.ts'
import { authorMark, isAuthorIcon, isBesideAuthor } from './author-marks.ts'
import { authorLabel, authorNames } from './author-names.ts'
import type { Found } from './found.ts'
import { leadingText } from './leading-text.ts'

/** In UTF-16 code units: of a line that names authors, and of one that only labels them. */
const LINE_LENGTH_MAX = 160
const LABEL_LENGTH_MAX = 24

/** Elements around a line that are asked, and how many blocks such an element may hold. */
const OWNERS_MAX = 3
const OWNER_BLOCKS_MAX = 8

/** Labels behind which a name may be written small. */
const BY = /(?:by|bởi|von|par|por)[\s:.,|–—-]{0,20}$/i

const INNER_BY = /\s(?:by|bởi|von|par|por)\s/i

/** What a page shows in place of a missing picture. */
const INITIALS = /^\p{Lu}{1,2}$/u

/** The names of the first line that gives any, with what showed that it does. */
export function visibleByline(lines: readonly PageBlock[], dates: DateOptions): Found<string[]> {
  for (const [index, block] of lines.entries()) {
    if (block.kind !== 'text' || block.text.length > LINE_LENGTH_MAX) continue
    const found = inLine(block, lines[index + 1], dates)
    if (found !== undefined) return found
  }
  return { value: [], origin: null }
}

function inLine(
  block: PageBlock,
  next: PageBlock | undefined,
  dates: DateOptions,
): Found<string[]> | undefined {
  const labelled: string[] = afterLabel(block, next, dates)
  if (labelled.length > 0) return { value: labelled, origin: 'line' }
  const marked = markedText(block)
  if (marked === undefined) return undefined
  const value = [marked.text, spacedText(block)]
    .map((said) => authorNames(said, dates).filter((name) => !INITIALS.test(name)))
    .find(isFilled)
  return value === undefined ? undefined : { value, origin: marked.origin }
}

/** Names behind a label: in the same line, or in the next where the label fills its own. */
function afterLabel(block: PageBlock, next: PageBlock | undefined, dates: DateOptions): string[] {
  const text = fromLabel(spacedText(block), dates)
  const label = authorLabel(text)
  if (label === undefined) return []
  if (label.length < text.length) {
    const isSentence = /[.!?…]$/.test(text) && findDate(text, dates) === null
    return isSentence ? [] : namesIn(text, label, dates)
  }
  if (next === undefined || label.length > LABEL_LENGTH_MAX) return []
  return next.text.length > LINE_LENGTH_MAX ? [] : namesIn(spacedText(next), label, dates)
}

/** `Posted in Phố xá by Lê An`, `9 July 2024 von Lê An`: a dated line may name its author later. */
function fromLabel(text: string, dates: DateOptions): string {
  if (authorLabel(text) !== undefined) return text
  const at = text.search(INNER_BY)
  return at === -1 || !/\d/.test(text) || findDate(text, dates) === null ? text : text.slice(at + 1)
}

/** `Bài viết trước`, `Author guidelines` name nobody; `by kj` does. */
function namesIn(text: string, label: string, dates: DateOptions): string[] {
  const names = authorNames(text, dates)
  const isBy = BY.test(label)
  const isName = (name: string) => !/^\p{Ll}/u.test(name) || (isBy && !name.includes(' '))
  return names.every(isName) ? names : []
}

/** What the block's author mark holds; the whole block where the mark is around it, or an icon. */
function markedText(block: PageBlock): { text: string; origin: string } | undefined {
  const marks: { element: HtmlElement; origin: string }[] = []
  let hasIcon = false
  for (const node of block.nodes) {
    walk(node, {
      enter(inner) {
        if (!isElement(inner)) return false
        const mark = authorMark(inner)
        if (mark !== undefined) marks.push({ element: inner, origin: `byline ${mark}` })
        hasIcon ||= isAuthorIcon(inner)
        return mark !== 'link'
      },
    })
  }
  const best = marks.find(({ origin }) => origin === 'byline link') ?? marks[0]
  if (best !== undefined) return { text: leadingText(best.element, true), origin: best.origin }
  if (hasIcon || isInByline(block)) return { text: spacedText(block), origin: 'byline class' }
  return undefined
}

function isInByline({ owner }: PageBlock): boolean {
  let at: PageElement | undefined = owner
  for (let depth = 0; at !== undefined && depth < OWNERS_MAX; depth += 1) {
    if (at.end - at.first > OWNER_BLOCKS_MAX || isBesideAuthor(at.node)) return false
    if (authorMark(at.node) !== undefined) return true
    at = at.parent
  }
  return false
}

function isFilled(names: readonly string[]): boolean {
  return names.length > 0
}
