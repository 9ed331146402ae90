/** Partners that are removed, or changed by an operator, while a run of theirs is under way. */

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { advanceRun } from '../../src/pipeline/advance-run.ts'
import { removePartner } from '../../src/storage/partners.ts'
import { createFakePartner, type FakePartner } from './fake-partner.ts'
import {
  addPartner,
  advanceToEnd,
  makeSourceDue,
  openedRun,
  reportOf,
  rows,
  type TestTools,
  toolsWith,
} from './tools-with.ts'

let blog: FakePartner
let tools: TestTools

beforeEach(async () => {
  blog = createFakePartner()
  for (let number = 1; number <= 15; number += 1) {
    blog.put({ slug: `bai-${number}`, title: `Chuyện ngõ số ${number}` })
  }
  tools = toolsWith({ fetch: blog.fetch })
  await addPartner()
})

const remove = () => removePartner(env.DB, 'pho', tools.now().toISOString())

/** Does `what` while the page of this path is being fetched. */
function during(path: string, what: () => Promise<unknown>): void {
  tools.fetch = async (input, init) => {
    const response = await blog.fetch(input, init)
    if (new URL(String(input)).pathname === path) await what()
    return response
  }
}

describe('removing a partner', () => {
  it('ends its run, so that the one added in its place starts afresh', async () => {
    const old = await openedRun('pho', tools.now())
    await advanceRun(old, tools)
    expect((await reportOf(old)).state).toBe('running')
    await remove()
    await addPartner()
    const report = await reportOf(old)
    expect(report).toMatchObject({ state: 'failed', errors: [{ url: 'pho' }] })
    expect(report.stored).toBeGreaterThan(0)
    const fresh = await openedRun('pho', tools.now())
    expect(fresh).not.toBe(old)
    await advanceToEnd(fresh, tools)
    expect(await reportOf(fresh)).toMatchObject({ state: 'done', discovered: 15, failed: 0 })
    expect(await rows(`SELECT id FROM articles WHERE state = 'published'`)).toHaveLength(15)
  })

  it('stores nothing any more of what is being fetched', async () => {
    await env.DB.prepare(
      `INSERT INTO subscriptions (id, partner_id, url, events, secret, state, created_at)
       VALUES ('s1', 'pho', 'https://blog.example/hook', '[]', 'whsec_AA==', 'active', '')`,
    ).run()
    during('/bai-2', remove)
    await advanceRun(await openedRun('pho', tools.now()), tools)
    expect(await rows('SELECT source_url, state FROM articles')).toEqual([
      { source_url: 'https://blog.example/bai-1', state: 'gone' },
    ])
    expect(blog.log.some((line) => line.startsWith('GET /bai-3'))).toBe(false)
    expect(await rows('SELECT * FROM frontier')).toEqual([])
    expect(await rows('SELECT id FROM events')).toHaveLength(1)
    expect(await rows('SELECT article_id FROM removals')).toHaveLength(1)
  })

  it('plans nothing of what is being discovered', async () => {
    during('/rss.xml', remove)
    const runId = await openedRun('pho', tools.now())
    await advanceRun(runId, tools)
    expect((await reportOf(runId)).state).toBe('failed')
    expect(await rows('SELECT * FROM frontier')).toEqual([])
    expect(await rows('SELECT * FROM run_pages')).toEqual([])
  })
})

describe('advanceRun', () => {
  it('ends a run whose pages nobody knows any more', async () => {
    const runId = await openedRun('pho', tools.now())
    await advanceRun(runId, tools)
    await env.DB.prepare('DELETE FROM frontier').run()
    await advanceRun(runId, tools)
    expect((await reportOf(runId)).state).toBe('failed')
  })

  it('asks for every listed article when an operator joins during discovery', async () => {
    await advanceToEnd(await openedRun('pho', tools.now()), tools)
    await makeSourceDue()
    during('/rss.xml', () => openedRun('pho', tools.now(), 'operator'))
    const runId = await openedRun('pho', tools.now(), 'schedule')
    await advanceToEnd(runId, tools)
    expect(await reportOf(runId)).toMatchObject({ state: 'done', unchanged: 15 })
  })

  it('asks for none of them without its turn at the host', async () => {
    await advanceToEnd(await openedRun('pho', tools.now()), tools)
    await makeSourceDue()
    const holders: unknown[] = []
    tools.fetch = async (input, init) => {
      const held = 'SELECT held_by FROM hosts WHERE held_by IS NOT NULL'
      const response = await blog.fetch(input, init)
      holders.push(...(await rows(held)))
      if (String(input).endsWith('/rss.xml')) await openedRun('pho', tools.now(), 'operator')
      return response
    }
    blog.log.length = 0
    await advanceToEnd(await openedRun('pho', tools.now(), 'schedule'), tools)
    expect(blog.log).toHaveLength(1 + 15)
    expect(holders).toHaveLength(blog.log.length)
  })
})
