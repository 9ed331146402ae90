/** The first demo blog, Nhịp Xu Hướng: semantic markup as a common theme has it, and an RSS feed. */

import type { DemoArticle } from './article.ts'
import { articlesOfBlogA } from './articles-a.ts'
import { articlePageA } from './blog-a-article.ts'
import { layoutA, listingA, messageA } from './blog-a-layout.ts'
import { articlePathA, BLOG_A_NAME, BLOG_A_TAGLINE, CATEGORIES } from './blog-a-map.ts'
import { rssFeed } from './feed.ts'
import { html } from './html.ts'
import {
  type Blog,
  FIXED_PAGES_MODIFIED,
  latestChange,
  type Page,
  type PageRequest,
} from './page.ts'

const ARTICLE_PATH = /^\/bai-viet\/([a-z0-9-]+)$/

const ROBOTS = `User-agent: *
Disallow: /admin/
Disallow: /tim-kiem
`

const ABOUT = html`<p>${BLOG_A_NAME} là trang tin về tiếp thị qua người ảnh hưởng, do một nhóm nhỏ
yêu mạng xã hội thực hiện.</p>`

export const blogA: Blog = {
  name: BLOG_A_NAME,
  hasFeed: true,
  articles: articlesOfBlogA,
  robots: ROBOTS,
  articlePath: articlePathA,
  slugOf: (path) => ARTICLE_PATH.exec(path)?.[1],
  page: (request) => articlePage(request) ?? listingPage(request) ?? otherPage(request),
  plainPage: messageA,
}

function articlePage({ address, shelf }: PageRequest): Page | undefined {
  const slug = blogA.slugOf(address.pathname)
  const found = slug === undefined ? undefined : shelf.find(slug)
  if (found === undefined) return undefined
  const body = articlePageA(found.article, shelf.related(found.article), address.origin)
  return webPage(body, found.modified)
}

function listingPage({ address, shelf }: PageRequest): Page | undefined {
  const listing = findListing(address)
  if (listing === undefined) return undefined
  const articles = shelf.all().map(({ article }) => article)
  const content = listingA(listing.heading, articles.filter(listing.includes))
  return webPage(layoutA({ title: listing.heading, content }), latestChange(shelf))
}

interface Listing {
  readonly heading: string
  includes(article: DemoArticle): boolean
}

function findListing({ pathname, searchParams }: URL): Listing | undefined {
  if (pathname === '/') return { heading: BLOG_A_TAGLINE, includes: () => true }
  if (pathname === '/tim-kiem') {
    const words = (searchParams.get('q') ?? '').slice(0, 100).toLowerCase()
    const includes = ({ title, tags }: DemoArticle) =>
      [title, ...tags].some((text) => text.toLowerCase().includes(words))
    return { heading: `Tìm kiếm: ${words}`, includes }
  }
  const category = CATEGORIES.find(({ path }) => path === pathname)
  if (category === undefined) return undefined
  return {
    heading: category.name,
    includes: ({ tags }) => tags.some((tag) => category.tags.includes(tag)),
  }
}

function otherPage({ address, shelf }: PageRequest): Page | undefined {
  if (address.pathname === '/gioi-thieu') {
    return webPage(messageA('Giới thiệu', ABOUT), FIXED_PAGES_MODIFIED)
  }
  if (address.pathname !== '/rss.xml') return undefined
  const channel = {
    title: BLOG_A_NAME,
    description: BLOG_A_TAGLINE,
    url: `${address.origin}/`,
    articleUrl: (slug: string) => address.origin + articlePathA(slug),
  }
  const body = rssFeed(
    channel,
    shelf.all().map(({ article }) => article),
  )
  const type = 'application/rss+xml; charset=utf-8'
  return { type, body, modified: latestChange(shelf), maxAgeSeconds: 0 }
}

function webPage(body: string, modified: Date): Page {
  return { type: 'text/html; charset=utf-8', body, modified, maxAgeSeconds: 0 }
}
