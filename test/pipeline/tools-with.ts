/** The pipeline's tools for a test: real D1, KV and queues, a partner that is a function, a clock to turn. */

import { env } from 'cloudflare:workers'
import type { Partner } from '../../src/articles/partner.ts'
import type { Run } from '../../src/articles/run.ts'
import { advanceRun } from '../../src/pipeline/advance-run.ts'
import type { PipelineTools } from '../../src/pipeline/tools.ts'
import { insertPartner } from '../../src/storage/partners.ts'
import { findRun } from '../../src/storage/run-reports.ts'
import { openRun } from '../../src/storage/runs.ts'
import { partnerWith } from '../partner-with.ts'

export const START = Date.UTC(2026, 10, 23, 10)

export type TestTools = PipelineTools & { clock: { ms: number }; logged: string[] }

/** Wakes nobody: a test advances its runs itself, and the Worker's own consumer stays asleep. */
export const deafQueue = new Proxy(env.RUN_QUEUE, { get: () => () => Promise.resolve() })

export function toolsWith(changes: Partial<PipelineTools> = {}): TestTools {
  const clock = { ms: START }
  const logged: string[] = []
  return {
    db: env.DB,
    content: env.CONTENT,
    runQueue: deafQueue,
    deliveryQueue: env.DELIVERY_QUEUE,
    fetch: () => Promise.reject(new Error('This test has no network.')),
    now: () => new Date(clock.ms),
    random: () => 0.5,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    sleep: async (ms) => {
      clock.ms += ms
    },
    log: (event, fields) => logged.push(`${event} ${JSON.stringify(fields)}`),
    siteUrl: 'https://trendwire.example',
    siteTimezone: 'Asia/Ho_Chi_Minh',
    allowPrivateHosts: new Set(),
    fetchLimits: {},
    clock,
    logged,
    ...changes,
  }
}

export async function addPartner(changes: Partial<Partner> = {}): Promise<Partner> {
  const partner = partnerWith({
    id: 'pho',
    url: 'https://blog.example/',
    nextRunAt: new Date(START).toISOString(),
    ...changes,
  })
  await insertPartner(env.DB, partner, partner.url, [])
  return partner
}

let runs = 0

/** Opens a run as the operator or the schedule does; returns its id. */
export async function openedRun(
  partnerId: string,
  now: Date,
  cause: 'operator' | 'schedule' = 'operator',
): Promise<string> {
  runs += 1
  return await openRun(env.DB, { id: `r${runs}`, partnerId, cause, now: now.toISOString() })
}

/** More wake-ups than any run of a test takes. */
const WAKES_MAX = 200

/** Wakes a run until it has ended, and when it wants to be woken; returns how many wakes it took. */
export async function advanceToEnd(runId: string, tools: TestTools): Promise<number> {
  for (let wakes = 1; wakes <= WAKES_MAX; wakes += 1) {
    await advanceRun(runId, tools)
    const [run] = await rows(`SELECT state, lease_until FROM runs WHERE id = '${runId}'`)
    if (run?.['state'] !== 'queued' && run?.['state'] !== 'running') return wakes
    tools.clock.ms = Math.max(tools.clock.ms, Date.parse(String(run['lease_until'])))
  }
  throw new Error(`The run ${runId} does not come to an end.`)
}

/** What a partner lists is asked for by the next run, whatever was planned. */
export async function makeSourceDue(): Promise<void> {
  await env.DB.prepare(`UPDATE partners SET source_due_at = ''`).run()
}

export async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return (await env.DB.prepare(sql).all()).results
}

/** The run's report, which has to be there. */
export async function reportOf(runId: string): Promise<Run> {
  const run = await findRun(env.DB, runId)
  if (run === undefined) throw new Error('The run is not there.')
  return run
}
