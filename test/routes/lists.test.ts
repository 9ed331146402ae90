/** Readers' lists and the JSON API over them. */

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { articleSchema } from '../../src/articles/article.ts'
import { appWith, TOKEN } from './app-with.ts'
import { ingested } from './stored-articles.ts'

const listSchema = z.object({
  items: z.array(z.object({ title: z.string(), slug: z.string() })),
  nextCursor: z.nullable(z.string()),
})

async function listed(path: string) {
  const response = await appWith().ask(path)
  expect(response.status).toBe(200)
  return listSchema.parse(await response.json())
}

describe('GET /', () => {
  it('tells what to expect when there is nothing yet', async () => {
    const response = await appWith().ask('/')
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('<main')
  })

  it('shows the latest articles and each partner once', async () => {
    await ingested('Vỉa hè lên sóng', 'Trà đá và thế hệ mới')
    const html = await (await appWith().ask('/')).text()
    expect(html).toContain('href="/articles/tra-da-va-the-he-moi"')
    expect(html.match(/href="\/partners\/pho"/g)).toHaveLength(1)
  })

  it('is cached until a list changes, and says so', async () => {
    const { blog, ingest } = await ingested('Vỉa hè lên sóng')
    const app = appWith()
    const etag = (await app.ask('/')).headers.get('etag') ?? ''
    expect((await app.ask('/')).headers.get('cache-status')).toContain('detail=memory')
    expect((await app.ask('/', { headers: { 'if-none-match': etag } })).status).toBe(304)
    blog.put({ slug: 'bai-2', title: 'Bài vừa ra lò' })
    await ingest()
    app.clock.ms += 2_000
    const fresh = await app.ask('/', { headers: { 'if-none-match': etag } })
    expect(fresh.status).toBe(200)
    expect(await fresh.text()).toContain('Bài vừa ra lò')
  })

  it('refuses a cursor that it never gave', async () => {
    expect((await appWith().ask('/?cursor=%F0%9F%92%A9')).status).toBe(400)
  })
})

describe('GET /trending', () => {
  it('goes on where its first page ended', async () => {
    const titles = Array.from({ length: 22 }, (_, index) => `Bài thứ ${index + 1} của phố đi bộ`)
    await ingested(...titles)
    const app = appWith()
    const first = await (await app.ask('/trending')).text()
    const next = /href="(\?cursor=[^"]+)"/.exec(first)?.[1] ?? ''
    const second = await (await app.ask(`/trending${next}`)).text()
    const shown = (html: string) => titles.filter((title) => html.includes(`>${title}<`))
    expect(shown(first)).toHaveLength(20)
    expect(shown(second)).toHaveLength(2)
  })

  it('leaves nothing in KV', async () => {
    await ingested('Vỉa hè lên sóng')
    await appWith().ask('/trending')
    const { keys } = await env.CONTENT.list({ prefix: 'page:' })
    expect(keys).toEqual([])
  })
})

describe('other lists', () => {
  it.each(['/partners/pho', '/trending', '/search', '/search?q=via%20he'])(
    '%s shows a page in both languages',
    async (path) => {
      await ingested('Vỉa hè lên sóng')
      for (const language of ['vi', 'en']) {
        const separator = path.includes('?') ? '&' : '?'
        const response = await appWith().ask(`${path}${separator}lang=${language}`)
        expect(response.status).toBe(200)
        expect(await response.text()).toContain(`<html lang="${language}"`)
      }
    },
  )

  it.each(['/partners/nobody', '/topics/nothing', '/articles', '/nowhere'])(
    '%s is 404',
    async (path) => {
      expect((await appWith().ask(path)).status).toBe(404)
    },
  )

  it('finds words with their marks left out', async () => {
    await ingested('Vỉa hè lên sóng', 'Trà đá và thế hệ mới')
    const { items } = await listed('/api/articles?q=tra%20da%20the%20he')
    expect(items.map((item) => item.title)).toContain('Trà đá và thế hệ mới')
  })

  it.each(['"', 'OR', '* AND NEAR(', "'; DROP TABLE articles;--", 'a'.repeat(10_000), '-', '🙂'])(
    'takes %j for words, not for syntax',
    async (words) => {
      await ingested('Vỉa hè lên sóng')
      const response = await appWith().ask(`/search?q=${encodeURIComponent(words)}`)
      expect(response.status).toBe(200)
    },
  )
})

