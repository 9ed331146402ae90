/** The operators' API and desk: who may, what they may say, and what it does. */

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { appWith, TOKEN } from './app-with.ts'
import { idOf, ingested } from './stored-articles.ts'

const PARTNER = { name: 'Phố Xu Hướng', url: 'https://blog.example' }

describe('operators only', () => {
  it.each([
    ['without a token', {}],
    ['with a wrong token', { authorization: 'Bearer wrong' }],
    ['with another scheme', { authorization: `Basic ${TOKEN}` }],
    ['with a forged session', { cookie: 'session=operator.9999999999999.forged' }],
  ])('are refused %s', async (_case, headers) => {
    const response = await appWith().ask('/api/admin/partners', { headers })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toContain('Bearer')
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })

  it('are refused at every path below, known or not', async () => {
    for (const path of ['/articles', '/runs', '/preview', '/webhooks/x', '/nothing']) {
      expect((await appWith().ask(`/api/admin${path}`)).status).toBe(401)
    }
  })
})

describe('POST /api/admin/partners', () => {
  it('needs a name and an address, and answers with the partner', async () => {
    const response = await appWith().operate('POST', '/partners', PARTNER)
    expect(response.status).toBe(201)
    expect(response.headers.get('location')).toBe('/api/admin/partners/pho-xu-huong')
    expect(await response.json()).toMatchObject({
      id: 'pho-xu-huong',
      name: 'Phố Xu Hướng',
      republish: 'full',
      state: 'active',
      intervalMinutes: null,
      pagesPerDay: 2_000,
    })
  })

  it('keeps the slash at the end of its address: a server may know /blog/ and not /blog', async () => {
    const app = appWith()
    const partner = { ...PARTNER, url: 'https://blog.example/blog/?utm_source=x#y' }
    const response = await app.operate('POST', '/partners', partner)
    expect(await response.json()).toMatchObject({ url: 'https://blog.example/blog/' })
    const again = { ...PARTNER, url: 'https://blog.example/blog' }
    expect((await app.operate('POST', '/partners', again)).status).toBe(409)
  })

  it('shows a webhook’s secret once and sends it endpoint.verify', async () => {
    const app = appWith()
    const webhook = { url: 'https://blog.example/hook', events: ['article.published'] }
    const response = await app.operate('POST', '/partners', { ...PARTNER, webhook })
    const answer = z
      .object({ id: z.string(), webhook: z.object({ id: z.string(), secret: z.string() }) })
      .parse(await response.json())
    expect(answer.webhook.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const shown = await (await app.operate('GET', `/partners/${answer.id}`)).text()
    expect(shown).not.toContain('whsec_')
    const { results } = await env.DB.prepare('SELECT type FROM events').all()
    expect(results).toEqual([{ type: 'endpoint.verify' }])
  })

  it('is due at the next tick', async () => {
    const app = appWith()
    await app.operate('POST', '/partners', PARTNER)
    const row = await env.DB.prepare('SELECT next_run_at FROM partners').first()
    expect(row).toEqual({ next_run_at: new Date(app.clock.ms).toISOString() })
  })

  it.each(['https://blog.example', 'http://www.blog.example/', 'https://blog.example/#top'])(
    'refuses %s as one that exists',
    async (url) => {
      const app = appWith()
      await app.operate('POST', '/partners', PARTNER)
      const response = await app.operate('POST', '/partners', { name: 'Another', url })
      expect(response.status).toBe(409)
      expect(await response.json()).toMatchObject({ status: 409, partnerId: 'pho-xu-huong' })
    },
  )

  it('gives two partners of one name different ids', async () => {
    const app = appWith()
    await app.operate('POST', '/partners', PARTNER)
    const response = await app.operate('POST', '/partners', {
      ...PARTNER,
      url: 'https://other.example',
    })
    expect(response.status).toBe(201)
  })

  it.each([
    ['url', { name: 'Phố' }],
    ['name', { url: 'https://blog.example' }],
    ['url', { name: 'Phố', url: 'blog' }],
    ['url', { name: 'Phố', url: 'ftp://blog.example' }],
    ['intervalMinutes', { ...PARTNER, intervalMinutes: 0 }],
    ['pagesPerDay', { ...PARTNER, pagesPerDay: 0 }],
    ['timezone', { ...PARTNER, timezone: 'Mars/Olympus' }],
    ['republish', { ...PARTNER, republish: 'some' }],
    ['webhook.url', { ...PARTNER, webhook: { url: 'x' } }],
    ['webhook.events.0', { ...PARTNER, webhook: { url: 'https://a.example', events: ['all'] } }],
    ['colour', { ...PARTNER, colour: 'red' }],
  ])('refuses a body for its %s', async (name, body) => {
    const response = await appWith().operate('POST', '/partners', body)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(name)
  })

  it.each(['', '{', 'name=Phố', '[]', '"text"', 'null'])(
    'refuses %j with a problem document',
    async (body) => {
      const response = await appWith().ask('/api/admin/partners', {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}` },
        body,
      })
      expect(response.status).toBe(400)
      expect(response.headers.get('content-type')).toBe('application/problem+json')
    },
  )

  it('refuses an address that we must not reach', async () => {
    const app = appWith({ doors: { addressRefusal: (address) => `${address} is private.` } })
    const response = await app.operate('POST', '/partners', PARTNER)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('is private')
  })
})

describe('GET /api/admin/alarms', () => {
  it('lists what is wrong, of one partner or of all', async () => {
    const app = appWith()
    await app.operate('POST', '/partners', PARTNER)
    await env.DB.prepare(
      `INSERT INTO alarms (id, partner_id, kind, message, raised_at)
       VALUES ('a1', 'pho-xu-huong', 'silent', 'It is silent.', '2026-11-23T10:00:00.000Z')`,
    ).run()
    const alarm = { kind: 'silent', message: 'It is silent.', raisedAt: '2026-11-23T10:00:00.000Z' }
    const all = await (await app.operate('GET', '/alarms')).json()
    expect(all).toMatchObject({
      items: [{ ...alarm, partnerId: 'pho-xu-huong' }],
      nextCursor: null,
    })
    const others = await (await app.operate('GET', '/alarms?partner=other')).json()
    expect(others).toEqual({ items: [], nextCursor: null })
    const shown = await (await app.operate('GET', '/partners/pho-xu-huong')).json()
    expect(shown).toMatchObject({ alarms: [alarm] })
  })

  it.each(['limit=0', 'cursor=x'])('refuses %s', async (query) => {
    expect((await appWith().operate('GET', `/alarms?${query}`)).status).toBe(400)
  })
})

describe('partners', () => {
  it('are listed, changed, paused and removed', async () => {
    const app = appWith()
    await app.operate('POST', '/partners', PARTNER)
    const list = await (await app.operate('GET', '/partners')).json()
    expect(list).toMatchObject({ items: [{ id: 'pho-xu-huong' }], nextCursor: null })
    const change = { state: 'paused', intervalMinutes: 60, name: 'Phố', pagesPerDay: 9 }
    const changed = await app.operate('PATCH', '/partners/pho-xu-huong', change)
    expect(await changed.json()).toMatchObject(change)
    expect((await app.operate('DELETE', '/partners/pho-xu-huong')).status).toBe(204)
    expect((await app.operate('DELETE', '/partners/pho-xu-huong')).status).toBe(404)
    expect((await app.operate('GET', '/partners/pho-xu-huong')).status).toBe(404)
  })

  it('are changed under the same guard as they were added', async () => {
    const app = appWith({
      doors: { addressRefusal: (address) => (address.includes('10.') ? 'private' : undefined) },
    })
    await app.operate('POST', '/partners', PARTNER)
    const response = await app.operate('PATCH', '/partners/pho-xu-huong', {
      feed: 'http://10.0.0.1/',
    })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('feed')
  })

  it.each(['degraded', 'gone', 'asleep'])('are not made %s by anybody', async (state) => {
    const app = appWith()
    await app.operate('POST', '/partners', PARTNER)
    const response = await app.operate('PATCH', '/partners/pho-xu-huong', { state })
    expect(response.status).toBe(400)
  })

  it('are run sooner when their interval becomes shorter', async () => {
    const app = appWith()
    await app.operate('POST', '/partners', { ...PARTNER, intervalMinutes: 600 })
    await env.DB.prepare(`UPDATE partners SET next_run_at = '2026-11-23T20:00:00.000Z'`).run()
    await app.operate('PATCH', '/partners/pho-xu-huong', { intervalMinutes: 5 })
    const row = await env.DB.prepare('SELECT next_run_at FROM partners').first()
    expect(row).toEqual({ next_run_at: new Date(app.clock.ms + 5 * 60_000).toISOString() })
  })

  it('take their articles along when they are removed', async () => {
    await ingested('Vỉa hè lên sóng')
    const app = appWith()
    await app.operate('DELETE', '/partners/pho')
    expect((await app.ask('/articles/via-he-len-song')).status).toBe(410)
    expect(await (await app.ask('/')).text()).not.toContain('Vỉa hè lên sóng')
  })

  it('are run once however often they are asked to', async () => {
    const app = appWith()
    await app.operate('POST', '/partners', PARTNER)
    const first = await app.operate('POST', '/partners/pho-xu-huong/run')
    expect(first.status).toBe(202)
    const { runId } = z.object({ runId: z.string() }).parse(await first.json())
    const second = await app.operate('POST', '/partners/pho-xu-huong/run')
    expect(await second.json()).toEqual({ runId })
    const report = await app.operate('GET', `/runs/${runId}`)
    expect(await report.json()).toMatchObject({ id: runId, partnerId: 'pho-xu-huong', stored: 0 })
    const runs = await app.operate('GET', '/runs?partner=pho-xu-huong')
    expect(await runs.json()).toMatchObject({ items: [{ id: runId }] })
    expect((await app.operate('GET', '/runs/none')).status).toBe(404)
    expect((await app.operate('POST', '/partners/none/run')).status).toBe(404)
  })
})

describe('POST /api/admin/preview', () => {
  it('passes what the preview says on', async () => {
    const app = appWith()
    const response = await app.operate('POST', '/preview', { url: 'https://blog.example/x' })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ reason: 'not-an-article' })
  })

  it.each([{}, { url: 'x' }, { html: '<p>' }])('refuses %j', async (body) => {
    expect((await appWith().operate('POST', '/preview', body)).status).toBe(400)
  })
})

describe('articles', () => {
  it('are shown to the operator with what was removed', async () => {
    await ingested('Vỉa hè lên sóng')
    const response = await appWith().operate('GET', `/articles/${await idOf('via-he-len-song')}`)
    expect(await response.json()).toMatchObject({
      title: 'Vỉa hè lên sóng',
      state: 'published',
      removed: expect.arrayContaining([
        { text: 'Thương hiệu nổi bật', count: 38, reason: 'repeated-block' },
      ]),
    })
  })

  it('disappear at once when they are taken down, and are told of once', async () => {
    await ingested('Vỉa hè lên sóng', 'Trà đá và thế hệ mới')
    const app = appWith()
    const id = await idOf('via-he-len-song')
    expect((await app.ask('/articles/via-he-len-song')).status).toBe(200)
    await app.ask('/')
    expect((await app.operate('POST', `/articles/${id}/takedown`)).status).toBe(200)
    await app.operate('POST', `/articles/${id}/takedown`)
    expect((await app.ask('/articles/via-he-len-song')).status).toBe(410)
    expect((await app.ask('/api/articles/via-he-len-song')).status).toBe(410)
    expect(await (await app.ask('/')).text()).not.toContain('Vỉa hè lên sóng')
    const { results } = await env.DB.prepare(
      `SELECT type FROM events WHERE type = 'article.removed'`,
    ).all()
    expect(results).toHaveLength(1)
    await app.operate('POST', `/articles/${id}/restore`)
    expect((await app.ask('/articles/via-he-len-song')).status).toBe(200)
  })

  it('stay taken down when the partner changes them', async () => {
    const { blog, ingest } = await ingested('Vỉa hè lên sóng')
    const app = appWith()
    await app.operate('POST', `/articles/${await idOf('via-he-len-song')}/takedown`)
    blog.put({ slug: 'bai-1', title: 'Vỉa hè lên sóng', body: 'Sửa lại một chút cho mới.' })
    await ingest()
    expect((await app.ask('/articles/via-he-len-song')).status).toBe(410)
    const { results } = await env.DB.prepare(
      `SELECT type FROM events WHERE type = 'article.updated'`,
    ).all()
    expect(results).toEqual([])
  })

  it('are pinned once, however often, and keep their own badge without the pin', async () => {
    await ingested('Vỉa hè lên sóng')
    const app = appWith()
    const featured = async () =>
      z
        .object({ featured: z.boolean() })
        .parse(await (await app.operate('GET', '/articles/via-he-len-song')).json()).featured
    await app.operate('POST', '/articles/via-he-len-song/feature')
    await app.operate('POST', '/articles/via-he-len-song/feature')
    expect(await featured()).toBe(true)
    await app.operate('PATCH', '/articles/via-he-len-song', { featured: false })
    expect(await featured()).toBe(true)
    await env.DB.prepare('UPDATE articles SET badge = 0').run()
    await app.operate('PATCH', '/articles/via-he-len-song', { featured: false })
    expect(await featured()).toBe(false)
    const wrong = await app.operate('PATCH', '/articles/via-he-len-song', { title: 'x' })
    expect(wrong.status).toBe(400)
  })

  it('are told of once when two operators hide them at the same time', async () => {
    await ingested('Vỉa hè lên sóng')
    const app = appWith()
    const id = await idOf('via-he-len-song')
    await Promise.all([1, 2, 3].map(() => app.operate('POST', `/articles/${id}/hide`)))
    const { results } = await env.DB.prepare(
      `SELECT id FROM events WHERE type = 'article.removed'`,
    ).all()
    expect(results).toHaveLength(1)
  })

  it('know no other action', async () => {
    await ingested('Vỉa hè lên sóng')
    const id = await idOf('via-he-len-song')
    expect((await appWith().operate('POST', `/articles/${id}/explode`)).status).toBe(404)
    expect((await appWith().operate('POST', '/articles/none/hide')).status).toBe(404)
  })
})

describe('/admin', () => {
  async function signedIn() {
    const app = appWith()
    const body = new URLSearchParams({ token: TOKEN })
    const response = await app.ask('/admin/sign-in', { method: 'POST', body })
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    const desk = await (await app.ask('/admin', { headers: { cookie } })).text()
    const csrf = /name="csrf" value="([0-9a-f]+)"/.exec(desk)?.[1] ?? ''
    return { app, cookie, csrf, response, desk }
  }

  it('sends strangers to the sign-in', async () => {
    const response = await appWith().ask('/admin')
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/admin/sign-in')
  })

  it('lets in whoever has the token, with a cookie that scripts cannot read', async () => {
    const { response, desk, csrf } = await signedIn()
    expect(response.status).toBe(303)
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; Secure; SameSite=Strict/)
    expect(desk).toContain('<form')
    expect(csrf).toMatch(/^[0-9a-f]{64}$/)
  })

  it('shows one article with its revisions', async () => {
    const { blog, ingest } = await ingested('Trà đá')
    blog.put({ slug: 'bai-1', title: 'Trà đá', body: 'Ấm trà nay có mã QR bên cạnh.' })
    await ingest()
    const { app, cookie } = await signedIn()
    const path = `/admin/articles/${await idOf('tra-da')}`
    const page = await app.ask(path, { headers: { cookie } })
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Sửa mục')])
    expect((await app.ask('/admin/articles/none', { headers: { cookie } })).status).toBe(404)
    expect((await app.ask(path)).status).toBe(303)
  })

  it('keeps out whoever has not', async () => {
    const body = new URLSearchParams({ token: 'wrong' })
    const response = await appWith().ask('/admin/sign-in', { method: 'POST', body })
    expect(response.status).toBe(401)
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  it('adds a partner by name and address, and runs it at once', async () => {
    const { app, cookie, csrf } = await signedIn()
    const body = new URLSearchParams({ ...PARTNER, csrf })
    const response = await app.ask('/admin/partners', { method: 'POST', body, headers: { cookie } })
    expect(response.status).toBe(303)
    const row = await env.DB.prepare('SELECT partner_id, state FROM runs').first()
    expect(row).toEqual({ partner_id: 'pho-xu-huong', state: 'queued' })
  })

  it('says what is wrong with a form and keeps what was typed', async () => {
    const { app, cookie, csrf } = await signedIn()
    const body = new URLSearchParams({ name: 'Phố của tôi', url: 'nowhere', csrf })
    const response = await app.ask('/admin/partners', { method: 'POST', body, headers: { cookie } })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('Phố của tôi')
  })

  it('refuses a form that is none', async () => {
    const headers = { 'content-type': 'multipart/form-data' }
    const init = { method: 'POST', body: 'no form', headers }
    expect((await appWith().ask('/admin/sign-in', init)).status).toBe(401)
  })

  it('refuses a form without its CSRF token', async () => {
    const { app, cookie } = await signedIn()
    const body = new URLSearchParams(PARTNER)
    const response = await app.ask('/admin/partners', { method: 'POST', body, headers: { cookie } })
    expect(response.status).toBe(400)
    expect(await env.DB.prepare('SELECT id FROM partners').first()).toBeNull()
  })

  it('needs the CSRF token for the API, too, where a session opens it', async () => {
    const { app, cookie, csrf } = await signedIn()
    const init = { method: 'POST', body: JSON.stringify(PARTNER) }
    const without = await app.ask('/api/admin/partners', { ...init, headers: { cookie } })
    expect(without.status).toBe(403)
    const headers = { cookie, 'x-csrf-token': csrf }
    expect((await app.ask('/api/admin/partners', { ...init, headers })).status).toBe(201)
    expect((await app.ask('/api/admin/partners', { headers: { cookie } })).status).toBe(200)
  })

  it('ends a session when its time is over, and on request', async () => {
    const { app, cookie, csrf } = await signedIn()
    const body = new URLSearchParams({ csrf })
    const out = await app.ask('/admin/sign-out', { method: 'POST', body, headers: { cookie } })
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0')
    app.clock.ms += 13 * 3_600_000
    expect((await app.ask('/admin', { headers: { cookie } })).status).toBe(303)
  })

  it('shows articles and takes one down', async () => {
    await ingested('Vỉa hè lên sóng')
    const { app, cookie, csrf } = await signedIn()
    const list = await (await app.ask('/admin/articles', { headers: { cookie } })).text()
    expect(list).toContain('Vỉa hè lên sóng')
    const id = await idOf('via-he-len-song')
    const body = new URLSearchParams({ csrf })
    await app.ask(`/admin/articles/${id}/takedown`, { method: 'POST', body, headers: { cookie } })
    expect((await app.ask('/articles/via-he-len-song')).status).toBe(410)
  })
})
