/** Keeping up with a partner: when it is visited next, what its failures come to, and who is told. */

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Partner } from '../../src/articles/partner.ts'
import { closeRun } from '../../src/pipeline/close-run.ts'
import { changePartner } from '../../src/storage/change-partner.ts'
import { findKeptPartner } from '../../src/storage/kept-partner.ts'
import { findPartner } from '../../src/storage/partners.ts'
import { heldRunOf, leaseRun, markRunning, openDueRuns } from '../../src/storage/runs.ts'
import { createFakePartner, type FakePartner } from './fake-partner.ts'
import {
  addPartner,
  advanceToEnd,
  openedRun,
  rows,
  START,
  type TestTools,
  toolsWith,
} from './tools-with.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Weeks of visits, on a machine that may be busy. */
const LONG = { timeout: 60_000 }

let blog: FakePartner
let tools: TestTools

beforeEach(async () => {
  blog = createFakePartner()
  blog.put({ slug: 'via-he', title: 'Vỉa hè lên sóng' })
  blog.put({ slug: 'cho-dem', title: 'Chợ đêm mở lại' })
  tools = toolsWith({ fetch: blog.fetch, random: () => 0 })
  await addPartner({ intervalMinutes: null })
  await env.DB.prepare(
    `INSERT INTO subscriptions (id, partner_id, url, events, secret, state, created_at)
     VALUES ('s1', 'pho', 'https://blog.example/hook', '["partner.failing","partner.recovered"]',
       'whsec_AA==', 'active', '')`,
  ).run()
})

async function partner(): Promise<Partner> {
  const found = await findPartner(env.DB, 'pho')
  if (found === undefined) throw new Error('The partner is not there.')
  return found
}

async function nextInMinutes(): Promise<number> {
  return (Date.parse((await partner()).nextRunAt) - tools.clock.ms) / MINUTE_MS
}

/** Turns the clock to when the partner is due and lets the schedule visit it. */
async function visitWhenDue(): Promise<void> {
  tools.clock.ms = Math.max(tools.clock.ms, Date.parse((await partner()).nextRunAt))
  const opened = await openDueRuns(env.DB, tools.now().toISOString(), 10)
  expect(opened).toHaveLength(1)
  for (const runId of opened) await advanceToEnd(runId, tools)
}

async function visitFor(ms: number): Promise<void> {
  const until = tools.clock.ms + ms
  while (Date.parse((await partner()).nextRunAt) <= until) await visitWhenDue()
  tools.clock.ms = Math.max(tools.clock.ms, until)
}

async function operatorRun(): Promise<void> {
  await advanceToEnd(await openedRun('pho', tools.now()), tools)
}

/** Every path answers so. */
function breakDown(answer: () => Response): void {
  for (const path of ['/', '/rss.xml', '/robots.txt']) blog.override(path, answer)
}

function mend(): void {
  for (const path of ['/', '/rss.xml', '/robots.txt']) blog.restore(path)
}

function told(): Promise<Record<string, unknown>[]> {
  return rows(`SELECT type, data ->> 'reason' AS reason, data ->> 'since' AS since FROM events
    WHERE type LIKE 'partner.%' ORDER BY created_at`)
}

const down = () => new Response('down', { status: 500 })

describe('a partner that answers', LONG, () => {
  it('is visited next when its rhythm says so, or a page is due', async () => {
    await visitWhenDue()
    expect(await nextInMinutes()).toBeGreaterThanOrEqual(5)
    expect(await nextInMinutes()).toBeLessThanOrEqual(60)
    expect((await partner()).learntMinutes).toBeGreaterThan(60)
  })

  it('is asked for pages alone while its feed is not due', async () => {
    await visitWhenDue()
    blog.log.length = 0
    await visitFor(HOUR_MS + MINUTE_MS)
    expect(blog.log.filter((line) => line.includes('/rss.xml'))).toEqual([])
    expect(blog.log.filter((line) => line.includes('/via-he'))).toHaveLength(1)
  })

  it('is visited as often as its operator wants', async () => {
    await changePartner(
      env.DB,
      { id: 'pho', now: tools.now().toISOString() },
      { intervalMinutes: 20 },
    )
    await visitWhenDue()
    expect(await nextInMinutes()).toBe(20)
  })

  it('is not asked sooner than its feed wishes, whatever the operator set', async () => {
    await visitWhenDue()
    const wishes = '{"everySeconds":7200,"skipHours":[],"skipDays":[]}'
    await env.DB.prepare(`UPDATE partners SET source = json_set(source, '$.wishes', json(?))`)
      .bind(wishes)
      .run()
    await changePartner(
      env.DB,
      { id: 'pho', now: tools.now().toISOString() },
      { intervalMinutes: 5 },
    )
    await operatorRun()
    blog.log.length = 0
    await visitFor(119 * MINUTE_MS)
    expect(blog.log.filter((line) => line.includes('/rss.xml'))).toEqual([])
    await visitFor(2 * MINUTE_MS)
    expect(blog.log).toContain('GET /rss.xml 304')
  })

  it('is asked at once by its operator', async () => {
    await visitWhenDue()
    blog.log.length = 0
    await operatorRun()
    expect(blog.log).toContain('GET /rss.xml 304')
  })

  it('is due at once where its interval is changed while it is being visited', async () => {
    const change = async () => {
      blog.restore('/rss.xml')
      const now = tools.now().toISOString()
      await changePartner(env.DB, { id: 'pho', now }, { intervalMinutes: 7 })
      return blog.fetch('https://blog.example/rss.xml')
    }
    blog.override('/rss.xml', change)
    await visitWhenDue()
    expect(await nextInMinutes()).toBeLessThanOrEqual(0)
    await visitWhenDue()
    expect(await nextInMinutes()).toBe(7)
  })
})

