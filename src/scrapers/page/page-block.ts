/** What a page is cut into: the elements that hold blocks, and the blocks that readers see. */

import type { HtmlElement, HtmlNode } from '../../articles/html/html-tree.ts'

/** An element that holds whole blocks: those from `first` up to, not including, `end`. */
export type PageElement = {
  readonly node: HtmlElement
  readonly parent: PageElement | undefined
  /** Where it leads as a whole, being or standing in a link that holds blocks. */
  readonly href: string | undefined
  readonly first: number
  end: number
}

/** One line, paragraph, picture or listing of code, as a reader sees it. */
export type PageBlock = {
  readonly owner: PageElement
  /** The run of siblings that makes the block, all inside `owner`. */
  readonly nodes: readonly HtmlNode[]
  /** An embed is of a site that we know how to name; a frame shows what nobody knows. */
  readonly kind: 'text' | 'image' | 'code' | 'embed' | 'frame'
  /** Its owner's tag where that says something (`h2`, `li`, `td`), else `p`. */
  readonly tag: string
  /** White space collapsed; a picture's alternative text, an embed's or frame's address. */
  readonly text: string
  /** In UTF-16 code units of `text`. */
  readonly linkLength: number
  /** The one address that its links lead to, as written; undefined for none or several. */
  readonly href: string | undefined
  /** All of its text is bold. */
  readonly bold: boolean
}

/** The page in document order: each visible piece of it is in exactly one block. */
export type Page = {
  readonly root: PageElement
  readonly elements: readonly PageElement[]
  readonly blocks: readonly PageBlock[]
  /** Inline nodes that readers do not see. */
  readonly hidden: ReadonlySet<HtmlNode>
  /** Pictures inside a line of text, each of which is a block of its own. */
  readonly pictures: ReadonlySet<HtmlNode>
}

export function isHeading({ tag }: Pick<PageBlock, 'tag'>): boolean {
  return tag.length === 2 && tag.startsWith('h') && tag >= 'h1' && tag <= 'h6'
}

/** Whether `inner` is `outer` or stands inside it. */
export function isWithin(inner: PageElement, outer: PageElement): boolean {
  for (let at: PageElement | undefined = inner; at !== undefined; at = at.parent) {
    if (at === outer) return true
  }
  return false
}

/** Share of the text that stands in links, 0 to 1. */
export function linkShare(block: PageBlock): number {
  return block.text === '' ? 0 : Math.min(1, block.linkLength / block.text.length)
}
