/** The counter object: once a visitor, article and window; totals reach D1 and never fall. */

import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it, vi } from 'vitest'
import type { Visit } from '../../src/storage/view-counter.ts'
import { storeViewTotals } from '../../src/storage/view-totals.ts'

const MINUTE = 60_000
const NOON = Date.UTC(2026, 10, 23, 12)
const WINDOW = 30 * MINUTE

function visitAt(at: number, more: Partial<Visit> = {}): Visit {
  const visitor = { address: '203.0.113.9', agent: 'Zalo' }
  return { articleId: 'a1', ...visitor, at, windowMs: WINDOW, ...more }
}

function counter(name = 'shard-0') {
  return env.VIEW_COUNTER.get(env.VIEW_COUNTER.idFromName(name))
}

async function totals(): Promise<Record<string, unknown>[]> {
  const { results } = await env.DB.prepare(
    'SELECT article_id, shard, total FROM view_totals ORDER BY article_id, shard',
  ).all()
  return results
}

describe('ViewCounter', () => {
  it('counts a visitor once an article within the window', async () => {
    const object = counter()
    expect(await object.count(0, [visitAt(NOON)])).toBe(1)
    expect(await object.count(0, [visitAt(NOON + WINDOW - 1)])).toBe(0)
    expect(await object.count(0, [visitAt(NOON + WINDOW)])).toBe(1)
  })

  it('does not let a repeat prolong the window', async () => {
    const object = counter()
    await object.count(0, [visitAt(NOON)])
    await object.count(0, [visitAt(NOON + 20 * MINUTE)])
    expect(await object.count(0, [visitAt(NOON + 31 * MINUTE)])).toBe(1)
  })

  it.each([
    ['another address', { address: '203.0.113.10' }],
    ['another agent', { agent: 'Chrome' }],
    ['another article', { articleId: 'a2' }],
  ])('counts %s for itself', async (_case, more) => {
    const object = counter()
    expect(await object.count(0, [visitAt(NOON), visitAt(NOON, more)])).toBe(2)
  })

  it('doubles nobody who reads on over midnight', async () => {
    const object = counter()
    const midnight = Date.UTC(2026, 10, 24)
    expect(await object.count(0, [visitAt(midnight - 5 * MINUTE)])).toBe(1)
    expect(await object.count(0, [visitAt(midnight + 5 * MINUTE)])).toBe(0)
    expect(await object.count(0, [visitAt(midnight + 26 * MINUTE)])).toBe(1)
  })

  it('counts the same visit once when it arrives many times at once', async () => {
    const object = counter()
    const counted = await Promise.all(
      Array.from({ length: 20 }, () => object.count(0, [visitAt(NOON)])),
    )
    expect(counted.reduce((sum, one) => sum + one)).toBe(1)
  })

  it('reports absolute totals to D1 by its alarm', async () => {
    await env.DB.prepare(
      `INSERT INTO articles (id, slug, partner_id, url_key, source_url, title, language, featured,
         sort_at, topics, content_hash, details_hash, revision, state, created_at, updated_at)
       VALUES ('a1', 'a1', 'p', 'k', 'u', 't', 'vi', 0, '', '[]', '', '', 1, 'published', '', '')`,
    ).run()
    const object = counter()
    await object.count(3, [visitAt(NOON), visitAt(NOON, { agent: 'Chrome' })])
    expect(await runDurableObjectAlarm(object)).toBe(true)
    expect(await totals()).toEqual([{ article_id: 'a1', shard: 3, total: 2 }])
    const row = await env.DB.prepare('SELECT views, trend FROM articles').first()
    expect(row).toMatchObject({ views: 2, trend: expect.any(Number) })
    expect(Number(row?.['trend'])).toBeGreaterThan(0)
  })

  it('keeps who was seen and what was counted when it is evicted', async () => {
    await counter().count(0, [visitAt(NOON)])
    await evictDurableObject(counter())
    expect(await counter().count(0, [visitAt(NOON + MINUTE)])).toBe(0)
    await runDurableObjectAlarm(counter())
    expect(await totals()).toEqual([{ article_id: 'a1', shard: 0, total: 1 }])
  })

  it('stores neither the address nor the agent', async () => {
    const object = counter()
    await object.count(0, [visitAt(NOON, { address: '198.51.100.77', agent: 'Very-Own-Agent' })])
    const dump = await runInDurableObject(object, (_instance, state) =>
      ['seen', 'totals'].map((table) =>
        JSON.stringify(state.storage.sql.exec(`SELECT * FROM ${table}`).toArray()),
      ),
    )
    expect(dump.join()).not.toContain('198.51.100.77')
    expect(dump.join()).not.toContain('Very-Own-Agent')
  })

  it('sees to it that visitors and salts are forgotten although nobody comes any more', async () => {
    const object = counter()
    const now = Date.now()
    await object.count(0, [visitAt(now)])
    await runDurableObjectAlarm(object)
    const alarm = await runInDurableObject(object, (_instance, state) => state.storage.getAlarm())
    expect(alarm).toBeGreaterThanOrEqual(now + WINDOW)
    expect(alarm).toBeLessThan(now + WINDOW + 2 * MINUTE)
    await runInDurableObject(object, (_instance, state) => {
      state.storage.sql.exec('UPDATE seen SET until = ?', now - 1)
    })
    await runDurableObjectAlarm(object)
    const later = await runInDurableObject(object, (_instance, state) => state.storage.getAlarm())
    expect(later).toBeGreaterThan(now + 24 * 60 * MINUTE)
    await runInDurableObject(object, (_instance, state) => {
      state.storage.sql.exec(`UPDATE salts SET day = '2026-01-01'`)
    })
    await runDurableObjectAlarm(object)
    const end = await runInDurableObject(object, async (_instance, state) => ({
      alarm: await state.storage.getAlarm(),
      left: state.storage.sql
        .exec('SELECT visitor FROM seen UNION SELECT day FROM salts')
        .toArray(),
    }))
    expect(end).toEqual({ alarm: null, left: [] })
  })

  it('reports soon again although its next alarm was only there to forget', async () => {
    const object = counter()
    await object.count(0, [visitAt(Date.now())])
    await runDurableObjectAlarm(object)
    await object.count(0, [visitAt(Date.now(), { agent: 'Chrome' })])
    const alarm = await runInDurableObject(object, (_instance, state) => state.storage.getAlarm())
    expect(Number(alarm) - Date.now()).toBeLessThan(15_000)
  })

  it('says so when a report fails, and keeps it for the next', async () => {
    const lines: string[] = []
    const log = vi.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)))
    const object = counter()
    await object.count(3, [visitAt(NOON)])
    await env.DB.prepare('ALTER TABLE view_totals RENAME TO elsewhere').run()
    await runDurableObjectAlarm(object)
    log.mockRestore()
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { event: 'views.unreported', shard: 3, articles: 1, message: expect.any(String) },
    ])
    await env.DB.prepare('ALTER TABLE elsewhere RENAME TO view_totals').run()
    await runDurableObjectAlarm(object)
    expect(await totals()).toEqual([{ article_id: 'a1', shard: 3, total: 1 }])
  })

  it('reports the rest of a large backlog at once', async () => {
    const object = counter()
    await runInDurableObject(object, async (_instance, state) => {
      for (let number = 0; number < 1_200; number += 1) {
        state.storage.sql.exec('INSERT INTO totals VALUES (?, 1, 0, 0)', `a${number}`)
      }
      await state.storage.setAlarm(Date.now() + 60 * MINUTE)
    })
    await runDurableObjectAlarm(object)
    await vi.waitFor(async () => expect(await totals()).toHaveLength(1_200), { timeout: 3_000 })
  })

  it('forgets visitors when their window is over', async () => {
    const object = counter()
    await object.count(0, [visitAt(Date.now() - 2 * WINDOW)])
    await runDurableObjectAlarm(object)
    const seen = await runInDurableObject(object, (_instance, state) =>
      state.storage.sql.exec('SELECT * FROM seen').toArray(),
    )
    expect(seen).toEqual([])
  })
})

describe('storeViewTotals', () => {
  it('keeps the larger total whatever the order of reports', async () => {
    const report = (total: number) =>
      storeViewTotals(env.DB, [{ articleId: 'a1', shard: 0, total, trend: total }])
    await report(5)
    await report(3)
    await report(5)
    expect(await totals()).toEqual([{ article_id: 'a1', shard: 0, total: 5 }])
  })
})
