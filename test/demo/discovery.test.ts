/** Tests how a crawler finds its way through the demo blogs: robots.txt, feed, paged listing, errors. */

import { createServer } from 'node:http'
import { load } from 'cheerio/slim'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { close, listen } from '../../demo/listen.ts'
import { type BlogIndex, type DemoServer, startDemo } from '../../demo/server.ts'

let demo: DemoServer

beforeAll(async () => {
  demo = await startDemo({ ports: { trendA: 0, trendB: 0 } })
})

afterAll(async () => {
  await demo.close()
})

describe('the feed', () => {
  it('is announced on the home page of the one blog that has it', async () => {
    for (const blog of [0, 1] as const) {
      const page = load(await textOf(demo.blogs[blog].url))
      const link = page('link[rel="alternate"][type="application/rss+xml"]')
      expect(link.length === 1).toBe(demo.blogs[blog].hasFeed)
    }
  })

  it('lists every article with its address, date and lead', async () => {
    const feed = load(await textOf(`${demo.blogs[0].url}rss.xml`), { xml: true })
    const links = feed('item > link')
      .toArray()
      .map((link) => feed(link).text())
    expect(links).toEqual(demo.articles(0).map(({ url }) => url))
    const dates = feed('pubDate')
      .toArray()
      .map((date) => Date.parse(feed(date).text()))
    expect(dates).toEqual(dates.toSorted((one, other) => other - one))
    expect(feed('item > description').first().text().length).toBeGreaterThan(60)
  })

  it.each([
    ['feed', 0, 'rss.xml'],
    ['listing', 1, 'tin-tuc?page=2'],
    ['home page', 0, ''],
    ['robots.txt', 1, 'robots.txt'],
  ] as const)('answers 304 for an unchanged %s', async (_what, blog, path) => {
    const url = demo.blogs[blog].url + path
    const etag = (await fetch(url)).headers.get('etag') ?? ''
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })
})

describe('the paged listing', () => {
  it('reaches every article by its links to the next page', async () => {
    const found = new Set<string>()
    let next: string | undefined = `${demo.blogs[1].url}tin-tuc`
    let pages = 0
    while (next !== undefined) {
      const page = load(await textOf(next))
      for (const link of page('.it a.n').toArray()) {
        found.add(new URL(page(link).attr('href') ?? '', next).href)
      }
      const href: string | undefined = page('a[rel="next"]').attr('href')
      next = href === undefined ? undefined : new URL(href, next).href
      pages += 1
    }
    expect(pages).toBe(3)
    expect([...found]).toEqual(demo.articles(1).map(({ url }) => url))
  })

  it.each([
    ['past the last page', 'tin-tuc?page=9'],
    ['a page that is no number', 'tin-tuc?page=x'],
    ['an article that never was', 'tin-tuc/khong-co.html'],
    ['a feed', 'rss.xml'],
  ])('answers 404 for %s', async (_case, path) => {
    expect((await fetch(demo.blogs[1].url + path)).status).toBe(404)
  })
})

describe('startDemo', () => {
  it('has robots.txt on both blogs, one of which closes its search', async () => {
    expect(await textOf(`${demo.blogs[0].url}robots.txt`)).toContain('Disallow: /tim-kiem')
    expect(await textOf(`${demo.blogs[1].url}robots.txt`)).toContain('User-agent: *')
  })

  it('remembers who asked for what', async () => {
    const headers = { 'user-agent': 'trendwire-test', 'if-none-match': '"x"' }
    await fetch(`${demo.blogs[0].url}gioi-thieu?x=1`, { headers })
    expect(demo.requests(0).at(-1)).toEqual({
      method: 'GET',
      path: '/gioi-thieu?x=1',
      status: 200,
      userAgent: 'trendwire-test',
      conditional: true,
    })
  })

  it('answers HEAD without a body and refuses other methods', async () => {
    const { url } = demo.blogs[1]
    expect(await (await fetch(url, { method: 'HEAD' })).text()).toBe('')
    const refused = await fetch(url, { method: 'PUT', body: 'x' })
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('names a port that is taken and leaves nothing listening', async () => {
    const taken = portOf(0)
    const free = await freePort()
    const start = startDemo({ ports: { trendA: free, trendB: taken } })
    await expect(start).rejects.toThrow(`Port ${taken} on 127.0.0.1 is already taken`)
    const again = await startDemo({ ports: { trendA: free, trendB: 0 } })
    await again.close()
  })
})

function portOf(blog: BlogIndex): number {
  return Number(new URL(demo.blogs[blog].url).port)
}

async function freePort(): Promise<number> {
  const server = createServer()
  const url = await listen(server, { host: '127.0.0.1', port: 0 })
  await close(server)
  return Number(new URL(url).port)
}

async function textOf(url: string): Promise<string> {
  return (await fetch(url)).text()
}
