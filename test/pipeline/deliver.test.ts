/** Deliveries: verified first, signed, tried again, given up; never to where we must not go. */

import { env } from 'cloudflare:workers'
import { Webhook } from 'standardwebhooks'
import { beforeEach, describe, expect, it } from 'vitest'
import { deliverDue } from '../../src/pipeline/deliver.ts'
import { replayDelivery } from '../../src/storage/delivery-log.ts'
import { findSubscription } from '../../src/storage/subscriptions.ts'
import { announce, deliveries, SECRET, subscribe } from './outbox-with.ts'
import { type TestTools, toolsWith } from './tools-with.ts'

type Received = { url: string; headers: Headers; body: string }

let received: Received[]
let status: number
let tools: TestTools

beforeEach(() => {
  received = []
  status = 204
  tools = toolsWith({
    fetch: async (input, init) => {
      const request = new Request(input, init)
      received.push({ url: request.url, headers: request.headers, body: await request.text() })
      return new Response(status === 204 ? null : 'sorry', { status })
    },
  })
})

describe('deliverDue', () => {
  it('sends a signed message that an independent verifier accepts', async () => {
    tools.clock.ms = Date.now()
    await subscribe('active')
    await announce('evt_1', { at: tools.clock.ms })
    await deliverDue(tools)
    expect(received).toHaveLength(1)
    const [message] = received
    const verified = new Webhook(SECRET).verify(
      message?.body ?? '',
      Object.fromEntries(message?.headers ?? []),
    )
    expect(verified).toEqual({
      type: 'endpoint.test',
      timestamp: tools.now().toISOString(),
      data: { note: 'thử' },
    })
    expect(message?.headers.get('webhook-id')).toBe('evt_1')
    expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 1 }])
  })

  it('verifies an endpoint before it sends anything else there', async () => {
    await subscribe('pending')
    await announce('evt_1', { type: 'article.published' })
    await deliverDue(tools)
    expect(received).toEqual([])
    await announce('evt_0', { type: 'endpoint.verify' })
    await deliverDue(tools)
    expect(received.map((message) => message.headers.get('webhook-id'))).toEqual(['evt_0'])
    expect(await findSubscription(env.DB, 's1')).toMatchObject({ state: 'active' })
    await deliverDue(tools)
    expect(received.map((message) => message.headers.get('webhook-id'))).toEqual(['evt_0', 'evt_1'])
  })

  it('sends nothing twice when it is woken twice at once', async () => {
    await subscribe('active')
    await announce('evt_1')
    await Promise.all([deliverDue(tools), deliverDue(tools), deliverDue(tools)])
    expect(received).toHaveLength(1)
  })

  it('tries again after the delays of the table, with the same id, and then gives up', async () => {
    status = 500
    await subscribe('active')
    await announce('evt_1')
    const waits: number[] = []
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await deliverDue(tools)
      const [delivery] = await deliveries()
      if (delivery?.['state'] !== 'pending') break
      const dueAt = Date.parse(String(delivery['next_at']))
      waits.push(Math.round((dueAt - tools.clock.ms) / 1000))
      tools.clock.ms = dueAt
    }
    expect(waits).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400])
    expect(await deliveries()).toMatchObject([{ state: 'dead', attempts: 10 }])
    expect(new Set(received.map((message) => message.headers.get('webhook-id')))).toEqual(
      new Set(['evt_1']),
    )
    expect(new Set(received.map((message) => message.body)).size).toBe(1)
  })

  it('numbers on and starts the table again when a delivery is replayed', async () => {
    status = 400
    await subscribe('active')
    await announce('evt_1')
    await deliverDue(tools)
    tools.clock.ms += 6_000
    await deliverDue(tools)
    await replayDelivery(env.DB, 'evt_1.s1', tools.now().toISOString())
    status = 500
    await deliverDue(tools)
    const { results } = await env.DB.prepare('SELECT attempt, status FROM attempts').all()
    expect(results).toEqual([
      { attempt: 1, status: 400 },
      { attempt: 2, status: 400 },
      { attempt: 3, status: 500 },
    ])
    const nextAt = new Date(tools.clock.ms + 5_000).toISOString()
    expect(await deliveries()).toMatchObject([{ state: 'pending', attempts: 3, next_at: nextAt }])
  })

  it('cancels all that waits for an endpoint whose verification was given up', async () => {
    await subscribe('pending', { url: 'http://127.0.0.1/hook' })
    await announce('evt_0', { type: 'endpoint.verify' })
    await announce('evt_1', { type: 'article.published' })
    await deliverDue(tools)
    expect(await findSubscription(env.DB, 's1')).toMatchObject({ state: 'disabled' })
    expect(await deliveries()).toMatchObject([{ state: 'dead' }, { state: 'cancelled' }])
  })

  it('leaves an endpoint on that once was verified, whatever becomes of a second verification', async () => {
    await subscribe('active', { url: 'http://127.0.0.1/hook' })
    await announce('evt_0', { type: 'endpoint.verify' })
    await deliverDue(tools)
    expect(await findSubscription(env.DB, 's1')).toMatchObject({ state: 'active' })
  })

  it('takes a 2xx for delivered although its body breaks off', async () => {
    tools.fetch = async () => {
      const body = new ReadableStream({
        start: (stream) => stream.enqueue(new TextEncoder().encode('tha')),
        pull: (stream) => stream.error(new Error('connection reset')),
      })
      return new Response(body, { status: 200 })
    }
    await subscribe('active')
    await announce('evt_1')
    await deliverDue(tools)
    expect(await deliveries()).toMatchObject([{ state: 'delivered' }])
    const attempt = await env.DB.prepare('SELECT status FROM attempts').first()
    expect(attempt).toEqual({ status: 200 })
  })

  it('does not follow a redirect', async () => {
    status = 302
    await subscribe('active')
    await announce('evt_1')
    await deliverDue(tools)
    expect(await deliveries()).toMatchObject([{ state: 'pending', attempts: 1 }])
  })

  it('stops everything to an endpoint that answers 410', async () => {
    status = 410
    await subscribe('active')
    await announce('evt_1')
    await deliverDue(tools)
    await announce('evt_2')
    await deliverDue(tools)
    expect(received).toHaveLength(1)
    expect(await findSubscription(env.DB, 's1')).toMatchObject({ state: 'disabled' })
  })

  it.each([
    'http://127.0.0.1/hook',
    'http://169.254.169.254/',
    'http://[::1]/',
    'ftp://blog.example/',
  ])('gives up %s at once, without asking', async (url) => {
    await subscribe('active', { url })
    await announce('evt_1')
    await deliverDue(tools)
    expect(received).toEqual([])
    expect(await deliveries()).toMatchObject([{ state: 'dead', attempts: 1 }])
  })

  it('takes silence for a failure', async () => {
    tools.fetch = (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('no answer in time')))
      })
    await subscribe('active')
    await announce('evt_1')
    await deliverDue(tools, { answerTimeoutMs: 20 })
    const attempt = await env.DB.prepare('SELECT status, message FROM attempts').first()
    expect(attempt).toEqual({ status: null, message: 'no answer in time' })
    expect(await deliveries()).toMatchObject([{ state: 'pending' }])
  })

  it('takes up what a sender that died has left', async () => {
    await subscribe('active')
    await announce('evt_1')
    const dying = { ...tools, fetch: () => new Promise<Response>(() => undefined) }
    await Promise.race([deliverDue(dying), new Promise((resolve) => setTimeout(resolve, 300))])
    await deliverDue(tools)
    expect(received).toEqual([])
    tools.clock.ms += 7 * 60_000
    await deliverDue(tools)
    expect(received).toHaveLength(1)
  })
})
