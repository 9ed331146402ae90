/** Which links of a page lead to another article of the same site, under a title. */

import { canonicalUrl, urlKey } from '../../articles/addresses/canonical-url.ts'
import { foldText } from '../../articles/fold.ts'
import { isHeading, linkShare, type Page, type PageBlock } from '../page/page-block.ts'
import { introducesRelated } from './related-heading.ts'

/** A title has that many words, or that many characters where words are not spaced. */
const TITLE_WORDS_MIN = 4
const TITLE_LENGTH_MIN = 20
const TITLE_LENGTH_MAX = 300

/** Of a card that is one link: its excerpt is in the link, too. */
const LINKED_LENGTH_MAX = 700

/** A date may stand beside the link, in the same line. */
const BESIDE_LINK_LENGTH_MAX = 45
const LINK_SHARE_MIN = 0.8

/** Parts of a path that lead to lists, not to articles. Folded, alphabetical. */
const LIST_PATHS: ReadonlySet<string> = new Set([
  ...['author', 'authors', 'category', 'categories', 'chu-de', 'chuyen-muc', 'danh-muc', 'login'],
  ...['page', 'search', 'tac-gia', 'tag', 'tags', 'the-loai', 'tim-kiem', 'topic', 'topics'],
  ...['user'],
])

/** Folded words of links that lead on without saying to what. */
const LEADS_ON: ReadonlySet<string> = new Set(
  [
    'chi tiết',
    'đọc tiếp',
    'đọc thêm',
    'xem chi tiết',
    'xem thêm',
    'read more',
    'continue reading',
  ].map(foldText),
)

/** A picture's own address is not that of an article. */
const FILE = /\.(?:avif|gif|jpe?g|mp4|pdf|png|svg|webp|zip)$/i

/** A line that stands under that many addresses is nobody's title: a strip of logos says it. */
const ADDRESSES_OF_TITLE_MAX = 2

/** Gives a link its canonical address if it may be that of another article; cached by address. */
export type CardLinks = (block: PageBlock) => string | undefined

/** Reads links relative to `baseUrl`; never the page itself, never another site. */
export function cardLinks(
  page: Page,
  { pageUrl, baseUrl }: { pageUrl: string; baseUrl: string },
): CardLinks {
  const known = new Map<string, string | undefined>()
  const pageKey = urlKey(pageUrl)
  const site = siteOf(pageUrl)
  const addresses = addressesOfTexts(page)
  return (block) => {
    const { href, text } = block
    if (href === undefined || !couldBeCard(block)) return undefined
    const isCommon = (addresses.get(text)?.size ?? 0) > ADDRESSES_OF_TITLE_MAX
    if (isCommon && text !== '' && !leadsOn(text)) return undefined
    if (!known.has(href)) known.set(href, articleAddress(href, { baseUrl, pageKey, site }))
    return known.get(href)
  }
}

/** Whether the words only invite to read on, as those of a button do. */
export function leadsOn(text: string): boolean {
  return text.length <= TITLE_LENGTH_MIN && LEADS_ON.has(foldText(text))
}

function addressesOfTexts(page: Page): Map<string, Set<string>> {
  const addresses = new Map<string, Set<string>>()
  for (const { href, text } of page.blocks) {
    if (href === undefined) continue
    const known = addresses.get(text)
    if (known === undefined) addresses.set(text, new Set([href]))
    else known.add(href)
  }
  return addresses
}

function couldBeCard(block: PageBlock): boolean {
  return (
    (block.kind === 'image' && block.text === '') || leadsOn(block.text) || looksLikeTitle(block)
  )
}

/** The host without the labels that do not make another site. */
export function siteOf(address: string): string | undefined {
  return URL.parse(address)?.hostname.replace(/^(?:www|m|amp|mobile)\./, '')
}

function looksLikeTitle(block: PageBlock): boolean {
  const { text, linkLength } = block
  const beside = text.length - linkLength
  if (linkShare(block) < LINK_SHARE_MIN && beside > BESIDE_LINK_LENGTH_MAX) return false
  const longest = block.owner.href === undefined ? TITLE_LENGTH_MAX : LINKED_LENGTH_MAX
  if (linkLength > longest || linkLength === 0 || introducesRelated(text)) return false
  if (isHeading(block) && linkLength > 1) return true
  return linkLength >= TITLE_LENGTH_MIN || text.split(' ').length >= TITLE_WORDS_MIN
}

function articleAddress(
  href: string,
  {
    baseUrl,
    pageKey,
    site,
  }: { baseUrl: string; pageKey: string | undefined; site: string | undefined },
): string | undefined {
  if (href.startsWith('#')) return undefined
  const url = canonicalUrl(href, baseUrl)
  if (url === undefined || siteOf(url) !== site || urlKey(url) === pageKey) return undefined
  const { pathname, search } = new URL(url)
  if ((pathname === '/' && search === '') || FILE.test(pathname)) return undefined
  return pathname.split('/').some((part) => LIST_PATHS.has(part)) ? undefined : url
}
