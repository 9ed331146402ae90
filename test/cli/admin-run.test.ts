/** The operator's `partners run`: waiting, how far it is, and the report. */

import { describe, expect, it } from 'vitest'
import { partners } from '../../cli/admin-partners.ts'
import { runWith } from '../partner-with.ts'
import { called } from './admin-call.ts'

const PATH = '/api/admin/partners'

describe('partners run', () => {
  const started = { [`POST ${PATH}/a/run`]: { status: 202, body: { runId: 'r1' } } }
  const report = (...bodies: unknown[]) => ({
    ...started,
    'GET /api/admin/runs/r1': bodies.map((body) => ({ body })),
  })
  const running = runWith({ state: 'running', stored: 4, duplicates: 0, updated: 1, failed: 0 })

  it('waits for the end, tells each stage once, and prints the report', async () => {
    const queued = runWith({ state: 'queued' })
    const done = runWith({ failed: 0 })
    const { code, out, err } = await called(
      partners,
      ['run', 'a'],
      report(queued, running, running, done),
    )
    expect(code).toBe(0)
    expect(err).toBe('Run r1 is queued.\nRun r1 is running.\n')
    expect(out).toMatch(/state +done\ndiscovered +14\nfetched +13\nstored +11\n/)
  })

  it('draws a bar on a terminal and leaves nothing of it', async () => {
    const replies = report(running, runWith({ failed: 0 }))
    const { err } = await called(partners, ['run', 'a', '--wait'], replies, { isTerminal: true })
    expect(err).toBe(
      `\r\u001b[K${'█'.repeat(10)}${'░'.repeat(20)} 5/14 Run r1 is running.\r\u001b[K`,
    )
  })

  it('fails where pages failed, and says which', async () => {
    const errors = [
      { url: 'https://a.example/1', message: 'https://a.example/1 answered 500.' },
      { url: 'https://a.example/2', message: 'is no article.' },
    ]
    const { code, out } = await called(
      partners,
      ['run', 'a'],
      report(runWith({ failed: 4, errors })),
    )
    const told = '  https://a.example/1 answered 500.\n  https://a.example/2: is no article.\n'
    expect(code).toBe(1)
    expect(out).toContain(`what went wrong:\n${told}  and 2 more\n`)
  })

  it('fails where the run failed as a whole', async () => {
    const failed = runWith({ state: 'failed', failed: 0 })
    expect(await called(partners, ['run', 'a'], report(failed))).toMatchObject({ code: 1 })
  })

  it('gives up waiting for a run that never ends', async () => {
    const { code, err } = await called(partners, ['run', 'a'], report(running))
    expect(code).toBe(1)
    expect(err).toContain('has not ended within an hour')
  })

  it.each([
    ['for people', ['--no-wait'], 'r1\n'],
    ['for scripts', ['--no-wait', '--json'], '{"runId":"r1"}\n'],
  ])('prints the id alone with --no-wait, %s', async (_case, options, expected) => {
    const { code, out, asked } = await called(partners, ['run', 'a', ...options], started)
    expect({ code, out }).toEqual({ code: 0, out: expected })
    expect(asked).toHaveLength(1)
  })

  it('says so where there is no such partner', async () => {
    const status = 404
    const replies = { [`POST ${PATH}/a%2Fb/run`]: { status, body: { detail: 'No such partner.' } } }
    const result = await called(partners, ['run', 'a/b'], replies)
    expect(result).toMatchObject({ code: 1, err: '404: No such partner.\n' })
  })
})
