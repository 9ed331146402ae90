/** A run, from what the partner lists to what is stored and announced. */

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Run } from '../../src/articles/run.ts'
import { advanceRun } from '../../src/pipeline/advance-run.ts'
import { findPagePointer } from '../../src/storage/articles.ts'
import { removePartner } from '../../src/storage/partners.ts'
import { findRun } from '../../src/storage/run-reports.ts'
import { createFakePartner, type FakePartner } from './fake-partner.ts'
import {
  addPartner,
  advanceToEnd,
  makeSourceDue,
  openedRun,
  reportOf,
  rows,
  type TestTools,
  toolsWith,
} from './tools-with.ts'

let blog: FakePartner
let tools: TestTools

beforeEach(async () => {
  blog = createFakePartner()
  for (const [slug, title] of [
    ['via-he', 'Vỉa hè lên sóng'],
    ['tra-da', 'Trà đá và thế hệ mới'],
    ['cho-dem', 'Chợ đêm kể chuyện'],
  ] as const) {
    blog.put({ slug, title })
  }
  tools = toolsWith({ fetch: blog.fetch })
  await addPartner()
})

async function run(cause: 'operator' | 'schedule' = 'operator'): Promise<Run> {
  const runId = await openedRun('pho', tools.now(), cause)
  await advanceRun(runId, tools)
  return await reportOf(runId)
}

async function slugOf(title: string): Promise<string> {
  const [row] = await rows(`SELECT slug FROM articles WHERE title = '${title}'`)
  return String(row?.['slug'])
}

