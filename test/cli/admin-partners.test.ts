/** The operator's `partners` command: what it asks, what it prints, how it ends. */

import { describe, expect, it } from 'vitest'
import { partners } from '../../cli/admin-partners.ts'
import type { AlarmKind } from '../../src/articles/alarm.ts'
import { partnerWith, runWith } from '../partner-with.ts'
import { previewOf } from './admin-article-with.ts'
import { called } from './admin-call.ts'

const PATH = '/api/admin/partners'
const FIRST = `GET ${PATH}?limit=100`

describe('partners list', () => {
  it('follows the cursor from page to page under one heading', async () => {
    const paused = [partnerWith({ id: 'second', state: 'paused', isVisited: false })]
    const alarm = (kind: AlarmKind) => ({ kind, message: '', raisedAt: '2026-01-02T03:00:00Z' })
    const learnt = [
      partnerWith({
        id: 'third',
        state: 'degraded',
        alarms: [alarm('failing')],
        intervalMinutes: null,
        learntMinutes: 95,
      }),
      partnerWith({ id: 'fourth', intervalMinutes: null, alarms: [alarm('silent')] }),
    ]
    const { code, out, err } = await called(partners, ['list'], {
      [FIRST]: { body: { items: [partnerWith({ id: 'a' })], nextCursor: 'a b' } },
      [`${FIRST}&cursor=a%20b`]: {
        body: { items: [...paused, ...learnt], nextCursor: null },
      },
    })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.split('\n').map((line) => line.split(/ {2,}/).slice(0, 4))).toEqual([
      ['ID', 'STATE', 'EVERY', 'NEXT RUN'],
      ['a', 'active', '30 min', '2026-01-02T03:34:05Z'],
      ['second', 'paused', '30 min', '-'],
      ['third', 'degraded', '~95 min', '2026-01-02T03:34:05Z'],
      ['fourth', 'active, silent', 'learnt', '2026-01-02T03:34:05Z'],
      [''],
    ])
  })

  it('prints a line of JSON each, with what it does not know itself', async () => {
    const items = [
      { ...partnerWith({ id: 'a' }), articles: 7 },
      { ...partnerWith({ id: 'b' }), articles: 8 },
    ]
    const { out } = await called(partners, ['list', '--json'], {
      [FIRST]: { body: { items, nextCursor: null } },
    })
    const lines = out.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(items)
  })

  it('asks for no more than --limit', async () => {
    const { asked, code } = await called(partners, ['list', '--limit', '1'], {
      [`GET ${PATH}?limit=1`]: { body: { items: [partnerWith()], nextCursor: 'more' } },
    })
    expect(code).toBe(0)
    expect(asked).toHaveLength(1)
  })

  it('says so where there is none', async () => {
    const result = await called(partners, ['list'], {
      [FIRST]: { body: { items: [], nextCursor: null } },
    })
    expect(result).toMatchObject({ code: 0, out: '', err: 'There are none.\n' })
  })

  it('ends a list that leads back to where it was', async () => {
    const page = { body: { items: [partnerWith()], nextCursor: 'same' } }
    const { asked, code, err } = await called(partners, ['list', '--json'], {
      [FIRST]: page,
      [`${FIRST}&cursor=same`]: page,
    })
    expect(code).toBe(1)
    expect(err).toContain('leads back')
    expect(asked).toHaveLength(2)
  })

  it('lets no name of a partner steer the terminal', async () => {
    const items = [partnerWith({ name: 'A\u001b[2J\nB\u009b1m\u202ec' })]
    const { out } = await called(partners, ['list'], {
      [FIRST]: { body: { items, nextCursor: null } },
    })
    expect(out).toContain('A [2J B 1m c')
  })
})

