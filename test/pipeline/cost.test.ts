/** What visits cost D1 and the partner: little without news, and no more than a day's pages with them. */

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { advanceRun } from '../../src/pipeline/advance-run.ts'
import { tick } from '../../src/pipeline/tick.ts'
import { countedDb } from './counted-db.ts'
import { createFakePartner, type FakePartner } from './fake-partner.ts'
import {
  addPartner,
  advanceToEnd,
  makeSourceDue,
  openedRun,
  reportOf,
  rows,
  toolsWith,
} from './tools-with.ts'

/** A partner without news: the contract says so. */
const STATEMENTS_MAX = 6

const DAY_MS = 24 * 60 * 60 * 1000

function blogWith(articles: number): FakePartner {
  const blog = createFakePartner()
  for (let number = 1; number <= articles; number += 1) {
    blog.put({ slug: `bai-${number}`, title: `Chuyện ngõ số ${number}` })
  }
  return blog
}

/** How SQLite goes about a statement. */
async function planOf(sql: string): Promise<string> {
  const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(
      ...(sql.match(/\?\d+/g) ?? [])
        .filter((name, at, all) => all.indexOf(name) === at)
        .map(() => ''),
    )
    .all()
  return results.map((row) => String(row['detail'])).join('; ')
}

describe('a partner without news', () => {
  it('costs one conditional request, no page and six statements', async () => {
    const blog = blogWith(3)
    const tools = toolsWith({ fetch: blog.fetch })
    await addPartner()
    await advanceToEnd(await openedRun('pho', tools.now()), tools)
    tools.clock.ms += 30 * 60_000
    await makeSourceDue()
    const runId = await openedRun('pho', tools.now(), 'schedule')
    blog.log.length = 0
    const { db, statements } = countedDb(env.DB)
    await advanceRun(runId, { ...tools, db })
    expect(await reportOf(runId)).toMatchObject({ state: 'done', discovered: 3, fetched: 0 })
    expect(blog.log).toEqual(['GET /rss.xml 304'])
    expect(statements.length).toBeLessThanOrEqual(STATEMENTS_MAX)
  })

  it('is asked for every listed article all the same when an operator joins meanwhile', async () => {
    const blog = blogWith(2)
    const tools = toolsWith({ fetch: blog.fetch })
    await addPartner()
    await advanceToEnd(await openedRun('pho', tools.now()), tools)
    await makeSourceDue()
    const runId = await openedRun('pho', tools.now(), 'schedule')
    const joining: typeof fetch = async (input, init) => {
      await openedRun('pho', tools.now(), 'operator')
      return await blog.fetch(input, init)
    }
    await advanceToEnd(runId, { ...tools, fetch: joining })
    expect(await reportOf(runId)).toMatchObject({ state: 'done', unchanged: 2 })
  })

  it('reads no table from end to end', async () => {
    const blog = blogWith(1)
    const tools = toolsWith({ fetch: blog.fetch })
    await addPartner()
    await advanceToEnd(await openedRun('pho', tools.now()), tools)
    await makeSourceDue()
    const runId = await openedRun('pho', tools.now(), 'schedule')
    const { db, statements } = countedDb(env.DB)
    await advanceRun(runId, { ...tools, db })
    for (const sql of statements) {
      expect(await planOf(sql), sql).not.toMatch(/SCAN (?!(j|json_each|m|value)\b)\w/)
    }
  })
})

describe('tick', () => {
  it('opens a thousand due partners in no more statements than one for each hundred', async () => {
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
       INSERT INTO partners (id, url_key, name, url, republish, state, created_at, next_run_at)
       SELECT 'p' || i, 'p' || i, 'P', 'https://p' || i || '.example/', 'full', 'active', '2026-01-01',
         '2026-01-01' FROM n`,
    ).run()
    let woken = 0
    const queue = new Proxy(env.RUN_QUEUE, {
      get: () => (batch: unknown[]) => {
        woken += batch.length
        return Promise.resolve()
      },
    })
    const { db, statements } = countedDb(env.DB)
    await tick(toolsWith({ db, runQueue: queue }))
    expect(woken).toBe(1000)
    expect(statements.length).toBeLessThanOrEqual(10)
  })
})

describe('the pages of a day', () => {
  const partnerWithDay = async (pagesPerDay: number) => {
    const blog = blogWith(7)
    const tools = toolsWith({ fetch: blog.fetch })
    await addPartner({ pagesPerDay })
    return { blog, tools }
  }
  const asked = (blog: FakePartner) =>
    blog.log.filter((line) => line.startsWith('GET /bai-')).length

  it('are not exceeded, and the rest waits for tomorrow; the report says so once', async () => {
    const { blog, tools } = await partnerWithDay(3)
    const first = await openedRun('pho', tools.now(), 'schedule')
    await advanceToEnd(first, tools)
    expect(asked(blog)).toBe(3)
    expect((await reportOf(first)).errors).toEqual([
      {
        url: 'https://blog.example/',
        message: 'The 3 pages of a day are spent: what is left waits for tomorrow.',
      },
    ])
    await advanceToEnd(await openedRun('pho', tools.now(), 'schedule'), tools)
    expect(asked(blog)).toBe(3)
    tools.clock.ms += DAY_MS
    await advanceToEnd(await openedRun('pho', tools.now(), 'schedule'), tools)
    expect(asked(blog)).toBe(6)
  })

  it('do not hold an operator back, and count what they ask for', async () => {
    const { blog, tools } = await partnerWithDay(3)
    const run = await openedRun('pho', tools.now(), 'operator')
    await advanceToEnd(run, tools)
    expect(asked(blog)).toBe(7)
    expect(await reportOf(run)).toMatchObject({ stored: 7, errors: [] })
    expect(await rows('SELECT pages_spent FROM partners')).toEqual([{ pages_spent: 7 }])
  })
})
