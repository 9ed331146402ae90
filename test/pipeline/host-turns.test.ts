/** Whose turn it is at a host: one holder at a time across isolates, and nobody before it may be asked. */

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { advanceRun } from '../../src/pipeline/advance-run.ts'
import { hostTurns } from '../../src/pipeline/host-turns.ts'
import { previewArticle } from '../../src/pipeline/preview-article.ts'
import { pruneHosts } from '../../src/storage/hosts.ts'
import { createFakePartner, type FakePartner } from './fake-partner.ts'
import {
  addPartner,
  advanceToEnd,
  makeSourceDue,
  openedRun,
  reportOf,
  rows,
  START,
  type TestTools,
  toolsWith,
} from './tools-with.ts'

const URL_OF_HOST = 'https://blog.example/'

function blogWith(articles: number): FakePartner {
  const blog = createFakePartner()
  for (let number = 1; number <= articles; number += 1) {
    blog.put({ slug: `bai-${number}`, title: `Chuyện ngõ số ${number}` })
  }
  return blog
}

/** Two partners on one host, and the most requests that the host has seen at once. */
async function twoOnOneHost() {
  const blog = blogWith(3)
  const seen = { open: 0, most: 0 }
  const tools = toolsWith({
    fetch: async (input, init) => {
      seen.open += 1
      seen.most = Math.max(seen.most, seen.open)
      await new Promise((resolve) => setTimeout(resolve, 2))
      seen.open -= 1
      return await blog.fetch(input, init)
    },
  })
  await addPartner()
  await addPartner({ id: 'pho-2', url: 'https://blog.example/rss.xml' })
  return { tools, seen }
}

function turnsOf(name: string, tools: TestTools, leaseMs = 120_000) {
  const until = new Date(tools.clock.ms + leaseMs).toISOString()
  return hostTurns({ id: `${name} ${until}`, name, until: () => until }, tools)
}

