/** Recognises lines that offer to share an article, and those that show how it was rated. */

import { foldText } from '../../articles/fold.ts'
import { attribute, isElement, walk } from '../../articles/html/html-tree.ts'
import type { PageBlock } from '../page/page-block.ts'

/** In UTF-16 code units. A longer line says something of its own. */
const LINE_LENGTH_MAX = 160

/** What may stand beside links that share: a label, and bars between them. */
const BESIDE_LINKS_LENGTH_MAX = 40

/** In UTF-16 code units: a longer link quotes the article. */
const LINK_LENGTH_MAX = 30

/** Folded, the longest first: a line of networks begins with one. */
const LABELS = [
  ...['chia sẻ bài viết này', 'chia sẻ bài viết', 'chia sẻ với bạn bè', 'chia sẻ ngay'],
  ...['chia sẻ lên', 'chia sẻ qua', 'chia sẻ trên', 'chia sẻ', 'share this article'],
  ...['share this story', 'share this post', 'share this on', 'share this', 'share on'],
  ...['share via'],
  'share',
].map(foldText)

/** Folding every line of a page takes longer than this. */
const MAY_OFFER = /chia|share/i

/** Folded words of which the rest of such a line consists. */
const NETWORKS: ReadonlySet<string> = new Set([
  ...['copy', 'email', 'facebook', 'fb', 'gmail', 'google', 'instagram', 'line', 'link'],
  ...['linkedin'],
  ...['mastodon', 'messenger', 'pinterest', 'plus', 'reddit', 'skype', 'telegram', 'threads'],
  ...['tiktok', 'tumblr', 'tweet', 'twitter', 'viber', 'whatsapp', 'x', 'youtube', 'zalo'],
])

/** Addresses that open a network's dialogue with the page in it. */
const SHARING =
  /^mailto:\?|\/sharer(?:[/.?]|$)|\/intent\/|\/share(?:\.php)?(?:\?|$)|share-offsite|shareArticle|\/pin\/create|[?&]text=http/i

/** Folded words of a line of stars, which also has a figure. */
const RATING_WORDS: ReadonlySet<string> = new Set([
  ...['average', 'bài', 'bình', 'chọn', 'giá', 'lượt', 'này', 'of', 'out', 'post', 'rate'],
  ...['rating'],
  ...['ratings', 'sao', 'stars', 'this', 'trung', 'viết', 'vote', 'votes', 'điểm', 'đánh'],
])

const RATES = /(?:^| )(?:đánh giá bài viết|rate this|bình chọn|votes?)(?: |$)/

/** `Like this story? Share it with a friend!` */
const WITH_FRIENDS = /\bshare (?:it|this|this \w{1,10}) with (?:a friend|your friends|friends)\b/i
const FRIENDS_LENGTH_MAX = 60

/** Whether the line only offers networks on which to share the article. */
export function isShareLine(block: PageBlock): boolean {
  if (block.text.length > LINE_LENGTH_MAX) return false
  return (MAY_OFFER.test(block.text) && offersToShare(block.text)) || sharesByLinks(block)
}

/** Whether the line only says how readers rated the article: `5/5 - (12 votes)`. */
export function isRatingLine({ text }: PageBlock): boolean {
  if (text.length > LINE_LENGTH_MAX / 2 || !/\d/.test(text)) return false
  const folded = foldText(text)
  if (!RATES.test(folded)) return false
  return folded.split(' ').every((word) => /^\d+$/.test(word) || RATING_WORDS.has(word))
}

function offersToShare(text: string): boolean {
  return (text.length <= FRIENDS_LENGTH_MAX && WITH_FRIENDS.test(text)) || namesNetworks(text)
}

function namesNetworks(text: string): boolean {
  const folded = foldText(text)
  const label = LABELS.find((words) => folded.startsWith(`${words} `))
  if (label === undefined) return false
  const rest = folded.slice(label.length + 1).split(' ')
  return rest.every((word) => NETWORKS.has(word))
}

function sharesByLinks({ nodes, text, linkLength }: PageBlock): boolean {
  if (linkLength === 0 || text.length - linkLength > BESIDE_LINKS_LENGTH_MAX) return false
  const addresses: string[] = []
  for (const root of nodes) {
    walk(root, {
      enter(node) {
        if (isElement(node) && node.name === 'a') addresses.push(attribute(node, 'href') ?? '')
        return true
      },
    })
  }
  if (linkLength > LINK_LENGTH_MAX * addresses.length) return false
  return addresses.every((address) => SHARING.test(address))
}