describe('a partner that fails', LONG, () => {
  it('is tried ever more seldom, and never given up', async () => {
    breakDown(down)
    const waits: number[] = []
    for (let visit = 0; visit < 14; visit += 1) {
      await visitWhenDue()
      waits.push(await nextInMinutes())
    }
    expect(waits.slice(0, 4)).toEqual([5, 10, 20, 40])
    expect(waits.at(-1)).toBe((7 * DAY_MS) / MINUTE_MS)
    expect((await partner()).isVisited).toBe(true)
  })

  it('becomes degraded, paused and gone, each with its reason and its line in the log', async () => {
    await visitWhenDue()
    breakDown(down)
    const seen: string[] = []
    for (let visit = 0; visit < 18; visit += 1) {
      await visitWhenDue()
      const { failures, state } = await partner()
      seen.push(`${failures} ${state}`)
    }
    expect(seen).toEqual(expect.arrayContaining(['1 active', '2 active', '3 degraded']))
    const states = new Set(seen.map((line) => line.split(' ')[1]))
    expect([...states]).toEqual(['active', 'degraded', 'paused', 'gone'])
    const { stateReason, failures } = await partner()
    expect(stateReason).toContain(`Nothing has come of ${failures} visits since 2026-11-`)
    expect(tools.logged.filter((line) => line.startsWith('partner.state'))).toHaveLength(3)
  })

  it('is told of once an episode, and once when it has recovered', async () => {
    await visitWhenDue()
    for (const episode of [1, 2]) {
      breakDown(down)
      await visitFor(9 * DAY_MS)
      expect((await partner()).alarms.map(({ kind }) => kind)).toEqual(['failing'])
      mend()
      await visitWhenDue()
      expect(await partner()).toMatchObject({
        ...{ state: 'active', stateReason: null, failures: 0, failingSince: null, alarms: [] },
      })
      expect((await told()).map(({ type }) => type)).toEqual(
        Array.from({ length: episode }, () => ['partner.failing', 'partner.recovered']).flat(),
      )
    }
    const [failing, recovered] = await told()
    expect(failing).toMatchObject({ reason: expect.stringContaining('https://blog.example/') })
    expect(recovered).toEqual({ ...failing, type: 'partner.recovered' })
    expect(await rows('SELECT id FROM deliveries')).toHaveLength(4)
    expect(await rows('SELECT id FROM alarms WHERE cleared_at IS NULL')).toEqual([])
  })

  it('has recovered for its subscriptions only when it answers, whatever its operator resumes', async () => {
    await visitWhenDue()
    breakDown(down)
    await visitFor(DAY_MS)
    await changePartner(env.DB, { id: 'pho', now: tools.now().toISOString() }, { state: 'active' })
    await visitFor(DAY_MS)
    expect((await told()).map(({ type }) => type)).toEqual(['partner.failing'])
    mend()
    await visitWhenDue()
    expect((await told()).map(({ type }) => type)).toEqual(['partner.failing', 'partner.recovered'])
  })

  it('is told of nobody while an operator has it paused', async () => {
    await visitWhenDue()
    await changePartner(env.DB, { id: 'pho', now: tools.now().toISOString() }, { state: 'paused' })
    breakDown(down)
    for (let run = 0; run < 4; run += 1) await operatorRun()
    expect(await partner()).toMatchObject({
      state: 'paused',
      stateReason: 'An operator paused it.',
    })
    expect(await told()).toEqual([])
  })

  it('is left alone for as long as it asks', async () => {
    await visitWhenDue()
    const answer = () => new Response('', { status: 429, headers: { 'retry-after': '86400' } })
    blog.override('/rss.xml', answer)
    await changePartner(
      env.DB,
      { id: 'pho', now: tools.now().toISOString() },
      { intervalMinutes: 60 },
    )
    while (!blog.log.includes('GET /rss.xml 429')) await visitWhenDue()
    expect(await nextInMinutes()).toBeGreaterThanOrEqual(24 * 60)
    expect((await partner()).state).toBe('active')
  })

  it('does not fail by runs that ask nothing of it, while it is to be left alone', async () => {
    await visitWhenDue()
    const answer = () => new Response('', { status: 429, headers: { 'retry-after': '7200' } })
    blog.override('/rss.xml', answer)
    await operatorRun()
    const before = await partner()
    blog.log.length = 0
    for (let run = 0; run < 5; run += 1) await operatorRun()
    expect(blog.log).toEqual([])
    expect(await partner()).toEqual(before)
    expect(before).toMatchObject({ state: 'active', failures: 1 })
    expect(await told()).toEqual([])
  })

  it('is gone when it says so a day apart, and noticed when it is back', async () => {
    await visitWhenDue()
    breakDown(() => new Response('', { status: 410 }))
    await visitFor(30 * HOUR_MS)
    expect((await partner()).state).toBe('degraded')
    await visitFor(2 * DAY_MS)
    expect(await partner()).toMatchObject({
      state: 'gone',
      stateReason: expect.stringContaining('gone for good'),
    })
    mend()
    await visitFor(8 * DAY_MS)
    expect((await partner()).state).toBe('active')
  })

  it('is told of as a changed layout where it lists nothing any more', async () => {
    await visitWhenDue()
    blog.override('/rss.xml', () => new Response('', { status: 404 }))
    await operatorRun()
    expect((await partner()).alarms).toMatchObject([
      { kind: 'layout-changed', message: expect.stringContaining('It used to.') },
    ])
    await operatorRun()
    expect(await rows('SELECT id FROM alarms')).toHaveLength(1)
    blog.restore('/rss.xml')
    await operatorRun()
    expect((await partner()).alarms).toEqual([])
  })

  it('is told of as a changed layout where its pages are no articles any more', async () => {
    for (const slug of ['mot', 'hai', 'ba', 'bon']) blog.put({ slug, title: `Chuyện thứ ${slug}` })
    await visitWhenDue()
    const shell = '<!doctype html><title>Phố</title><body><div id="app"></div>'
    for (const slug of ['via-he', 'cho-dem', 'mot', 'hai', 'ba', 'bon']) {
      const headers = { 'content-type': 'text/html' }
      blog.override(`/${slug}`, () => new Response(shell, { headers }))
    }
    await operatorRun()
    expect((await partner()).alarms).toMatchObject([{ kind: 'layout-changed' }])
    for (const slug of ['via-he', 'cho-dem', 'mot', 'hai', 'ba', 'bon']) blog.restore(`/${slug}`)
    blog.put({ slug: 'moi', title: 'Bài mới đọc được' })
    await operatorRun()
    expect((await partner()).alarms).toEqual([])
  })
})

