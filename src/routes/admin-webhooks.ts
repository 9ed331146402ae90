/** The operators' API for partners' webhook endpoints and what was sent to them. */

import { Hono } from 'hono'
import * as z from 'zod/mini'
import { readCursor } from '../storage/cursor.ts'
import { listDeliveries, replayDelivery } from '../storage/delivery-log.ts'
import { announceTo } from '../storage/events.ts'
import { wakeDeliveries } from '../storage/messages.ts'
import { findPartner } from '../storage/partners.ts'
import { disableSubscription, findSubscription } from '../storage/subscriptions.ts'
import { eventTypeSchema } from '../webhooks/event.ts'
import type { AppContext, AppEnv } from './app-types.ts'
import { newSubscription } from './new-subscription.ts'
import { problem } from './problem.ts'
import { readJson, readLimit } from './request-body.ts'

const LIMIT = { standard: 50, max: 200 }

const newWebhookSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  events: z.optional(z.array(eventTypeSchema)),
})

export const adminWebhookRoutes = new Hono<AppEnv>()

adminWebhookRoutes.post('/partners/:id/webhooks', async (c) => {
  const partner = await findPartner(c.env.DB, c.req.param('id'))
  if (partner === undefined) return problem(c, 404, 'There is no partner of that id.')
  const body = await readJson(c, newWebhookSchema)
  if (!body.ok) return body.response
  const refusal = c.get('doors').addressRefusal(body.value.url, c.get('config'))
  if (refusal !== undefined) return problem(c, 400, `"url" is refused: ${refusal}`)
  const subscription = newSubscription(c, partner.id, body.value)
  await c.env.DB.batch(subscription.statements)
  await wakeDeliveries(c.env.DELIVERY_QUEUE, 0)
  return c.json(subscription.shown, 201)
})

adminWebhookRoutes.get('/webhooks/:id', async (c) => {
  const subscription = await findSubscription(c.env.DB, c.req.param('id'))
  return subscription === undefined ? noWebhook(c) : c.json(subscription)
})

adminWebhookRoutes.delete('/webhooks/:id', async (c) => {
  const subscription = await findSubscription(c.env.DB, c.req.param('id'))
  if (subscription === undefined) return noWebhook(c)
  const now = c.get('doors').now().toISOString()
  await c.env.DB.batch(disableSubscription(c.env.DB, subscription.id, now))
  return c.body(null, 204)
})

adminWebhookRoutes.post('/webhooks/:id/test', async (c) => {
  const subscription = await findSubscription(c.env.DB, c.req.param('id'))
  if (subscription === undefined) return noWebhook(c)
  if (subscription.state === 'disabled') return disabledWebhook(c)
  const { now, randomId } = c.get('doors')
  const event = {
    id: randomId('evt'),
    type: 'endpoint.test' as const,
    createdAt: now().toISOString(),
    data: { subscriptionId: subscription.id },
  }
  await c.env.DB.batch(announceTo(c.env.DB, subscription, event))
  await wakeDeliveries(c.env.DELIVERY_QUEUE, 0)
  return c.json({ eventId: event.id }, 202)
})

adminWebhookRoutes.get('/webhooks/:id/deliveries', async (c) => {
  const limit = readLimit(c, LIMIT)
  if (limit === undefined) return problem(c, 400, `"limit" must be from 1 to ${LIMIT.max}.`)
  const cursor = c.req.query('cursor')
  const before = cursor === undefined ? undefined : readCursor(cursor)
  const subscriptionId = c.req.param('id')
  return c.json(await listDeliveries(c.env.DB, { subscriptionId, before, limit }))
})

adminWebhookRoutes.post('/deliveries/:id/replay', async (c) => {
  const now = c.get('doors').now().toISOString()
  const outcome = await replayDelivery(c.env.DB, c.req.param('id'), now)
  if (outcome === 'not-found') return problem(c, 404, 'There is no delivery of that id.')
  if (outcome === 'disabled') return disabledWebhook(c)
  await wakeDeliveries(c.env.DELIVERY_QUEUE, 0)
  return c.json({ deliveryId: c.req.param('id') }, 202)
})

function noWebhook(c: AppContext): Response {
  return problem(c, 404, 'There is no webhook of that id.')
}

function disabledWebhook(c: AppContext): Response {
  return problem(c, 409, 'This webhook is disabled: nothing is sent to it any more. Add it anew.')
}
