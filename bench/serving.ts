/** What a cached article page costs, against a route of the same Worker that answers a constant. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDemo } from '../demo/server.ts'
import { startRuntime } from '../scripts/local-runtime.ts'
import { operatorClient } from '../scripts/operator-client.ts'
import { type Comparison, comparison, median } from './comparison.ts'

const ADMIN_TOKEN = 'bench-admin-token-0123456789'
const ROUNDS = 5
const REQUESTS = 600
const CONCURRENT = 16
const RUN_TIMEOUT_MS = 60_000

export async function benchServing(): Promise<Comparison[]> {
  const persistTo = await mkdtemp(join(tmpdir(), 'trendwire-bench-'))
  const demo = await startDemo({ ports: { trendA: 0, trendB: 0 } })
  const blog = demo.blogs[0]
  const runtime = await startRuntime({
    host: '127.0.0.1',
    port: 0,
    persistTo,
    vars: { ADMIN_TOKEN, ALLOW_PRIVATE_HOSTS: new URL(blog.url).host },
    onLog: () => undefined,
  })
  try {
    const operator = operatorClient(runtime.url, ADMIN_TOKEN)
    const added = await operator.addPartner(blog)
    await operator.finishedRun(await operator.startRun(added?.id ?? ''), RUN_TIMEOUT_MS)
    const answer = await fetch(`${runtime.url}/api/articles?limit=1`)
    const slug = /"slug":"([^"]+)"/.exec(await answer.text())?.[1] ?? ''
    const article = `${runtime.url}/articles/${slug}`
    const constant = `${runtime.url}/robots.txt`
    const rates: Record<string, number[]> = { [article]: [], [constant]: [] }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [url, measured] of Object.entries(rates)) measured.push(await rateOf(url))
    }
    return [
      comparison(
        'cached article page / constant route',
        'requests/s',
        median(rates[article] ?? []),
        median(rates[constant] ?? []),
      ),
    ]
  } finally {
    await runtime.stop()
    await demo.close()
    await rm(persistTo, { recursive: true, force: true })
  }
}

async function rateOf(url: string): Promise<number> {
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: CONCURRENT }, async () => {
      for (let request = 0; request < REQUESTS / CONCURRENT; request += 1) {
        await (await fetch(url)).arrayBuffer()
      }
    }),
  )
  return REQUESTS / ((performance.now() - startedAt) / 1000)
}
