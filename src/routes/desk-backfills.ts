/** Backfills at the desk: how far they are, and starting, stopping and resuming them. */

import { Hono } from 'hono'
import * as z from 'zod/mini'
import { complaintsOf } from '../articles/complaints.ts'
import { type BackfillForm, backfillsPage } from '../pages/backfills-page.tsx'
import { listBackfills } from '../storage/backfills.ts'
import { readCursor } from '../storage/cursor.ts'
import { findPartner, listPartners } from '../storage/partners.ts'
import { beginBackfill, changeBackfill, newBackfillSchema } from './admin-backfills.ts'
import type { AppContext, AppEnv } from './app-types.ts'
import { DESK_PARTNERS_MAX, deskContext, readForm } from './desk-answer.ts'
import { answerMessage } from './reader-pages.ts'

const DESK_BACKFILLS = 20

export const deskBackfillRoutes = new Hono<AppEnv>()

deskBackfillRoutes.get('/backfills', (c) => answerBackfills(c))

deskBackfillRoutes.post('/backfills', async (c) => {
  const { partner: id = '', since = '', until = '', pagesMax = '' } = await readForm(c)
  const partner = await findPartner(c.env.DB, id)
  if (partner === undefined) return answerMessage(c, 'not-found')
  const wanted = z.safeParse(newBackfillSchema, {
    ...(since === '' ? {} : { since }),
    ...(until === '' ? {} : { until }),
    ...(pagesMax === '' ? {} : { pagesMax: Number(pagesMax) }),
  })
  if (!wanted.success) {
    const error = complaintsOf(wanted.error).map(({ path, message }) => `${path}: ${message}`)
    return answerBackfills(c, { partnerId: id, since, until, pagesMax, error: error.join('; ') })
  }
  await beginBackfill(c, partner.id, wanted.data)
  return c.redirect('/admin/backfills', 303)
})

deskBackfillRoutes.post('/backfills/:id/:action{stop|resume}', async (c) => {
  const { id, action } = c.req.param()
  const backfill = await changeBackfill(c, id, action === 'stop' ? 'stop' : 'resume')
  return backfill === undefined
    ? answerMessage(c, 'not-found')
    : c.redirect('/admin/backfills', 303)
})

async function answerBackfills(c: AppContext, form?: BackfillForm): Promise<Response> {
  const cursor = c.req.query('cursor')
  const before = cursor === undefined ? undefined : readCursor(cursor)
  const [{ items, nextCursor }, partners] = await Promise.all([
    listBackfills(c.env.DB, { partnerId: undefined, before, limit: DESK_BACKFILLS }),
    listPartners(c.env.DB, { after: '', limit: DESK_PARTNERS_MAX }),
  ])
  const asked = c.req.query('partner')
  const data = {
    backfills: items,
    partners: partners.map(({ id, name }) => ({ id, name })),
    nextCursor,
    csrf: c.get('csrf'),
    form: form ?? (asked === undefined ? undefined : { partnerId: asked }),
  }
  return c.html(backfillsPage(data, deskContext(c)), form === undefined ? 200 : 400)
}
