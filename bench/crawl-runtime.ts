/** The Worker under workerd for one crawl: its partners, its ticks, and what it holds in memory. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startRuntime } from '../scripts/local-runtime.ts'
import { workerdMemory } from '../scripts/workerd-process.ts'
import type { CrawledBlog } from './crawled-blogs.ts'

const ADMIN_TOKEN = 'bench-admin-token-0123456789'
const POLL_MS = 100
const TIMEOUT_MS = 240_000

export type Crawl = {
  /** Visits all partners until the articles of these are stored; in seconds. */
  ingest: (blogs: readonly CrawledBlog[]) => Promise<number>
  /** Visits all partners once more, as the schedule does. */
  visitAgain: () => Promise<void>
  /** How long a tick takes that finds so many partners due, none of which can be reached. */
  tickMs: (duePartners: number) => Promise<number>
  /** Of the runtime, in MiB. */
  memory: () => Promise<number>
  stop: () => Promise<void>
}

export async function startCrawl(blogs: readonly CrawledBlog[]): Promise<Crawl> {
  const persistTo = await mkdtemp(join(tmpdir(), 'trendwire-crawl-'))
  const hosts = blogs.map(({ url }) => new URL(url).host)
  const runtime = await startRuntime({
    host: '127.0.0.1',
    port: 0,
    persistTo,
    vars: { ADMIN_TOKEN, ALLOW_PRIVATE_HOSTS: hosts.join(',') },
    onLog: () => undefined,
  })
  const headers = { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' }
  for (const [index, { url }] of blogs.entries()) {
    const body = JSON.stringify({ name: `Blog ${index}`, url })
    await fetch(`${runtime.url}/api/admin/partners`, { method: 'POST', headers, body })
  }

  /** Until no run of these partners is queued or running. */
  async function untilQuiet(sql: string): Promise<void> {
    const endsAt = Date.now() + TIMEOUT_MS
    for (;;) {
      const row = await runtime.db.prepare(sql).first<{ open: number }>()
      if (row?.open === 0) return
      if (Date.now() > endsAt) throw new Error('The crawl does not come to an end.')
      await sleep(POLL_MS)
    }
  }

  async function ingest(answering: readonly CrawledBlog[]): Promise<number> {
    const articles = answering.reduce((sum, { pages }) => sum + pages.length, 0)
    const startedAt = performance.now()
    await runtime.tick()
    await untilQuiet(`SELECT ${articles} - COUNT(*) AS open FROM articles`)
    return (performance.now() - startedAt) / 1000
  }

  async function visitAgain(): Promise<void> {
    const open = `SELECT COUNT(*) AS open FROM runs WHERE state IN ('queued', 'running')`
    await untilQuiet(open)
    await runtime.db
      .prepare(`UPDATE partners SET next_run_at = '', source_due_at = '', source_not_before = ''`)
      .run()
    // Their pages are not due so soon, and what is fresh is not asked for.
    await runtime.db
      .prepare(`UPDATE frontier SET next_attempt_at = '9999' WHERE next_attempt_at IS NOT NULL`)
      .run()
    await runtime.tick()
    await untilQuiet(open)
  }

  async function tickMs(duePartners: number): Promise<number> {
    await runtime.db
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
         INSERT INTO partners (id, url_key, name, url, republish, state, created_at, next_run_at)
         SELECT 'due-' || ?1 || '-' || i, 'due-' || ?1 || '-' || i, 'Due', 'http://10.0.0.1/', 'full',
           'active', '2026-01-01', '' FROM n`,
      )
      .bind(duePartners)
      .run()
    const startedAt = performance.now()
    await runtime.tick()
    const took = performance.now() - startedAt
    await untilQuiet(`SELECT COUNT(*) AS open FROM runs WHERE state IN ('queued', 'running')`)
    return took
  }

  return {
    ingest,
    visitAgain,
    tickMs,
    memory: workerdMemory,
    stop: async () => {
      await runtime.stop()
      await rm(persistTo, { recursive: true, force: true })
    },
  }
}
