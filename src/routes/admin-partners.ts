/** The operators' API for partners and their runs. */

import { Hono } from 'hono'
import { changePartner } from '../storage/change-partner.ts'
import { readCursor } from '../storage/cursor.ts'
import { wakeRun } from '../storage/messages.ts'
import { changeRecipe, findPartner, listPartners, removePartner } from '../storage/partners.ts'
import { findRun, listRuns } from '../storage/run-reports.ts'
import { openRun } from '../storage/runs.ts'
import { listSubscriptions } from '../storage/subscriptions.ts'
import type { AppContext, AppEnv } from './app-types.ts'
import { addPartner } from './new-partner.ts'
import { problem } from './problem.ts'
import { readJson, readLimit } from './request-body.ts'
import { newPartnerSchema, partnerChangeSchema, refusedAddress } from './wanted-partner.ts'

const LIMIT = { standard: 50, max: 200 }

export const adminPartnerRoutes = new Hono<AppEnv>()

adminPartnerRoutes.get('/partners', async (c) => {
  const limit = readLimit(c, LIMIT)
  if (limit === undefined) return problem(c, 400, `"limit" must be from 1 to ${LIMIT.max}.`)
  const partners = await listPartners(c.env.DB, {
    after: c.req.query('cursor') ?? '',
    limit: limit + 1,
  })
  const items = partners.slice(0, limit)
  const nextCursor = partners.length > limit ? (items.at(-1)?.id ?? null) : null
  return c.json({ items, nextCursor })
})

adminPartnerRoutes.post('/partners', async (c) => {
  const body = await readJson(c, newPartnerSchema)
  if (!body.ok) return body.response
  const added = await addPartner(c, body.value)
  if (!added.ok) return problem(c, added.status, added.detail, added.members)
  return c.json(added.partner, 201, { location: `/api/admin/partners/${added.partner.id}` })
})

adminPartnerRoutes.get('/partners/:id', async (c) => {
  const partner = await findPartner(c.env.DB, c.req.param('id'))
  if (partner === undefined) return noPartner(c)
  const webhooks = await listSubscriptions(c.env.DB, partner.id)
  return c.json({ ...partner, webhooks })
})

adminPartnerRoutes.patch('/partners/:id', async (c) => {
  const partner = await findPartner(c.env.DB, c.req.param('id'))
  if (partner === undefined) return noPartner(c)
  const body = await readJson(c, partnerChangeSchema)
  if (!body.ok) return body.response
  const refusal = refusedAddress(c, body.value)
  if (refusal !== undefined) return problem(c, 400, refusal)
  const { recipe, ...change } = body.value
  const now = c.get('doors').now().toISOString()
  const anew = recipe === undefined ? [] : changeRecipe(c.env.DB, partner.id, recipe, now)
  await changePartner(c.env.DB, { id: partner.id, now }, change, anew)
  const changed = await findPartner(c.env.DB, partner.id)
  return changed === undefined ? noPartner(c) : c.json(changed)
})

adminPartnerRoutes.delete('/partners/:id', async (c) => {
  const now = c.get('doors').now().toISOString()
  const removed = await removePartner(c.env.DB, c.req.param('id'), now)
  return removed ? c.body(null, 204) : noPartner(c)
})

adminPartnerRoutes.post('/partners/:id/run', async (c) => {
  const partner = await findPartner(c.env.DB, c.req.param('id'))
  if (partner === undefined) return noPartner(c)
  const runId = await startRun(c, partner.id)
  return c.json({ runId }, 202, { location: `/api/admin/runs/${runId}` })
})

adminPartnerRoutes.get('/runs', async (c) => {
  const limit = readLimit(c, LIMIT)
  if (limit === undefined) return problem(c, 400, `"limit" must be from 1 to ${LIMIT.max}.`)
  const cursor = c.req.query('cursor')
  const before = cursor === undefined ? undefined : readCursor(cursor)
  if (cursor !== undefined && before === undefined) {
    return problem(c, 400, '"cursor" is none that this list gave.')
  }
  return c.json(await listRuns(c.env.DB, { partnerId: c.req.query('partner'), before, limit }))
})

adminPartnerRoutes.get('/runs/:id', async (c) => {
  const run = await findRun(c.env.DB, c.req.param('id'))
  return run === undefined ? problem(c, 404, 'There is no run of that id.') : c.json(run)
})

/** Opens a run by hand, or joins the one there is, and wakes whoever advances it. */
export async function startRun(c: AppContext, partnerId: string): Promise<string> {
  const { now, randomId } = c.get('doors')
  const runId = await openRun(c.env.DB, {
    id: randomId('run'),
    partnerId,
    cause: 'operator',
    now: now().toISOString(),
  })
  await wakeRun(c.env.RUN_QUEUE, runId)
  return runId
}

function noPartner(c: AppContext): Response {
  return problem(c, 404, 'There is no partner of that id.')
}
