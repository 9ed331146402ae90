/** The operators' API for what is wrong with partners. */

import { Hono } from 'hono'
import { listAlarms } from '../storage/alarms.ts'
import { readCursor } from '../storage/cursor.ts'
import type { AppEnv } from './app-types.ts'
import { problem } from './problem.ts'
import { readLimit } from './request-body.ts'

const LIMIT = { standard: 50, max: 200 }

export const adminAlarmRoutes = new Hono<AppEnv>()

adminAlarmRoutes.get('/alarms', async (c) => {
  const limit = readLimit(c, LIMIT)
  if (limit === undefined) return problem(c, 400, `"limit" must be from 1 to ${LIMIT.max}.`)
  const cursor = c.req.query('cursor')
  const before = cursor === undefined ? undefined : readCursor(cursor)
  if (cursor !== undefined && before === undefined) {
    return problem(c, 400, '"cursor" is none that this list gave.')
  }
  return c.json(await listAlarms(c.env.DB, { partnerId: c.req.query('partner'), before, limit }))
})
