/** Backfills over HTTP: for operators' scripts and at the desk. */

import { env } from 'cloudflare:workers'
import { load } from 'cheerio'
import { beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { backfillSchema } from '../../src/articles/backfill.ts'
import { insertPartner } from '../../src/storage/partners.ts'
import { partnerWith } from '../partner-with.ts'
import { appWith, TOKEN } from './app-with.ts'

const FAR = '2030-01-01T00:00:00.000Z'

/** Wakes nobody: what these runs would fetch is no matter here. */
const deafQueue = new Proxy(env.RUN_QUEUE, { get: () => () => Promise.resolve() })

function app() {
  return appWith({ bindings: { RUN_QUEUE: deafQueue } })
}

async function start(body?: unknown, test = app()): Promise<string> {
  const answer = await test.operate('POST', '/partners/nhip-cho/backfill', body)
  expect(answer.status).toBe(202)
  return z.object({ backfillId: z.string() }).parse(await answer.json()).backfillId
}

async function backfillOf(id: string) {
  const answer = await app().operate('GET', `/backfills/${id}`)
  return backfillSchema.parse(await answer.json())
}

async function runStates(): Promise<unknown[]> {
  const { results } = await env.DB.prepare('SELECT state FROM runs ORDER BY queued_at, id').all()
  return results.map(({ state }) => state)
}

beforeEach(async () => {
  const partner = partnerWith({ nextRunAt: FAR })
  await insertPartner(env.DB, partner, partner.url, [])
})

describe('POST /api/admin/partners/:id/backfill', () => {
  it('starts one with nothing said, and its first run', async () => {
    const id = await start()
    expect(await backfillOf(id)).toMatchObject({
      state: 'queued',
      partnerId: 'nhip-cho',
      since: null,
      until: null,
      pagesMax: 10_000,
    })
    expect(await runStates()).toEqual(['queued'])
  })

  it('gives the id of the one under way, as runs do', async () => {
    const test = app()
    const first = await start({ since: '2020-01-01' }, test)
    expect(await start({ since: '2024-01-01' }, test)).toBe(first)
  })

  it('starts another where one was stopped, which ends with it', async () => {
    const test = app()
    const first = await start({}, test)
    await test.operate('POST', `/backfills/${first}/stop`)
    const second = await start({ pagesMax: 5 }, test)
    expect(second).not.toBe(first)
    expect(await backfillOf(first)).toMatchObject({ state: 'failed' })
    expect(await backfillOf(second)).toMatchObject({ state: 'queued', pagesMax: 5 })
  })

  it.each([
    ['no day', { since: 'yesterday' }],
    ['a day that is not there', { until: '2024-02-31' }],
    ['an end before its beginning', { since: '2024-02-01', until: '2024-01-01' }],
    ['no pages', { pagesMax: 0 }],
    ['more pages than there may be', { pagesMax: 1_000_000 }],
    ['what it does not know', { from: '2024-01-01' }],
  ])('refuses %s', async (_case, body) => {
    expect((await app().operate('POST', '/partners/nhip-cho/backfill', body)).status).toBe(400)
    expect(await runStates()).toEqual([])
  })

  it('knows no partner that is not there', async () => {
    expect((await app().operate('POST', '/partners/nobody/backfill', {})).status).toBe(404)
  })
})

describe('POST /api/admin/backfills/:id/stop and resume', () => {
  it('stops with its run, and goes on with another', async () => {
    const test = app()
    const id = await start({}, test)
    const stopped = await test.operate('POST', `/backfills/${id}/stop`)
    expect(await stopped.json()).toMatchObject({ id, state: 'stopped' })
    expect(await runStates()).toEqual(['done'])
    test.clock.ms += 1_000
    const resumed = await test.operate('POST', `/backfills/${id}/resume`)
    expect(await resumed.json()).toMatchObject({ id, state: 'queued' })
    expect(await runStates()).toEqual(['done', 'queued'])
  })

  it.each(['stop', 'resume'])('says that there is nothing to %s', async (action) => {
    expect((await app().operate('POST', `/backfills/none/${action}`)).status).toBe(404)
  })
})

describe('GET /api/admin/backfills', () => {
  it('lists them, newest first, page by page', async () => {
    const test = app()
    const ids: string[] = []
    for (let count = 0; count < 3; count += 1) {
      test.clock.ms += 1_000
      const id = await start({}, test)
      await test.operate('POST', `/backfills/${id}/stop`)
      ids.unshift(id)
    }
    const schema = z.object({ items: z.array(backfillSchema), nextCursor: z.nullable(z.string()) })
    const ask = async (query: string) =>
      schema.parse(await (await test.operate('GET', `/backfills?${query}`)).json())
    const first = await ask('limit=2&partner=nhip-cho')
    const rest = await ask(`limit=2&cursor=${first.nextCursor}`)
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids)
    expect(rest.nextCursor).toBeNull()
    expect((await ask('partner=nobody')).items).toEqual([])
  })

  it('is for the operator alone', async () => {
    expect((await app().ask('/api/admin/backfills')).status).toBe(401)
  })
})

describe('/admin/backfills', () => {
  async function signedIn(test: ReturnType<typeof app>) {
    const form = new URLSearchParams({ token: TOKEN })
    const answer = await test.ask('/admin/sign-in', { method: 'POST', body: form })
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    const page = async () =>
      load(await (await test.ask('/admin/backfills', { headers: { cookie } })).text())
    const csrf = String((await page())('input[name=csrf]').first().val())
    const post = (path: string, fields: Record<string, string>) =>
      test.ask(path, {
        method: 'POST',
        headers: { cookie },
        body: new URLSearchParams({ csrf, ...fields }),
      })
    return { page, post }
  }

  it('starts, stops and resumes one without any script', async () => {
    const desk = await signedIn(app())
    const typed = { partner: 'nhip-cho', since: '2020-01-01', until: '', pagesMax: '50' }
    expect((await desk.post('/admin/backfills', typed)).status).toBe(303)
    const stop = (await desk.page())('.row form').attr('action') ?? ''
    expect(stop).toMatch(/\/stop$/)
    expect((await desk.post(stop, {})).status).toBe(303)
    const resume = (await desk.page())('.row form').attr('action') ?? ''
    expect(resume).toMatch(/\/resume$/)
    expect((await desk.post(resume, {})).status).toBe(303)
    expect((await desk.page())('.row form').attr('action')).toBe(stop)
  })

  it('says what is wrong with what was typed, and does nothing without the token', async () => {
    const desk = await signedIn(app())
    const wrong = { partner: 'nhip-cho', since: '2024-02-01', until: '2024-01-01' }
    const answer = await desk.post('/admin/backfills', wrong)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('must not be before')
    expect((await desk.post('/admin/backfills', { ...wrong, csrf: 'x' })).status).toBe(400)
    expect(await runStates()).toEqual([])
  })
})
