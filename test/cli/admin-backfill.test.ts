/** The operator's `backfill`: starting, watching, stopping and resuming, and what is wrong usage. */

import { describe, expect, it } from 'vitest'
import { backfill } from '../../cli/admin-backfill.ts'
import { backfillWith } from '../backfill-with.ts'
import { called } from './admin-call.ts'

const PATH = '/api/admin/backfills'
const STARTED = {
  'POST /api/admin/partners/a/backfill': { status: 202, body: { backfillId: 'b1' } },
}

function reports(...bodies: unknown[]) {
  return { ...STARTED, [`GET ${PATH}/b1`]: bodies.map((body) => ({ body })) }
}

describe('backfill', () => {
  it.each([
    ['by the partner alone', ['a'], {}],
    ['by its name', ['start', 'a'], {}],
    [
      'with days and pages',
      ['a', '--since', '2020-01-01', '--until', '2021-12-31', '--pages-max', '500'],
      { since: '2020-01-01', until: '2021-12-31', pagesMax: 500 },
    ],
    ['with an option in front', ['--since', '2020-01-01', 'a'], { since: '2020-01-01' }],
  ])('starts %s', async (_case, args, body) => {
    const { code, out, asked } = await called(backfill, args, STARTED)
    expect({ code, out }).toEqual({ code: 0, out: 'b1\n' })
    expect(asked[0]?.body).toEqual(body)
  })

  it.each([
    ['no partner', ['start']],
    ['two partners', ['a', 'b']],
    ['no day', ['a', '--since', 'yesterday']],
    ['no count', ['a', '--pages-max', '0']],
    ['nothing at all', []],
  ])('refuses %s as wrong usage', async (_case, args) => {
    const { code, asked } = await called(backfill, args, STARTED)
    expect({ code, asked }).toEqual({ code: 2, asked: [] })
  })

  it('watches until the end, and prints the report', async () => {
    const reading = backfillWith({ isListed: false })
    const done = backfillWith({ state: 'done', message: null })
    const { code, out, err } = await called(backfill, ['a', '--watch'], reports(reading, done))
    expect(code).toBe(0)
    expect(err).toBe('Backfill b1 is running, its lists are being read.\n')
    expect(out).toMatch(/state +done\nlisted +320\nskipped +20\nadded +300\nstored +90\n/)
  })

  it('draws a bar on a terminal', async () => {
    const replies = reports(backfillWith(), backfillWith({ state: 'stopped' }))
    const { err } = await called(backfill, ['show', 'b1', '--watch'], replies, { isTerminal: true })
    expect(err).toContain(`${'█'.repeat(10)}${'░'.repeat(20)} 100/300 Backfill b1 is running.`)
  })

  it('fails where the backfill failed, and says why', async () => {
    const errors = [
      { url: 'https://a.example/m.xml', message: 'https://a.example/m.xml answered 404.' },
    ]
    const failed = backfillWith({ state: 'failed', message: 'No archive.', errors })
    const { code, out } = await called(backfill, ['show', 'b1'], reports(failed))
    expect(code).toBe(1)
    expect(out).toContain('message   No archive.')
    expect(out).toContain('what went wrong:\n  https://a.example/m.xml answered 404.\n')
  })

  it.each([
    ['stop', 'stopped'],
    ['resume', 'running'],
  ] as const)('can %s one', async (action, state) => {
    const replies = { [`POST ${PATH}/b1/${action}`]: { body: backfillWith({ id: 'b1', state }) } }
    const { code, out } = await called(backfill, [action, 'b1'], replies)
    expect({ code, out }).toEqual({ code: 0, out: `b1  ${state}\n` })
  })

  it('lists them, for scripts too', async () => {
    const list = { body: { items: [backfillWith()], nextCursor: null } }
    const replies = { [`GET ${PATH}?limit=100`]: list }
    expect((await called(backfill, ['list'], replies)).out).toContain('100/300')
    const { out } = await called(backfill, ['list', '--json'], replies)
    expect(JSON.parse(out)).toEqual(backfillWith())
  })
})
