/** What an address says by itself of a page that is no article: a tag, a search, a page of a list … */

/** Names that operators see. */
export type OtherKind =
  | 'account'
  | 'attachment'
  | 'author'
  | 'category'
  | 'date archive'
  | 'feed'
  | 'file'
  | 'front page'
  | 'list page'
  | 'search'
  | 'shop'
  | 'site page'
  | 'tag'

/** Segments that say it wherever they stand. */
const SEGMENTS: Readonly<Record<string, OtherKind>> = {
  ...kinds('account', ['account', 'admin', 'dang-ky', 'dang-nhap', 'login', 'logout', 'register']),
  ...kinds('account', [
    'signin',
    'signup',
    'tai-khoan',
    'user',
    'users',
    'wp-admin',
    'wp-login.php',
  ]),
  ...kinds('attachment', ['attachment', 'wp-content', 'wp-includes', 'wp-json', 'cdn-cgi']),
  ...kinds('author', ['author', 'authors', 'tac-gia']),
  ...kinds('category', ['categories', 'category', 'chuyen-muc', 'danh-muc', 'the-loai']),
  ...kinds('feed', ['feed', 'rss', 'comments-feed']),
  ...kinds('search', ['search', 'tim-kiem']),
  ...kinds('shop', ['cart', 'checkout', 'collections', 'gio-hang', 'san-pham', 'thanh-toan']),
  ...kinds('tag', [
    'chu-de',
    'label',
    'labels',
    'tag',
    'tagged',
    'tags',
    'topic',
    'topics',
    'tu-khoa',
  ]),
}

/** Segments that say it with a figure or nothing behind them. */
const PAGING = new Set(['page', 'paged', 'trang'])

/** A last segment that is a page of the site itself. */
const SITE_PAGES = new Set([
  ...['about', 'about-us', 'chinh-sach-bao-mat', 'contact', 'contact-us', 'cookie-policy'],
  ...['dieu-khoan', 'dieu-khoan-su-dung', 'faq', 'gioi-thieu', 'home', 'lien-he', 'privacy'],
  ...['privacy-policy', 'quang-cao', 'quy-che-hoat-dong', 'sitemap', 'so-do-trang', 'subscribe'],
  ...['terms', 'terms-of-service', 'trang-chu', 've-chung-toi', 'tuyen-dung', 'unsubscribe'],
])

/** The front of a blog inside a larger site. */
const FRONT_PAGES = new Set([
  ...['all', 'archive', 'archives', 'articles', 'bai-viet', 'blog', 'blogs', 'news', 'posts'],
  ...['tat-ca', 'tin-moi', 'tin-tuc'],
])

const FILE_ENDING =
  /\.(?:atom|docx?|gif|ico|jpe?g|js|css|json|mp[34]|pdf|png|pptx?|rar|rss|svg|txt|webp|xlsx?|xml|zip)$/

const PAGE_ENDING = /\.(?:html?|php|aspx?)$/

/** Names of parameters, lower case. WordPress asks with most of them. */
const PARAMETERS: Readonly<Record<string, OtherKind>> = {
  ...kinds('attachment', ['attachment_id', 'replytocom']),
  ...kinds('author', ['author', 'author_name']),
  ...kinds('category', ['cat', 'category_name']),
  ...kinds('feed', ['feed']),
  ...kinds('list page', ['paged', 'updated-max', 'updated-min']),
  ...kinds('search', ['keyword', 'q', 's', 'search']),
  ...kinds('tag', ['tag']),
}

/** From so many words on, a segment is the title of an article. */
const SLUG_WORDS_MIN = 4

const YEAR = /^(?:19|20)\d{2}$/
const MONTH_OR_DAY = /^(?:0?[1-9]|[12]\d|3[01])$/

/** What the page at `address` is if it is no article; undefined where nothing in it says so. */
export function otherKind(address: string): OtherKind | undefined {
  const url = URL.parse(address)
  if (url === null) return 'file'
  const byQuery = kindOfQuery(url)
  if (byQuery !== undefined) return byQuery
  const segments = segmentsOf(url)
  const last = segments.at(-1)
  if (last === undefined) return url.search === '' ? 'front page' : undefined
  if (FILE_ENDING.test(last)) return 'file'
  return kindOfSegments(segments, last)
}

function kindOfQuery(url: URL): OtherKind | undefined {
  for (const name of url.searchParams.keys()) {
    const kind = kindIn(PARAMETERS, name.toLowerCase())
    if (kind !== undefined) return kind
  }
  return undefined
}

/** The names come from outside: `constructor` is none of ours. */
function kindIn(known: Readonly<Record<string, OtherKind>>, name: string): OtherKind | undefined {
  return Object.hasOwn(known, name) ? known[name] : undefined
}

function kindOfSegments(segments: readonly string[], last: string): OtherKind | undefined {
  for (const [index, segment] of segments.entries()) {
    const kind = kindIn(SEGMENTS, segment)
    if (kind !== undefined) return kind
    const next = segments[index + 1]
    if (PAGING.has(segment) && (next === undefined || /^\d+$/.test(next))) return 'list page'
  }
  const name = last.replace(PAGE_ENDING, '')
  if (SITE_PAGES.has(name)) return 'site page'
  if (FRONT_PAGES.has(last)) return 'front page'
  // Haravan and Shopify: `/blogs/tin-tuc` lists what lies below it.
  const isBlog = segments.length === 2 && segments[0] === 'blogs'
  if (isBlog && last.split('-').length < SLUG_WORDS_MIN) return 'front page'
  return isDateArchive(segments) ? 'date archive' : undefined
}

/** `/2024`, `/2024/07`, `/2024/07/09`, below a front or not: a month is no article. */
function isDateArchive(segments: readonly string[]): boolean {
  const start = segments.findIndex((segment) => YEAR.test(segment))
  const isBelowFront = segments.slice(0, start).every((segment) => FRONT_PAGES.has(segment))
  const rest = segments.slice(start + 1)
  return start >= 0 && isBelowFront && rest.every((segment) => MONTH_OR_DAY.test(segment))
}

/** Whether the address is that of a search, or says in its last two segments that it is a list. */
export function mayBeSection(address: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  const names = [...url.searchParams.keys()].map((name) => name.toLowerCase())
  const isSearch = names.some((name) => kindIn(PARAMETERS, name) !== undefined)
  const last = segmentsOf(url).slice(-2)
  return isSearch || last.some((name) => kindIn(SEGMENTS, name) !== undefined || PAGING.has(name))
}

/** Whether the address looks like the front of a blog: `/tin-tuc`, `/blog/`. */
export function mayBeListing(address: string): boolean {
  const last = segmentsOf(new URL(address)).at(-1)
  return last !== undefined && FRONT_PAGES.has(last.replace(PAGE_ENDING, ''))
}

function segmentsOf(url: URL): string[] {
  return url.pathname
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '')
}

function kinds(kind: OtherKind, names: string[]): Record<string, OtherKind> {
  return Object.fromEntries(names.map((name) => [name, kind]))
}
