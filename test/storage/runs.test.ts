/** Runs: one at a time for a partner, one holder at a time, counted from their pages. */

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { takeInListed } from '../../src/storage/frontier.ts'
import { insertPartner } from '../../src/storage/partners.ts'
import { planRunPages } from '../../src/storage/plan-pages.ts'
import { recordVisit } from '../../src/storage/record-visit.ts'
import { findPendingPages } from '../../src/storage/run-pages.ts'
import {
  extendLease,
  findAbandonedRuns,
  findRun,
  finishRun,
  giveBackRun,
  leaseRun,
  listRuns,
  markRunning,
  openDueRuns,
  openRun,
} from '../../src/storage/runs.ts'
import { partnerWith } from '../partner-with.ts'

const NOW = '2026-11-23T10:00:00.000Z'
const LATER = '2026-11-23T10:06:00.000Z'

async function addPartner(id: string, nextRunAt = NOW): Promise<void> {
  await insertPartner(env.DB, partnerWith({ id, nextRunAt, intervalMinutes: 15 }), id, [])
}

beforeEach(() => addPartner('p1'))

describe('openRun', () => {
  it('gives the run that is queued already', async () => {
    const request = { partnerId: 'p1', cause: 'operator', now: NOW } as const
    expect(await openRun(env.DB, { ...request, id: 'r1' })).toBe('r1')
    expect(await openRun(env.DB, { ...request, id: 'r2' })).toBe('r1')
  })

  it('makes a scheduled run that waits the operator’s', async () => {
    await openRun(env.DB, { id: 'r1', partnerId: 'p1', cause: 'schedule', now: NOW })
    await openRun(env.DB, { id: 'r2', partnerId: 'p1', cause: 'operator', now: NOW })
    const row = await env.DB.prepare(`SELECT id, cause FROM runs`).first()
    expect(row).toEqual({ id: 'r1', cause: 'operator' })
  })
})

describe('openDueRuns', () => {
  it('opens one run for each due partner and moves it on by its interval', async () => {
    await addPartner('p2', '2026-11-23T11:00:00.000Z')
    expect(await openDueRuns(env.DB, NOW, 100)).toHaveLength(1)
    expect(await openDueRuns(env.DB, NOW, 100)).toEqual([])
    const row = await env.DB.prepare(`SELECT next_run_at FROM partners WHERE id = 'p1'`).first()
    expect(row).toEqual({ next_run_at: '2026-11-23T10:15:00.000Z' })
  })

  it('gives overlapping ticks no partner twice', async () => {
    const opened = await Promise.all([1, 2, 3].map(() => openDueRuns(env.DB, NOW, 100)))
    expect(opened.flat()).toHaveLength(1)
  })

  it('leaves paused partners alone', async () => {
    await env.DB.prepare(`UPDATE partners SET is_visited = 0`).run()
    expect(await openDueRuns(env.DB, NOW, 100)).toEqual([])
  })

  it('finds due partners by the index', async () => {
    const { results } = await env.DB.prepare(
      `EXPLAIN QUERY PLAN SELECT id FROM partners WHERE is_visited = 1 AND next_run_at <= ?1
       ORDER BY next_run_at, id LIMIT ?2`,
    )
      .bind(NOW, 100)
      .all()
    const plan = results.map((row) => String(row['detail'])).join('; ')
    expect(plan).toContain('partners_due')
  })
})

describe('leaseRun', () => {
  it('lets one in until the lease is over', async () => {
    await openRun(env.DB, { id: 'r1', partnerId: 'p1', cause: 'operator', now: NOW })
    const lease = { runId: 'r1', now: NOW, until: LATER }
    expect(await leaseRun(env.DB, lease).first()).toMatchObject({ id: 'r1', state: 'queued' })
    expect(await leaseRun(env.DB, lease).first()).toBeNull()
    expect(await leaseRun(env.DB, { ...lease, now: LATER }).first()).toMatchObject({ id: 'r1' })
  })

  it('is how an abandoned run is found', async () => {
    await openRun(env.DB, { id: 'r1', partnerId: 'p1', cause: 'operator', now: NOW })
    expect(await findAbandonedRuns(env.DB, LATER, 10)).toEqual(['r1'])
    await leaseRun(env.DB, { runId: 'r1', now: NOW, until: '2026-11-23T10:10:00.000Z' }).run()
    expect(await findAbandonedRuns(env.DB, LATER, 10)).toEqual([])
  })
})

