/** Subscriptions at hubs in D1: leased once, constrained, and found by indexes however many there are. */

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  findPushWork,
  giveBackHubTasks,
  leaseHubTasks,
  recordHubTask,
} from '../../src/storage/hub-tasks.ts'
import { findPartner, insertPartner } from '../../src/storage/partners.ts'
import { openPushedRuns } from '../../src/storage/pushed-runs.ts'
import { openRun } from '../../src/storage/runs.ts'
import { endPush, wantPush } from '../../src/storage/websub.ts'
import { activatePush, findCallback, recordPush } from '../../src/storage/websub-callbacks.ts'
import { partnerWith } from '../partner-with.ts'

const NOW = '2026-11-23T10:00:00.000Z'
const LATER = '2026-11-23T10:02:00.000Z'
const TOPIC = 'https://blog.example/rss.xml'
const HUB = 'https://hub.example/'

beforeEach(async () => {
  await insertPartner(env.DB, partnerWith({ id: 'pho' }), 'blog.example/', [])
})

async function want(id: string, hub = HUB): Promise<void> {
  const wish = { partnerId: 'pho', topic: TOPIC, hubs: [hub], now: NOW }
  await env.DB.batch(wantPush(env.DB, wish, { id, token: `token-${id}`, secret: 's' }))
}

const lease = (now = NOW, until = LATER) => leaseHubTasks(env.DB, { now, until, limit: 10 })

async function found(id: string) {
  const callback = await findCallback(env.DB, `token-${id}`)
  if (callback === undefined) throw new Error('It is not there.')
  return callback
}

async function activate(id: string): Promise<void> {
  const promise = { until: '2026-12-03T10:00:00.000Z', renewAt: '2026-12-01T10:00:00.000Z' }
  await activatePush(env.DB, await found(id), { ...promise, now: NOW })
}

async function states(): Promise<unknown[]> {
  const sql = 'SELECT id, state FROM websub_subscriptions ORDER BY id'
  return (await env.DB.prepare(sql).all()).results.map(({ id, state }) => `${id} ${state}`)
}

describe('leaseHubTasks', () => {
  it('gives a request to one of two ticks', async () => {
    await want('a')
    const both = await Promise.all([lease(), lease()])
    expect(both.flat()).toMatchObject([{ id: 'a', state: 'pending', attempts: 1 }])
  })

  it('gives it again when whoever had it did not record what came of it', async () => {
    await want('a')
    await lease()
    expect(await lease(LATER, '2026-11-23T10:04:00.000Z')).toMatchObject([{ attempts: 2 }])
  })

  it('counts no request that was given back', async () => {
    await want('a')
    await lease()
    await giveBackHubTasks(env.DB, ['a'], { until: LATER, at: NOW })
    expect(await lease()).toMatchObject([{ attempts: 1 }])
  })

  it('lets nobody record what the hub has overtaken by verifying', async () => {
    await want('a')
    await lease()
    await activate('a')
    const task = { id: 'a', leasedUntil: LATER }
    await recordHubTask(env.DB, task, { kind: 'denied', at: LATER, reason: 'No.' })
    expect(await states()).toEqual(['a active'])
  })

  it('ends a promise that is over while another hub is being asked', async () => {
    await want('a')
    await lease()
    await activate('a')
    await want('b', 'https://other.example/')
    const later = '2026-12-04T10:00:00.000Z'
    const tasks = await lease(later, '2026-12-04T10:02:00.000Z')
    const got = tasks.map(({ id, state }) => `${id} ${state}`)
    expect(got.toSorted()).toEqual(['a ending', 'b pending'])
  })
})

describe('wantPush', () => {
  it('leaves one that is being arranged and one that delivers', async () => {
    await want('a')
    await lease()
    await activate('a')
    await want('b', 'https://b.example/')
    await want('c', 'https://c.example/')
    expect(await states()).toEqual(['a active', 'b ended', 'c wanted'])
    await lease()
    await activate('c')
    await activate('c')
    expect(await states()).toEqual(['a ending', 'b ended', 'c active'])
  })

  it('is void for a partner that is paused or gone', async () => {
    await env.DB.prepare('UPDATE partners SET is_visited = 0').run()
    await want('a')
    expect(await states()).toEqual([])
  })

  it('has nothing to tell a hub that was never asked', async () => {
    await want('a')
    await endPush(env.DB, 'pho', NOW).run()
    expect(await states()).toEqual(['a ended'])
  })
})

