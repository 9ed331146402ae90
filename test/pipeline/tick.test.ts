/** The cron's tick: opens what is due, revives what was dropped, and may overlap. */

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { advanceRun } from '../../src/pipeline/advance-run.ts'
import { tick } from '../../src/pipeline/tick.ts'
import { findRun } from '../../src/storage/run-reports.ts'
import { createFakePartner } from './fake-partner.ts'
import { addPartner, openedRun, START, toolsWith } from './tools-with.ts'

function recordingQueue() {
  const sent: unknown[] = []
  const queue = new Proxy(env.RUN_QUEUE, {
    get: (_queue, name) => (batch: Iterable<{ body: unknown }> | unknown) => {
      if (name === 'sendBatch' && Array.isArray(batch)) sent.push(...batch.map(({ body }) => body))
      else sent.push(batch)
      return Promise.resolve()
    },
  })
  return { queue, sent }
}

async function runIds(): Promise<string[]> {
  const { results } = await env.DB.prepare('SELECT id FROM runs').all()
  return results.map((row) => String(row['id']))
}

describe('tick', () => {
  it('wakes one run for a partner that was added, and it brings the articles in', async () => {
    const { queue, sent } = recordingQueue()
    const blog = createFakePartner()
    blog.put({ slug: 'via-he', title: 'Vỉa hè lên sóng' })
    const tools = toolsWith({ runQueue: queue, fetch: blog.fetch })
    await addPartner()
    await tick(tools)
    const [runId = ''] = await runIds()
    expect(sent).toEqual([{ kind: 'run', runId }])
    await advanceRun(runId, tools)
    expect(await findRun(env.DB, runId)).toMatchObject({ state: 'done', stored: 1 })
  })

  it('opens one run when ticks overlap', async () => {
    const { queue, sent } = recordingQueue()
    const tools = toolsWith({ runQueue: queue })
    await addPartner()
    await Promise.all([tick(tools), tick(tools)])
    expect(await runIds()).toHaveLength(1)
    expect(sent).toHaveLength(1)
  })

  it('wakes a run again whose message was lost', async () => {
    const { queue, sent } = recordingQueue()
    await addPartner({ nextRunAt: new Date(START + 3_600_000).toISOString() })
    const runId = await openedRun('pho', new Date(START))
    const tools = toolsWith({ runQueue: queue })
    await tick(tools)
    expect(sent).toEqual([])
    tools.clock.ms += 31_000
    await tick(tools)
    expect(sent).toEqual([{ kind: 'run', runId }])
  })

  it('forgets runs that are older than a month', async () => {
    await addPartner({ nextRunAt: '2030-01-01T00:00:00.000Z' })
    const runId = await openedRun('pho', new Date(START))
    const tools = toolsWith({ runQueue: recordingQueue().queue })
    await advanceRun(runId, tools)
    tools.clock.ms += 31 * 24 * 3_600_000
    await tick(tools)
    expect(await runIds()).not.toContain(runId)
  })
})
