/** Tests the two demo blogs over HTTP: what their pages carry, and what an editor's change does. */

import { load } from 'cheerio/slim'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { articlesOfBlogB } from '../../demo/articles-b.ts'
import { type BlogIndex, type DemoServer, startDemo } from '../../demo/server.ts'

const FEATURED_PATHS = [
  '/bai-viet/kol-va-koc-khac-nhau-o-dau',
  '/tin-tuc/bang-gia-booking-kol.html',
] as const

let demo: DemoServer

beforeAll(async () => {
  demo = await startDemo({ ports: { trendA: 0, trendB: 0 } })
})

afterAll(async () => {
  await demo.close()
})

const BOTH = [
  ['the blog with a feed', 0],
  ['the blog with a paged listing', 1],
] as const

describe.each(BOTH)('an article page of %s', (_blog, blog) => {
  it('has every part that a partner page has', async () => {
    const page = await openFeatured(blog)
    const text = page('body').text()
    const title = page('h1').text()
    expect(text).toContain('Nổi bật')
    expect(text).toMatch(/Ngày đăng: \d\d:\d\d [AP]M, \d\d\/\d\d\/\d{4} - Lượt xem: \d+/)
    expect(text.split(title).length - 1).toBeGreaterThanOrEqual(3) // breadcrumb, heading, body
    expect(text).toMatch(/1\. .+[\s\S]+b\. .+[\s\S]+2\. .+[\s\S]+Kết luận/)
    expect(text).toMatch(/© \d{4}/)
    expect(page('form')).toHaveLength(1)
    expect(page('img[alt="Thương hiệu nổi bật"]')).toHaveLength(38)
  })

  it('has four cards that say their title twice, with date, views and a cut-off excerpt', async () => {
    const page = await openFeatured(blog)
    const cards = page(blog === 0 ? '.related-posts .card' : '.lqi').toArray()
    expect(cards).toHaveLength(4)
    for (const card of cards) {
      const title = page(card).find('img').attr('alt')
      expect(page(card).text()).toContain(title)
      expect(page(card).text()).toMatch(/\d\d:\d\d [AP]M, \d\d\/\d\d\/\d{4} \d+ Lượt xem/)
    }
    expect(page(cards).text()).toMatch(blog === 0 ? /\.\.\./ : /…/)
  })

  it('shows images that exist, of the size that it says', async () => {
    const page = await openFeatured(blog)
    const image = page('img[width="640"]')
    const response = await fetch(new URL(image.attr('src') ?? '', demo.blogs[blog].url))
    expect(response.headers.get('content-type')).toBe('image/png')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(String(bytes.readUInt32BE(16))).toBe(image.attr('width'))
    expect(String(bytes.readUInt32BE(20))).toBe(image.attr('height'))
  })

  it('answers 304 to whoever has it, by tag or by date', async () => {
    const { url } = firstArticle(blog)
    const first = await fetch(url)
    const etag = first.headers.get('etag') ?? ''
    const modified = first.headers.get('last-modified') ?? ''
    expect(etag).toMatch(/^"[0-9a-f]+"$/)
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await fetch(url, { headers: { 'if-modified-since': modified } })).status).toBe(304)
    expect((await fetch(url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })
})

describe('the two templates', () => {
  it('differ: one is semantic and links with tracking parameters, the other is neither', async () => {
    const first = await openFeatured(0)
    const second = await openFeatured(1)
    expect(first('article h3').length).toBeGreaterThan(3)
    expect(first('.related-posts a').attr('href')).toContain('utm_source=')
    expect(second('article, section, nav, h2, h3, h4')).toHaveLength(0)
    expect(second('.lqi a').attr('href')).not.toContain('utm_')
  })

  it('give the sanitiser work on the second blog', async () => {
    const page = await openFeatured(1)
    expect(page('.nd script')).toHaveLength(1)
    expect(page('[onclick]').length).toBeGreaterThan(0)
    expect(page('a[href^="javascript:"]')).toHaveLength(1)
    expect(page('.nd [style*="font-size"]').length).toBeGreaterThan(5)
    expect(page('.nd p:empty').length).toBeGreaterThan(5)
  })
})

describe('an article over three pages', () => {
  const url = (page: number) =>
    new URL(`/tin-tuc/podcast-thuong-hieu.html?trang=${page}`, demo.blogs[1].url)

  it('shows some of its sections on each, and links to the others', async () => {
    const pages = await Promise.all(
      [1, 2, 3].map(async (page) => load(await (await fetch(url(page))).text())),
    )
    const markers = pages.map(
      (page) =>
        page('.nd')
          .text()
          .match(/\d\. \p{Lu}|Kết luận/gu)?.length,
    )
    expect(markers.every((count) => count !== undefined)).toBe(true)
    expect(pages.map((page) => page('.pt a[href*="trang="]').length)).toEqual([3, 3, 2])
    expect(pages.map((page) => page('.sp').length)).toEqual([1, 0, 0])
  })

  it('has no fourth page, and no page that is no figure', async () => {
    expect((await fetch(url(4))).status).toBe(404)
    expect((await fetch(url(Number.NaN))).status).toBe(404)
  })
})

describe("an editor's change", () => {
  it('gives the page a new tag and leaves other pages alone', async () => {
    const [changed, other] = demo.articles(0)
    const before = await tagsOf([changed?.url, other?.url])
    demo.edit(0, changed?.slug ?? '', { conclusion: ['Đã viết lại đoạn kết.'] })
    const after = await tagsOf([changed?.url, other?.url])
    expect(after[0]).not.toBe(before[0])
    expect(after[1]).toBe(before[1])
    expect(await (await fetch(changed?.url ?? '')).text()).toContain('Đã viết lại đoạn kết.')
  })

  it('removes an article for good, until it is published again', async () => {
    const original = firstArticle(1)
    demo.remove(1, original.slug)
    expect((await fetch(original.url)).status).toBe(410)
    expect(demo.articles(1).map(({ slug }) => slug)).not.toContain(original.slug)
    for (const article of articlesOfBlogB) {
      if (article.slug === original.slug) demo.publish(1, article)
    }
    expect((await fetch(original.url)).status).toBe(200)
  })

  it('is refused for an article that is not there', () => {
    expect(() => demo.edit(0, 'khong-co', { views: 1 })).toThrow('khong-co')
    expect(() => demo.remove(0, 'khong-co')).toThrow('khong-co')
  })
})

function firstArticle(blog: BlogIndex) {
  const [article] = demo.articles(blog)
  if (article === undefined) throw new Error('The blog is empty.')
  return article
}

async function openFeatured(blog: BlogIndex) {
  const url = new URL(FEATURED_PATHS[blog], demo.blogs[blog].url)
  return load(await (await fetch(url)).text())
}

async function tagsOf(urls: readonly (string | undefined)[]): Promise<(string | null)[]> {
  const responses = await Promise.all(urls.map((url) => fetch(url ?? '')))
  return responses.map(({ headers }) => headers.get('etag'))
}
