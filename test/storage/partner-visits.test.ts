/** What the end of a run writes of its partner, and what it must not undo. */

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { unaskedSource } from '../../src/articles/discovery-source.ts'
import { NO_HEALTH } from '../../src/articles/health.ts'
import { changePartner } from '../../src/storage/change-partner.ts'
import { failRun } from '../../src/storage/end-runs.ts'
import { takeInListed } from '../../src/storage/frontier.ts'
import { findKeptPartner } from '../../src/storage/kept-partner.ts'
import { rememberSources } from '../../src/storage/partner-sources.ts'
import {
  type GoodVisit,
  recordBadVisit,
  recordGoodVisit,
} from '../../src/storage/partner-visits.ts'
import { findPartner, insertPartner } from '../../src/storage/partners.ts'
import { openRun } from '../../src/storage/runs.ts'
import { partnerWith } from '../partner-with.ts'

const NOW = '2026-11-23T10:00:00.000Z'
const DUE = '2026-11-23T16:00:00.000Z'
const FROM = '2026-11-23T10:05:00.000Z'
const TOMORROW = '2026-11-24T00:00:00.000Z'
const END = { runId: 'r1', partnerId: 'p1', now: NOW }
const PARTNER = partnerWith({ id: 'p1', intervalMinutes: null })
const FEED = unaskedSource('feed', 'https://blog.example/feed')
const SITEMAP = unaskedSource('sitemap', 'https://blog.example/sitemap.xml')

function visitWith(changes: Partial<GoodVisit> = {}): GoodVisit {
  const { state, stateReason, stateSince, failures, failingSince } = PARTNER
  return {
    standing: { state, stateReason, stateSince, failures, failingSince },
    health: NO_HEALTH,
    rhythm: null,
    next: {
      sourceDueAt: DUE,
      sourceNotBefore: NOW,
      pagesUntil: '2026-11-23T15:30:00.000Z',
      pagesFrom: FROM,
      nextDay: TOMORROW,
    },
    sources: undefined,
    ...changes,
  }
}

async function record(visit: GoodVisit): Promise<void> {
  await recordGoodVisit(env.DB, END, PARTNER, visit).run()
}

async function pageDueAt(at: string, priority = 0): Promise<void> {
  const listed = [{ url: 'https://blog.example/a', urlKey: 'a' }]
  await env.DB.batch(takeInListed(env.DB, 'p1', listed, NOW))
  await env.DB.prepare('UPDATE frontier SET next_attempt_at = ?, priority = ?')
    .bind(at, priority)
    .run()
}

beforeEach(async () => {
  await insertPartner(env.DB, PARTNER, 'p1', [])
  await rememberSources(env.DB, 'p1', { source: FEED, second: null }).run()
  await openRun(env.DB, { id: 'r1', partnerId: 'p1', cause: 'schedule', now: NOW })
  await failRun(env.DB, { ...END, url: '', message: '' }).run()
})

describe('recordGoodVisit', () => {
  it.each<[string, { at?: string; priority?: number; spent?: number }, string]>([
    ['no page is due: the source', {}, DUE],
    ['a page is due long before', { at: '2026-11-23T11:00:00.000Z' }, '2026-11-23T11:00:00.000Z'],
    ['a page is due shortly before: it waits', { at: '2026-11-23T15:45:00.000Z' }, DUE],
    ['a page is due later', { at: '2026-11-30T00:00:00.000Z' }, DUE],
    ['a page is due already: after five minutes', { at: NOW }, FROM],
    ['a page of the archive has runs of its own', { at: NOW, priority: 1 }, DUE],
    ['today’s pages are spent: the source is asked all the same', { at: NOW, spent: 2_000 }, DUE],
  ])('has the partner visited next when %s', async (_case, { at, priority, spent = 0 }, next) => {
    if (at !== undefined) await pageDueAt(at, priority)
    await env.DB.prepare(`UPDATE partners SET spent_on = '2026-11-23', pages_spent = ?`)
      .bind(spent)
      .run()
    await record(visitWith())
    expect((await findPartner(env.DB, 'p1'))?.nextRunAt).toBe(next)
  })

  it('leaves pages that no budget is left for until the next day', async () => {
    await pageDueAt(NOW)
    await env.DB.prepare(`UPDATE partners SET spent_on = '2026-11-23', pages_spent = 2000`).run()
    const next = { ...visitWith().next, sourceDueAt: '2026-11-24T08:00:00.000Z' }
    await record(visitWith({ next: { ...next, pagesUntil: '2026-11-24T07:30:00.000Z' } }))
    expect((await findPartner(env.DB, 'p1'))?.nextRunAt).toBe(TOMORROW)
  })

  it('remembers both ways to the articles as they are now', async () => {
    const source = { ...FEED, freshUntil: DUE }
    await record(visitWith({ sources: { source, second: SITEMAP } }))
    await record(visitWith())
    const kept = await findKeptPartner(env.DB, 'p1')
    expect(kept?.upkeep).toMatchObject({ source, second: SITEMAP })
  })

  it('undoes nothing that an operator has changed meanwhile', async () => {
    const operator = { id: 'p1', now: FROM }
    await changePartner(env.DB, operator, { state: 'paused', feed: 'https://blog.example/rss' })
    const sources = { source: FEED, second: null }
    await record(visitWith({ sources }))
    expect(await findKeptPartner(env.DB, 'p1')).toMatchObject({
      ...{ state: 'paused', stateReason: 'An operator paused it.', isVisited: false },
      ...{ nextRunAt: NOW, upkeep: { source: null, sourceDueAt: '', sourceNotBefore: '' } },
    })
  })

  it('is void unless the run has ended then', async () => {
    const before = await findKeptPartner(env.DB, 'p1')
    await recordGoodVisit(env.DB, { ...END, now: FROM }, PARTNER, visitWith()).run()
    expect(await findKeptPartner(env.DB, 'p1')).toEqual(before)
  })

  it('learns anew what an older version wrote', async () => {
    await env.DB.prepare(`UPDATE partners SET rhythm = '{"v":0}', health = '['`).run()
    const kept = await findKeptPartner(env.DB, 'p1')
    expect(kept?.upkeep).toMatchObject({ rhythm: null, health: NO_HEALTH })
    expect(kept?.learntMinutes).toBeNull()
  })
})

describe('recordBadVisit', () => {
  const { standing, health } = visitWith()
  const bad = (sourceDueAt: string) =>
    recordBadVisit(env.DB, END, sourceDueAt, { standing, health, retryAt: TOMORROW }).run()

  it('has the partner visited again when it is to be tried again', async () => {
    await record(visitWith())
    await bad(DUE)
    expect(await findKeptPartner(env.DB, 'p1')).toMatchObject({
      ...{ nextRunAt: TOMORROW, upkeep: { sourceDueAt: TOMORROW, sourceNotBefore: TOMORROW } },
    })
  })

  it.each<[string, Parameters<typeof changePartner>[2]]>([
    ['named another address', { feed: 'https://blog.example/rss' }],
    ['paused the partner and taken it up again', { state: 'active' }],
  ])('leaves it due at once where an operator has meanwhile %s', async (_case, change) => {
    await record(visitWith())
    await changePartner(env.DB, { id: 'p1', now: FROM }, { state: 'paused' })
    await changePartner(env.DB, { id: 'p1', now: FROM }, { state: 'active', ...change })
    await bad(DUE)
    expect((await findPartner(env.DB, 'p1'))?.nextRunAt).toBe(FROM)
  })
})
