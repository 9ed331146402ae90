/** Judges an address without looking behind it: whose it is, and whether an article may live there. */

import { canonicalUrl, urlKey } from '../../articles/addresses/canonical-url.ts'

/** A segment that says: this is a list, a form or a person, not an article. Alphabetically sorted. */
const NON_ARTICLE_SEGMENTS = new Set([
  'account',
  'admin',
  'author',
  'authors',
  'cart',
  'categories',
  'category',
  'checkout',
  'chu-de',
  'chuyen-muc',
  'dang-ky',
  'dang-nhap',
  'danh-muc',
  'feed',
  'gio-hang',
  'label',
  'labels',
  'login',
  'logout',
  'page',
  'register',
  'rss',
  'search',
  'signin',
  'signup',
  'tac-gia',
  'tag',
  'tags',
  'tai-khoan',
  'the-loai',
  'tim-kiem',
  'topic',
  'topics',
  'trang',
  'tu-khoa',
  'user',
  'users',
  'wp-admin',
  'wp-content',
  'wp-login.php',
])

/** A last segment that is a page of the site itself, or the front of a section. */
const SITE_PAGES = new Set([
  'about',
  'about-us',
  'chinh-sach-bao-mat',
  'contact',
  'contact-us',
  'dieu-khoan',
  'dieu-khoan-su-dung',
  'faq',
  'gioi-thieu',
  'home',
  'lien-he',
  'privacy',
  'privacy-policy',
  'quang-cao',
  'quy-che-hoat-dong',
  'sitemap',
  'terms',
  'terms-of-service',
  'trang-chu',
  've-chung-toi',
])

/** The front of a blog inside a larger site. */
const LISTING_PAGES = new Set([
  'all',
  'archive',
  'articles',
  'bai-viet',
  'blog',
  'blogs',
  'news',
  'posts',
  'tat-ca',
  'tin-moi',
  'tin-tuc',
])

const FILE_ENDING =
  /\.(?:atom|docx?|gif|jpe?g|mp[34]|pdf|png|pptx?|rar|rss|svg|webp|xlsx?|xml|zip)$/

const SEARCH_PARAMETERS = ['cat', 'keyword', 'q', 's', 'search', 'tag']

/**
 * `href` as an absolute address to fetch: tracking parameters and fragment dropped, but with the
 * trailing slash that the partner wrote, for many servers redirect or fail without it.
 */
export function listedAddress(href: string, base: string): string | undefined {
  const canonical = canonicalUrl(href, base)
  if (canonical === undefined) return undefined
  const hadSlash = URL.parse(href.trim(), base)?.pathname.endsWith('/') === true
  const url = new URL(canonical)
  if (hadSlash && !url.pathname.endsWith('/')) url.pathname += '/'
  return url.href
}

/** Same host and port, `www.` and mobile hosts folded; a subdomain is another site. */
export function isSameSite(address: string, other: string): boolean {
  return siteOf(address) !== undefined && siteOf(address) === siteOf(other)
}

/** Whether nothing in the address itself speaks against an article. */
export function mayBeArticle(address: string): boolean {
  const url = new URL(address)
  const segments = segmentsOf(url)
  const last = segments.at(-1)
  if (last === undefined) return [...url.searchParams.keys()].length > 0 && !isSearch(url)
  if (FILE_ENDING.test(last) || isSearch(url)) return false
  if (SITE_PAGES.has(withoutEnding(last)) || LISTING_PAGES.has(last)) return false
  return !segments.some((segment) => NON_ARTICLE_SEGMENTS.has(segment))
}

/** Whether the address looks like the front of a blog: `/tin-tuc`, `/blog/`. */
export function mayBeListing(address: string): boolean {
  const last = segmentsOf(new URL(address)).at(-1)
  return last !== undefined && LISTING_PAGES.has(withoutEnding(last))
}

/** Whether the address is that of a search, or says in its last two segments that it is a list. */
export function mayBeSection(address: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  const last = segmentsOf(url).slice(-2)
  return isSearch(url) || last.some((segment) => NON_ARTICLE_SEGMENTS.has(segment))
}

/** What the addresses of one site's articles share: the folder, and the ending of the last segment. */
export function addressShape(address: string): string {
  const url = new URL(address)
  const segments = segmentsOf(url)
  const last = segments.at(-1) ?? ''
  const folder = segments.slice(0, -1).map((segment) => segment.replace(/\d+/g, '0'))
  const parameters = [...new Set(url.searchParams.keys())].sort()
  return [...folder, `*${/\.[a-z]{2,5}$/.exec(last)?.[0] ?? ''}`, parameters.join('&')].join('/')
}

function siteOf(address: string): string | undefined {
  const url = URL.parse(address)
  return url === null ? undefined : urlKey(url.origin)
}

function segmentsOf(url: URL): string[] {
  return url.pathname
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '')
}

function withoutEnding(segment: string): string {
  return segment.replace(/\.(?:html?|php|aspx?)$/, '')
}

function isSearch(url: URL): boolean {
  return SEARCH_PARAMETERS.some((name) => url.searchParams.has(name))
}
