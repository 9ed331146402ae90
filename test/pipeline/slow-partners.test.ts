/** Partners that let us wait: others come in between, and a host that is dead is found out. */

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
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

/** On the test's clock; really the test waits for some milliseconds. */
const TIMEOUT_MS = 15_000

function blogOf(origin: string, articles: number): FakePartner {
  const blog = createFakePartner(origin)
  for (let number = 1; number <= articles; number += 1) {
    blog.put({ slug: `bai-${number}`, title: `Chuyện ngõ số ${number}` })
  }
  return blog
}

/** Article pages of `silent` hang until the time-out; everything else answers. */
function toolsFor(blogs: FakePartner[], silent: (url: URL) => boolean): TestTools {
  const tools = toolsWith({ fetchLimits: { timeoutMs: 20 } })
  tools.fetch = (input, init) => {
    const url = new URL(String(input))
    if (silent(url)) return hang(init?.signal ?? undefined, tools)
    const blog = blogs.find(({ origin }) => origin === url.origin)
    return blog === undefined ? Promise.reject(new Error('no host')) : blog.fetch(input, init)
  }
  return tools
}

function hang(signal: AbortSignal | undefined, tools: TestTools): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => {
      tools.clock.ms += TIMEOUT_MS
      reject(signal.reason)
    })
  })
}

describe('advanceRun with slow partners', () => {
  it('lets another partner in between, where one consumer serves all in turn', async () => {
    const slow = blogOf('https://slow.example', 12)
    const quick = blogOf('https://blog.example', 3)
    const queue: string[] = []
    // Every second page hangs: the host is never found dead.
    const tools = toolsFor(
      [slow, quick],
      (url) => url.host === 'slow.example' && /[02468]$/.test(url.pathname),
    )
    tools.runQueue = new Proxy(env.RUN_QUEUE, {
      get: () => (message: { runId: string }) => Promise.resolve(queue.push(message.runId)),
    })
    await addPartner({ id: 'cham', url: 'https://slow.example/' })
    await addPartner()
    queue.push(await openedRun('cham', tools.now()))
    const quickRun = await openedRun('pho', tools.now())
    queue.push(quickRun)
    while ((await reportOf(quickRun)).state !== 'done') {
      await advanceRun(queue.shift() ?? '', tools)
    }
    expect(tools.clock.ms - START).toBeLessThan(60_000)
    while (queue.length > 0) await advanceRun(queue.shift() ?? '', tools)
    expect(await rows(`SELECT stored, failed FROM runs WHERE partner_id = 'cham'`)).toEqual([
      { stored: 6, failed: 6 },
    ])
  })

  it('asks a dead host three times, and says so of the pages that it did not ask for', async () => {
    const blog = blogOf('https://blog.example', 12)
    const asked: string[] = []
    const tools = toolsFor([blog], (url) => {
      if (url.pathname.startsWith('/bai-')) asked.push(url.pathname)
      return url.pathname.startsWith('/bai-')
    })
    await addPartner()
    const runId = await openedRun('pho', tools.now())
    expect(await advanceToEnd(runId, tools)).toBeGreaterThan(1)
    expect(asked).toEqual(['/bai-1', '/bai-2', '/bai-3'])
    const report = await reportOf(runId)
    expect(report).toMatchObject({ state: 'done', discovered: 12, failed: 12, stored: 0 })
    expect(report.errors).toHaveLength(12)
    expect(report.errors[0]?.message).toContain('did not answer within')
    expect(report.errors[11]).toEqual({
      url: 'https://blog.example/bai-12',
      message:
        'https://blog.example/bai-12 was not asked: the host did not answer three times in a row.',
    })
    expect(tools.clock.ms - START).toBeLessThan(75_000)
  })

  it('asks for the pages of a host that was dead by their schedule', async () => {
    const blog = blogOf('https://blog.example', 5)
    let dead = true
    const tools = toolsFor([blog], (url) => dead && url.pathname.startsWith('/bai-'))
    await addPartner()
    await advanceToEnd(await openedRun('pho', tools.now()), tools)
    dead = false
    tools.clock.ms += 6 * 60_000
    const again = await openedRun('pho', tools.now(), 'schedule')
    await advanceToEnd(again, tools)
    expect(await reportOf(again)).toMatchObject({ state: 'done', stored: 5 })
  })
})
