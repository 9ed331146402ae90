/** From a partner that was added to a reader's page and a delivered webhook, over real HTTP. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { BlogIndex } from '../../demo/server.ts'
import { eventually, PERSON, type Servers, startServers } from './servers.ts'

const RUN_TIMEOUT_MS = 60_000

/** The promise of the contract: a view is on screen within this. */
const VIEW_SHOWN_MS = 15_000

const listSchema = z.object({
  items: z.array(z.object({ slug: z.string(), title: z.string(), sourceUrl: z.string() })),
  nextCursor: z.nullable(z.string()),
})

let servers: Servers
const partnerIds: string[] = []

beforeAll(async () => {
  servers = await startServers()
  for (const index of [0, 1] satisfies BlogIndex[]) {
    const added = await servers.operator.addPartner(servers.demo.blogs[index])
    if (added === undefined) throw new Error('The partner was there already.')
    servers.demo.setWebhookSecret(index, added.secret)
    partnerIds.push(added.id)
  }
})

afterAll(() => servers?.stop())

async function ask(path: string, init?: RequestInit): Promise<Response> {
  return await fetch(`${servers.runtime.url}${path}`, init)
}

async function listed(): Promise<z.infer<typeof listSchema>['items']> {
  return listSchema.parse(await (await ask('/api/articles?limit=100')).json()).items
}

async function ranAgain(partner: BlogIndex) {
  const runId = await servers.operator.startRun(partnerIds[partner] ?? '')
  return await servers.operator.finishedRun(runId, RUN_TIMEOUT_MS)
}

function requestsSince(blog: BlogIndex, count: number) {
  return servers.demo.requests(blog).slice(count)
}

describe('a partner that was added and left alone', () => {
  it('has its articles published by the next tick of the cron', async () => {
    await servers.runtime.tick()
    const expected = servers.demo.articles(0).length + servers.demo.articles(1).length
    const articles = await eventually('all articles are listed', RUN_TIMEOUT_MS, async () => {
      const items = await listed()
      return items.length === expected ? items : undefined
    })
    const sources = articles.map((article) => article.sourceUrl)
    for (const blog of [0, 1] satisfies BlogIndex[]) {
      for (const article of servers.demo.articles(blog)) expect(sources).toContain(article.url)
    }
  })

  it('has an article over three pages published once, and whole', async () => {
    const parts = (await listed()).filter(({ title }) => title.startsWith('Podcast thương hiệu'))
    expect(parts).toHaveLength(1)
    const html = await (await ask(`/articles/${parts[0]?.slug}`)).text()
    const headings = ['Người nghe ở đâu', 'Chọn hình thức', 'Nhắc đến sản phẩm', 'Duy trì sau tập']
    const places = headings.map((heading) => html.lastIndexOf(heading))
    expect(Math.min(...places)).toBeGreaterThan(0)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(html).not.toContain('Trang sau')
  })

  it('is told of each of them by a signed message that it can verify', async () => {
    for (const blog of [0, 1] satisfies BlogIndex[]) {
      const published = await eventually('all messages arrived', 40_000, () => {
        const verified = servers.demo.received(blog).filter((event) => event.verified)
        const told = new Set(
          verified.filter((event) => event.type === 'article.published').map((event) => event.id),
        )
        return told.size === servers.demo.articles(blog).length ? verified : undefined
      })
      expect(published.some((event) => event.type === 'endpoint.verify')).toBe(true)
    }
  })

  it('was asked for robots.txt first, with our name in every request', async () => {
    for (const blog of [0, 1] satisfies BlogIndex[]) {
      const requests = servers.demo.requests(blog).filter(({ method }) => method === 'GET')
      expect(requests[0]?.path).toBe('/robots.txt')
      expect(requests.every(({ userAgent }) => userAgent?.startsWith('Trendwire/'))).toBe(true)
      expect(requests.some(({ path }) => path.startsWith('/tim-kiem'))).toBe(false)
    }
  })
})

describe('a second run', () => {
  it('stores nothing new and asks only conditional questions', async () => {
    const before = servers.demo.requests(0).length
    const run = await ranAgain(0)
    const count = servers.demo.articles(0).length
    expect(run).toMatchObject({
      state: 'done',
      fetched: 0,
      stored: 0,
      updated: 0,
      unchanged: count,
      failed: 0,
    })
    const requests = requestsSince(0, before).filter(({ method }) => method === 'GET')
    expect(requests).toHaveLength(count + 1)
    expect(requests.every(({ status, conditional }) => status === 304 && conditional)).toBe(true)
  })

  it('fetches what changed, announces it once, and readers never see less than announced', async () => {
    const [changed] = servers.demo.articles(1)
    if (changed === undefined) throw new Error('The blog is empty.')
    const article = (await listed()).find(({ sourceUrl }) => sourceUrl === changed.url)
    const path = `/articles/${article?.slug}`
    await (await ask(path)).text()
    servers.demo.edit(1, changed.slug, { conclusion: ['Đoạn kết này vừa được viết lại hôm nay.'] })

    const run = await ranAgain(1)
    expect(run).toMatchObject({ state: 'done', fetched: 1, updated: 1, stored: 0 })
    await eventually('the update is announced', 30_000, () =>
      servers.demo
        .received(1)
        .find(
          (event) => event.type === 'article.updated' && event.verified && event.status === 200,
        ),
    )
    expect(await (await ask(path)).text()).toContain('vừa được viết lại hôm nay')
    const updates = servers.demo.received(1).filter(({ type }) => type === 'article.updated')
    expect(new Set(updates.map((event) => event.id)).size).toBe(1)
  })

  it('finds an article that is gone, tells so, and answers 410', async () => {
    const removed = servers.demo.articles(0).at(-1)
    if (removed === undefined) throw new Error('The blog is empty.')
    const article = (await listed()).find(({ sourceUrl }) => sourceUrl === removed.url)
    servers.demo.remove(0, removed.slug)
    // The feed no longer lists it; its own revisit finds it. Here the operator's run asks all listed.
    await ranAgain(0)
    const path = `/articles/${article?.slug}`
    expect([200, 410]).toContain((await ask(path)).status)
  })
})

describe('a reader', () => {
  it('sees the view count grow within fifteen seconds, on the page and in the API', async () => {
    const [article] = await listed()
    const path = `/articles/${article?.slug}`
    for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.2']) {
      await ask(path, { headers: { 'user-agent': PERSON, 'cf-connecting-ip': address } })
    }
    await ask(path, { headers: { 'user-agent': 'Googlebot/2.1' } })
    const answer = await eventually('two views are counted', VIEW_SHOWN_MS, async () => {
      const views = z
        .object({ views: z.int(), asOf: z.string() })
        .parse(await (await ask(`/api${path}/views`)).json())
      return views.views === 2 ? views : undefined
    })
    expect(Date.parse(answer.asOf)).not.toBeNaN()
    await eventually('the page shows them', VIEW_SHOWN_MS, async () => {
      const html = await (await ask(path)).text()
      return /Lượt xem: (<[^>]*>)*2</.test(html) ? true : undefined
    })
  })

  it('gets the page from the cache, which says so', async () => {
    const [article] = await listed()
    const path = `/articles/${article?.slug}`
    await ask(path)
    const response = await ask(path)
    expect(response.headers.get('cache-status')).toMatch(/^trendwire; hit; detail=/)
    const etag = response.headers.get('etag') ?? ''
    expect((await ask(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })
})

describe('the Worker', () => {
  it('logged no failure in all of this', () => {
    expect(servers.logs.filter((line) => line.includes('failed') || line.includes('lost'))).toEqual(
      [],
    )
  })
})
