/** `/articles/:slug`: what a reader is shown, from where, how fresh, and what counts as a view. */

import { runDurableObjectAlarm } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { shardOf } from '../../src/views/visitor.ts'
import { appWith, PERSON } from './app-with.ts'
import { idOf, ingested } from './stored-articles.ts'

const PATH = '/articles/via-he-len-song'
const READER = { headers: { 'user-agent': PERSON, 'cf-connecting-ip': '203.0.113.9' } }

async function reportedViews(): Promise<number> {
  const shard = shardOf(await idOf('via-he-len-song'), 8)
  await runDurableObjectAlarm(env.VIEW_COUNTER.get(env.VIEW_COUNTER.idFromName(`shard-${shard}`)))
  const row = await env.DB.prepare(
    `SELECT views FROM articles WHERE slug = 'via-he-len-song'`,
  ).first()
  return Number(row?.['views'])
}

describe('GET /articles/:slug', () => {
  it('shows the article, in Vietnamese, with every part of the partner’s page', async () => {
    await ingested('Vỉa hè lên sóng')
    const response = await appWith().ask(PATH)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8')
    const html = await response.text()
    for (const part of [
      'Nổi bật',
      'Vỉa hè lên sóng',
      'Ngày đăng: ',
      '10:03, 09/07/2024',
      'Lượt xem: ',
      'https://blog.example/bai-1',
      'Quán cà phê vỉa hè bỗng đông khách trẻ',
      'Góc chụp có nắng',
      'Kết luận',
    ]) {
      expect(html).toContain(part)
    }
    expect(html).not.toContain('Thương hiệu nổi bật')
    expect(html).not.toContain('Một. Góc chụp')
  })

  it('speaks English to whoever asks for it, and remembers', async () => {
    await ingested('Vỉa hè lên sóng')
    const app = appWith()
    const response = await app.ask(`${PATH}?lang=en`)
    expect(await response.text()).toContain('Views: ')
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    const again = await app.ask(PATH, { headers: { cookie } })
    expect(await again.text()).toContain('<html lang="en"')
  })

  it('says where the page came from', async () => {
    await ingested('Vỉa hè lên sóng')
    const app = appWith()
    const first = await app.ask(PATH)
    expect(first.headers.get('cache-status')).toBe('trendwire; fwd=miss; stored')
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const second = await app.ask(PATH)
    expect(second.headers.get('cache-status')).toBe('trendwire; hit; detail=memory')
    const elsewhere = await appWith().ask(PATH)
    expect(elsewhere.headers.get('cache-status')).toBe('trendwire; hit; detail=cache-api')
  })

  it('answers 304 to a reader who has this version, and only to that one', async () => {
    await ingested('Vỉa hè lên sóng')
    const app = appWith()
    const etag = (await app.ask(PATH)).headers.get('etag') ?? ''
    const again = await app.ask(PATH, { headers: { 'if-none-match': `"other", ${etag}` } })
    expect(again.status).toBe(304)
    expect(again.headers.get('etag')).toBe(etag)
    expect(await again.text()).toBe('')
    const other = await app.ask(PATH, { headers: { 'if-none-match': '"other"' } })
    expect(other.status).toBe(200)
    const english = await app.ask(`${PATH}?lang=en`, { headers: { 'if-none-match': etag } })
    expect(english.status).toBe(200)
  })

  it('shows a new revision before it is announced', async () => {
    const { blog, ingest } = await ingested('Vỉa hè lên sóng')
    const app = appWith()
    await app.ask(PATH)
    blog.put({ slug: 'bai-1', title: 'Vỉa hè lên sóng', body: 'Nay quán có thêm ghế mây mới.' })
    await ingest()
    const event = await env.DB.prepare(
      `SELECT created_at FROM events WHERE type = 'article.updated'`,
    ).first()
    expect(event).not.toBeNull()
    // The oldest pointer there can be is two seconds old; announcements wait for three.
    app.clock.ms += 2_000
    expect(await (await app.ask(PATH)).text()).toContain('ghế mây mới')
  })

  it('links a related card to our page once we have that article', async () => {
    const { blog, ingest } = await ingested('Vỉa hè lên sóng')
    const card = (path: string, title: string) =>
      `<div class="card"><a href="/${path}?utm_source=box"><img src="/a.png" alt="${title}"><h4>${title}</h4></a>
       <span>01:54 AM, 14/07/2023 219 Lượt xem</span><p>Trích đoạn của bài này...</p></div>`
    blog.put({
      slug: 'bai-1',
      title: 'Vỉa hè lên sóng',
      body: `</p><section class="related"><h3>Bài viết liên quan</h3>${card('bai-2', 'Trà đá thế hệ mới')}${card('bai-9', 'Bài chưa ai đăng')}</section><p>`,
    })
    await ingest()
    const before = await (await appWith().ask(PATH)).text()
    expect(before).toContain('href="https://blog.example/bai-2"')
    blog.put({ slug: 'bai-2', title: 'Trà đá thế hệ mới' })
    await ingest()
    const after = await (await appWith().ask(PATH)).text()
    expect(after).toContain('href="/articles/tra-da-the-he-moi"')
    expect(after).toContain('href="https://blog.example/bai-9"')
  })

  it.each([
    ['an unknown slug', '/articles/khong-co', 404],
    ['a hostile slug', '/articles/%00%27%22', 404],
  ])('answers %s with a page of the site', async (_case, path, status) => {
    const response = await appWith().ask(path)
    expect(response.status).toBe(status)
    expect(await response.text()).toContain('<html lang="vi"')
  })

  it('answers 410 for a removed article', async () => {
    await ingested('Vỉa hè lên sóng')
    await env.DB.prepare(`UPDATE articles SET state = 'taken-down'`).run()
    const response = await appWith().ask(PATH)
    expect(response.status).toBe(410)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('shows an excerpt where the partner agreed to no more', async () => {
    await ingested('Vỉa hè lên sóng')
    await env.DB.prepare(`UPDATE partners SET republish = 'excerpt'`).run()
    const html = await (await appWith().ask(PATH)).text()
    expect(html).toContain('chiếc điện thoại cũ')
    expect(html).not.toContain('Góc chụp có nắng')
  })

  it('sends the security headers with pages and with errors', async () => {
    for (const path of [PATH, '/nowhere', '/api/nowhere']) {
      const { headers } = await appWith().ask(path)
      expect(headers.get('content-security-policy')).toContain("script-src 'self'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    }
  })
})

describe('counting', () => {
  it('counts a reader once, with 200 and with 304, and shows the count', async () => {
    await ingested('Vỉa hè lên sóng')
    const app = appWith()
    const etag = (await app.ask(PATH, READER)).headers.get('etag') ?? ''
    await app.ask(PATH, { headers: { ...READER.headers, 'if-none-match': etag } })
    await app.ask(PATH, {
      headers: { ...READER.headers, 'cf-connecting-ip': '203.0.113.10', 'if-none-match': etag },
    })
    expect(await reportedViews()).toBe(2)
    app.clock.ms += 3_000
    expect(await (await app.ask(PATH)).text()).toMatch(/Lượt xem: .{0,60}2/)
    const views = await (await app.ask('/api/articles/via-he-len-song/views')).json()
    expect(views).toEqual({ views: 2, asOf: expect.any(String) })
  })

  it('counts a page’s beacon and its navigation as one view', async () => {
    await ingested('Vỉa hè lên sóng')
    const app = appWith()
    const beacon = await app.ask(`${PATH}/view`, { method: 'POST', ...READER })
    expect(beacon.status).toBe(204)
    await app.ask(PATH, READER)
    expect(await reportedViews()).toBe(1)
  })

  it('leaves out a reader whom the page failed', async () => {
    await ingested('Vỉa hè lên sóng')
    const row = await env.DB.prepare('SELECT content_hash FROM articles').first()
    await env.CONTENT.delete(`body:${row?.['content_hash']}`)
    expect((await appWith().ask(PATH, READER)).status).toBe(500)
    expect(await reportedViews()).toBe(0)
  })

  it.each([
    ['HEAD', { method: 'HEAD', ...READER }],
    ['a bot', { headers: { 'user-agent': 'Googlebot/2.1' } }],
    ['an empty agent', { headers: { 'user-agent': '' } }],
    ['a prefetch', { headers: { ...READER.headers, 'sec-purpose': 'prefetch' } }],
    ['an image', { headers: { ...READER.headers, 'sec-fetch-dest': 'image' } }],
  ])('leaves out %s', async (_case, init) => {
    await ingested('Vỉa hè lên sóng')
    expect((await appWith().ask(PATH, init)).status).toBe(200)
    expect(await reportedViews()).toBe(0)
  })
})
