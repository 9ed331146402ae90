/** A backfill, from the first list of an archive to its last page: stopped, resumed, killed, crowded out. */

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Backfill } from '../../src/articles/backfill.ts'
import { advanceRun } from '../../src/pipeline/advance-run.ts'
import { tick } from '../../src/pipeline/tick.ts'
import type { PipelineTools } from '../../src/pipeline/tools.ts'
import {
  findBackfill,
  resumeBackfill,
  startBackfill,
  stopBackfill,
} from '../../src/storage/backfills.ts'
import { changePartner } from '../../src/storage/change-partner.ts'
import { removePartner } from '../../src/storage/partners.ts'
import {
  createFakeArchive,
  type FakeArchive,
  html,
  listingPage,
  urlset,
  xml,
} from './fake-archive.ts'
import { addPartner, openedRun, rows, START, type TestTools, toolsWith } from './tools-with.ts'

const FAR = '2030-01-01T00:00:00.000Z'
const MINUTE_MS = 60_000

/** Some fetch hundreds of pages. */
const TEST_MS = 60_000

/** A partner that is not due, with a backfill of its archive. */
async function begun(
  archive: FakeArchive,
  wanted: Partial<Pick<Backfill, 'since' | 'until' | 'pagesMax'>> = {},
): Promise<TestTools> {
  await addPartner({ nextRunAt: FAR })
  const tools = toolsWith({ fetch: archive.fetch, deliveryQueue: toolsWith().runQueue })
  await start(tools, 'b1', wanted)
  return tools
}

async function start(
  tools: TestTools,
  id: string,
  wanted: Partial<Pick<Backfill, 'since' | 'until' | 'pagesMax'>> = {},
): Promise<string> {
  const backfill = { id, partnerId: 'pho', since: null, until: null, pagesMax: 10_000, ...wanted }
  return await startBackfill(env.DB, backfill, tools.now().toISOString())
}

async function backfillNow(id = 'b1'): Promise<Backfill> {
  const backfill = await findBackfill(env.DB, id)
  if (backfill === undefined) throw new Error('The backfill is not there.')
  return backfill
}

async function unfinishedRuns(): Promise<string[]> {
  const found = await rows(`SELECT id FROM runs WHERE state IN ('queued', 'running')`)
  return found.map(({ id }) => String(id))
}

/** Ticks and wakes until the backfill has ended, or for so many minutes. */
async function work(tools: TestTools, { minutes = 120, id = 'b1' } = {}): Promise<Backfill> {
  for (let minute = 0; minute < minutes; minute += 1) {
    await tick(tools)
    for (const runId of await unfinishedRuns()) await advanceRun(runId, tools)
    const backfill = await backfillNow(id)
    if (!['queued', 'running'].includes(backfill.state)) return backfill
    tools.clock.ms += MINUTE_MS
  }
  return await backfillNow(id)
}

/** Wakes the runs that there are until none is left, without any tick. */
async function drain(tools: PipelineTools): Promise<void> {
  for (let runIds = await unfinishedRuns(); runIds.length > 0; runIds = await unfinishedRuns()) {
    for (const runId of runIds) await advanceRun(runId, tools)
  }
}

async function storedCount(): Promise<number> {
  const [row] = await rows('SELECT COUNT(*) AS count FROM articles')
  return Number(row?.['count'])
}

