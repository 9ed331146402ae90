/** `/websub/:token` as a hub, and anybody else, finds it. */

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { leaseHubTasks } from '../../src/storage/hub-tasks.ts'
import { insertPartner } from '../../src/storage/partners.ts'
import { endPush, wantPush } from '../../src/storage/websub.ts'
import { partnerWith } from '../partner-with.ts'
import { sign } from '../pipeline/fake-hub.ts'
import { appWith } from './app-with.ts'

const NOW = '2026-11-23T10:00:00.000Z'
const TOKEN = 'ab'.repeat(20)
const TOPIC = 'https://blog.example/rss.xml'
const CHALLENGE = '<script>alert(1)</script>'

let app: ReturnType<typeof appWith>

beforeEach(async () => {
  app = appWith()
  await insertPartner(env.DB, partnerWith({ id: 'pho' }), 'blog.example/', [])
  const wish = { partnerId: 'pho', topic: TOPIC, hubs: ['https://hub.example/'], now: NOW }
  const credentials = { id: 'push_1', token: TOKEN, secret: 's' }
  await env.DB.batch(wantPush(env.DB, wish, credentials))
})

const asked = () => leaseHubTasks(env.DB, { now: NOW, until: NOW, limit: 1 })

function verify(changes: Record<string, string> = {}, token = TOKEN): Promise<Response> {
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': TOPIC,
    'hub.challenge': CHALLENGE,
    'hub.lease_seconds': '864000',
    ...changes,
  })
  return app.ask(`/websub/${token}?${query}`)
}

async function push(body: string, signature: string): Promise<Response> {
  const headers = { 'x-hub-signature': signature }
  return await app.ask(`/websub/${TOKEN}`, { method: 'POST', body, headers })
}

describe('GET /websub/:token', () => {
  it('echoes the challenge as text and as nothing else', async () => {
    await asked()
    const answer = await verify()
    expect([answer.status, await answer.text()]).toEqual([200, CHALLENGE])
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('gives the same answer to a hub that asks twice', async () => {
    await asked()
    await verify()
    expect((await verify()).status).toBe(200)
  })

  it.each([
    ['another topic', { 'hub.topic': `${TOPIC}/` }, TOKEN],
    ['another case of it', { 'hub.topic': TOPIC.toUpperCase() }, TOKEN],
    ['a mode that we do not want', { 'hub.mode': 'unsubscribe' }, TOKEN],
    ['an unknown mode', { 'hub.mode': 'publish' }, TOKEN],
    ['no challenge', { 'hub.challenge': '' }, TOKEN],
    ['an unknown token', {}, 'cd'.repeat(20)],
    ['what is no token', {}, `${TOKEN}'--`],
    ['half a token', {}, TOKEN.slice(0, 20)],
  ])('answers %s with 404 (section 5.3.1)', async (_case, changes, token) => {
    await asked()
    expect((await verify(changes, token)).status).toBe(404)
    expect(await env.DB.prepare('SELECT state FROM websub_subscriptions').first()).toEqual({
      state: 'pending',
    })
  })

  it('knows nothing of a subscription that nobody was asked for', async () => {
    expect((await verify()).status).toBe(404)
  })

  it('lets go only what is to be let go', async () => {
    await asked()
    await verify()
    await endPush(env.DB, 'pho', NOW).run()
    expect((await verify()).status).toBe(404)
    expect((await verify({ 'hub.mode': 'unsubscribe' })).status).toBe(200)
  })
})

describe('POST /websub/:token', () => {
  it('takes a signed message, and opens a run', async () => {
    await asked()
    await verify()
    expect((await push('news', await sign('news', 's', 'sha256'))).status).toBe(204)
    expect(await env.DB.prepare('SELECT cause, state FROM runs').first()).toEqual({
      cause: 'push',
      state: 'queued',
    })
    const partner = await (await app.operate('GET', '/partners/pho')).json()
    expect(partner).toMatchObject({
      push: {
        hub: 'https://hub.example/',
        state: 'active',
        leaseUntil: '2026-12-03T10:00:00.000Z',
        lastPushAt: NOW,
      },
    })
  })

  it('shows operators neither the token nor the secret', async () => {
    await asked()
    const text = await (await app.operate('GET', '/partners/pho')).text()
    expect(text).toContain('"state":"pending"')
    expect(text).not.toContain(TOKEN)
  })

  it('answers a bad signature like a good one, and opens nothing', async () => {
    await asked()
    await verify()
    expect((await push('news', await sign('other', 's', 'sha256'))).status).toBe(204)
    expect(await env.DB.prepare('SELECT id FROM runs').first()).toBeNull()
    expect(app.logged).toContain('push.ignored')
  })

  it.each([
    ['an unknown token', async () => undefined, 'cd'.repeat(20)],
    ['one that has ended', async () => void (await endPush(env.DB, 'pho', NOW).run()), TOKEN],
    ['one that nobody was told', async () => undefined, TOKEN],
  ])('answers %s with 410, so that the hub drops us', async (_case, change, token) => {
    await change()
    const answer = await app.ask(`/websub/${token}`, { method: 'POST', body: 'news' })
    expect(answer.status).toBe(410)
  })

  it('reads eight mebibytes and no more', async () => {
    await asked()
    const body = 'x'.repeat(8 * 1024 * 1024 + 1)
    expect((await push(body, 'sha256=00')).status).toBe(413)
  })

  it('takes a message without a body', async () => {
    await asked()
    const headers = { 'x-hub-signature': await sign('', 's', 'sha1') }
    const answer = await app.ask(`/websub/${TOKEN}`, { method: 'POST', headers })
    expect(answer.status).toBe(204)
    expect(await env.DB.prepare('SELECT cause FROM runs').first()).toEqual({ cause: 'push' })
  })
})
