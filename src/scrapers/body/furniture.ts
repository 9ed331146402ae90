/** Recognises, anywhere on a page, the lines that belong to its furniture: by their words, by their links. */

import type { RemovalReason } from '../../articles/article.ts'
import { foldText } from '../../articles/fold.ts'
import { linkShare, type Page, type PageBlock } from '../page/page-block.ts'
import { isServerMessage } from '../page/server-message.ts'
import { textBesideLinks } from '../page/spaced-text.ts'
import { headsLink, headsRelated, introducesRelated } from '../related/related-heading.ts'
import { isRatingLine, isShareLine } from './share-lines.ts'

/** In UTF-16 code units. A longer line says something of its own. */
const FURNITURE_LENGTH_MAX = 60
const CONTENTS_HEADING_LENGTH_MAX = 40
const LABEL_LENGTH_MAX = 30

/** A shorter question is asked by a form. */
const QUESTION_LENGTH_MIN = 25

/** Links below one heading; looking further back would take time that grows with the page. */
const LIST_REACH_BLOCKS = 30

const LINK_SHARE_MIN = 0.8

/** Between paragraphs: in a sentence about topics, fewer of the words are links. */
const TAGS_LINK_SHARE_MIN = 0.6

/** In UTF-16 code units of the words before a link that head it. */
const BESIDE_LINK_LENGTH_MAX = 30

/** Folded beginnings of the line of tags below an article. */
const TAG_LABEL = /^(?:từ khóa|từ khoá|thẻ|tags?|tagged|chủ đề|topics?|filed under|hashtags?) /

/** `Tags: one, two` without links; a sentence would end as one does. */
const PLAIN_TAGS = /^(?:tags?|hashtags?|từ kh(?:óa|oá))\s?:/i
const PLAIN_TAGS_LENGTH_MAX = 200
const SENTENCE_END = /[.!?…]$/

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

/** Folded whole lines that would make a heading of an article, but no paragraph or link of one. */
const LABELS: ReadonlyMap<string, RemovalReason> = new Map([
  ...lines('ad', ['advert', 'publicité', 'publicidad', 'publicidade', 'pubblicità', 'werbung']),
  ...lines('ad', ['anuncio', 'iklan', 'advertentie', 'reklama', 'реклама', '広告', '广告']),
  ...lines('widget', ['caption', 'close', 'hide', 'loading', 'play', 'show more', 'video']),
  ...lines('widget', ['back to gallery', 'listen to this article', 'đóng', 'ẩn', 'nghe bài viết']),
  ...lines('navigation', ['up', 'top', 'topics', 'view all', 'learn more', 'read full review']),
  ...lines('navigation', ['read in full', 'lên đầu trang', 'xem tất cả', 'tìm hiểu thêm']),
])

/** Why the block, by index, is furniture; undefined where its words and links do not say so. */
export function furnitureReason(page: Page, index: number): RemovalReason | undefined {
  const block = page.blocks[index]
  if (block === undefined || block.kind !== 'text') return undefined
  return wordReason(block) ?? linkReason(page, index, block)
}

/** The same, by its words alone. */
export function wordReason(block: PageBlock): RemovalReason | undefined {
  if (block.tag === 'button' && !asks(block)) return 'widget'
  const { text } = block
  if (isServerMessage(text)) return 'boilerplate'
  const said = text.length <= FURNITURE_LENGTH_MAX ? wholeLine(block) : undefined
  if (said !== undefined) return said
  if (isShareLine(block)) return 'share'
  if (isRatingLine(block)) return 'widget'
  return isPlainTagLine(block) ? 'metadata' : undefined
}

function wholeLine({ text, tag }: PageBlock): RemovalReason | undefined {
  const said = foldText(text)
  const isLabel = tag === 'p' && text.length <= LABEL_LENGTH_MAX
  return FURNITURE.get(said) ?? (isLabel ? LABELS.get(said) : undefined)
}

/** A whole question, as sections that open at a click are headed; not `Quên mật khẩu?`. */
export function asks({ text, linkLength }: PageBlock): boolean {
  return linkLength === 0 && text.length >= QUESTION_LENGTH_MIN && text.endsWith('?')
}

/** `Từ khóa: …`, with links to the tags. */
export function isTagLine({ text, linkLength }: PageBlock): boolean {
  return linkLength > 0 && TAG_LABEL.test(foldText(text.slice(0, FURNITURE_LENGTH_MAX)))
}

function isPlainTagLine({ text }: PageBlock): boolean {
  // The colon rules out most lines before they are looked at twice.
  if (text.length > PLAIN_TAGS_LENGTH_MAX || !text.includes(':')) return false
  return PLAIN_TAGS.test(text.normalize('NFC')) && !SENTENCE_END.test(text)
}

/** Links, and hardly anything besides. */
export function isLinkOnly(block: PageBlock | undefined): boolean {
  return block !== undefined && block.text !== '' && linkShare(block) >= LINK_SHARE_MIN
}

/** Tables of contents, "read more" lines, and lists of such lines. */
function linkReason(page: Page, index: number, block: PageBlock): RemovalReason | undefined {
  if (isContentsLink(block) && inRow(page, index, isContentsLink)) return 'navigation'
  if (headsContents(page, index, block)) return 'navigation'
  if (isReadMore(block)) return 'related'
  if (linkShare(block) >= TAGS_LINK_SHARE_MIN && isTagLine(block)) return 'metadata'
  if (isLinkOnly(page.blocks[index + 1]) && headsLink(block.text)) return 'related'
  return isLinkOnly(block) && isUnderRelatedHeading(page, index) ? 'related' : undefined
}

function isContentsLink(block: PageBlock | undefined): boolean {
  return block?.href?.startsWith('#') === true && linkShare(block) >= LINK_SHARE_MIN
}

/** The line right above a table of contents, whatever it calls it. */
function headsContents(page: Page, index: number, { text }: PageBlock): boolean {
  if (text.length > CONTENTS_HEADING_LENGTH_MAX || !isContentsLink(page.blocks[index + 1]))
    return false
  return isContentsLink(page.blocks[index + 2]) && !SENTENCE_END.test(text)
}

function inRow(page: Page, index: number, is: (block: PageBlock | undefined) => boolean): boolean {
  return is(page.blocks[index - 1]) || is(page.blocks[index + 1])
}

/** `Xem thêm: <a>…</a>`, `Also on this site <a>…</a>`: words that head a list of one. */
function isReadMore(block: PageBlock): boolean {
  const { text, linkLength } = block
  if (linkLength === 0) return false
  const colon = text.indexOf(':')
  if (colon !== -1 && linkLength >= (text.length - colon - 1) * LINK_SHARE_MIN) {
    if (introducesRelated(text)) return true
  }
  const beside = text.length - linkLength
  return beside > 1 && beside <= BESIDE_LINK_LENGTH_MAX && headsRelated(textBesideLinks(block))
}

function isUnderRelatedHeading(page: Page, index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - LIST_REACH_BLOCKS); at -= 1) {
    const block = page.blocks[at]
    if (block === undefined) return false
    if (!isLinkOnly(block)) return headsLink(block.text)
  }
  return false
}

function lines(reason: RemovalReason, texts: readonly string[]): [string, RemovalReason][] {
  return texts.map((text) => [foldText(text), reason])
}