describe('hostTurns', () => {
  it('gives a host to one holder, and to the next when it is given back', async () => {
    const tools = toolsWith()
    const first = turnsOf('a', tools)
    const second = turnsOf('b', tools)
    expect(await first.meet(URL_OF_HOST)).toMatchObject({ ok: true })
    expect(await second.meet(URL_OF_HOST)).toMatchObject({ ok: false })
    await env.DB.batch(first.giveBack())
    expect(await second.meet(URL_OF_HOST)).toMatchObject({ ok: true })
  })

  it('gives it to one of many who come at the same time', async () => {
    const tools = toolsWith()
    const all = ['a', 'b', 'c', 'd'].map((name) => turnsOf(name, tools))
    const meetings = await Promise.all(all.map((turns) => turns.meet(URL_OF_HOST)))
    expect(meetings.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('lets whoever waited in before its holder comes again, but not for ever', async () => {
    const tools = toolsWith()
    const holder = turnsOf('a', tools)
    await holder.meet(URL_OF_HOST)
    await turnsOf('b', tools).meet(URL_OF_HOST)
    await env.DB.batch(holder.giveBack())
    expect(await turnsOf('a', tools).meet(URL_OF_HOST)).toMatchObject({ ok: false })
    tools.clock.ms += 5_000
    expect(await turnsOf('b', tools).meet(URL_OF_HOST)).toMatchObject({ ok: true })
    await env.DB.prepare('UPDATE hosts SET held_by = NULL, wanted_by = ?, wanted_until = ?')
      .bind('c', new Date(tools.clock.ms + 10_000).toISOString())
      .run()
    expect(await turnsOf('a', tools).meet(URL_OF_HOST)).toMatchObject({ ok: false })
    tools.clock.ms += 10_001
    expect(await turnsOf('a', tools).meet(URL_OF_HOST)).toMatchObject({ ok: true })
  })

  it('takes over from a holder that died, whose turn cannot be given back any more', async () => {
    const tools = toolsWith()
    const dead = turnsOf('a', tools)
    await dead.meet(URL_OF_HOST)
    tools.clock.ms += 120_001
    const next = turnsOf('b', tools)
    expect(await next.meet(URL_OF_HOST)).toMatchObject({ ok: true })
    await env.DB.batch(dead.giveBack())
    expect(await turnsOf('c', tools).meet(URL_OF_HOST)).toMatchObject({ ok: false })
  })

  it('waits for a second host a while, and then says that it is not to be had', async () => {
    const tools = toolsWith()
    await turnsOf('b', tools).meet('https://second.example/')
    const turns = turnsOf('a', tools)
    await turns.meet(URL_OF_HOST)
    expect(await turns.meet('https://second.example/')).toMatchObject({
      ok: false,
      message: 'second.example:443 is being asked already.',
    })
    expect(tools.clock.ms - START).toBe(15_000)
  })

  it('knows a host by its port', async () => {
    const tools = toolsWith()
    await turnsOf('a', tools).meet('http://blog.example:81/')
    expect(await turnsOf('b', tools).meet('http://blog.example:82/')).toMatchObject({ ok: true })
  })
})

describe('runs on one host', () => {
  it('take turns, with two seconds between the last request of one and the first of the other', async () => {
    const { tools, seen } = await twoOnOneHost()
    const waiting = [await openedRun('pho', tools.now()), await openedRun('pho-2', tools.now())]
    const ids = [...waiting]
    for (let rounds = 0; waiting.length > 0 && rounds < 50; rounds += 1) {
      await Promise.all(waiting.map((id) => advanceRun(id, tools)))
      tools.clock.ms += 5_000
      const reports = await Promise.all(waiting.map(reportOf))
      const ended = reports.filter(({ state }) => state === 'done').map(({ id }) => id)
      for (const id of ended) waiting.splice(waiting.indexOf(id), 1)
    }
    expect(seen.most).toBe(1)
    const reports = await Promise.all(ids.map(reportOf))
    expect(reports.map(({ state }) => state)).toEqual(['done', 'done'])
    // The second partner reads the same articles under the same addresses: they are the first one's.
    expect(reports.reduce((stored, report) => stored + report.stored, 0)).toBe(3)
  })

  it('are not advanced twice at once by messages that come twice', async () => {
    const { tools, seen } = await twoOnOneHost()
    const runId = await openedRun('pho', tools.now())
    await Promise.all([1, 2, 3].map(() => advanceRun(runId, tools)))
    expect(seen.most).toBe(1)
  })

  it('leave the host to a preview, and a preview leaves it to them', async () => {
    const blog = blogWith(1)
    const tools = toolsWith({ fetch: blog.fetch })
    await addPartner()
    await turnsOf('a run', tools).meet(URL_OF_HOST)
    expect(await previewArticle({ url: 'https://blog.example/bai-1' }, tools)).toMatchObject({
      ok: false,
      reason: 'waiting',
    })
    tools.clock.ms += 120_001
    expect(await previewArticle({ url: 'https://blog.example/bai-1' }, tools)).toMatchObject({
      ok: true,
    })
    expect(await rows('SELECT held_by FROM hosts')).toEqual([{ held_by: null }])
  })
})

describe('a host that asks to be left alone', () => {
  const busy = (retryAfter: string) => () =>
    new Response('later', { status: 503, headers: { 'retry-after': retryAfter } })

  it('is not asked for the rest of the pages, which are due when it may be', async () => {
    const blog = blogWith(5)
    blog.override('/bai-2', busy('3600'))
    const tools = toolsWith({ fetch: blog.fetch })
    await addPartner()
    const runId = await openedRun('pho', tools.now())
    await advanceToEnd(runId, tools)
    const report = await reportOf(runId)
    expect(report).toMatchObject({ state: 'done', stored: 1, failed: 4 })
    expect(report.errors).toHaveLength(2)
    expect(report.errors[1]?.message).toContain('was not asked, nor the pages behind it')
    const asked = blog.log.length
    const due =
      await rows(`SELECT DISTINCT next_attempt_at >= '${new Date(tools.clock.ms + 3_500_000).toISOString()}' AS later
      FROM frontier WHERE state <> 'fetched'`)
    expect(due).toEqual([{ later: 1 }])
    await makeSourceDue()
    const again = await openedRun('pho', tools.now(), 'schedule')
    await advanceToEnd(again, tools)
    expect(blog.log).toHaveLength(asked)
    expect((await reportOf(again)).errors[0]?.message).toContain('is to be left alone until')
    tools.clock.ms += 3_601_000
    await makeSourceDue()
    const last = await openedRun('pho', tools.now(), 'schedule')
    blog.restore('/bai-2')
    await advanceToEnd(last, tools)
    expect(await reportOf(last)).toMatchObject({ state: 'done', stored: 4 })
  })

  it('is waited for where it asks for less than a minute', async () => {
    const blog = blogWith(2)
    let times = 0
    blog.override('/bai-1', () => {
      times += 1
      return busy('50')()
    })
    const tools = toolsWith({ fetch: blog.fetch })
    await addPartner()
    const runId = await openedRun('pho', tools.now())
    await advanceRun(runId, tools)
    expect(await reportOf(runId)).toMatchObject({ state: 'running' })
    await advanceRun(runId, tools)
    expect(times).toBe(1)
    tools.clock.ms += 50_000
    await advanceToEnd(runId, tools)
    expect(await reportOf(runId)).toMatchObject({ state: 'done', stored: 1, failed: 1 })
  })
})

describe('pruneHosts', () => {
  it('forgets hosts that have long been free, and no other', async () => {
    const tools = toolsWith()
    const turns = turnsOf('a', tools)
    await turns.meet('https://old.example/')
    await env.DB.batch(turns.giveBack())
    tools.clock.ms += 86_400_000
    await turnsOf('b', tools).meet('https://held.example/')
    await env.DB.batch([pruneHosts(env.DB, new Date(tools.clock.ms - 3_600_000).toISOString())])
    expect(await rows('SELECT host FROM hosts')).toEqual([{ host: 'held.example:443' }])
  })
})
