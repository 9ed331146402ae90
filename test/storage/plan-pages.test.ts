/** The plan of a run: what it visits, in which order, and nothing for whom nobody visits any more. */

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { takeInListed } from '../../src/storage/frontier.ts'
import { insertPartner, removePartner } from '../../src/storage/partners.ts'
import { planRunPages } from '../../src/storage/plan-pages.ts'
import { findPendingPages } from '../../src/storage/run-pages.ts'
import { findRun } from '../../src/storage/run-reports.ts'
import { openRun } from '../../src/storage/runs.ts'
import { partnerWith } from '../partner-with.ts'

const NOW = '2026-11-23T10:00:00.000Z'
const LATER = '2026-11-23T10:06:00.000Z'

beforeEach(() => insertPartner(env.DB, partnerWith({ id: 'p1', nextRunAt: NOW }), 'p1', []))

describe('planRunPages', () => {
  const addresses = (count: number) =>
    Array.from({ length: count }, (_, index) => `p.example/bai-${count - index}`).map((urlKey) => ({
      url: `https://${urlKey}`,
      urlKey,
    }))

  it('plans every listed article of an operator’s run, in the partner’s order', async () => {
    const listed = addresses(4_000)
    for (const [runId, now] of [
      ['r1', NOW],
      ['r2', LATER],
    ] as const) {
      await env.DB.prepare(`UPDATE runs SET state = 'done'`).run()
      await openRun(env.DB, { id: runId, partnerId: 'p1', cause: 'operator', now })
      await env.DB.batch([
        ...takeInListed(env.DB, 'p1', listed, now),
        ...planRunPages(env.DB, { id: runId, partnerId: 'p1', now }),
        env.DB.prepare('UPDATE frontier SET next_attempt_at = NULL'),
      ])
      const pages = await findPendingPages(env.DB, { id: runId, partnerId: 'p1' }, 5_000)
      expect(pages.map((page) => page.urlKey)).toEqual(listed.map(({ urlKey }) => urlKey))
    }
  })

  it('plans nothing for a partner that was removed meanwhile', async () => {
    await openRun(env.DB, { id: 'r1', partnerId: 'p1', cause: 'operator', now: NOW })
    await removePartner(env.DB, 'p1', NOW)
    await env.DB.batch([
      ...takeInListed(env.DB, 'p1', addresses(3), NOW),
      ...planRunPages(env.DB, { id: 'r1', partnerId: 'p1', now: NOW }),
    ])
    expect(await findPendingPages(env.DB, { id: 'r1', partnerId: 'p1' }, 10)).toEqual([])
    expect(await findRun(env.DB, 'r1')).toMatchObject({ state: 'failed' })
  })
})
