/** Alarms as they are kept: raised once with the end of a run, cleared with another, listed while open. */

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { clearAlarm, listAlarms, raiseAlarm } from '../../src/storage/alarms.ts'
import { readCursor } from '../../src/storage/cursor.ts'
import { failRun } from '../../src/storage/end-runs.ts'
import { findPartner, insertPartner, removePartner } from '../../src/storage/partners.ts'
import { openRun } from '../../src/storage/runs.ts'
import { partnerWith } from '../partner-with.ts'

const FIRST = '2026-11-23T10:00:00.000Z'
const SECOND = '2026-11-23T11:00:00.000Z'
const SILENT = { kind: 'silent', message: 'It is silent.' } as const

async function endedRun(partnerId: string, now: string) {
  const end = { runId: `r-${partnerId}-${now}`, partnerId, now }
  await openRun(env.DB, { id: end.runId, partnerId, cause: 'schedule', now })
  await failRun(env.DB, { ...end, url: 'https://blog.example/', message: 'x' }).run()
  return end
}

function open(partnerId?: string) {
  return listAlarms(env.DB, { partnerId, before: undefined, limit: 10 })
}

beforeEach(async () => {
  for (const id of ['p1', 'p2']) await insertPartner(env.DB, partnerWith({ id }), id, [])
})

describe('an alarm', () => {
  it('is raised once however often, and stands with its partner', async () => {
    for (const now of [FIRST, SECOND]) {
      await raiseAlarm(env.DB, await endedRun('p1', now), SILENT).run()
    }
    expect((await findPartner(env.DB, 'p1'))?.alarms).toEqual([{ ...SILENT, raisedAt: FIRST }])
    expect((await findPartner(env.DB, 'p2'))?.alarms).toEqual([])
    expect((await open()).items).toMatchObject([{ ...SILENT, partnerId: 'p1', clearedAt: null }])
  })

  it('is neither raised nor cleared by a run that has not ended', async () => {
    const end = { runId: 'r1', partnerId: 'p1', now: FIRST }
    await openRun(env.DB, { id: 'r1', partnerId: 'p1', cause: 'schedule', now: FIRST })
    await raiseAlarm(env.DB, end, SILENT).run()
    expect((await open()).items).toEqual([])
    await raiseAlarm(env.DB, await endedRun('p2', FIRST), SILENT).run()
    await clearAlarm(env.DB, { ...end, partnerId: 'p2' }, 'silent').run()
    expect((await open()).items).toHaveLength(1)
  })

  it('is raised anew after it was cleared', async () => {
    await raiseAlarm(env.DB, await endedRun('p1', FIRST), SILENT).run()
    const end = await endedRun('p1', SECOND)
    await clearAlarm(env.DB, end, 'silent').run()
    expect((await open()).items).toEqual([])
    await raiseAlarm(env.DB, end, SILENT).run()
    expect((await open()).items).toMatchObject([{ raisedAt: SECOND }])
  })

  it('goes with its partner', async () => {
    await raiseAlarm(env.DB, await endedRun('p1', FIRST), SILENT).run()
    await removePartner(env.DB, 'p1', SECOND)
    expect((await open()).items).toEqual([])
  })
})

describe('listAlarms', () => {
  beforeEach(async () => {
    await raiseAlarm(env.DB, await endedRun('p1', FIRST), SILENT).run()
    await raiseAlarm(env.DB, await endedRun('p2', SECOND), SILENT).run()
  })

  it('gives the newest first, page by page', async () => {
    const first = await listAlarms(env.DB, { partnerId: undefined, before: undefined, limit: 1 })
    expect(first.items).toMatchObject([{ partnerId: 'p2' }])
    const before = readCursor(first.nextCursor ?? '')
    const second = await listAlarms(env.DB, { partnerId: undefined, before, limit: 1 })
    expect(second).toMatchObject({ items: [{ partnerId: 'p1' }], nextCursor: null })
  })

  it('gives those of one partner', async () => {
    expect((await open('p1')).items).toMatchObject([{ partnerId: 'p1' }])
  })

  it.each([
    [
      'those of all',
      'SELECT id FROM alarms WHERE cleared_at IS NULL ORDER BY raised_at DESC, id DESC LIMIT 9',
    ],
    [
      'those with a partner',
      `SELECT kind FROM alarms WHERE partner_id = 'p1' AND cleared_at IS NULL`,
    ],
    [
      'the first page that is due',
      `SELECT MIN(next_attempt_at) FROM frontier
       WHERE partner_id = 'p1' AND priority = 0 AND next_attempt_at IS NOT NULL`,
    ],
    [
      'the newest qualities',
      `SELECT quality FROM articles WHERE partner_id = 'p1' AND state = 'published'
       ORDER BY sort_at DESC, id DESC LIMIT 10`,
    ],
  ])('finds %s by an index, without sorting', async (_case, sql) => {
    const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()
    const plan = results.map(({ detail }) => String(detail)).join('; ')
    expect(plan).toMatch(/USING (?:COVERING )?INDEX/)
    expect(plan).not.toContain('TEMP B-TREE')
  })
})
