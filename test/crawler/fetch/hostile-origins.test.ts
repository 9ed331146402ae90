/** The guarded fetch in Node against a server that breaks every rule; test/e2e has the same in workerd. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FetchOptions, guardedFetch } from '../../../src/crawler/fetch/guarded-fetch.ts'
import { HOSTILE_CASES } from '../hostile-cases.ts'
import { type HostileServer, startHostileServer } from '../hostile-server.ts'

let server: HostileServer

beforeAll(async () => {
  server = await startHostileServer()
})

afterAll(async () => {
  await server.close()
})

function fetchFrom(path: string, options: Partial<FetchOptions> = {}) {
  return guardedFetch(`${server.origin}${path}`, {
    fetch: globalThis.fetch,
    accept: 'page',
    allowPrivateHosts: new Set([server.host]),
    ownHost: 'trendwire.example',
    userAgent: 'Trendwire/0.1 (+https://trendwire.example/about)',
    limits: { timeoutMs: 3000 },
    ...options,
  })
}

/** Short where the time is to run out. */
function limitsFor(outcome: Record<string, unknown>) {
  return { limits: { timeoutMs: outcome['reason'] === 'timeout' ? 150 : 10_000 } }
}

const consume = async (chunks: AsyncIterable<Uint8Array>) => {
  for await (const chunk of chunks) if (chunk.length === 0) break
}

describe('guardedFetch and a hostile server', () => {
  it.each(HOSTILE_CASES)('names $case', async ({ path, outcome, says = '', accept = 'page' }) => {
    const extras = accept === 'sitemap' ? { consume } : {}
    const seen = await fetchFrom(path, { accept, ...extras, ...limitsFor(outcome) })
    expect(seen).toMatchObject(outcome)
    expect(seen.ok ? '' : seen.message).toContain(seen.ok ? '' : `${server.origin}${path}${says}`)
    expect(seen.ok ? '.' : seen.message).toMatch(/[^.]\.$|^\.$/)
  })

  it('lets go of every connection', async () => {
    await expect.poll(() => server.openSockets(), { timeout: 5000 }).toBe(0)
  })
})