describe('openPushedRuns', () => {
  async function pushed(): Promise<void> {
    await want('a')
    await lease()
    await activate('a')
    await recordPush(env.DB, await found('a'), { now: NOW, hash: 'h' })
  }

  it('opens one run, whoever else does it meanwhile', async () => {
    await pushed()
    const both = await Promise.all([1, 2].map(() => openPushedRuns(env.DB, NOW, 10)))
    expect(both.flat()).toHaveLength(1)
    expect(await openPushedRuns(env.DB, LATER, 10)).toEqual([])
  })

  it('makes the run that waits its own, and leaves an operator’s as it is', async () => {
    await pushed()
    for (const [cause, expected] of [
      ['schedule', 'push'],
      ['operator', 'operator'],
    ] as const) {
      await env.DB.batch([
        env.DB.prepare('DELETE FROM runs'),
        env.DB.prepare('UPDATE websub_subscriptions SET run_due_at = ?').bind(NOW),
      ])
      const id = await openRun(env.DB, { id: 'r', partnerId: 'pho', cause, now: NOW })
      expect(await openPushedRuns(env.DB, NOW, 10)).toEqual([id])
      expect(await env.DB.prepare('SELECT cause FROM runs').first()).toEqual({ cause: expected })
    }
  })

  it('has a backfill give way', async () => {
    await pushed()
    const backfill = { id: 'r', partnerId: 'pho', cause: 'backfill', now: NOW } as const
    await openRun(env.DB, backfill)
    expect(await openPushedRuns(env.DB, NOW, 10)).toHaveLength(1)
    const { results } = await env.DB.prepare('SELECT cause, state FROM runs ORDER BY cause').all()
    expect(results).toEqual([
      { cause: 'backfill', state: 'done' },
      { cause: 'push', state: 'queued' },
    ])
  })

  it('opens none for a partner that is paused', async () => {
    await pushed()
    await env.DB.prepare('UPDATE partners SET is_visited = 0').run()
    expect(await openPushedRuns(env.DB, NOW, 10)).toEqual([])
  })
})

/** Every statement that `work` prepares, as SQLite plans it. */
async function plans(work: (db: D1Database) => Promise<unknown>): Promise<string[]> {
  const statements: string[] = []
  const db = new Proxy(env.DB, {
    get: (_db, name) =>
      name === 'prepare'
        ? (sql: string) => {
            statements.push(sql)
            return env.DB.prepare(sql)
          }
        : env.DB.batch.bind(env.DB),
  })
  await work(db)
  const explained = statements.map(async (sql) => {
    const count = new Set(sql.match(/\?\d*/g)).size
    const values = Array.from({ length: count }, () => 1)
    const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .bind(...values)
      .all()
    return results.map(({ detail }) => String(detail))
  })
  return (await Promise.all(explained)).flat()
}

describe('the plans', () => {
  it.each([
    ['what is due at a tick', (db: D1Database) => findPushWork(db, NOW)],
    ['what is leased', (db: D1Database) => leaseHubTasks(db, { now: NOW, until: NOW, limit: 1 })],
    ['whose callback it is', (db: D1Database) => findCallback(db, 'token-a')],
    ['what a partner has', (db: D1Database) => findPartner(db, 'pho')],
    ['the runs that are asked for', (db: D1Database) => openPushedRuns(db, NOW, 1)],
  ])('find %s by an index', async (_case, work) => {
    const details = await plans(work)
    expect(details.filter((detail) => /^SEARCH/.test(detail)).length).toBeGreaterThan(0)
    expect(details.filter((detail) => /^SCAN (?!CONSTANT|\(subquery)/.test(detail))).toEqual([])
  })
})