describe('GET /api/articles', () => {
  it('goes through all articles page by page', async () => {
    await ingested('Bài số một của phố', 'Bài số hai của phố', 'Bài số ba của phố')
    const first = await listed('/api/articles?limit=2')
    expect(first.items).toHaveLength(2)
    const second = await listed(`/api/articles?limit=2&cursor=${first.nextCursor}`)
    expect(second.nextCursor).toBeNull()
    const titles = [...first.items, ...second.items].map((item) => item.title)
    expect(new Set(titles).size).toBe(3)
  })

  it('leaves out bodies and what was removed', async () => {
    await ingested('Vỉa hè lên sóng')
    const answer = await (await appWith().ask('/api/articles')).json()
    const [item] = z
      .object({ items: z.array(z.record(z.string(), z.unknown())) })
      .parse(answer).items
    for (const name of ['sections', 'text', 'removed', 'state', 'pageVersion']) {
      expect(item).not.toHaveProperty(name)
    }
  })

  it('takes an empty parameter for one that is not there', async () => {
    await ingested('Vỉa hè lên sóng')
    const { items } = await listed('/api/articles?sort=&partner=&topic=&q=&limit=&cursor=')
    expect(items).toHaveLength(1)
  })

  it.each(['limit=0', 'limit=abc', 'limit=1000', 'sort=best', 'cursor=zzz'])(
    'refuses %s with a problem document that names it',
    async (query) => {
      const response = await appWith().ask(`/api/articles?${query}`)
      expect(response.status).toBe(400)
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(await response.json()).toMatchObject({
        type: 'about:blank',
        title: 'Bad Request',
        status: 400,
        detail: expect.stringContaining(query.split('=')[0] ?? ''),
      })
    },
  )

  it('reads the newest articles by an index', async () => {
    const { results } = await env.DB.prepare(
      `EXPLAIN QUERY PLAN SELECT a.id FROM articles a JOIN partners p ON p.id = a.partner_id
       WHERE a.state = 'published' ORDER BY a.sort_at DESC, a.id DESC LIMIT 21`,
    ).all()
    const plan = results.map((row) => String(row['detail'])).join('; ')
    expect(plan).toContain('articles_latest')
    expect(plan).not.toContain('USE TEMP B-TREE')
  })
})

describe('GET /api/articles/:slug', () => {
  it('gives the whole article without what was removed', async () => {
    await ingested('Vỉa hè lên sóng')
    const answer = await (await appWith().ask('/api/articles/via-he-len-song')).json()
    expect(answer).not.toHaveProperty('removed')
    const article = articleSchema.parse({ ...z.looseObject({}).parse(answer), removed: [] })
    expect(article).toMatchObject({
      title: 'Vỉa hè lên sóng',
      publishedAt: '2024-07-09T10:03:00+07:00',
      partnerViews: 59,
      featured: true,
      partner: { id: 'pho' },
      revision: 1,
    })
    const outline = article.sections.map(({ level, marker, heading }) => [level, marker, heading])
    expect(outline).toEqual([
      [2, null, null],
      [2, '1.', 'Khách trẻ tìm gì ở vỉa hè'],
      [3, 'a.', 'Góc chụp có nắng'],
      [3, 'b.', 'Chủ quán biết pha trò'],
      [2, null, 'Kết luận'],
    ])
  })

  it('is 410 for an article whose partner was removed', async () => {
    await ingested('Vỉa hè lên sóng')
    const app = appWith()
    await app.operate('DELETE', '/partners/pho')
    expect((await app.ask('/api/articles/via-he-len-song')).status).toBe(410)
  })

  it('is 404 for an unknown article and 410 for a removed one', async () => {
    await ingested('Vỉa hè lên sóng')
    const app = appWith()
    expect((await app.ask('/api/articles/nothing')).status).toBe(404)
    await env.DB.prepare(`UPDATE articles SET state = 'gone'`).run()
    expect((await app.ask('/api/articles/via-he-len-song')).status).toBe(410)
    expect((await app.ask('/api/articles/via-he-len-song/views')).status).toBe(410)
    expect((await app.ask('/api/articles/nothing/views')).status).toBe(404)
  })
})

describe('GET /api/openapi.json', () => {
  it('describes every route of the readers’ API, and what it refers to is there', async () => {
    const answer = await (await appWith().ask('/api/openapi.json')).text()
    const document = z
      .object({
        openapi: z.string(),
        paths: z.record(z.string(), z.unknown()),
        components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
      })
      .parse(JSON.parse(answer))
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual([
      '/api/articles',
      '/api/articles/{slug}',
      '/api/articles/{slug}/views',
    ])
    for (const [, name = ''] of answer.matchAll(/#\/components\/schemas\/(\w+)/g)) {
      expect(Object.keys(document.components.schemas)).toContain(name)
    }
  })
})

describe('configuration', () => {
  it('stops with one line that names what is wrong', async () => {
    const app = appWith({ vars: { SITE_TIMEZONE: 'Mars/Olympus' } })
    const response = await app.ask('/')
    expect(response.status).toBe(500)
    expect(await response.text()).toBe('SITE_TIMEZONE is malformed: is no IANA time zone.\n')
    expect(TOKEN.length).toBeGreaterThan(15)
  })
})
