/** Lets a week pass: the pipeline as it is, real storage, and everything around it on one clock. */

import * as z from 'zod/mini'
import { partnerSchema } from '../../src/articles/partner.ts'
import { advanceRun } from '../../src/pipeline/advance-run.ts'
import { tick } from '../../src/pipeline/tick.ts'
import type { PipelineTools } from '../../src/pipeline/tools.ts'
import { runMessageSchema } from '../../src/storage/messages.ts'
import { insertPartner } from '../../src/storage/partners.ts'
import { findRun } from '../../src/storage/run-reports.ts'
import { badQueue } from './bad-queue.ts'
import { AFTERWARDS_MS, MINUTE_MS, TROUBLES, WEEK_END_MS, WEEK_START_MS } from './calendar.ts'
import { type Clock, createClock } from './clock.ts'
import type { Week } from './grade.ts'
import { createOrigin } from './origin.ts'
import { readOutcome } from './outcome.ts'
import { seeded } from './seeded.ts'
import { createServers, OLD_HOST, SILENT_HOST } from './servers.ts'

/** So often two ticks of the cron overlap. */
const OVERLAPPING = 0.1

const SEED = 7
const PAGES_PER_DAY = 60

const PARTNERS = [
  { id: 'pho', name: 'Phố Xu Hướng', url: `https://${OLD_HOST}/` },
  { id: 'am-thuc', name: 'Góc Bếp', url: `https://${OLD_HOST}/am-thuc/` },
  { id: 'im-lang', name: 'Im Lặng', url: `https://${SILENT_HOST}/` },
]

/** Migrated and empty. */
export type Storage = { db: D1Database; content: KVNamespace }

/** What the pipeline had to say of itself goes along: for whoever looks into a broken rule. */
export type Simulated = Week & { logged: string[] }

export async function simulateWeek({ db, content }: Storage): Promise<Simulated> {
  const clock = createClock(WEEK_START_MS)
  const random = seeded(SEED)
  const servers = createServers()
  const origin = createOrigin(servers, { clock, random })
  const { log, logged, states } = recorder(clock)
  const tools: PipelineTools = {
    db,
    content,
    runQueue: badQueue((body) => wake(body), { clock, random }),
    deliveryQueue: badQueue(() => Promise.resolve(), { clock, random }),
    fetch: origin.fetchFor('nobody'),
    now: () => new Date(clock.now()),
    random,
    randomBytes: (length) => Uint8Array.from({ length }, () => Math.floor(random() * 256)),
    sleep: clock.sleep,
    log,
    siteUrl: 'https://trendwire.example',
    siteTimezone: 'Asia/Ho_Chi_Minh',
    allowPrivateHosts: new Set(),
    fetchLimits: {},
  }
  const wake = async (body: unknown) => {
    const { runId } = runMessageSchema.parse(body)
    const partnerId = (await findRun(db, runId))?.partnerId ?? 'nobody'
    await advanceRun(runId, { ...tools, fetch: origin.fetchFor(partnerId) })
  }
  await addPartners(db)
  const endMs = WEEK_END_MS + AFTERWARDS_MS
  scheduleTick(WEEK_START_MS, tools, { clock, random })
  await withTimeoutsOf(clock, () => clock.runUntil(endMs))
  const written = [...servers.office, ...servers.neighbour]
  return {
    startMs: WEEK_START_MS,
    endMs,
    log: origin.log,
    allowances: [{ partner: 'pho', pagesPerDay: PAGES_PER_DAY }],
    outcome: await readOutcome(db, { written, states }),
    troubles: TROUBLES,
    main: 'pho',
    logged,
  }
}

type Recorder = Pick<PipelineTools, 'log'> & {
  logged: string[]
  states: Week['outcome']['states']
}

function recorder(clock: Clock): Recorder {
  const logged: string[] = []
  const states: Recorder['states'] = []
  return {
    logged,
    states,
    log: (event, fields) => {
      logged.push(`${new Date(clock.now()).toISOString()} ${event} ${JSON.stringify(fields)}`)
      if (event !== 'partner.state') return
      const { partnerId, state } = fields
      states.push({ partner: String(partnerId), state: String(state), atMs: clock.now() })
    },
  }
}

async function addPartners(db: D1Database): Promise<void> {
  const createdAt = new Date(WEEK_START_MS).toISOString()
  const rest = { feed: null, sitemap: null, listing: null, timezone: null, republish: 'full' }
  const state = { state: 'active', intervalMinutes: null, pagesPerDay: PAGES_PER_DAY }
  for (const partner of PARTNERS) {
    const whole = { ...partner, ...rest, ...state, createdAt, nextRunAt: createdAt }
    await insertPartner(db, partnerSchema.parse(whole), partner.url, [])
  }
}

/** A tick at every minute in which one finds something to do; the others would find nothing. */
function scheduleTick(
  atMs: number,
  tools: PipelineTools,
  around: { clock: Clock; random: () => number },
): void {
  const { clock, random } = around
  clock.at(atMs, async () => {
    await tick(tools)
    const minute = Math.floor(clock.now() / MINUTE_MS) + 1
    const next = Math.max(minute, Math.ceil((await dueMs(tools.db)) / MINUTE_MS)) * MINUTE_MS
    scheduleTick(next, tools, around)
    if (random() < OVERLAPPING) clock.at(next, () => tick(tools))
  })
}

/** When the next tick finds something: at once while a run is under way, which it might have to revive. */
async function dueMs(db: D1Database): Promise<number> {
  const row = await db
    .prepare(
      `SELECT iif(EXISTS (SELECT 1 FROM runs WHERE state IN ('queued', 'running')), '',
         (SELECT MIN(next_run_at) FROM partners WHERE is_visited = 1)) AS due`,
    )
    .first()
  return Date.parse(z.object({ due: z.string() }).parse(row).due) || 0
}

/** The guard's time-outs run on the clock of the week. */
async function withTimeoutsOf(clock: Clock, work: () => Promise<void>): Promise<void> {
  const standard = AbortSignal.timeout
  AbortSignal.timeout = clock.timeout
  try {
    await work()
  } finally {
    AbortSignal.timeout = standard
  }
}
