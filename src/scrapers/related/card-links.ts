/** Which links of a page lead to another article of the same site, under a title. */

import {
  addressKey,
  readAddress,
  urlKey,
  writeAddress,
} from '../../articles/addresses/canonical-url.ts'
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

/** The ASCII letters among which they begin: most other links are told apart by their first. */
const LEADS_ON_LETTERS: ReadonlySet<string> = new Set(
  Array.from(LEADS_ON, (words) => words.charAt(0)),
)

const ASCII_LETTER = /^[a-z]/i

/** A picture's own address is not that of an article. */
const FILE = /\.(?:avif|gif|jpe?g|mp4|pdf|png|svg|webp|zip)$/i

/** A line that stands under that many addresses is nobody's title: a strip of logos says it. */
const ADDRESSES_OF_TITLE_MAX = 2

/** For each block of a page, the canonical address of the article that it may be a card's link to. */
export type CardLinks = readonly (string | undefined)[]

type Own = {
  readonly hostname: string | undefined
  readonly site: string | undefined
  readonly key: string | undefined
  readonly baseUrl: string
}

/** Reads links relative to `baseUrl`; never the page itself, never another site. */
export function cardLinks(
  page: Page,
  { pageUrl, baseUrl }: { pageUrl: string; baseUrl: string },
): CardLinks {
  const known = new Map<string, string | undefined>()
  const hostname = URL.parse(pageUrl)?.hostname
  const own = { hostname, site: siteOf(pageUrl), key: urlKey(pageUrl), baseUrl }
  const common = commonTexts(page)
  return page.blocks.map((block) => {
    const { href, text } = block
    if (href === undefined || href.startsWith('#') || !couldBeCard(block)) return undefined
    if (common.has(text) && text !== '' && !leadsOn(text)) return undefined
    if (!known.has(href)) known.set(href, articleAddress(href, own))
    return known.get(href)
  })
}

/** Whether the words only invite to read on, as those of a button do. */
export function leadsOn(text: string): boolean {
  if (text.length > TITLE_LENGTH_MIN) return false
  if (ASCII_LETTER.test(text) && !LEADS_ON_LETTERS.has(text.charAt(0).toLowerCase())) return false
  return LEADS_ON.has(foldText(text))
}

/** Lines that stand under too many addresses; nearly all stand under one. */
function commonTexts(page: Page): ReadonlySet<string> {
  const firsts = new Map<string, string>()
  const others = new Map<string, Set<string>>()
  const common = new Set<string>()
  for (const { href, text } of page.blocks) {
    if (href === undefined) continue
    const first = firsts.get(text)
    if (first === undefined) firsts.set(text, href)
    else if (first !== href) {
      const more = others.get(text) ?? new Set()
      others.set(text, more.add(href))
      if (more.size >= ADDRESSES_OF_TITLE_MAX) common.add(text)
    }
  }
  return common
}

function couldBeCard(block: PageBlock): boolean {
  return (
    (block.kind === 'image' && block.text === '') || leadsOn(block.text) || looksLikeTitle(block)
  )
}

/** The host without the labels that do not make another site. */
export function siteOf(address: string): string | undefined {
  const hostname = URL.parse(address)?.hostname
  return hostname === undefined ? undefined : siteOfHost(hostname)
}

function siteOfHost(hostname: string): string {
  return hostname.replace(/^(?:www|m|amp|mobile)\./, '')
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

function articleAddress(href: string, own: Own): string | undefined {
  const address = readAddress(href, own.baseUrl)
  if (address === undefined) return undefined
  const { hostname, path, query } = address
  if (hostname !== own.hostname && siteOfHost(hostname) !== own.site) return undefined
  if ((path === '/' && query === '') || FILE.test(path)) return undefined
  if (path.split('/').some((part) => LIST_PATHS.has(part))) return undefined
  return addressKey(address) === own.key ? undefined : writeAddress(address)
}
