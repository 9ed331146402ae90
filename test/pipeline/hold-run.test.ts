/** Who holds a run: for as long as requests take, and never two at once; what kills its holder ends. */

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { advanceRun } from '../../src/pipeline/advance-run.ts'
import { createFakePartner, type FakePartner } from './fake-partner.ts'
import {
  addPartner,
  advanceToEnd,
  openedRun,
  reportOf,
  rows,
  START,
  type TestTools,
  toolsWith,
} from './tools-with.ts'

const HOUR_MS = 60 * 60_000

/** A lease, and a margin. */
const LEASE_OVER_MS = 3 * 60_000

let blog: FakePartner
let tools: TestTools

beforeEach(async () => {
  blog = createFakePartner()
  for (const slug of ['via-he', 'tra-da', 'cho-dem']) blog.put({ slug, title: `Chuyện ${slug}` })
  tools = toolsWith({ fetch: blog.fetch })
  await addPartner()
})

async function leaseUntil(): Promise<number> {
  const [row] = await rows('SELECT lease_until FROM runs')
  return Date.parse(String(row?.['lease_until']))
}

/** Wakes the run; its process dies when it asks for `path`. */
async function dieAt(path: string, runId: string): Promise<void> {
  const death = Promise.withResolvers<void>()
  const dying: TestTools = {
    ...tools,
    fetch: (input, init) => {
      if (new URL(String(input)).pathname !== path) return blog.fetch(input, init)
      death.resolve()
      return new Promise(() => undefined)
    },
  }
  await Promise.race([advanceRun(runId, dying), death.promise])
  tools.clock.ms += LEASE_OVER_MS
}

describe('holdRun', () => {
  it('keeps the lease through a chain of redirects with long pauses', async () => {
    blog.override('/robots.txt', () => new Response('User-agent: *\nCrawl-delay: 30'))
    for (const hop of [1, 2, 3, 4]) {
      blog.override(
        hop === 1 ? '/via-he' : `/via-he-${hop}`,
        () => new Response(null, { status: 302, headers: { location: `/via-he-${hop + 1}` } }),
      )
    }
    const leftMs: number[] = []
    tools.fetch = async (input, init) => {
      tools.clock.ms += 14_000
      leftMs.push((await leaseUntil()) - tools.clock.ms)
      return await blog.fetch(input, init)
    }
    await advanceToEnd(await openedRun('pho', tools.now()), tools)
    expect(tools.clock.ms - START).toBeGreaterThan(5 * 60_000)
    expect(Math.min(...leftMs)).toBeGreaterThan(0)
  })

  it('stops when the run has come into other hands, and does not take it back', async () => {
    const theirs = new Date(START + 60 * 60_000).toISOString()
    tools.fetch = async (input, init) => {
      if (String(input).endsWith('/via-he')) {
        await env.DB.prepare('UPDATE runs SET lease_until = ?').bind(theirs).run()
      }
      return await blog.fetch(input, init)
    }
    await advanceRun(await openedRun('pho', tools.now()), tools)
    expect(blog.log.some((line) => line.startsWith('GET /tra-da'))).toBe(false)
    expect(await leaseUntil()).toBe(Date.parse(theirs))
  })
})

describe('advanceRun', () => {
  it('gives a page up that its process dies of three times, and visits the others', async () => {
    const runId = await openedRun('pho', tools.now())
    for (const _time of [1, 2, 3]) await dieAt('/tra-da', runId)
    await advanceToEnd(runId, tools)
    const report = await reportOf(runId)
    expect(report).toMatchObject({ state: 'done', stored: 2, failed: 1 })
    expect(report.errors[0]?.url).toBe('https://blog.example/tra-da')
    expect(report.errors[0]?.message).toContain('given up')
  })

  it('gives a run up whose discovery its process dies of three times', async () => {
    const runId = await openedRun('pho', tools.now())
    for (const _time of [1, 2, 3]) await dieAt('/rss.xml', runId)
    await advanceRun(runId, tools)
    expect(await reportOf(runId)).toMatchObject({
      state: 'failed',
      errors: [{ url: 'https://blog.example/' }],
    })
    const [partner] = await rows('SELECT state, failures, next_run_at FROM partners')
    const sparedUntil = new Date(tools.clock.ms + 6 * HOUR_MS).toISOString()
    expect(partner).toEqual({ state: 'active', failures: 0, next_run_at: sparedUntil })
  })

  it('ends a run whose discovery meets a fault of ours, and logs it', async () => {
    tools.sleep = () => Promise.reject(new Error('no such clock'))
    const runId = await openedRun('pho', tools.now())
    await advanceRun(runId, tools)
    const report = await reportOf(runId)
    expect(report.state).toBe('failed')
    expect(report.errors[0]?.message).toContain('internal error')
    expect(tools.logged.join()).toContain('no such clock')
  })
})
