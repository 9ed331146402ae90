/** Being told of news: from a feed that names its hub to the article that the hub's message brings in. */

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { keepPushed } from '../../src/pipeline/keep-pushed.ts'
import { changePartner } from '../../src/storage/change-partner.ts'
import { findPartner, removePartner } from '../../src/storage/partners.ts'
import { wantPush } from '../../src/storage/websub.ts'
import { appWith } from '../routes/app-with.ts'
import { createFakeHub, type FakeHub, sign } from './fake-hub.ts'
import { createFakePartner, type FakePartner } from './fake-partner.ts'
import {
  addPartner,
  advanceToEnd,
  makeSourceDue,
  openedRun,
  rows,
  START,
  type TestTools,
  toolsWith,
} from './tools-with.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

let blog: FakePartner
let hub: FakeHub
let other: FakeHub
let tools: TestTools
let app: ReturnType<typeof appWith>
/** The links that the feed's answer carries. */
let links: string

beforeEach(async () => {
  const clock = { ms: START }
  app = appWith({
    doors: {
      now: () => new Date(clock.ms),
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    },
  })
  hub = createFakeHub('https://hub.example/', app.ask)
  other = createFakeHub('https://other-hub.example/', app.ask)
  blog = createFakePartner()
  blog.put({ slug: 'via-he', title: 'Vỉa hè lên sóng' })
  links = '<https://hub.example/>; rel="hub", <https://blog.example/rss.xml>; rel="self"'
  tools = { ...toolsWith({ fetch: reach, now: () => new Date(clock.ms), sleep }), clock }
  await addPartner({ intervalMinutes: 60 })
})

async function sleep(ms: number): Promise<void> {
  tools.clock.ms += ms
}

const reach: typeof fetch = async (input, init) => {
  const request = new Request(input, init)
  if (request.url === hub.url) return await hub.post(request)
  if (request.url === other.url) return await other.post(request)
  const response = await blog.fetch(request)
  if (!request.url.endsWith('/rss.xml') || response.status !== 200) return response
  const answer = new Response(response.body, response)
  if (links !== '') answer.headers.set('link', links)
  return answer
}

async function visit(cause: 'operator' | 'schedule' = 'operator'): Promise<void> {
  await advanceToEnd(await openedRun('pho', tools.now(), cause), tools)
}

/** The feed changes with every article: only then is its answer read anew. */
async function publish(slug: string): Promise<void> {
  blog.put({ slug, title: `Chuyện mới ở phố ${slug}`, body: `Riêng chuyện này: ${slug}.` })
}

async function tickAfter(ms: number): Promise<void> {
  tools.clock.ms += ms
  await keepPushed(tools)
}

async function subscribed(): Promise<void> {
  await visit()
  await keepPushed(tools)
  expect((await hub.verify()).status).toBe(200)
}

async function push() {
  return (await findPartner(env.DB, 'pho'))?.push ?? null
}

async function advancePushedRuns(): Promise<number> {
  const open = await rows(`SELECT id FROM runs WHERE state = 'queued' AND cause = 'push'`)
  for (const { id } of open) await advanceToEnd(String(id), tools)
  return open.length
}

const stored = async () => (await rows('SELECT id FROM articles')).length

