/** Recognises what a site says to its readers between the paragraphs: invitations, offers, disclosures. */

import type { RemovalReason } from '../../articles/article.ts'
import { foldText } from '../../articles/fold.ts'
import { isHeading, linkShare, type PageBlock } from '../page/page-block.ts'

/** In UTF-16 code units. What is longer says something of its own. */
const INVITATION_LENGTH_MAX = 120
const NOTICE_LENGTH_MAX = 350

const LINK_SHARE_MIN = 0.9

/** Fewer words in capitals are an abbreviation, or a name. */
const CAPITAL_WORDS_MIN = 4

const SENTENCE_END = /[.…]$/

/** Folded. A paragraph that is one link and begins so leads away from the article. */
const INVITATIONS: ReadonlySet<string> = new Set(
  [
    ...['bấm vào đây', 'click vào đây', 'đặt lịch', 'đặt mua ngay', 'đăng ký', 'liên hệ ngay'],
    ...['mua ngay', 'nhấn vào đây', 'tải ngay', 'tải về', 'tìm hiểu thêm', 'xem chi tiết'],
    ...['xem ngay', 'xem tất cả', 'book', 'check', 'click', 'compare', 'contact us', 'discover'],
    ...['download', 'explore', 'find out', 'follow', 'get', 'join', 'learn', 'listen', 'read'],
    ...['register', 'request', 'schedule', 'see', 'shop', 'sign up', 'start', 'subscribe'],
    ...['take the', 'try', 'view', 'visit', 'watch', 'jetzt', 'hier klicken', 'mehr erfahren'],
    ...['cliquez', 'en savoir plus', 'abonnez vous', 'haz clic', 'suscríbete', 'clique', 'assine'],
    ...['saiba mais', 'scopri', 'iscriviti', 'clicca', 'klik', 'подробнее', 'подписывайтесь'],
  ].map(foldText),
)

const INVITATION_WORDS_MAX = 3

/** `Follow us on …`, not `Like many on …`: who is followed, then where. */
const FOLLOWS = /^(?:follow|(?:find|join|like) (?:us|me|our|the)|theo dõi|kết nối với)(?: |$)/i
const ON_NETWORK =
  /(?:on|trên|kênh|qua|via) (?:facebook|instagram|linkedin|telegram|tiktok|twitter|whatsapp|x[ ,.]|youtube|zalo)/i

const NEWSLETTER = /newsletter|mailing list|your inbox|bản tin/i
const SIGNS_UP = /sign up|subscribe|delivered|join (?:our|the)|get (?:our|the)|đăng ký/i

const DISCLOSURE =
  /affiliate link|earn (?:a|an) (?:small |affiliate )?commission|liên kết tiếp thị/i
const OF_THIS_PAGE =
  /this (?:post|article|page|site)|these links|we may|some of the links|bài viết/i

/** What an editor wrote for a machine that never read it: `{{form}}`, `[CTA_MODULE]`. */
const PLACEHOLDER = /^(?:\{\{[^{}]{1,200}\}\}|\[[A-Z]{2,30}_[A-Z_]{2,60}\])$/

/** What stands where the rest of an article is for sale. */
const PAYWALL =
  /(?:to|and) (?:continue|finish|keep|read|unlock) (?:reading|the full|the rest|this article|this story)|already (?:a subscriber|a member|have an account)|(?:exclusive to|only for) [\w+ ]{0,20}(?:subscribers|members)$|đăng nhập để (?:đọc|xem)|đăng ký để (?:đọc|xem)/i
const PAYWALL_LENGTH_MAX = 120

/** Why such a line is no part of an article; undefined for every other. */
export function noticeReason(block: PageBlock): RemovalReason | undefined {
  if (isPaywall(block)) return 'notice'
  if (block.tag !== 'p') return undefined
  if (isInvitation(block)) return 'navigation'
  if (block.text.length > NOTICE_LENGTH_MAX) return undefined
  if (PLACEHOLDER.test(block.text)) return 'widget'
  if (FOLLOWS.test(block.text) && ON_NETWORK.test(block.text)) return 'share'
  return isOffer(block.text) ? 'notice' : undefined
}

function isPaywall(block: PageBlock): boolean {
  if (block.tag !== 'p' && !isHeading(block)) return false
  return block.text.length <= PAYWALL_LENGTH_MAX && PAYWALL.test(block.text)
}

function isInvitation(block: PageBlock): boolean {
  const { text } = block
  if (linkShare(block) < LINK_SHARE_MIN || text.length > INVITATION_LENGTH_MAX) return false
  if (isShouted(text)) return true
  if (SENTENCE_END.test(text)) return false
  const words = foldText(text).split(' ')
  for (let count = 1; count <= INVITATION_WORDS_MAX; count += 1) {
    if (INVITATIONS.has(words.slice(0, count).join(' '))) return true
  }
  return false
}

/** A headline of another article, in capitals, as an article does not set its own words. */
function isShouted(text: string): boolean {
  return (
    text.split(' ').length >= CAPITAL_WORDS_MIN &&
    text === text.toUpperCase() &&
    text !== text.toLowerCase()
  )
}

function isOffer(text: string): boolean {
  if (NEWSLETTER.test(text) && SIGNS_UP.test(text)) return true
  return DISCLOSURE.test(text) && OF_THIS_PAGE.test(text)
}
