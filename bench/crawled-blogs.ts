/** Blogs on loopback for the crawler's benches: pages as heavy as a plain blog's, and what was asked of them. */

import { createServer, type Server } from 'node:http'
import { close, listen } from '../demo/listen.ts'

const WORDS =
  'chiều nay quán cà phê đầu ngõ đông khách người trẻ kể chuyện phố cũ mùa mưa Hà Nội xe máy chợ đêm món ngon bạn bè ảnh nhạc phim thời trang xu hướng mạng'.split(
    ' ',
  )
const PARAGRAPHS = 14
const WORDS_PER_PARAGRAPH = 70
/** What stands around an article on the web, by count. */
const MENU_LINKS = 120
const CARDS = 30
const COMMENTS = 40
const SCRIPT_LINES = 200

export type CrawledBlog = {
  /** With a slash at the end. */
  readonly url: string
  readonly pages: readonly string[]
  /** What was fetched so far, and the most that was open at the same time. */
  readonly asked: { total: number; pages: number; atOnce: number }
  readonly close: () => Promise<void>
}

type BlogOptions = {
  readonly articles: number
  /** Sends `answer` when it is time to: a host that hangs never does. */
  readonly delay?: (answer: () => void) => void
}

/** One blog on a free port: a home page, a feed, its articles; validators on all of them. */
export async function openBlog(
  number: number,
  { articles, delay = (answer) => answer() }: BlogOptions,
): Promise<CrawledBlog> {
  const asked = { total: 0, pages: 0, atOnce: 0 }
  const bodies = new Map<string, { type: string; body: string }>()
  let open = 0
  const server: Server = createServer((request, response) => {
    // What is sent to it is another matter: webhooks do not wait for the crawler's turn.
    const fetched = request.method === 'GET' ? 1 : 0
    open += fetched
    asked.total += fetched
    asked.atOnce = Math.max(asked.atOnce, open)
    if (request.url?.startsWith('/bai-')) asked.pages += 1
    response.once('close', () => {
      open -= fetched
    })
    const file = bodies.get(request.url ?? '')
    const etag = `"${number}-${articles}"`
    delay(() => {
      if (file === undefined) return void response.writeHead(404).end()
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end()
      response.writeHead(200, { 'content-type': file.type, etag }).end(file.body)
    })
  })
  const url = await listen(server, { host: '127.0.0.1', port: 0 })
  const slugs = Array.from({ length: articles }, (_, index) => `bai-${number}-${index + 1}`)
  for (const slug of slugs) bodies.set(`/${slug}`, { type: HTML, body: articlePage(url, slug) })
  bodies.set('/', { type: HTML, body: homePage(url, slugs.slice(0, 10)) })
  bodies.set('/feed.xml', { type: 'application/rss+xml', body: feed(url, slugs) })
  return { url, pages: slugs.map((slug) => url + slug), asked, close: () => close(server) }
}

const HTML = 'text/html; charset=utf-8'

function articlePage(url: string, slug: string): string {
  const title = `${words(slug.length * 7 + hash(slug), 8)} ${slug}`
  const paragraphs = many(
    PARAGRAPHS,
    (index) => `<p>${words(hash(slug) + index * 31, WORDS_PER_PARAGRAPH)}.</p>\n`,
  )
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title>
<link rel="canonical" href="${url}${slug}"><meta property="og:title" content="${title}">
<meta property="article:published_time" content="2026-11-20T08:00:00+07:00"></head><body>
<nav><ul>${many(MENU_LINKS, (index) => `<li><a href="/muc/${index}">Mục số ${index}</a></li>`)}</ul></nav>
<article><h1>${title}</h1><p class="byline">Minh Anh</p><div class="post-body">${paragraphs}</div></article>
<aside>${many(CARDS, card)}</aside>
<section class="comments">${many(COMMENTS, (index) => `<div class="comment"><b>Bạn đọc ${index}</b><p>${words(index, 14)}.</p></div>`)}</section>
<script>${many(SCRIPT_LINES, (index) => `track("line ${index}", ${index} < ${index + 1});\n`)}</script>
</body></html>`
}

function card(index: number): string {
  return `<div class="card"><a href="/khac-${index}"><img src="/anh/${index}.jpg" alt=""></a>
<h3><a href="/khac-${index}">${words(index, 9)}</a></h3><span class="date">09/07/2024</span></div>`
}

function homePage(url: string, slugs: string[]): string {
  return `<!DOCTYPE html><title>Blog</title><link rel="alternate" type="application/rss+xml" href="/feed.xml">
${slugs.map((slug) => `<article><h2><a href="${url}${slug}">${slug}</a></h2></article>`).join('')}`
}

function feed(url: string, slugs: string[]): string {
  const items = slugs.map((slug) => `<item><title>${slug}</title><link>${url}${slug}</link></item>`)
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Blog</title>${items.join('')}</channel></rss>`
}

function words(seed: number, count: number): string {
  return Array.from(
    { length: count },
    (_, index) => WORDS[(seed + index * index * 7) % WORDS.length],
  ).join(' ')
}

function hash(text: string): number {
  let sum = 7
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 100_003
  return sum
}

function many(count: number, write: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => write(index)).join('')
}
