/** Judges the blocks inside the body's element: what of it is not the article. */

import type { RemovalReason } from '../articles/article.ts'
import type { DateOptions } from '../articles/dates.ts'
import { foldText } from '../articles/fold.ts'
import type { ArticleSpan } from './article-span.ts'
import { isDateLine, isMetaLine } from './meta-line.ts'
import { isHeading, linkShare, type Page, type PageBlock } from './page-block.ts'
import { headsRelated } from './related-heading.ts'

export type BodySpan = ArticleSpan & { readonly dates: DateOptions }

/** In UTF-16 code units. A longer line says something of its own. */
const FURNITURE_LENGTH_MAX = 80

/** Links in a row that make a list of links. */
const LINKS_IN_ROW_MIN = 2

/** Links below one heading; looking further back would take time that grows with the page. */
const LIST_REACH_BLOCKS = 30

const LINK_SHARE_MIN = 0.8

/** Folded beginnings of the line of tags below an article. */
const TAG_LABEL = /^(?:từ khóa|từ khoá|thẻ|tags?|tagged|chủ đề|topics?|filed under|hashtags?) /

/** Folded whole lines that belong to the page around an article. */
const FURNITURE: ReadonlyMap<string, RemovalReason> = new Map([
  ...lines('share', ['chia sẻ', 'chia sẻ bài viết', 'share', 'share this', 'share this article']),
  ...lines('share', ['facebook', 'twitter', 'tweet', 'pinterest', 'linkedin', 'zalo', 'whatsapp']),
  ...lines('share', ['copy link', 'sao chép liên kết', 'email', 'reddit', 'share on facebook']),
  ...lines('share', ['share this story', 'share on twitter', 'share this post', 'telegram', 'x']),
  ...lines('ad', ['advertisement', 'quảng cáo', 'sponsored', 'advertising', 'ad', 'tài trợ']),
  ...lines('ad', ['article continues below', 'story continues below advertisement', 'anzeige']),
  ...lines('ad', ['advertisement continue reading the main story', 'continue reading below']),
  ...lines('navigation', [
    'mục lục',
    'nội dung chính',
    'table of contents',
    'contents',
    'back to top',
  ]),
  ...lines('navigation', [
    'trang chủ',
    'home',
    'jump to',
    'in this article',
    'on this page',
    'print',
  ]),
  ...lines('navigation', [
    'bài trước',
    'bài sau',
    'bài tiếp theo',
    'previous post',
    'next post',
    'menu',
  ]),
  ...lines('comment', ['bình luận', 'ý kiến', 'comments', 'leave a comment', 'leave a reply']),
  ...lines('notice', ['subscribe', 'sign up', 'đăng ký', 'log in', 'đăng nhập', 'subscribe now']),
])

/** Why the block is no part of the article, undefined where it is one. */
export function bodyReason(page: Page, index: number, span: BodySpan): RemovalReason | undefined {
  const block = page.blocks[index]
  if (block === undefined) return undefined
  if (block.tag === 'button') return 'widget'
  if (block.kind === 'image' || block.kind === 'code') return undefined
  return furniture(block) ?? linkReason(page, index, block) ?? edgeReason(block, index, span)
}

function furniture(block: PageBlock): RemovalReason | undefined {
  return block.text.length <= FURNITURE_LENGTH_MAX ? FURNITURE.get(foldText(block.text)) : undefined
}

/** Tables of contents, "read more" lines, and lists of such lines. */
function linkReason(page: Page, index: number, block: PageBlock): RemovalReason | undefined {
  if (isContentsLink(block) && inRow(page, index, isContentsLink)) return 'navigation'
  if (isReadMore(block)) return 'related'
  if (headsRelated(block.text) && isLinkOnly(page.blocks[index + 1])) return 'related'
  return isLinkOnly(block) && isUnderRelatedHeading(page, index) ? 'related' : undefined
}

function isContentsLink(block: PageBlock | undefined): boolean {
  return block?.href?.startsWith('#') === true && linkShare(block) >= LINK_SHARE_MIN
}

function isLinkOnly(block: PageBlock | undefined): boolean {
  return block !== undefined && block.text !== '' && linkShare(block) >= LINK_SHARE_MIN
}

function inRow(page: Page, index: number, is: (block: PageBlock | undefined) => boolean): boolean {
  return is(page.blocks[index - 1]) || is(page.blocks[index + 1])
}

/** `Xem thêm: <a>…</a>`: the words before the colon head a list of one. */
function isReadMore(block: PageBlock): boolean {
  const colon = block.text.indexOf(':')
  const reads = /^[>»→•\s-]{0,4}/.exec(block.text)?.[0].length ?? 0
  if (colon === -1 || block.linkLength < (block.text.length - colon - 1) * LINK_SHARE_MIN)
    return false
  return block.linkLength > 0 && headsRelated(block.text.slice(reads, colon))
}

function isUnderRelatedHeading(page: Page, index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - LIST_REACH_BLOCKS); at -= 1) {
    const block = page.blocks[at]
    if (block === undefined) return false
    if (headsRelated(block.text)) return true
    if (!isLinkOnly(block)) return false
  }
  return false
}

/** Before the first and after the last prose stand dates, bylines, breadcrumbs, loose links. */
function edgeReason(block: PageBlock, index: number, span: BodySpan): RemovalReason | undefined {
  const { start, last, dates } = span
  if (index >= start && index <= last) {
    return isDateLine(block.text, dates) && index - start < LINKS_IN_ROW_MIN
      ? 'metadata'
      : undefined
  }
  if (isMetaLine(block, dates)) return 'metadata'
  if (isHeading(block)) return index > last ? 'boilerplate' : undefined
  if (index > last && block.linkLength > 0 && TAG_LABEL.test(foldText(block.text)))
    return 'metadata'
  return isLinkOnly(block) ? 'navigation' : undefined
}

function lines(reason: RemovalReason, texts: readonly string[]): [string, RemovalReason][] {
  return texts.map((text) => [foldText(text), reason])
}
