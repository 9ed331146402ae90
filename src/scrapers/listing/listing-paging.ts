/** Finds the next page of a listing, telling paging links from all others. */

import { urlKey } from '../../articles/addresses/canonical-url.ts'
import { listedAddress } from '../../articles/addresses/listed-address.ts'
import { isSameSite } from './listing-address.ts'
import type { PageLink, PageLinks } from './listing-links.ts'

const PAGE_PARAMETERS = new Set(['p', 'page', 'paged', 'pageindex', 'pagenumber', 'pg', 'trang'])

/** `/page/2`, `/trang-2`, `/p2`, `-p2.html` at the end of a path. */
const PAGE_IN_PATH = /(?:\/|-)(?:page|trang|p)[/-]?(\d{1,6})(\.[a-z]{2,5})?\/?$/i

/** Words that lead on by themselves, once arrows are taken off. */
const NEXT_WORDS = new Set([
  'bài cũ hơn',
  'cũ hơn',
  'next',
  'next page',
  'next posts',
  'older',
  'older entries',
  'older posts',
  'sau',
  'tiếp',
  'tiếp theo',
  'trang kế',
  'trang kế tiếp',
  'trang sau',
  'trang tiếp',
  'trang tiếp theo',
])

/** Words that lead on in some places and to an article in others: the address must be a page's. */
const MORE_WORDS = new Set([
  '',
  'load more',
  'more',
  'show more',
  'tải thêm',
  'xem thêm',
  'xem thêm bài viết',
])

/** In UTF-16 code units, arrows included. */
const NEXT_WORDS_LENGTH_MAX = 40

const ARROWS = /[«»‹›<>→⟩…\s]+/g

/**
 * The address of the page after `pageUrl`, or undefined. In this order: rel="next", a link that
 * says so, the link with the next figure.
 */
export function nextPage(page: PageLinks, pageUrl: string, base: string): string | undefined {
  const candidates: (string | undefined)[] = [
    page.headLinks.find((link) => relates(link.rel, 'next'))?.href,
    page.links.find((link) => relates(link.rel, 'next'))?.href,
    page.links.find((link) => saysNext(link, pageUrl, base))?.href,
    page.links.find((link) => isNextFigure(link, pageUrl, base))?.href,
  ]
  return candidates
    .map((href) => (href === undefined ? undefined : listedAddress(href, base)))
    .find((address) => address !== undefined && leadsOn(address, pageUrl))
}

/** Whether `address` is a page of the same listing as `pageUrl`. */
export function isPageOf(address: string, pageUrl: string): boolean {
  return pageNumber(address) > 0 && listingKey(address) === listingKey(pageUrl)
}

function relates(rel: string, word: string): boolean {
  return rel.split(/\s+/).includes(word)
}

function leadsOn(address: string, pageUrl: string): boolean {
  return isSameSite(address, pageUrl) && urlKey(address) !== urlKey(pageUrl)
}

function saysNext(link: PageLink, pageUrl: string, base: string): boolean {
  if (link.words === '' || link.words.length > NEXT_WORDS_LENGTH_MAX) return false
  const words = link.words.toLowerCase().replace(ARROWS, ' ').trim()
  if (!NEXT_WORDS.has(words) && !MORE_WORDS.has(words)) return false
  const address = listedAddress(link.href, base)
  if (address === undefined) return false
  if (NEXT_WORDS.has(words)) return isPageOf(address, pageUrl) || pageNumber(address) > 0
  // An arrow may also lead back.
  return isPageOf(address, pageUrl) && pageNumber(address) > Math.max(1, pageNumber(pageUrl))
}

function isNextFigure(link: PageLink, pageUrl: string, base: string): boolean {
  const due = Math.max(1, pageNumber(pageUrl)) + 1
  if (link.words.trim() !== String(due)) return false
  const address = listedAddress(link.href, base)
  return address !== undefined && isPageOf(address, pageUrl) && pageNumber(address) === due
}

/** The figure of the page in the address; 0 where it names none. */
function pageNumber(address: string): number {
  const url = new URL(address)
  for (const [name, value] of url.searchParams) {
    if (PAGE_PARAMETERS.has(name.toLowerCase()) && /^\d{1,6}$/.test(value)) return Number(value)
  }
  return Number(PAGE_IN_PATH.exec(url.pathname)?.[1] ?? 0)
}

/** The address without its page figure. */
function listingKey(address: string): string | undefined {
  const url = new URL(address)
  for (const name of [...url.searchParams.keys()]) {
    if (PAGE_PARAMETERS.has(name.toLowerCase())) url.searchParams.delete(name)
  }
  url.pathname = url.pathname.replace(PAGE_IN_PATH, '$2') || '/'
  return urlKey(url.href)
}