describe('partners add', () => {
  const webhook = { id: 'wh_1', url: 'https://a.example/hook', events: [], secret: 'whsec_x' }

  it('sends what was given, numbers as numbers, and shows the secret', async () => {
    const args = ['--name', 'A', '--url', 'https://a.example/', '--interval-minutes', '30']
    const more = [
      '--pages-per-day',
      '50',
      '--republish',
      'excerpt',
      '--webhook',
      webhook.url,
      '--timezone',
      'Asia/Tokyo',
    ]
    const { code, out, asked } = await called(partners, ['add', ...args, ...more], {
      [`POST ${PATH}`]: { status: 201, body: { ...partnerWith(), webhook } },
    })
    expect(code).toBe(0)
    expect(asked[0]?.token).toBe('Bearer a-token')
    expect(asked[0]?.body).toEqual({
      name: 'A',
      url: 'https://a.example/',
      intervalMinutes: 30,
      pagesPerDay: 50,
      republish: 'excerpt',
      timezone: 'Asia/Tokyo',
      webhook: { url: webhook.url },
    })
    expect(out).toMatch(/secret \(shown once\) +whsec_x\n/)
  })

  it('runs the new partner where asked to, and prints both results', async () => {
    const args = ['add', '--name', 'A', '--url', 'https://a.example/', '--run', '--json']
    const { code, out } = await called(partners, args, {
      [`POST ${PATH}`]: { status: 201, body: partnerWith({ id: 'a' }) },
      [`POST ${PATH}/a/run`]: { status: 202, body: { runId: 'r1' } },
      'GET /api/admin/runs/r1': { body: runWith({ id: 'r1', failed: 0 }) },
    })
    const results = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(code).toBe(0)
    expect(results).toMatchObject([{ id: 'a' }, { id: 'r1', state: 'done' }])
  })

  it('prints why the instance refuses, on one line', async () => {
    const result = await called(partners, ['add', '--name', 'A', '--url', 'https://a.example/'], {
      [`POST ${PATH}`]: { status: 409, body: { detail: 'There is one\nalready: a.' } },
    })
    expect(result).toMatchObject({ code: 1, out: '', err: '409: There is one already: a.\n' })
  })

  it.each([
    ['no address', ['--name', 'A']],
    ['no name', ['--url', 'https://a.example/']],
    ['an unknown way to republish', ['--name', 'A', '--url', 'x', '--republish', 'half']],
    ['minutes that are no number', ['--name', 'A', '--url', 'x', '--interval-minutes', 'x']],
    ['an unknown option', ['--name', 'A', '--url', 'x', '--what']],
    ['a name without its option', ['--name', 'A', '--url', 'x', 'y']],
  ])('asks nobody and explains itself for %s', async (_case, args) => {
    const { code, out, err, asked } = await called(partners, ['add', ...args], {})
    expect({ code, out, asked }).toEqual({ code: 2, out: '', asked: [] })
    expect(err).toContain('\nusage: partners add ')
  })
})

describe('partners pause, resume, remove', () => {
  it.each([
    ['pause', 'paused'],
    ['resume', 'active'],
  ] as const)('%s makes the partner %s', async (word, state) => {
    const { code, out, asked } = await called(partners, [word, 'a'], {
      [`PATCH ${PATH}/a`]: { body: partnerWith({ id: 'a', state }) },
    })
    expect({ code, out }).toEqual({ code: 0, out: `a  ${state}\n` })
    expect(asked[0]?.body).toEqual({ state })
  })

  it('removes a partner', async () => {
    const replies = { [`DELETE ${PATH}/a`]: { status: 204 } }
    const people = await called(partners, ['remove', 'a'], replies)
    const scripts = await called(partners, ['remove', 'a', '--json'], replies)
    expect(people).toMatchObject({ code: 0, out: 'a  removed\n' })
    expect(JSON.parse(scripts.out)).toEqual({ id: 'a', removed: true })
  })

  it.each([['pause'], ['resume'], ['remove']])('%s says why it could not', async (word) => {
    const result = await called(partners, [word, 'a'], {})
    expect(result).toMatchObject({ code: 1, out: '', err: '404: There is nothing here.\n' })
  })
})

describe('partners preview', () => {
  it('prints the article and what was removed of the page', async () => {
    const { code, out, asked } = await called(partners, ['preview', 'https://a.example/1'], {
      'POST /api/admin/preview': { body: previewOf({ title: 'Ghế nhựa', text: 'Một.\n\nHai.' }) },
    })
    expect(code).toBe(0)
    expect(asked[0]?.body).toEqual({ url: 'https://a.example/1' })
    expect(out).toMatch(/^Ghế nhựa\n\nsource /)
    expect(out).toContain('\nMột.\n\nHai.\n')
    expect(out).toMatch(/repeated-block +38 +Thương hiệu\n$/)
  })

  it('says why a page is no article', async () => {
    const result = await called(partners, ['preview', 'https://a.example/1'], {
      'POST /api/admin/preview': { status: 422, body: { detail: 'No title.', reason: 'no-title' } },
    })
    expect(result).toMatchObject({ code: 1, err: '422: No title.\n' })
  })
})
