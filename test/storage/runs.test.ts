/** Runs: one at a time for a partner, one holder at a time. */

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { insertPartner } from '../../src/storage/partners.ts'
import {
  extendLease,
  findAbandonedRuns,
  giveBackRun,
  leaseRun,
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
