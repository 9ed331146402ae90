/** Whatever dies: no article is lost or doubled, and no host is asked twice at once. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { type CrawledBlog, openBlog } from '../../bench/crawled-blogs.ts'
import { type LocalRuntime, prepareRuntime, startRuntime } from '../../scripts/local-runtime.ts'
import { type OperatorClient, operatorClient } from '../../scripts/operator-client.ts'
import { workerdIds } from '../../scripts/workerd-process.ts'
import { freePort } from './servers.ts'

const ADMIN_TOKEN = 'end-to-end-admin-token'
const HOSTS = 4
const ARTICLES_PER_HOST = 40
const KILLS = 20

/** Of an answer of the partners, at most: a kill meets requests on their way. */
const ANSWER_MS_MAX = 25

/** Pages that one life of the runtime asks for, at most, and the longest that it may take for them. */
const PAGES_PER_LIFE_MAX = 12
const LIFE_MS_MAX = 10_000

const RUN_TIMEOUT_MS = 60_000

/** A restart takes a second, and several on a machine that has other things to do. */
const TEST_TIMEOUT_MS = 300_000

const pageSchema = z.object({
  items: z.array(z.object({ sourceUrl: z.string(), revision: z.int() })),
  nextCursor: z.nullable(z.string()),
})

/** The same numbers for the same seed, in [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

let blogs: CrawledBlog[] = []
let persistTo = ''
let start: () => Promise<LocalRuntime>
let runtime: LocalRuntime
let operator: OperatorClient

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const random = randomFrom(seed)

beforeAll(async () => {
  process.stdout.write(`SEED=${seed}\n`)
  const delay = (answer: () => void) => setTimeout(answer, random() * ANSWER_MS_MAX)
  blogs = await Promise.all(
    Array.from({ length: HOSTS }, (_, number) =>
      openBlog(number, { articles: ARTICLES_PER_HOST, delay }),
    ),
  )
  persistTo = await mkdtemp(join(tmpdir(), 'trendwire-kills-'))
  const script = await prepareRuntime(persistTo)
  const port = await freePort()
  const vars = {
    ADMIN_TOKEN,
    SITE_URL: `http://127.0.0.1:${port}`,
    ALLOW_PRIVATE_HOSTS: blogs.map(({ url }) => new URL(url).host).join(','),
  }
  const options = { host: '127.0.0.1', port, persistTo, vars, onLog: () => undefined }
  start = () => startRuntime(options, script)
  runtime = await start()
  operator = operatorClient(runtime.url, ADMIN_TOKEN)
  for (const [index, { url }] of blogs.entries()) {
    await operator.addPartner({ name: `Blog ${index}`, url, webhookUrl: `${url}hook` })
  }
})

afterAll(async () => {
  await runtime.stop()
  await Promise.all(blogs.map(({ close }) => close()))
  await rm(persistTo, { recursive: true, force: true })
})

/** Overlapping ticks, and messages that come twice: each request to run a partner wakes its run again. */
async function wakeEverything(): Promise<void> {
  const partners = [...(await operator.partnerIds()).values()]
  const ticks = [runtime.tick(), runtime.tick()]
  const wakes = [...partners, ...partners].map((id) => operator.startRun(id))
  await Promise.allSettled([...ticks, ...wakes])
}

const askedPages = () => blogs.reduce((sum, { asked }) => sum + asked.pages, 0)

/** Until the runtime has asked for some pages more, and a moment longer. */
async function someLife(): Promise<void> {
  const endsAt = Date.now() + LIFE_MS_MAX
  const until = askedPages() + 1 + Math.floor(random() * PAGES_PER_LIFE_MAX)
  while (askedPages() < until && Date.now() < endsAt) await sleep(2)
  await sleep(random() * ANSWER_MS_MAX)
}

async function killRuntime(): Promise<void> {
  for (const id of await workerdIds()) process.kill(id, 'SIGKILL')
  await runtime.stop().catch(() => undefined)
  runtime = await start()
}

async function articles(): Promise<z.infer<typeof pageSchema>['items']> {
  const items: z.infer<typeof pageSchema>['items'] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const answer = await fetch(`${runtime.url}/api/articles?limit=100&cursor=${cursor}`)
    const page = pageSchema.parse(await answer.json())
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return items
}

describe(`an ingestion whose runtime is killed ${KILLS} times`, () => {
  it(
    'loses no article, doubles none, and asks no host twice at once',
    async () => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const woken = wakeEverything().catch(() => undefined)
        await someLife()
        await killRuntime()
        await woken
      }
      expect(askedPages()).toBeGreaterThan(KILLS)
      for (const id of (await operator.partnerIds()).values()) {
        await operator.finishedRun(await operator.startRun(id), RUN_TIMEOUT_MS)
        // What was given up in a run, its visits having broken off too often, comes with the next one.
        await operator.finishedRun(await operator.startRun(id), RUN_TIMEOUT_MS)
      }
      const found = await articles()
      const expected = blogs.flatMap(({ pages }) => pages).toSorted()
      expect(found.map(({ sourceUrl }) => sourceUrl).toSorted()).toEqual(expected)
      expect(found.every(({ revision }) => revision === 1)).toBe(true)
      expect(blogs.map(({ asked }) => asked.atOnce)).toEqual(blogs.map(() => 1))
    },
    TEST_TIMEOUT_MS,
  )
})