describe('a backfill', () => {
  it(
    'fetches an archive of 300 pages from nested, packed sitemaps, each once',
    async () => {
      const archive = createFakeArchive(300, 'sitemap')
      const tools = await begun(archive)
      await tick(tools)
      await drain(tools)
      expect(await backfillNow()).toMatchObject({
        state: 'done',
        isListed: true,
        listed: 300,
        skipped: 0,
        added: 300,
        stored: 300,
        failed: 0,
        errors: [],
        message: null,
      })
      expect(await storedCount()).toBe(300)
      for (const path of ['/sitemap.xml', '/tat-ca.xml', ...archive.paths]) {
        expect(archive.asked(path), path).toBe(1)
      }
    },
    TEST_MS,
  )

  it(
    'follows a paged listing to its end where there is no sitemap',
    async () => {
      const archive = createFakeArchive(45, 'listing')
      const backfill = await work(await begun(archive))
      expect(backfill).toMatchObject({
        state: 'done',
        listed: 45,
        added: 45,
        stored: 45,
        errors: [],
      })
      expect(archive.asked('/page/5')).toBe(1)
    },
    TEST_MS,
  )

  it(
    'lists and fetches nothing while it is stopped, and goes on where it was',
    async () => {
      const archive = createFakeArchive(60, 'sitemap')
      const tools = await begun(archive)
      archive.override('/bai-viet-cu-so-7', async () => {
        await stopBackfill(env.DB, 'b1', tools.now().toISOString())
        archive.restore('/bai-viet-cu-so-7')
        return await archive.fetch(`${archive.origin}/bai-viet-cu-so-7`)
      })
      const stopped = await work(tools)
      const before = await storedCount()
      expect(stopped).toMatchObject({ state: 'stopped', stored: before })
      expect(await unfinishedRuns()).toEqual([])
      const asked = archive.log.length
      await work(tools, { minutes: 5 })
      expect(archive.log).toHaveLength(asked)
      await resumeBackfill(env.DB, 'b1', tools.now().toISOString())
      expect(await work(tools)).toMatchObject({ state: 'done', added: 60, stored: 60, known: 0 })
      expect(await storedCount()).toBe(60)
    },
    TEST_MS,
  )

  it(
    'loses and doubles nothing when it is killed at any moment',
    async () => {
      const archive = createFakeArchive(24, 'sitemap')
      const tools = await begun(archive)
      let left = 0
      const killed = toolsWith({
        ...tools,
        fetch: async (input, init) => {
          left -= 1
          if (left === 0) throw new Error('Killed.')
          return await archive.fetch(input, init)
        },
        // What a fetch throws is an answer; what the clock throws ends the process.
        now: () => {
          if (left <= 0) throw new Error('Killed.')
          return tools.now()
        },
      })
      for (let kill = 0; kill < 12; kill += 1) {
        await tick(tools)
        left = 1 + (kill % 5)
        for (const runId of await unfinishedRuns())
          await advanceRun(runId, killed).catch(() => undefined)
        tools.clock.ms += 5 * MINUTE_MS
      }
      const backfill = await work(tools)
      const { stored, known, failed } = backfill
      expect(backfill).toMatchObject({ state: 'done', listed: 24, added: 24 })
      expect({ ended: stored + known + failed, articles: await storedCount() }).toEqual({
        ended: 24,
        articles: 24 - failed,
      })
    },
    TEST_MS,
  )

  it(
    'gives way to a run by hand, which fetches what is listed now first',
    async () => {
      const archive = createFakeArchive(60, 'sitemap')
      const tools = await begun(archive)
      archive.override('/rss.xml', () =>
        xml(`<rss version="2.0"><channel><title>Phố</title>
        <item><title>Tin mới nhất</title><link>${archive.origin}/tin-moi</link></item>
        <item><title>Cũ mà mới</title><link>${archive.origin}/bai-viet-cu-so-60</link></item>
      </channel></rss>`),
      )
      archive.put({ slug: 'tin-moi', title: 'Tin mới nhất của phố' })
      await tick(tools)
      const [backfillRun = ''] = await unfinishedRuns()
      await advanceRun(backfillRun, tools)
      const fresh = await openedRun('pho', tools.now())
      expect(await unfinishedRuns()).toEqual([fresh])
      const asked = archive.log.length
      await advanceRun(fresh, tools)
      const articles = archive.log.slice(asked).filter((line) => /tin-moi|bai-viet/.test(line))
      expect(articles).toEqual(['GET /tin-moi 200', 'GET /bai-viet-cu-so-60 200'])
      expect(await work(tools)).toMatchObject({ state: 'done', added: 60 })
      expect(await storedCount()).toBe(61)
    },
    TEST_MS,
  )

  it(
    'gives way to a scheduled run as soon as that is due',
    async () => {
      const archive = createFakeArchive(60, 'sitemap')
      const tools = await begun(archive)
      await tick(tools)
      const [backfillRun = ''] = await unfinishedRuns()
      await advanceRun(backfillRun, tools)
      await env.DB.prepare('UPDATE partners SET next_run_at = ?')
        .bind(tools.now().toISOString())
        .run()
      await tick(tools)
      expect(await rows('SELECT cause, state FROM runs ORDER BY queued_at')).toEqual([
        { cause: 'backfill', state: 'done' },
        { cause: 'schedule', state: 'queued' },
      ])
    },
    TEST_MS,
  )

  it(
    'opens no run of a partner that is due, paused or failing',
    async () => {
      const archive = createFakeArchive(5, 'sitemap')
      const tools = await begun(archive)
      for (const change of [
        `next_run_at = '${new Date(START - 1).toISOString()}'`,
        'is_visited = 0',
        `state = 'paused'`,
      ]) {
        await env.DB.prepare(`UPDATE partners SET next_run_at = '${FAR}', is_visited = 1,
        state = 'active'`).run()
        await env.DB.prepare(`UPDATE partners SET ${change}`).run()
        await tick(tools)
        expect(await rows(`SELECT id FROM runs WHERE cause = 'backfill'`), change).toEqual([])
      }
    },
    TEST_MS,
  )

  it(
    'spends half of the day’s pages at most, and goes on the next day',
    async () => {
      const archive = createFakeArchive(20, 'sitemap')
      const tools = await begun(archive)
      await env.DB.prepare('UPDATE partners SET pages_per_day = 16').run()
      expect(await work(tools, { minutes: 30 })).toMatchObject({ state: 'running', stored: 8 })
      expect(await rows('SELECT pages_spent FROM partners')).toEqual([{ pages_spent: 8 }])
      tools.clock.ms += 24 * 60 * MINUTE_MS
      expect(await work(tools, { minutes: 30 })).toMatchObject({ state: 'running', stored: 16 })
      tools.clock.ms += 24 * 60 * MINUTE_MS
      expect(await work(tools, { minutes: 30 })).toMatchObject({ state: 'done', stored: 20 })
    },
    TEST_MS,
  )

  it(
    'leaves alone what the day has spent on fresh pages already',
    async () => {
      const archive = createFakeArchive(20, 'sitemap')
      const tools = await begun(archive)
      await env.DB.prepare('UPDATE partners SET pages_per_day = 16, spent_on = ?, pages_spent = 13')
        .bind(tools.now().toISOString().slice(0, 10))
        .run()
      expect(await work(tools, { minutes: 20 })).toMatchObject({ state: 'running', stored: 3 })
    },
    TEST_MS,
  )

  it(
    'takes the only page of a day, and rests until the next one',
    async () => {
      const tools = await begun(createFakeArchive(2, 'sitemap'))
      await env.DB.prepare('UPDATE partners SET pages_per_day = 1').run()
      expect(await work(tools, { minutes: 5 })).toMatchObject({ state: 'running', stored: 1 })
      const [{ runs } = {}] = await rows('SELECT COUNT(*) AS runs FROM runs')
      expect(runs).toBeLessThan(4)
      tools.clock.ms += 24 * 60 * MINUTE_MS
      expect(await work(tools, { minutes: 5 })).toMatchObject({ state: 'done', stored: 2 })
    },
    TEST_MS,
  )

  it(
    'fetches only what was published in the days asked for',
    async () => {
      const archive = createFakeArchive(6, 'sitemap')
      const { origin } = archive
      const addresses = archive.paths.map((path) => origin + path)
      archive.override('/sitemap.xml', () =>
        xml(urlset([...addresses, `${origin}/2019/03/bai-cu`, `${origin}/tag/pho`])),
      )
      const july = await begun(archive, { since: '2024-07-01', until: '2024-07-31' })
      expect(await work(july)).toMatchObject({ state: 'done', listed: 8, skipped: 2, stored: 6 })
      await start(july, 'b2', { since: '2020-01-01', until: '2020-12-31' })
      expect(await work(july, { id: 'b2' })).toMatchObject({ state: 'done', added: 0, stored: 0 })
    },
    TEST_MS,
  )

  it(
    'does not keep what turns out to be of other days, and does for whoever asks for those',
    async () => {
      const archive = createFakeArchive(4, 'sitemap')
      const tools = await begun(archive, { since: null, until: '2023-12-31' })
      expect(await work(tools)).toMatchObject({ state: 'done', added: 4, outside: 4, stored: 0 })
      expect(await storedCount()).toBe(0)
      tools.clock.ms += MINUTE_MS
      await start(tools, 'b2')
      expect(await work(tools, { id: 'b2' })).toMatchObject({ state: 'done', added: 4, stored: 4 })
    },
    TEST_MS,
  )

  it(
    'adds as many pages as it may, and no more',
    async () => {
      const archive = createFakeArchive(30, 'sitemap')
      const backfill = await work(await begun(archive, { pagesMax: 12 }))
      expect(backfill).toMatchObject({ state: 'done', added: 12, stored: 12, isListed: true })
    },
    TEST_MS,
  )

  it(
    'counts and names what is missing or broken in the archive',
    async () => {
      const archive = createFakeArchive(6, 'sitemap')
      archive.override('/bai-2.xml.gz', () => new Response('weg', { status: 404 }))
      archive.override('/bai-viet-cu-so-1', () => new Response('weg', { status: 404 }))
      archive.override('/bai-viet-cu-so-4', () => html('<title>Giỏ hàng</title><p>Trống.</p>'))
      const backfill = await work(await begun(archive))
      expect(backfill).toMatchObject({ state: 'done', listed: 4, gone: 1, failed: 1, stored: 2 })
      expect(backfill.errors.map(({ url }) => new URL(url).pathname).sort()).toEqual([
        '/bai-2.xml.gz',
        '/bai-viet-cu-so-1',
        '/bai-viet-cu-so-4',
      ])
      expect(archive.asked('/bai-viet-cu-so-4')).toBe(1)
    },
    TEST_MS,
  )

  it(
    'asks again, later, for a list and a page that did not come',
    async () => {
      const archive = createFakeArchive(6, 'sitemap')
      const busy = () => new Response('', { status: 503 })
      archive.override('/tat-ca.xml', busy)
      archive.override('/bai-viet-cu-so-2', busy)
      const tools = await begun(archive)
      const waiting = await work(tools, { minutes: 3 })
      expect(waiting).toMatchObject({ state: 'running', listed: 0 })
      expect(archive.asked('/tat-ca.xml')).toBe(1)
      archive.restore('/tat-ca.xml')
      expect(await work(tools, { minutes: 10 })).toMatchObject({ isListed: true })
    },
    TEST_MS,
  )

  it(
    'leaves a calendar that always has a next month',
    async () => {
      const archive = createFakeArchive(3, 'listing')
      const slugs = archive.paths.map((path) => path.slice(1))
      archive.override('/', () => html(listingPage(slugs, '/page/100')))
      for (let page = 100; page < 200; page += 1) {
        archive.override(`/page/${page}`, () => html(listingPage([], `/page/${page + 1}`)))
      }
      const backfill = await work(await begun(archive))
      expect(backfill).toMatchObject({ state: 'done', stored: 3 })
      expect(archive.log.filter((line) => line.includes('/page/')).length).toBeLessThan(20)
      expect(backfill.errors).toEqual([
        { url: expect.any(String), message: expect.stringContaining('tell nothing new any more') },
      ])
    },
    TEST_MS,
  )

  it(
    'says so where nothing shows an archive',
    async () => {
      const archive = createFakeArchive(0, 'sitemap')
      archive.override('/sitemap.xml', () => new Response('', { status: 404 }))
      expect(await work(await begun(archive))).toMatchObject({
        state: 'failed',
        message: 'No sitemap and no listing shows its archive.',
      })
    },
    TEST_MS,
  )

  it(
    'ends its run within one page when its partner is paused, and goes on with it',
    async () => {
      const archive = createFakeArchive(12, 'sitemap')
      const tools = await begun(archive)
      const pause = (state: 'paused' | 'active') =>
        changePartner(env.DB, { id: 'pho', now: tools.now().toISOString() }, { state })
      archive.override('/bai-viet-cu-so-4', async () => {
        await pause('paused')
        archive.restore('/bai-viet-cu-so-4')
        return await archive.fetch(`${archive.origin}/bai-viet-cu-so-4`)
      })
      await work(tools, { minutes: 5 })
      const before = await storedCount()
      expect(before).toBeLessThan(12)
      expect(await backfillNow()).toMatchObject({ state: 'running', stored: before })
      await pause('active')
      await env.DB.prepare(`UPDATE partners SET next_run_at = '${FAR}'`).run()
      expect(await work(tools)).toMatchObject({ state: 'done', stored: 12, known: 0 })
    },
    TEST_MS,
  )

  it(
    'gives a list up that takes its process along each time',
    async () => {
      const archive = createFakeArchive(6, 'sitemap')
      const tools = await begun(archive)
      const isOver = () => archive.log.some((line) => line.includes('/bai-1.xml.gz'))
      const killed = toolsWith({
        ...tools,
        // What a fetch throws is an answer; what the clock throws ends the process.
        now: () => {
          if (isOver()) throw new Error('Killed.')
          return tools.now()
        },
      })
      for (let kill = 0; kill < 6; kill += 1) {
        archive.log.length = 0
        await tick(tools)
        for (const runId of await unfinishedRuns()) {
          await advanceRun(runId, killed).catch(() => undefined)
        }
        tools.clock.ms += 5 * MINUTE_MS
      }
      const backfill = await work(tools)
      expect(backfill).toMatchObject({ state: 'done', listed: 4, stored: 4 })
      expect(backfill.errors).toEqual([
        {
          url: `${archive.origin}/bai-1.xml.gz`,
          message: `${archive.origin}/bai-1.xml.gz was given up: 3 readings of it broke off.`,
        },
      ])
    },
    TEST_MS,
  )

  it('finds what is due of either kind without passing the other', async () => {
    for (const priority of [0, 1]) {
      const [plan] = await rows(`EXPLAIN QUERY PLAN SELECT url FROM frontier
        WHERE partner_id = 'pho' AND priority = ${priority} AND next_attempt_at <= '2027'`)
      expect(plan?.['detail']).toContain(
        'frontier_due (partner_id=? AND priority=? AND next_attempt_at<?)',
      )
    }
    const opened = await rows(`EXPLAIN QUERY PLAN SELECT b.id FROM backfills b
      JOIN partners p ON p.id = b.partner_id
      WHERE b.state IN ('queued', 'running') AND b.next_at <= '2027' ORDER BY b.next_at`)
    expect(opened[0]?.['detail']).toContain('backfills_due')
  })

  it(
    'ends with its partner',
    async () => {
      const archive = createFakeArchive(30, 'sitemap')
      const tools = await begun(archive)
      archive.override('/bai-viet-cu-so-5', async () => {
        await removePartner(env.DB, 'pho', tools.now().toISOString())
        return new Response('', { status: 404 })
      })
      expect(await work(tools)).toMatchObject({
        state: 'failed',
        message: 'The partner was removed.',
      })
      expect(await unfinishedRuns()).toEqual([])
      expect(await rows('SELECT * FROM frontier')).toEqual([])
    },
    TEST_MS,
  )

  it(
    'does not list an old article among the latest because it has no date',
    async () => {
      const archive = createFakeArchive(1, 'sitemap')
      const [path = ''] = archive.paths
      const dated = await (await archive.fetch(archive.origin + path)).text()
      archive.override(path, () => html(dated.replaceAll('10:03 AM, 09/07/2024', 'hôm nọ')))
      await work(await begun(archive))
      expect(await rows('SELECT published_at, sort_at FROM articles')).toEqual([
        { published_at: null, sort_at: '1970-01-01T00:00:00.000Z' },
      ])
    },
    TEST_MS,
  )
})