describe('a partner whose feed names a hub', () => {
  it('is subscribed to, verified, and its news come in by a push', async () => {
    await visit()
    expect(await push()).toMatchObject({ hub: hub.url, state: 'wanted', leaseUntil: null })
    await keepPushed(tools)
    const [form] = hub.asked
    expect(form).toMatchObject({
      'hub.mode': 'subscribe',
      'hub.topic': 'https://blog.example/rss.xml',
      'hub.lease_seconds': '864000',
    })
    expect(form?.['hub.callback']).toMatch(/^https:\/\/trendwire\.example\/websub\/[0-9a-f]{40}$/)
    expect(form?.['hub.secret']).toMatch(/^[0-9a-f]{64}$/)
    const verified = await hub.verify()
    expect(verified.status).toBe(200)
    expect(verified.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(verified.headers.get('cache-control')).toBe('no-store')
    expect(await verified.text()).toBe('thử thách 42')
    expect(await push()).toMatchObject({ state: 'active', isDelivering: false })

    await publish('cho-dem')
    tools.clock.ms += MINUTE_MS
    expect((await hub.push('<rss/>')).status).toBe(204)
    expect(await advancePushedRuns()).toBe(1)
    expect(await stored()).toBe(2)
    expect(await push()).toMatchObject({ isDelivering: true })
  })

  it('costs no statement more while nothing changes', async () => {
    await subscribed()
    const before = await rows('SELECT * FROM websub_subscriptions')
    await makeSourceDue()
    await visit()
    expect(await rows('SELECT * FROM websub_subscriptions')).toEqual(before)
    await tickAfter(MINUTE_MS)
    expect(hub.asked).toHaveLength(1)
  })

  it('is asked four times as seldom while its hub delivers', async () => {
    await subscribed()
    await publish('cho-dem')
    await hub.push('<rss/>')
    await advancePushedRuns()
    const due = async () =>
      (Date.parse(
        String((await rows('SELECT source_due_at FROM partners'))[0]?.['source_due_at']),
      ) -
        tools.clock.ms) /
      MINUTE_MS
    expect(await due()).toBeGreaterThanOrEqual(240)
    // What the schedule finds and no hub had told: then it is asked as often as without one.
    await publish('ca-phe')
    tools.clock.ms += DAY_MS
    await visit('schedule')
    expect(await push()).toMatchObject({ isDelivering: false })
    await makeSourceDue()
    await visit('schedule')
    expect(await due()).toBeLessThan(120)
  })

  it.each(['sha1', 'sha256', 'sha384', 'sha512'] as const)(
    'believes messages signed with %s (section 8.1)',
    async (method) => {
      await subscribed()
      expect((await hub.push('<rss/>', { method })).status).toBe(204)
      expect(await advancePushedRuns()).toBe(1)
    },
  )

  it.each([
    ['a signature of something else', async () => await sign('<feed/>', 'x', 'sha256')],
    ['no signature', async () => null],
    ['a method that nobody knows', async () => `md5=${'0'.repeat(32)}`],
    ['what is no signature at all', async () => 'sha256=zz'],
  ])('ignores %s, and answers as ever (section 8.2)', async (_case, signature) => {
    await subscribed()
    expect((await hub.push('<rss/>', { signature: await signature() })).status).toBe(204)
    expect(await advancePushedRuns()).toBe(0)
    expect(await rows('SELECT bad_signatures, pushes FROM websub_subscriptions')).toEqual([
      { bad_signatures: 1, pushes: 0 },
    ])
  })

  it('is asked though its last answer was to be fresh for longer, but not while it is in trouble', async () => {
    await subscribed()
    const later = new Date(tools.clock.ms + HOUR_MS).toISOString()
    await env.DB.prepare('UPDATE partners SET source_not_before = ?').bind(later).run()
    await publish('cho-dem')
    await hub.push('<rss>1</rss>')
    await advancePushedRuns()
    expect(await stored()).toBe(2)

    const out = new Response('', { status: 503, headers: { 'retry-after': '7200' } })
    blog.override('/rss.xml', () => out.clone())
    tools.clock.ms += 2 * HOUR_MS
    await visit()
    blog.log.length = 0
    tools.clock.ms += 10 * MINUTE_MS
    await hub.push('<rss>2</rss>')
    await advancePushedRuns()
    expect(blog.log.filter((line) => line.includes('/rss.xml'))).toEqual([])
  })

  it('is asked ever more seldom while messages bring nothing', async () => {
    await subscribed()
    let runs = 0
    for (let minutes = 0; minutes < 4 * 60; minutes += 10) {
      await hub.push(`<rss>${minutes}</rss>`)
      await tickAfter(10 * MINUTE_MS)
      runs += await advancePushedRuns()
    }
    expect(runs).toBeGreaterThan(5)
    expect(runs).toBeLessThan(10)
  })

  it('does nothing for a message that comes again', async () => {
    await subscribed()
    await hub.push('<rss/>')
    await advancePushedRuns()
    tools.clock.ms += 10 * MINUTE_MS
    expect((await hub.push('<rss/>')).status).toBe(204)
    expect(await advancePushedRuns()).toBe(0)
  })

  it('has one run for many messages, and another one a minute later at the soonest', async () => {
    await subscribed()
    for (let n = 0; n < 5; n += 1) await hub.push(`<rss>${n}</rss>`)
    await publish('cho-dem')
    expect(await advancePushedRuns()).toBe(1)
    await hub.push('<rss>5</rss>')
    expect(await advancePushedRuns()).toBe(0)
    await publish('ca-phe')
    await tickAfter(2 * MINUTE_MS)
    expect(await advancePushedRuns()).toBe(1)
    expect(await stored()).toBe(3)
  })

  it('is asked once more for a message that comes while it is being asked', async () => {
    await subscribed()
    const runId = await openedRun('pho', tools.now(), 'schedule')
    await env.DB.prepare(`UPDATE runs SET state = 'running' WHERE id = ?`).bind(runId).run()
    await hub.push('<rss/>')
    expect(await advancePushedRuns()).toBe(0)
    await env.DB.prepare(`UPDATE runs SET state = 'done' WHERE id = ?`).bind(runId).run()
    await tickAfter(MINUTE_MS)
    expect(await advancePushedRuns()).toBe(1)
  })
})

describe('a lease', () => {
  it('is renewed well before its end, and the hub is asked by the same callback', async () => {
    await subscribed()
    await tickAfter(6 * DAY_MS)
    expect(hub.asked).toHaveLength(1)
    await tickAfter(2.6 * DAY_MS)
    expect(hub.asked).toHaveLength(2)
    expect(hub.asked[1]).toEqual(hub.asked[0])
    expect((await hub.verify()).status).toBe(200)
    const until = new Date(tools.clock.ms + 10 * DAY_MS).toISOString()
    expect(await push()).toMatchObject({ state: 'active', leaseUntil: until })
  })

  it('that is not renewed ends the belief in the hub, not the asking', async () => {
    await subscribed()
    await hub.push('<rss/>')
    hub.answers.push(...Array.from({ length: 99 }, () => () => new Response('', { status: 500 })))
    for (let day = 0; day < 12; day += 1) await tickAfter(DAY_MS)
    expect(await push()).toMatchObject({ state: 'pending', reason: expect.stringContaining('500') })
    const before = hub.asked.length
    await tickAfter(2 * DAY_MS)
    expect(hub.asked.length).toBe(before + 1)
  })
})

describe('a hub that does not do as it should', () => {
  it.each([
    ['says no', () => new Response('unknown topic', { status: 400 }), 'denied', 'unknown topic'],
    ['fails', () => new Response('', { status: 503 }), 'pending', '503'],
    [
      'is elsewhere, in a way that drops the form',
      () => Response.redirect('https://x.example/', 302),
      'pending',
      '302',
    ],
    [
      'leads to a private address',
      () => Response.redirect('http://127.0.0.1/', 307),
      'denied',
      'is refused',
    ],
  ])('%s: that is told, and it is asked again later', async (_case, answer, state, reason) => {
    await visit()
    hub.answers.push(answer)
    await keepPushed(tools)
    expect(await push()).toMatchObject({ state, reason: expect.stringContaining(reason) })
    await tickAfter(MINUTE_MS)
    expect(hub.asked).toHaveLength(1)
    await tickAfter(8 * DAY_MS)
    expect(hub.asked).toHaveLength(2)
    expect((await hub.verify()).status).toBe(200)
    expect(await push()).toMatchObject({ state: 'active', reason: null })
  })

  it('is followed where it moved for good (307, 308: section 5.1)', async () => {
    await visit()
    hub.answers.push(() => Response.redirect(other.url, 308))
    await keepPushed(tools)
    expect(other.asked).toEqual(hub.asked)
    expect((await other.verify()).status).toBe(200)
  })

  it('hangs: it is given up for now, and asked again', async () => {
    await visit()
    const hang: typeof fetch = (input, init) =>
      String(input) === hub.url
        ? new Promise((_resolve, reject) => {
            init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
          })
        : reach(input, init)
    await keepPushed({ ...tools, fetch: hang, fetchLimits: { timeoutMs: 20 } })
    expect(await push()).toMatchObject({
      state: 'pending',
      reason: expect.stringContaining('in time'),
    })
    await tickAfter(10 * MINUTE_MS)
    expect(hub.asked).toHaveLength(1)
  })

  it('is somebody else’s to ask just now: it is left to them, and asked at the next tick', async () => {
    await visit()
    const until = new Date(tools.clock.ms + 30_000).toISOString()
    await env.DB.prepare(`INSERT INTO hosts (host, held_by, held_until) VALUES (?, 'a run', ?)`)
      .bind('hub.example:443', until)
      .run()
    await keepPushed(tools)
    expect(hub.asked).toHaveLength(0)
    await tickAfter(MINUTE_MS)
    expect(hub.asked).toHaveLength(1)
    expect(await rows('SELECT attempts FROM websub_subscriptions')).toEqual([{ attempts: 1 }])
  })

  it('serves two partners: it is asked for both, two seconds apart', async () => {
    await visit()
    const url = 'https://cho.example/'
    await addPartner({ id: 'cho', url })
    const wish = { partnerId: 'cho', topic: url, hubs: [hub.url], now: tools.now().toISOString() }
    const credentials = { id: 'push_2', token: 'b'.repeat(40), secret: 's' }
    await env.DB.batch(wantPush(env.DB, wish, credentials))
    const before = tools.clock.ms
    await keepPushed(tools)
    expect(hub.asked).toHaveLength(2)
    expect(tools.clock.ms - before).toBe(2_000)
  })

  it('never verifies: it is asked ever more seldom, and told of', async () => {
    await visit()
    for (let hours = 0; hours < 24 * 7; hours += 1) await tickAfter(HOUR_MS)
    expect(hub.asked.length).toBeGreaterThan(7)
    expect(hub.asked.length).toBeLessThan(20)
    expect(await push()).toMatchObject({
      state: 'pending',
      reason: expect.stringContaining('not verified'),
    })
  })

  it('says no later: its topic’s next hub is asked, with another secret', async () => {
    links = `<${hub.url}>; rel=hub, <${other.url}>; rel=hub`
    await subscribed()
    expect((await hub.verify({ 'hub.mode': 'denied', 'hub.reason': 'Hết chỗ' })).status).toBe(204)
    expect(await push()).toMatchObject({ hub: other.url, state: 'wanted' })
    expect((await hub.push('<rss/>')).status).toBe(410)
    await keepPushed(tools)
    expect(other.asked[0]?.['hub.secret']).not.toBe(hub.asked[0]?.['hub.secret'])
    expect((await other.verify()).status).toBe(200)
  })

  it('says no at once: the topic’s next hub is asked', async () => {
    links = `<${hub.url}>; rel=hub, <${other.url}>; rel=hub`
    hub.answers.push(() => new Response('', { status: 403 }))
    await visit()
    await keepPushed(tools)
    await tickAfter(MINUTE_MS)
    expect((await other.verify()).status).toBe(200)
    expect(await push()).toMatchObject({ hub: other.url, state: 'active' })
  })
})

describe('a feed that names', () => {
  it.each([
    ['another hub', () => `<${other.url}>; rel=hub, <https://blog.example/rss.xml>; rel=self`],
    ['another topic', () => `<${other.url}>; rel=hub, <https://blog.example/moi.xml>; rel=self`],
  ])('%s is subscribed to there, and the old one is ended after that', async (_case, moved) => {
    await subscribed()
    links = moved()
    await publish('cho-dem')
    tools.clock.ms += 2 * HOUR_MS
    await visit()
    expect((await hub.push('<rss>still</rss>')).status).toBe(204)
    await advancePushedRuns()
    await keepPushed(tools)
    expect(hub.asked).toHaveLength(1)
    expect((await other.verify()).status).toBe(200)
    await tickAfter(MINUTE_MS)
    expect(hub.asked[1]).toMatchObject({ 'hub.mode': 'unsubscribe' })
    expect(hub.asked[1]?.['hub.callback']).toBe(hub.asked[0]?.['hub.callback'])
    expect((await hub.verify()).status).toBe(200)
    expect((await hub.push('<rss/>')).status).toBe(410)
    expect(await push()).toMatchObject({ hub: other.url, state: 'active' })
  })

  it('no hub any more is left', async () => {
    await subscribed()
    links = ''
    await publish('cho-dem')
    await visit()
    expect(await push()).toBeNull()
    await keepPushed(tools)
    expect(hub.asked.at(-1)).toMatchObject({ 'hub.mode': 'unsubscribe' })
    expect((await hub.verify()).status).toBe(200)
  })

  it('another hub with each answer is followed once an hour', async () => {
    await subscribed()
    links = `<${other.url}>; rel=hub`
    await publish('cho-dem')
    await visit()
    expect(await push()).toMatchObject({ hub: hub.url })
  })
})

describe('a partner that is', () => {
  it('paused is unsubscribed from, and subscribed to again when it is resumed', async () => {
    await subscribed()
    const at = () => ({ id: 'pho', now: tools.now().toISOString() })
    await changePartner(env.DB, at(), { state: 'paused' })
    expect((await hub.push('<rss/>')).status).toBe(410)
    await keepPushed(tools)
    expect((await hub.verify()).status).toBe(200)
    await changePartner(env.DB, at(), { state: 'active' })
    tools.clock.ms += HOUR_MS
    await visit('schedule')
    await keepPushed(tools)
    expect(hub.asked.at(-1)).toMatchObject({ 'hub.mode': 'subscribe' })
    expect(hub.asked.at(-1)?.['hub.callback']).not.toBe(hub.asked[0]?.['hub.callback'])
    expect((await hub.verify()).status).toBe(200)
  })

  it('removed is unsubscribed from, and forgotten', async () => {
    await subscribed()
    await removePartner(env.DB, 'pho', tools.now().toISOString())
    await keepPushed(tools)
    expect((await hub.verify()).status).toBe(200)
    expect((await hub.verify()).status).toBe(200)
    await tickAfter(8 * DAY_MS)
    expect(await rows('SELECT id FROM websub_subscriptions')).toEqual([])
    expect((await hub.push('<rss/>')).status).toBe(410)
  })

  it('on a machine that nobody can reach is not subscribed to, but at a hub beside us', async () => {
    tools.siteUrl = 'http://127.0.0.1:8787'
    await visit()
    expect(await push()).toBeNull()
    tools.allowPrivateHosts = new Set(['hub.example:443'])
    await publish('cho-dem')
    await visit()
    expect(await push()).toMatchObject({ state: 'wanted' })
  })
})
