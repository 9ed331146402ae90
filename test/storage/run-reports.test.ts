/** The reports of runs, as operators go through them. */

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { insertPartner } from '../../src/storage/partners.ts'
import { listRuns } from '../../src/storage/run-reports.ts'
import { openRun } from '../../src/storage/runs.ts'
import { partnerWith } from '../partner-with.ts'

describe('listRuns', () => {
  it('goes through all runs page by page, newest first', async () => {
    for (const minute of [1, 2, 3]) {
      const partnerId = `q${minute}`
      await insertPartner(env.DB, partnerWith({ id: partnerId }), partnerId, [])
      const now = `2026-11-23T10:0${minute}:00.000Z`
      await openRun(env.DB, { id: `r${minute}`, partnerId, cause: 'operator', now })
    }
    const first = await listRuns(env.DB, { partnerId: undefined, before: undefined, limit: 2 })
    expect(first.items.map((run) => run.id)).toEqual(['r3', 'r2'])
    expect(first.nextCursor).not.toBeNull()
  })
})
