/** Tests the demo partners' webhook endpoint: what it accepts, refuses, and shows. */

import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DemoServer, startDemo } from '../../demo/server.ts'

const SECRET = secret()
const EVENT = {
  type: 'article.published',
  timestamp: '2026-11-20T08:00:00Z',
  data: { id: 'a1', title: 'Bài <mới> lên trang' },
}

let demo: DemoServer

beforeEach(async () => {
  demo = await startDemo({ ports: { trendA: 0, trendB: 0 } })
})

afterEach(async () => {
  await demo.close()
})

describe('POST /webhooks', () => {
  it('accepts what is signed with the secret, and shows it', async () => {
    demo.setWebhookSecret(0, SECRET)
    expect((await deliver(JSON.stringify(EVENT))).status).toBe(200)
    expect(demo.received(0)).toEqual([
      expect.objectContaining({
        id: 'msg_1',
        type: 'article.published',
        timestamp: EVENT.timestamp,
        title: EVENT.data.title,
        verified: true,
        reason: null,
        status: 200,
        body: EVENT,
      }),
    ])
    const page = await (await fetch(demo.blogs[0].webhookUrl)).text()
    expect(page).toContain('Bài &lt;mới&gt; lên trang')
    expect(page).toContain('đã xác minh')
  })

  it.each([
    ['a signature by another secret', { signedWith: secret() }],
    ['a body changed on the way', { sent: JSON.stringify({ ...EVENT, type: 'article.removed' }) }],
    ['an old timestamp', { at: new Date('2020-01-01T00:00:00Z') }],
    ['no signature', { headers: {} }],
  ])('refuses %s with 401 and keeps the reason', async (_case, change) => {
    demo.setWebhookSecret(0, SECRET)
    expect((await deliver(JSON.stringify(EVENT), change)).status).toBe(401)
    expect(demo.received(0)[0]).toMatchObject({ verified: false, status: 401 })
    expect(demo.received(0)[0]?.reason).toBeTruthy()
  })

  it('answers 503 as long as it knows no secret', async () => {
    expect((await deliver(JSON.stringify(EVENT))).status).toBe(503)
    expect(demo.received(0)[0]).toMatchObject({ verified: false, status: 503 })
  })

  it('takes one of two signatures, as they are sent while a secret is rotated', async () => {
    demo.setWebhookSecret(0, SECRET)
    const payload = JSON.stringify(EVENT)
    const [old, current] = [signed(payload, secret()), signed(payload, SECRET)]
    const signature = `${old['webhook-signature']} ${current['webhook-signature']}`
    const headers = { ...current, 'webhook-signature': signature }
    expect((await deliver(payload, { headers })).status).toBe(200)
  })

  it('takes a signed body that is no event, for the signature is right', async () => {
    demo.setWebhookSecret(0, SECRET)
    expect((await deliver('không phải JSON')).status).toBe(200)
    expect(demo.received(0)[0]).toMatchObject({ type: null, title: null, body: null })
  })

  it('refuses a body that is too large', async () => {
    demo.setWebhookSecret(0, SECRET)
    expect((await deliver('x'.repeat(200_000))).status).toBe(413)
    expect(demo.received(0)).toEqual([])
  })

  it('keeps the newest 200, newest first, and those of each blog apart', async () => {
    demo.setWebhookSecret(0, SECRET)
    for (let number = 1; number <= 205; number += 1) {
      await deliver(JSON.stringify({ ...EVENT, data: { title: `Bài ${number}` } }))
    }
    const json: { items: { title: string }[] } = JSON.parse(
      await (await fetch(`${demo.blogs[0].webhookUrl}.json`)).text(),
    )
    expect(json.items).toHaveLength(200)
    expect(json.items[0]?.title).toBe('Bài 205')
    expect(demo.received(1)).toEqual([])
  })
})

interface Delivery {
  readonly signedWith?: string
  readonly at?: Date
  readonly sent?: string
  readonly headers?: Readonly<Record<string, string>>
}

function deliver(payload: string, change: Delivery = {}): Promise<Response> {
  const { signedWith = SECRET, at = new Date(), sent = payload } = change
  const headers = change.headers ?? signed(payload, signedWith, at)
  return fetch(demo.blogs[0].webhookUrl, { method: 'POST', body: sent, headers })
}

function signed(payload: string, key: string, at = new Date()) {
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(key).sign('msg_1', at, payload),
  }
}

function secret(): string {
  return `whsec_${randomBytes(24).toString('base64')}`
}
