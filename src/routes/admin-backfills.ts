/** The operators' API for backfills of partners' archives. */

import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Backfill } from '../articles/backfill.ts'
import {
  findBackfill,
  listBackfills,
  openBackfillRuns,
  resumeBackfill,
  startBackfill,
  stopBackfill,
} from '../storage/backfills.ts'
import { readCursor } from '../storage/cursor.ts'
import { wakeRuns } from '../storage/messages.ts'
import { findPartner } from '../storage/partners.ts'
import type { AppContext, AppEnv } from './app-types.ts'
import { problem } from './problem.ts'
import { readJson, readLimit } from './request-body.ts'

const LIMIT = { standard: 50, max: 200 }

const PAGES_STANDARD = 10_000
const PAGES_MAX = 100_000

const daySchema = z.iso.date()

export const newBackfillSchema = z
  .strictObject({
    since: z.optional(z.nullable(daySchema)),
    until: z.optional(z.nullable(daySchema)),
    pagesMax: z.optional(z.int().check(z.minimum(1), z.maximum(PAGES_MAX))),
  })
  .check(
    z.refine(({ since, until }) => !since || !until || since <= until, {
      message: 'must not be before "since"',
      path: ['until'],
    }),
  )
type NewBackfill = z.infer<typeof newBackfillSchema>

export const adminBackfillRoutes = new Hono<AppEnv>()

adminBackfillRoutes.post('/partners/:id/backfill', async (c) => {
  const partner = await findPartner(c.env.DB, c.req.param('id'))
  if (partner === undefined) return problem(c, 404, 'There is no partner of that id.')
  const body = await readJson(c, newBackfillSchema, '{}')
  if (!body.ok) return body.response
  const backfillId = await beginBackfill(c, partner.id, body.value)
  return c.json({ backfillId }, 202, { location: `/api/admin/backfills/${backfillId}` })
})

adminBackfillRoutes.get('/backfills', async (c) => {
  const limit = readLimit(c, LIMIT)
  if (limit === undefined) return problem(c, 400, `"limit" must be from 1 to ${LIMIT.max}.`)
  const cursor = c.req.query('cursor')
  const before = cursor === undefined ? undefined : readCursor(cursor)
  if (cursor !== undefined && before === undefined) {
    return problem(c, 400, '"cursor" is none that this list gave.')
  }
  return c.json(await listBackfills(c.env.DB, { partnerId: c.req.query('partner'), before, limit }))
})

adminBackfillRoutes.get('/backfills/:id', async (c) => {
  const backfill = await findBackfill(c.env.DB, c.req.param('id'))
  return backfill === undefined ? noBackfill(c) : c.json(backfill)
})

adminBackfillRoutes.post('/backfills/:id/:action{stop|resume}', async (c) => {
  const { id, action } = c.req.param()
  const backfill = await changeBackfill(c, id, action === 'stop' ? 'stop' : 'resume')
  return backfill === undefined ? noBackfill(c) : c.json(backfill)
})

/** Starts a backfill, or joins the one under way, and its first run unless something else is due. */
export async function beginBackfill(
  c: AppContext,
  partnerId: string,
  { since, until, pagesMax }: NewBackfill,
): Promise<string> {
  const { now, randomId } = c.get('doors')
  const days = { since: since ?? null, until: until ?? null }
  const backfill = { id: randomId('backfill'), partnerId, ...days }
  const wanted = { ...backfill, pagesMax: pagesMax ?? PAGES_STANDARD }
  const id = await startBackfill(c.env.DB, wanted, now().toISOString())
  await wake(c, partnerId)
  return id
}

/** The backfill as it is then; undefined where there is none. One that has ended stays as it is. */
export async function changeBackfill(
  c: AppContext,
  id: string,
  action: 'stop' | 'resume',
): Promise<Backfill | undefined> {
  const now = c.get('doors').now().toISOString()
  if (action === 'stop') await stopBackfill(c.env.DB, id, now)
  else await resumeBackfill(c.env.DB, id, now)
  const backfill = await findBackfill(c.env.DB, id)
  if (backfill !== undefined && action === 'resume') await wake(c, backfill.partnerId)
  return backfill
}

async function wake(c: AppContext, partnerId: string): Promise<void> {
  const now = c.get('doors').now().toISOString()
  const opened = await openBackfillRuns(c.env.DB, { now, limit: 1, partnerId })
  await wakeRuns(c.env.RUN_QUEUE, opened)
}

function noBackfill(c: AppContext): Response {
  return problem(c, 404, 'There is no backfill of that id.')
}
