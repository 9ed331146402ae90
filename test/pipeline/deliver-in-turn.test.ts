/** Many deliveries at once: no endpoint takes another's turn, and nobody is sent more than is wanted. */

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { deliverDue } from '../../src/pipeline/deliver.ts'
import { findNextDeliveryAt } from '../../src/storage/deliveries.ts'
import { disableSubscription } from '../../src/storage/subscriptions.ts'
import { announce, deliveries, subscribe } from './outbox-with.ts'
import { START, type TestTools, toolsWith } from './tools-with.ts'

/** Tools whose endpoints answer as `answer` does; `asked` holds the hosts in order. */
function endpointsThat(answer: (tools: TestTools, url: URL) => Response | Promise<Response>) {
  const asked: string[] = []
  const tools: TestTools = toolsWith({
    fetch: async (input, init) => {
      const url = new URL(new Request(input, init).url)
      asked.push(url.hostname)
      return await answer(tools, url)
    },
  })
  return { tools, asked }
}

async function announceMany(count: number, to = 's1', at = START): Promise<void> {
  for (let index = 0; index < count; index += 1) await announce(`${to}_${index}`, { to, at })
}

function silence(tools: TestTools): Promise<Response> {
  tools.clock.ms += 15_000
  return Promise.reject(new Error('no answer in time'))
}

async function countIn(state: string): Promise<number> {
  return (await deliveries()).filter((delivery) => delivery['state'] === state).length
}

describe('deliverDue, where much is due', () => {
  it('gives each endpoint its turn, however much has waited longer for another', async () => {
    const { tools, asked } = endpointsThat(() => new Response('sorry', { status: 500 }))
    await subscribe('active', { id: 's1', url: 'https://old.example/' })
    await subscribe('active', { id: 's2', url: 'https://new.example/' })
    await announceMany(60, 's1', START - 60_000)
    await announceMany(1, 's2')
    await deliverDue(tools)
    expect(asked).toContain('new.example')
    expect(asked).toContain('old.example')
  })

  it('sends nothing more behind a 410', async () => {
    const { tools, asked } = endpointsThat(() => new Response(null, { status: 410 }))
    await subscribe('active')
    await announceMany(5)
    await deliverDue(tools)
    expect(asked).toHaveLength(1)
    const others = (await deliveries()).filter((delivery) => delivery['state'] !== 'dead')
    expect(others).toHaveLength(4)
    expect(others.every(({ state, attempts }) => state === 'cancelled' && attempts === 0)).toBe(
      true,
    )
  })

  it('sends nothing more to an endpoint that is removed meanwhile', async () => {
    const { tools, asked } = endpointsThat(async () => {
      await env.DB.batch(disableSubscription(env.DB, 's1', new Date(START).toISOString()))
      return new Response(null, { status: 204 })
    })
    await subscribe('active')
    await announceMany(3)
    await deliverDue(tools)
    expect(asked).toHaveLength(1)
    expect(await countIn('cancelled')).toBe(2 + 1)
  })

  it('waits for a silent endpoint once, then leaves it alone for a while', async () => {
    const { tools, asked } = endpointsThat(silence)
    await subscribe('active')
    await announceMany(30)
    await deliverDue(tools)
    expect(asked).toHaveLength(1)
    const attempts = (await deliveries()).map((delivery) => delivery['attempts'])
    expect(attempts.filter((count) => count === 0)).toHaveLength(29)
    await deliverDue(tools)
    expect(asked).toHaveLength(1)
    const next = await findNextDeliveryAt(env.DB)
    expect(next).toBe(new Date(tools.clock.ms + 30_000).toISOString())
    tools.clock.ms += 30_000
    await deliverDue(tools)
    expect(asked).toHaveLength(2)
  })

  it('tries an endpoint that refuses at once again after five seconds', async () => {
    const { tools, asked } = endpointsThat(() => Promise.reject(new Error('refused')))
    await subscribe('active')
    await announceMany(2)
    await deliverDue(tools)
    tools.clock.ms += 5_000
    await deliverDue(tools)
    expect(asked).toHaveLength(2)
  })

  it('gives back what it has no time for, unattempted and due at once', async () => {
    const { tools, asked } = endpointsThat(({ clock }) => {
      clock.ms += 6_000
      return new Response(null, { status: 204 })
    })
    await subscribe('active')
    await announceMany(6)
    await deliverDue(tools)
    expect(asked).toHaveLength(4)
    const waiting = (await deliveries()).filter((delivery) => delivery['state'] === 'pending')
    expect(waiting).toMatchObject([{ attempts: 0 }, { attempts: 0 }])
    expect(await findNextDeliveryAt(env.DB)).toBe(tools.now().toISOString())
    await deliverDue(tools)
    expect(await countIn('delivered')).toBe(6)
    expect(asked).toHaveLength(6)
  })
})
