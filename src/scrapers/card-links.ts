/** Which links of a page lead to another article of the same site, under a title. */

import { canonicalUrl, urlKey } from '../articles/canonical-url.ts'
import { isHeading, linkShare, type PageBlock } from './page-block.ts'

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
  ...[
    'page',
    'search',
    'tac-gia',
    'tag',
    'tags',
    'the-loai',
    'tim-kiem',
    'topic',
    'topics',
    'user',
  ],
])

/** Gives a link its canonical address if it may be that of another article; cached by address. */
export type CardLinks = (block: PageBlock) => string | undefined

/** Reads links relative to `baseUrl`; never the page itself, never another site. */
export function cardLinks(pageUrl: string, baseUrl: string): CardLinks {
  const known = new Map<string, string | undefined>()
  const pageKey = urlKey(pageUrl)
  const site = siteOf(pageUrl)
  return (block) => {
    const { href } = block
    if (href === undefined || !looksLikeTitle(block)) return undefined
    if (!known.has(href)) known.set(href, articleAddress(href, { baseUrl, pageKey, site }))
    return known.get(href)
  }
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
  if (linkLength > longest || linkLength === 0) return false
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
  if (pathname === '/' && search === '') return undefined
  return pathname.split('/').some((part) => LIST_PATHS.has(part)) ? undefined : url
}
