/** The operators' calls about webhooks: what may be sent, what may be sent again, and what not. */

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { disableSubscription } from '../../src/storage/subscriptions.ts'
import { announce, deliveries, subscribe } from '../pipeline/outbox-with.ts'
import { appWith } from './app-with.ts'

const PARTNER = { name: 'Phố Xu Hướng', url: 'https://blog.example/' }

async function disable(): Promise<void> {
  await env.DB.batch(disableSubscription(env.DB, 's1', '2026-11-23T10:00:00.000Z'))
}

beforeEach(async () => {
  await subscribe('active')
  await announce('evt_1')
})

describe('POST /api/admin/webhooks/:id/test', () => {
  it('puts an endpoint.test into the outbox', async () => {
    expect((await appWith().operate('POST', '/webhooks/s1/test')).status).toBe(202)
    expect(await deliveries()).toHaveLength(2)
  })

  it('refuses an endpoint that is sent nothing any more', async () => {
    await disable()
    const response = await appWith().operate('POST', '/webhooks/s1/test')
    expect(response.status).toBe(409)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await deliveries()).toHaveLength(1)
  })

  it('knows no endpoint but those that are there', async () => {
    expect((await appWith().operate('POST', '/webhooks/s9/test')).status).toBe(404)
  })
})

describe('POST /api/admin/deliveries/:id/replay', () => {
  it('makes the delivery due again', async () => {
    await env.DB.prepare(`UPDATE deliveries SET state = 'dead', attempts = 10`).run()
    const app = appWith()
    const response = await app.operate('POST', '/deliveries/evt_1.s1/replay')
    expect(response.status).toBe(202)
    expect(await response.json()).toEqual({ deliveryId: 'evt_1.s1' })
    const next_at = new Date(app.clock.ms).toISOString()
    expect(await deliveries()).toMatchObject([{ state: 'pending', attempts: 10, next_at }])
  })

  it('refuses a delivery to an endpoint that is sent nothing any more', async () => {
    await disable()
    const response = await appWith().operate('POST', '/deliveries/evt_1.s1/replay')
    expect(response.status).toBe(409)
    expect(await deliveries()).toMatchObject([{ state: 'cancelled' }])
  })

  it('knows no delivery but those that are there', async () => {
    expect((await appWith().operate('POST', '/deliveries/evt_9.s1/replay')).status).toBe(404)
  })
})

describe('the configuration', () => {
  it('is read once, however many requests come', async () => {
    const seen = new Set<object>()
    const app = appWith({
      doors: {
        addressRefusal: (_address, config) => {
          seen.add(config)
          return undefined
        },
      },
    })
    await app.operate('POST', '/partners', PARTNER)
    await app.operate('POST', '/partners', PARTNER)
    expect(seen.size).toBe(1)
  })
})
