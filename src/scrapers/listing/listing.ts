/** Finds the articles on a home or listing page without a recipe, by the shape that its cards share. */

import { urlKey } from '../../articles/addresses/canonical-url.ts'
import { listedAddress } from '../../articles/addresses/listed-address.ts'
import { mayBeListing, otherKind } from './address-kind.ts'
import { addressShape, isSameSite } from './listing-address.ts'
import { type PageLink, type PageLinks, pageLinks } from './listing-links.ts'
import { isPageOf, nextPage } from './listing-paging.ts'

/** Titles are sentences, menu entries are words: either bound makes a title. */
const TITLE_WORDS_MIN = 4
const TITLE_LENGTH_MIN = 20
/** Cards that share a place: two with headings, or three without. */
const HEADED_GROUP_MIN = 2
const PLAIN_GROUP_MIN = 3
const ARTICLES_MAX = 1_000
const FEEDS_MAX = 10
/** In UTF-16 code units. */
const FEED_ADDRESS_LENGTH_MAX = 4_096
const LISTINGS_MAX = 3
const HUBS_MAX = 5

const FEED_TYPE = /^(?:application|text)\/(?:rss|atom|feed|rdf)\+(?:xml|json)$|^text\/xml$/
const COMMENTS = /comment|bình luận|binh-luan/i
/** "See all articles": leads from a home page to the whole list. */
const ALL_ARTICLES =
  /^(?:xem )?tất cả(?: bài viết| tin tức| tin)?$|^(?:view |see )?all (?:articles|posts|news)$/

type ListedArticle = { url: string; title: string }

export type Listing = {
  /** In order, each page once, ready to be fetched: tracking removed, the partner's slash kept. */
  urls: string[]
  articles: ListedArticle[]
  next: string | null
  /** `<link rel="alternate">`, those for comments left out. */
  feeds: string[]
  /** Where to subscribe to pushes, and to what (W3C WebSub section 4). */
  hubs: string[]
  self: string | null
  /** Fronts of the blog that the page links to: where its whole list may begin. */
  listings: string[]
  /** The page has more tags or links than are read. */
  isCut: boolean
}

type Candidate = ListedArticle & { isHeaded: boolean; place: string; key: string }

/**
 * Reads the page at `pageUrl`. Never fails: a page without cards gives empty lists. Articles are
 * links to the same site, with words like a title, in groups that share their place in the page.
 */
export function listArticles(html: string, pageUrl: string): Listing {
  const page = pageLinks(html)
  const base = baseOf(page, pageUrl)
  const articles = chosen(candidates(page, pageUrl, base)).slice(0, ARTICLES_MAX)
  return {
    urls: articles.map(({ url }) => url),
    articles: articles.map(({ url, title }) => ({ url, title })),
    next: nextPage(page, pageUrl, base) ?? null,
    feeds: feedAddresses(page, base),
    hubs: relatedAddresses(page, 'hub', base),
    self: relatedAddresses(page, 'self', base)[0] ?? null,
    listings: listingAddresses(page, pageUrl, base),
    isCut: page.isCut,
  }
}

/** HTML standard section 4.2.3: a base that is no web address leaves the page's own. */
function baseOf({ base }: PageLinks, pageUrl: string): string {
  const url = URL.parse(base ?? pageUrl, pageUrl)
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : pageUrl
}

/** One candidate a page: of several links to it (picture, title, "read on") the one with a title. */
function candidates(page: PageLinks, pageUrl: string, base: string): Candidate[] {
  const byKey = new Map<string, Candidate>()
  for (const link of page.links) {
    const candidate = candidateOf(link, pageUrl, base)
    if (candidate === undefined) continue
    const known = byKey.get(candidate.key)
    if (known === undefined || isBetter(candidate, known)) byKey.set(candidate.key, candidate)
  }
  return [...byKey.values()]
}

function candidateOf(link: PageLink, pageUrl: string, base: string): Candidate | undefined {
  if (link.isAround || !isTitle(link.words)) return undefined
  const url = listedAddress(link.href, base)
  if (url === undefined || !isSameSite(url, pageUrl) || otherKind(url) !== undefined)
    return undefined
  const key = urlKey(url) ?? url
  if (key === urlKey(pageUrl) || isPageOf(url, pageUrl)) return undefined
  return { url, title: link.words, isHeaded: link.isHeaded, place: link.place, key }
}

function isTitle(words: string): boolean {
  return words.length >= TITLE_LENGTH_MIN || words.split(' ').length >= TITLE_WORDS_MIN
}

function isBetter(candidate: Candidate, known: Candidate): boolean {
  if (candidate.isHeaded !== known.isHeaded) return candidate.isHeaded
  return !known.isHeaded && candidate.title.length > known.title.length
}

/** The members of card-like groups, and whatever else has their kind of address. */
function chosen(all: Candidate[]): Candidate[] {
  const groups = [...Map.groupBy(all, ({ place }) => place).values()]
  const headed = groups.filter((group) => isHeaded(group) && group.length >= HEADED_GROUP_MIN)
  const plain = groups.filter((group) => !isHeaded(group) && group.length >= PLAIN_GROUP_MIN)
  const cards = headed.length > 0 ? headed : plain
  // The last page of a list may hold a single card.
  if (cards.length === 0) return all.filter((candidate) => candidate.isHeaded)
  const members = new Set(cards.flat())
  const shapes = new Set(cards.flat().map(({ url }) => addressShape(url)))
  return all.filter((candidate) => members.has(candidate) || fits(candidate, shapes))
}

/** A lone teaser. Where articles lie beside "About us" in the root, only a heading tells them apart. */
function fits(candidate: Candidate, shapes: ReadonlySet<string>): boolean {
  const shape = addressShape(candidate.url)
  return shapes.has(shape) && (candidate.isHeaded || !shape.startsWith('*/'))
}

function isHeaded(group: Candidate[]): boolean {
  return group.filter((candidate) => candidate.isHeaded).length * 2 > group.length
}

function feedAddresses(page: PageLinks, base: string): string[] {
  const found = page.headLinks
    .filter((link) => link.rel.split(/\s+/).includes('alternate') && FEED_TYPE.test(link.type))
    .filter((link) => !COMMENTS.test(link.title) && !COMMENTS.test(link.href))
    .filter((link) => link.href.length <= FEED_ADDRESS_LENGTH_MAX)
    .map((link) => URL.parse(link.href, base)?.href)
  return unique(found).slice(0, FEEDS_MAX)
}

function relatedAddresses(page: PageLinks, relation: string, base: string): string[] {
  const found = page.headLinks
    .filter((link) => link.rel.split(/\s+/).includes(relation))
    .filter((link) => link.href.length <= FEED_ADDRESS_LENGTH_MAX)
    .map((link) => URL.parse(link.href, base)?.href)
  return unique(found).slice(0, HUBS_MAX)
}

function listingAddresses(page: PageLinks, pageUrl: string, base: string): string[] {
  const links = page.links.map((link) => ({ link, url: listedAddress(link.href, base) }))
  const own = links.filter(({ url }) => url !== undefined && isSameSite(url, pageUrl))
  const other = own.filter(({ url }) => urlKey(url ?? '') !== urlKey(pageUrl))
  const all = other.filter(({ link }) => ALL_ARTICLES.test(link.words.toLowerCase()))
  const fronts = other.filter(({ url }) => url !== undefined && mayBeListing(url))
  return unique([...all, ...fronts].map(({ url }) => url)).slice(0, LISTINGS_MAX)
}

function unique(addresses: (string | undefined)[]): string[] {
  return [...new Set(addresses.filter((address) => address !== undefined))]
}