describe('advanceRun', () => {
  it('stores what the partner lists, bodies in KV under their hash', async () => {
    expect(await run()).toMatchObject({
      state: 'done',
      discovered: 3,
      fetched: 3,
      stored: 3,
      failed: 0,
      errors: [],
    })
    const articles = await rows('SELECT title, lead, published_at, content_hash FROM articles')
    expect(articles).toHaveLength(3)
    for (const article of articles) {
      expect(article).toMatchObject({ published_at: '2024-07-09T10:03:00+07:00' })
      const body = await env.CONTENT.get(`body:${String(article['content_hash'])}`, 'json')
      expect(JSON.stringify(body)).toContain('Góc chụp có nắng')
    }
  })

  it('announces each article once, from what was stored', async () => {
    await env.DB.prepare(
      `INSERT INTO subscriptions (id, partner_id, url, events, secret, state, created_at)
       VALUES ('s1', 'pho', 'https://blog.example/hook', '[]', 'whsec_AA==', 'active', '')`,
    ).run()
    await run()
    const events = await rows('SELECT type, data FROM events')
    expect(events).toHaveLength(3)
    const told = events.map((event) => JSON.parse(String(event['data'])))
    expect(told).toContainEqual({
      id: expect.any(String),
      url: 'https://trendwire.example/articles/via-he-len-song',
      sourceUrl: 'https://blog.example/via-he',
      title: 'Vỉa hè lên sóng',
      revision: 1,
    })
    expect(await rows(`SELECT id FROM deliveries WHERE state = 'pending'`)).toHaveLength(3)
  })

  it('fetches nothing whole and stores nothing new when nothing changed', async () => {
    await run()
    blog.log.length = 0
    expect(await run()).toMatchObject({ discovered: 3, fetched: 0, stored: 0, unchanged: 3 })
    expect([...blog.log].sort()).toEqual([
      'GET /cho-dem 304',
      'GET /rss.xml 304',
      'GET /tra-da 304',
      'GET /via-he 304',
    ])
    expect(await rows('SELECT id FROM events')).toHaveLength(3)
  })

  it('asks a partner without news one question on schedule', async () => {
    await run()
    await makeSourceDue()
    blog.log.length = 0
    expect(await run('schedule')).toMatchObject({ state: 'done', fetched: 0, unchanged: 0 })
    expect(blog.log).toEqual(['GET /rss.xml 304'])
  })

  it('looks at young articles again on schedule', async () => {
    await run()
    tools.clock.ms += 61 * 60_000
    blog.log.length = 0
    expect(await run('schedule')).toMatchObject({ unchanged: 3 })
    expect(blog.log).toContain('GET /via-he 304')
  })

  it('makes a new revision of a changed article and announces it', async () => {
    await run()
    const slug = await slugOf('Trà đá và thế hệ mới')
    const before = await findPagePointer(env.DB, slug)
    blog.put({
      slug: 'tra-da',
      title: 'Trà đá và thế hệ mới',
      body: 'Ấm trà nay có mã QR bên cạnh.',
    })
    expect(await run()).toMatchObject({ fetched: 1, updated: 1, unchanged: 2 })
    const events = await rows(`SELECT data FROM events WHERE type = 'article.updated'`)
    expect(JSON.parse(String(events[0]?.['data']))).toMatchObject({ revision: 2 })
    const after = await findPagePointer(env.DB, slug)
    expect(after?.pageVersion).toBeGreaterThan(before?.pageVersion ?? 0)
  })

  it('takes in a new view figure of the partner without a new revision', async () => {
    await run()
    blog.put({ slug: 'tra-da', title: 'Trà đá và thế hệ mới', views: 1_234 })
    expect(await run()).toMatchObject({ updated: 0, unchanged: 3 })
    const [row] = await rows(
      `SELECT partner_views, revision FROM articles WHERE partner_views > 59`,
    )
    expect(row).toEqual({ partner_views: 1_234, revision: 1 })
    expect(await rows(`SELECT id FROM events WHERE type = 'article.updated'`)).toEqual([])
  })

  it('keeps a title’s second article under a slug of its own', async () => {
    blog.put({ slug: 'via-he-2', title: 'Vỉa hè lên sóng', date: '10:03 AM, 10/07/2024' })
    await run()
    const slugs = (await rows('SELECT slug FROM articles')).map((row) => String(row['slug']))
    expect(new Set(slugs).size).toBe(4)
    expect(slugs.filter((slug) => slug.startsWith('via-he-len-song'))).toHaveLength(2)
  })

  it('stores nothing twice when its message comes twice at once', async () => {
    const runId = await openedRun('pho', tools.now())
    await Promise.all([advanceRun(runId, tools), advanceRun(runId, tools)])
    await advanceRun(runId, tools)
    expect(await findRun(env.DB, runId)).toMatchObject({ state: 'done', stored: 3 })
    expect(await rows('SELECT id FROM articles')).toHaveLength(3)
    expect(blog.log.filter((line) => line.startsWith('GET /via-he '))).toHaveLength(1)
  })

  it('goes on with the next share where it was interrupted', async () => {
    const runId = await openedRun('pho', tools.now())
    let answers = 0
    const dying = toolsWith({
      fetch: (input, init) => {
        answers += 1
        // The process dies with the third article under way.
        if (answers === 6) return new Promise(() => undefined)
        return blog.fetch(input, init)
      },
    })
    const died = Promise.race([
      advanceRun(runId, dying),
      new Promise((resolve) => setTimeout(resolve, 1_500)),
    ])
    await died
    expect(await findRun(env.DB, runId)).toMatchObject({ state: 'running' })
    await advanceRun(runId, tools)
    expect((await findRun(env.DB, runId))?.state).toBe('running')

    tools.clock.ms += 10 * 60_000
    await advanceRun(runId, tools)
    expect(await findRun(env.DB, runId)).toMatchObject({ state: 'done', stored: 3 })
    expect(await rows('SELECT id FROM events')).toHaveLength(3)
  })

  it('tells nobody before readers can see it, however long storing took', async () => {
    await env.DB.prepare(
      `INSERT INTO subscriptions (id, partner_id, url, events, secret, state, created_at)
       VALUES ('s1', 'pho', 'https://blog.example/hook', '[]', 'whsec_AA==', 'active', '')`,
    ).run()
    const content = new Proxy(env.CONTENT, {
      get: (kv, name) => (key: string, value: string) => {
        if (name === 'put') tools.clock.ms += 10_000
        return name === 'put' ? kv.put(key, value) : kv.get(key)
      },
    })
    blog = createFakePartner()
    blog.put({ slug: 'via-he', title: 'Vỉa hè lên sóng' })
    tools = { ...tools, content, fetch: blog.fetch }
    await run()
    const [delivery] = await rows('SELECT next_at FROM deliveries')
    expect(Date.parse(String(delivery?.['next_at']))).toBeGreaterThan(tools.clock.ms)
  })

  it('announces nothing that could not be stored', async () => {
    const broken = toolsWith({
      fetch: blog.fetch,
      content: new Proxy(env.CONTENT, {
        get: (kv, name) =>
          name === 'put' ? () => Promise.reject(new Error('KV is away')) : Reflect.get(kv, name),
      }),
    })
    const runId = await openedRun('pho', tools.now())
    await advanceRun(runId, broken)
    expect(await findRun(env.DB, runId)).toMatchObject({ state: 'done', stored: 0, failed: 3 })
    expect(await rows('SELECT id FROM events')).toEqual([])
    tools.clock.ms += 10 * 60_000
    expect(await run('schedule')).toMatchObject({ stored: 3 })
  })

  it('marks an article gone that the partner answers with 410, and tells so', async () => {
    await run()
    blog.override('/via-he', () => new Response('gone', { status: 410 }))
    expect(await run()).toMatchObject({ gone: 1, unchanged: 2 })
    expect(await findPagePointer(env.DB, 'via-he-len-song')).toMatchObject({ state: 'gone' })
    expect(await rows(`SELECT type FROM events WHERE type = 'article.removed'`)).toHaveLength(1)
  })

  it.each([
    ['an error came before it', [500, 404]],
    ['an error came in between', [404, 500, 404]],
  ])('does not take a 404 for the second in a row when %s', async (_case, statuses) => {
    await run()
    for (const status of statuses) {
      blog.override('/via-he', () => new Response('hm', { status }))
      await run()
    }
    expect(await findPagePointer(env.DB, 'via-he-len-song')).toMatchObject({ state: 'published' })
  })

  it('waits for a second 404 before an article is gone', async () => {
    await run()
    blog.override('/via-he', () => new Response('hm', { status: 404 }))
    await run()
    expect(await findPagePointer(env.DB, 'via-he-len-song')).toMatchObject({ state: 'published' })
    await run()
    expect(await findPagePointer(env.DB, 'via-he-len-song')).toMatchObject({ state: 'gone' })
  })

  it('publishes again what came back, under the same slug', async () => {
    await run()
    blog.override('/via-he', () => new Response('gone', { status: 410 }))
    await run()
    blog.restore('/via-he')
    expect(await run()).toMatchObject({ updated: 1, gone: 0 })
    expect(await findPagePointer(env.DB, 'via-he-len-song')).toMatchObject({ state: 'published' })
    expect(await rows(`SELECT id FROM events WHERE type = 'article.published'`)).toHaveLength(4)
  })

  it('gives the articles of a removed partner to the one added in its place', async () => {
    await run()
    await removePartner(env.DB, 'pho', tools.now().toISOString())
    await addPartner({ id: 'pho-moi' })
    const runId = await openedRun('pho-moi', tools.now())
    await advanceRun(runId, tools)
    expect(await findRun(env.DB, runId)).toMatchObject({ updated: 3, duplicates: 0 })
    expect(await rows(`SELECT DISTINCT partner_id, state FROM articles`)).toEqual([
      { partner_id: 'pho-moi', state: 'published' },
    ])
  })

  it('obeys robots.txt and says so', async () => {
    blog.override('/robots.txt', () => new Response('User-agent: *\nDisallow: /tra-da'))
    const report = await run()
    expect(report).toMatchObject({ stored: 2, failed: 1 })
    expect(report.errors[0]?.message).toContain('robots.txt')
    expect(blog.log.some((line) => line.startsWith('GET /tra-da'))).toBe(false)
  })

  it('leaves two seconds between two requests, in one wake-up and in the next', async () => {
    for (let number = 1; number <= 12; number += 1) {
      blog.put({ slug: `ngo-${number}`, title: `Chuyện ngõ số ${number}` })
    }
    const times: number[] = []
    tools.fetch = (input, init) => {
      times.push(tools.clock.ms)
      return blog.fetch(input, init)
    }
    const runId = await openedRun('pho', tools.now())
    expect(await advanceToEnd(runId, tools)).toBeGreaterThan(1)
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2_000)
  })

  it('fails when the partner lists nothing, and says what it looked at', async () => {
    blog.override('/', () => new Response('down', { status: 503 }))
    const report = await run()
    expect(report).toMatchObject({ state: 'failed', errors: [{ url: 'https://blog.example/' }] })
    expect(report.errors[0]?.message).toContain('503')
  })
})
