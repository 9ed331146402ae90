/** The pages that extraction is measured on: our fixtures, the demo blogs, and both as heavy as on the web. */

import { startDemo } from '../demo/server.ts'
import { PAGE_URL } from '../test/fixtures/seed-shaped/story.ts'
import { templates } from '../test/fixtures/seed-shaped/templates.ts'

export type BenchPage = { readonly url: string; readonly html: string }

/** Of the demo blogs: defuddle takes a quarter of a second for each page. */
const DEMO_PAGES = 8

/** What stands around an article on the web, by count. */
const MENU_LINKS = 150
const CARDS = 40
const COMMENTS = 60
const STYLE_RULES = 400
const SCRIPT_LINES = 1_500

/** Each page as it is, then each as heavy as on the web. */
export async function extractionPages(): Promise<BenchPage[]> {
  const fixtures = Object.values(templates).map(({ html }) => ({ url: PAGE_URL, html }))
  const light = [...fixtures, ...(await demoPages())]
  return [...light, ...light.map(({ url, html }) => ({ url, html: weighted(html) }))]
}

async function demoPages(): Promise<BenchPage[]> {
  const demo = await startDemo({ ports: { trendA: 0, trendB: 0 } })
  try {
    const articles = [...demo.articles(0), ...demo.articles(1)]
    const step = Math.ceil(articles.length / DEMO_PAGES)
    const urls = articles.filter((_, index) => index % step === 0).map(({ url }) => url)
    return await Promise.all(
      urls.map(async (url) => ({ url, html: await (await fetch(url)).text() })),
    )
  } finally {
    await demo.close()
  }
}

/** The page with the menu, cards, comments, styles and scripts of a site of today around it. */
function weighted(html: string): string {
  const above = `<style>${many(STYLE_RULES, (index) => `.c-${index}{margin:${index}px}`)}</style>
<nav class="menu"><ul>${many(MENU_LINKS, (index) => `<li class="menu-item"><a href="/muc/${index}">Mục số ${index}</a></li>`)}</ul></nav>`
  const below = `<aside class="widget">${many(CARDS, card)}</aside>
<section class="comments">${many(COMMENTS, (index) => `<div class="comment"><b>Bạn đọc ${index}</b><p>Bài hay, cảm ơn người viết, mình đã đọc ${index} lần rồi.</p></div>`)}</section>
<script>${many(SCRIPT_LINES, (index) => `track("line ${index}", ${index} < ${index + 1});\n`)}</script>`
  return html.replace(/<body[^>]*>/, (body) => body + above).replace('</body>', `${below}</body>`)
}

function card(index: number): string {
  return `<div class="card"><a href="/bai/${index}"><img src="/anh/${index}.jpg" alt=""></a>
<h3><a href="/bai/${index}">Một bài khác của chuyên mục, số ${index}</a></h3><span class="date">09/07/2024</span></div>`
}

function many(count: number, write: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => write(index)).join('')
}