describe('closeRun', () => {
  it('costs a run without news two statements: its own end and the partner’s row', async () => {
    await visitWhenDue()
    const now = tools.now().toISOString()
    const runId = await openedRun('pho', tools.now(), 'operator')
    const until = new Date(tools.clock.ms + MINUTE_MS).toISOString()
    const row = await leaseRun(env.DB, { runId, now, until }).first()
    const run = heldRunOf(row)
    const kept = await findKeptPartner(env.DB, 'pho')
    const source = kept?.upkeep.source
    if (!source) throw new Error('Nothing is there to close.')
    await markRunning(env.DB, { id: runId, discovered: 2, notices: [] }).run()
    let statements = 0
    const count = (sql: string) => {
      statements += 1
      return env.DB.prepare(sql)
    }
    const db = new Proxy(env.DB, {
      get: (_db, name) => (name === 'prepare' ? count : env.DB.batch.bind(env.DB)),
    })
    const discovery = { ok: true, status: 'not-modified', source, second: null } as const
    const quiet = { kind: 'done', discovery, notBefore: null, isQuiet: true, also: [] } as const
    expect(await closeRun(run, kept, { ...quiet, also: [] }, { ...tools, db })).toBe(true)
    expect(statements).toBe(2)
  })

  it('writes nothing of the partner when the run has ended already', async () => {
    breakDown(down)
    const runId = await openedRun('pho', tools.now(), 'schedule')
    await advanceToEnd(runId, tools)
    const once = await partner()
    await env.DB.prepare(`UPDATE runs SET lease_until = ?`)
      .bind(new Date(START).toISOString())
      .run()
    tools.clock.ms += MINUTE_MS
    await advanceToEnd(runId, tools)
    expect(await partner()).toEqual(once)
  })

  it('learns nothing from a fault of ours, and spares the partner for a while', async () => {
    const broken = {
      ...tools,
      fetch: () => {
        throw new Error('a bug')
      },
    }
    await env.DB.prepare('UPDATE runs SET tries = 9').run()
    const runId = await openedRun('pho', tools.now(), 'schedule')
    await env.DB.prepare('UPDATE runs SET tries = 9').run()
    await advanceToEnd(runId, broken)
    expect(await partner()).toMatchObject({
      state: 'active',
      failures: 0,
      nextRunAt: new Date(tools.clock.ms + 6 * HOUR_MS).toISOString(),
    })
  })
})