describe('extendLease and giveBackRun', () => {
  it('leave a run alone that is in other hands', async () => {
    await openRun(env.DB, { id: 'r1', partnerId: 'p1', cause: 'operator', now: NOW })
    await leaseRun(env.DB, { runId: 'r1', now: NOW, until: LATER }).run()
    await env.DB.batch([markRunning(env.DB, { id: 'r1', discovered: 0, notices: [] })])
    const until = '2026-11-23T10:20:00.000Z'
    await leaseRun(env.DB, { runId: 'r1', now: LATER, until }).run()
    const stale = { runId: 'r1', mine: LATER }
    const changes = async (statement: D1PreparedStatement) => (await statement.run()).meta.changes
    expect(await changes(extendLease(env.DB, { ...stale, until: NOW }))).toBe(0)
    expect(await changes(giveBackRun(env.DB, { ...stale, until: NOW }))).toBe(0)
    const row = await env.DB.prepare('SELECT lease_until FROM runs').first()
    expect(row).toEqual({ lease_until: until })
    expect(await changes(giveBackRun(env.DB, { runId: 'r1', mine: until, until: LATER }))).toBe(1)
  })
})

describe('finishRun', () => {
  const finish = async () =>
    (await finishRun(env.DB, { runId: 'r1', now: LATER, unplanned: false }).run()).meta.changes

  it('ends a run when every page has ended, and counts its pages', async () => {
    const listed = ['a', 'b', 'c'].map((key) => ({ url: `https://p.example/${key}`, urlKey: key }))
    await openRun(env.DB, { id: 'r1', partnerId: 'p1', cause: 'schedule', now: NOW })
    await env.DB.batch([
      ...takeInListed(env.DB, 'p1', listed, NOW),
      ...planRunPages(env.DB, { id: 'r1', partnerId: 'p1', now: NOW }),
      markRunning(env.DB, { id: 'r1', discovered: listed.length, notices: [] }),
    ])
    const run = { id: 'r1', partnerId: 'p1' }
    const pages = await findPendingPages(env.DB, run, 10)
    expect(pages.map((page) => page.urlKey)).toEqual(['a', 'b', 'c'])
    expect(await finish()).toBe(0)

    for (const [index, page] of pages.entries()) {
      const outcome = (['stored', 'unchanged', 'failed'] as const)[index] ?? 'gone'
      const visit = {
        runId: 'r1',
        partnerId: 'p1',
        urlKey: page.urlKey,
        outcome,
        fetched: outcome === 'stored',
        unanswered: false,
        message: outcome === 'failed' ? 'it answered 500' : null,
        state: 'fetched',
        failures: 0,
        notFound: 0,
        validators: undefined,
        moved: undefined,
        articleKey: undefined,
        recipeRevision: 0,
        missed: null,
        now: LATER,
        nextAttemptAt: null,
      } as const
      await env.DB.batch(recordVisit(env.DB, visit))
      // The same outcome again, as after a message that came twice, counts once.
      await env.DB.batch(recordVisit(env.DB, { ...visit, outcome: 'gone' }))
    }
    expect(await finish()).toBe(1)
    expect(await findRun(env.DB, 'r1')).toMatchObject({
      state: 'done',
      discovered: 3,
      fetched: 1,
      stored: 1,
      unchanged: 1,
      failed: 1,
      gone: 0,
      errors: [{ url: 'https://p.example/c', message: 'it answered 500' }],
    })
  })
})

describe('listRuns', () => {
  it('goes through all runs page by page, newest first', async () => {
    for (const minute of [1, 2, 3]) {
      const partnerId = `q${minute}`
      await addPartner(partnerId)
      const now = `2026-11-23T10:0${minute}:00.000Z`
      await openRun(env.DB, { id: `r${minute}`, partnerId, cause: 'operator', now })
    }
    const first = await listRuns(env.DB, { partnerId: undefined, before: undefined, limit: 2 })
    expect(first.items.map((run) => run.id)).toEqual(['r3', 'r2'])
    expect(first.nextCursor).not.toBeNull()
  })
})
