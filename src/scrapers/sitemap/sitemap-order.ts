/** Puts the files of a sitemap index in the order in which they promise articles, by name and date. */

import type { SitemapChild } from './sitemap-entry.ts'

/** Words of a file's name. What lists something else wins: `post_tag-sitemap.xml`. */
const OTHER_WORDS = new Set([
  ...['archive', 'attachment', 'author', 'authors', 'cat', 'categories', 'category', 'collection'],
  ...[
    'collections',
    'gallery',
    'image',
    'images',
    'label',
    'media',
    'product',
    'products',
    'section',
  ],
  ...[
    'sections',
    'tag',
    'tags',
    'taxonomies',
    'taxonomy',
    'term',
    'topic',
    'topics',
    'user',
    'users',
  ],
  ...['video', 'videos', 'format', 'member', 'members', 'forum', 'location', 'locations', 'store'],
  ...['danhmuc', 'sanpham', 'tacgia', 'chuyenmuc', 'tukhoa', 'chude'],
])
/** The same in two words. */
const OTHER_PAIRS = new Set([
  ...['danh muc', 'san pham', 'tac gia', 'chuyen muc', 'tu khoa', 'chu de', 'posts page'],
])
const PAGE_WORDS = new Set(['page', 'pages', 'static', 'main', 'trang', 'misc'])
const NEWS_WORDS = new Set(['news', 'googlenews', 'latest', 'recent', 'tin'])
const ARTICLE_WORDS = new Set([
  ...['article', 'articles', 'baiviet', 'bai', 'blog', 'blogs', 'content', 'entries', 'entry'],
  ...['journal', 'magazine', 'post', 'posts', 'stories', 'story', 'tintuc'],
])

/** Lower is sooner; the last one is read only where no other file is. */
const RANK = { news: 0, article: 1, unknown: 2, page: 3, other: 4 } as const
type Rank = (typeof RANK)[keyof typeof RANK]

export type OrderedChild = SitemapChild & {
  /** Its name says that it lists no articles: tags, categories, authors, pictures, products. */
  isOther: boolean
}

/**
 * News and articles first, then what its name does not tell, then pages. Among equals the one
 * changed last; without dates the one with the highest figure, in which most systems write.
 */
export function orderedChildren(children: readonly SitemapChild[]): OrderedChild[] {
  return children
    .map((child) => ({ child, rank: rankOf(child.url), figure: figureOf(child.url) }))
    .sort((a, b) => a.rank - b.rank || newer(a.child, b.child) || b.figure - a.figure)
    .map(({ child, rank }) => ({ ...child, isOther: rank === RANK.other }))
}

function newer(a: SitemapChild, b: SitemapChild): number {
  const [first, second] = [a, b].map(({ updatedAt }) => Date.parse(updatedAt ?? '') || 0)
  return (second ?? 0) - (first ?? 0)
}

function rankOf(address: string): Rank {
  const words = wordsOf(address)
  const pairs = words.map((word, index) => `${word} ${words[index + 1] ?? ''}`)
  if (words.some((word) => OTHER_WORDS.has(word))) return RANK.other
  if (pairs.some((pair) => OTHER_PAIRS.has(pair))) return RANK.other
  if (words.some((word) => NEWS_WORDS.has(word))) return RANK.news
  if (words.some((word) => ARTICLE_WORDS.has(word))) return RANK.article
  // `?page=2` and `sitemap-page-2.xml` count; they do not say what is listed.
  const isPages = words.some((word, index) => PAGE_WORDS.has(word) && !isFigure(words[index + 1]))
  return isPages ? RANK.page : RANK.unknown
}

function wordsOf(address: string): string[] {
  const url = URL.parse(address)
  if (url === null) return []
  const name = url.pathname.split('/').slice(-2).join('-')
  return `${name}-${url.search}`.toLowerCase().match(/[a-z]+|\d+/g) ?? []
}

function isFigure(word: string | undefined): boolean {
  return word !== undefined && /^\d+$/.test(word)
}

/** All figures of the name in a row, so that `2024-07` is after `2024-06`. */
function figureOf(address: string): number {
  return wordsOf(address)
    .filter(isFigure)
    .slice(-3)
    .reduce((sum, figure) => sum * 10_000 + Number(figure.slice(0, 8)), 0)
}
