/** The second demo blog, Chợ Trend: old hand-made markup, a paged listing, no feed. */

import type { DemoArticle } from './article.ts'
import { articlesOfBlogB } from './articles-b.ts'
import { articlePageB } from './blog-b-article.ts'
import { articlePathB, BLOG_B_NAME, layoutB, messageB } from './blog-b-layout.ts'
import { cardsB, homeB, pagerB } from './blog-b-listing.ts'
import { html } from './html.ts'
import {
  type Blog,
  FIXED_PAGES_MODIFIED,
  latestChange,
  type Page,
  type PageRequest,
} from './page.ts'

const ARTICLE_PATH = /^\/tin-tuc\/([a-z0-9-]+)\.html$/
const ARTICLES_PER_PAGE = 5

const ROBOTS = `User-agent: *
Disallow: /quan-tri/
`

const ABOUT = html`<div>${BLOG_B_NAME} ghi lại chuyện mua bán và làm nội dung trên mạng.</div>`

export const blogB: Blog = {
  name: BLOG_B_NAME,
  hasFeed: false,
  articles: articlesOfBlogB,
  robots: ROBOTS,
  articlePath: articlePathB,
  slugOf: (path) => ARTICLE_PATH.exec(path)?.[1],
  page: (request) => articlePage(request) ?? frontPage(request) ?? listingPage(request),
  plainPage: messageB,
}

function articlePage({ address, shelf }: PageRequest): Page | undefined {
  const slug = blogB.slugOf(address.pathname)
  const found = slug === undefined ? undefined : shelf.find(slug)
  if (found === undefined) return undefined
  const page = articlePageB(
    found.article,
    shelf.related(found.article),
    pageNumber(address, 'trang'),
  )
  return page === undefined ? undefined : webPage(page, found.modified)
}

function frontPage({ address, shelf }: PageRequest): Page | undefined {
  if (address.pathname === '/gioi-thieu.html') {
    return webPage(messageB('Giới thiệu', ABOUT), FIXED_PAGES_MODIFIED)
  }
  if (address.pathname !== '/') return undefined
  const content = homeB(shelf.all().map(({ article }) => article))
  return webPage(layoutB('Trang chủ', content), latestChange(shelf))
}

/** `/tin-tuc?page=2`; a page past the last one does not exist. */
function listingPage({ address, shelf }: PageRequest): Page | undefined {
  if (address.pathname !== '/tin-tuc') return undefined
  const number = pageNumber(address, 'page')
  const articles: readonly DemoArticle[] = shelf.all().map(({ article }) => article)
  const last = Math.max(1, Math.ceil(articles.length / ARTICLES_PER_PAGE))
  if (number < 1 || number > last) return undefined
  const first = (number - 1) * ARTICLES_PER_PAGE
  const content = html`<div class="tdm">Tin tức</div>
${cardsB(articles.slice(first, first + ARTICLES_PER_PAGE))}
${pagerB(number, last)}`
  return webPage(layoutB(`Tin tức, trang ${number}`, content), latestChange(shelf))
}

/** 1 where the address names none, 0 for what is no figure. */
function pageNumber(address: URL, parameter: string): number {
  const asked = address.searchParams.get(parameter) ?? '1'
  return /^\d{1,4}$/.test(asked) ? Number(asked) : 0
}

/** Says its charset in the page alone, as old servers do. */
function webPage(body: string, modified: Date): Page {
  return { type: 'text/html', body, modified, maxAgeSeconds: 0 }
}
