/** The guarded fetch under workerd against a server that breaks every rule: bodies and headers come otherwise there. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOSTILE_CASES, WORKERD_CASES } from '../crawler/hostile-cases.ts'
import { type HostileServer, startHostileServer } from '../crawler/hostile-server.ts'
import { type GuardedRuntime, startGuardedRuntime } from './guarded-runtime.ts'

let server: HostileServer
let runtime: GuardedRuntime

beforeAll(async () => {
  server = await startHostileServer()
  runtime = await startGuardedRuntime()
})

afterAll(async () => {
  await runtime.stop()
  await server.close()
})

describe('guardedFetch in workerd and a hostile server', () => {
  const cases = [...HOSTILE_CASES, ...WORKERD_CASES]

  it.each(cases)('names $case', async ({ path, outcome, says = '', accept = 'page' }) => {
    const seen = await runtime.ask({
      url: `${server.origin}${path}`,
      host: server.host,
      accept,
      streams: accept === 'sitemap',
      timeoutMs: outcome['reason'] === 'timeout' ? 150 : 10_000,
    })
    expect(seen).toMatchObject(outcome)
    expect(seen.ok ? '' : seen.message).toContain(seen.ok ? '' : `${server.origin}${path}${says}`)
    expect(seen.ok ? '.' : seen.message).toMatch(/[^.]\.$|^\.$/)
  })

  it('lets go of every connection', async () => {
    await expect.poll(() => server.openSockets(), { timeout: 5000 }).toBe(0)
  })
})
