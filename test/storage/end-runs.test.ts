/** The end of a run: when its last page has ended, and not before. */

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { finishRun } from '../../src/storage/end-runs.ts'
import { takeInListed } from '../../src/storage/frontier.ts'
import { insertPartner } from '../../src/storage/partners.ts'
import { planRunPages } from '../../src/storage/plan-pages.ts'
import { recordVisit } from '../../src/storage/record-visit.ts'
import { findPendingPages } from '../../src/storage/run-pages.ts'
import { findRun } from '../../src/storage/run-reports.ts'
import { markRunning, openRun } from '../../src/storage/runs.ts'
import { partnerWith } from '../partner-with.ts'

const NOW = '2026-11-23T10:00:00.000Z'
const LATER = '2026-11-23T10:06:00.000Z'

beforeEach(() => insertPartner(env.DB, partnerWith({ id: 'p1', nextRunAt: NOW }), 'p1', []))

describe('finishRun', () => {
  const finish = async () =>
    (await finishRun(env.DB, { runId: 'r1', now: LATER, unplanned: false }).run()).meta.changes

  it('ends a run when every page has ended, and counts its pages', async () => {
    const listed = ['a', 'b', 'c'].map((key) => ({ url: `https://p.example/${key}`, urlKey: key }))
    await openRun(env.DB, { id: 'r1', partnerId: 'p1', cause: 'schedule', now: NOW })
    await env.DB.batch([
      ...takeInListed(env.DB, 'p1', listed, NOW),
      ...planRunPages(env.DB, { id: 'r1', partnerId: 'p1', now: NOW }),
      markRunning(env.DB, { id: 'r1', discovered: listed.length, notices: [] }),
    ])
    const run = { id: 'r1', partnerId: 'p1' }
    const pages = await findPendingPages(env.DB, run, 10)
    expect(pages.map((page) => page.urlKey)).toEqual(['a', 'b', 'c'])
    expect(await finish()).toBe(0)

    for (const [index, page] of pages.entries()) {
      const outcome = (['stored', 'unchanged', 'failed'] as const)[index] ?? 'gone'
      const visit = {
        runId: 'r1',
        partnerId: 'p1',
        urlKey: page.urlKey,
        outcome,
        fetched: outcome === 'stored',
        unanswered: false,
        message: outcome === 'failed' ? 'it answered 500' : null,
        state: 'fetched',
        failures: 0,
        notFound: 0,
        validators: undefined,
        moved: undefined,
        articleKey: undefined,
        recipeRevision: 0,
        missed: null,
        now: LATER,
        nextAttemptAt: null,
      } as const
      await env.DB.batch(recordVisit(env.DB, visit))
      // The same outcome again, as after a message that came twice, counts once.
      await env.DB.batch(recordVisit(env.DB, { ...visit, outcome: 'gone' }))
    }
    expect(await finish()).toBe(1)
    expect(await findRun(env.DB, 'r1')).toMatchObject({
      state: 'done',
      discovered: 3,
      fetched: 1,
      stored: 1,
      unchanged: 1,
      failed: 1,
      gone: 0,
      errors: [{ url: 'https://p.example/c', message: 'it answered 500' }],
    })
  })
})
