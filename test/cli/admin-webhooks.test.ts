/** The operator's `webhooks` command: endpoints, what they were sent, and sending it again. */

import { describe, expect, it } from 'vitest'
import { webhooks } from '../../cli/admin-webhooks.ts'
import { partnerWith } from '../partner-with.ts'
import { called } from './admin-call.ts'

const webhook = { id: 'wh_1', url: 'https://a.example/hook', events: [], state: 'active' }

describe('webhooks', () => {
  it('lists the endpoints of a partner', async () => {
    const some = { ...webhook, id: 'wh_2', events: ['article.published', 'article.removed'] }
    const { code, out } = await called(webhooks, ['list', 'a'], {
      'GET /api/admin/partners/a': { body: { ...partnerWith(), webhooks: [webhook, some] } },
    })
    expect(code).toBe(0)
    expect(out.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['ID', 'STATE', 'EVENTS', 'URL'],
      ['wh_1', 'active', 'all', webhook.url],
      ['wh_2', 'active', 'article.published,article.removed', webhook.url],
      [''],
    ])
  })

  it.each([
    ['all events', [], undefined],
    [
      'some events',
      ['--events', 'article.published, article.removed'],
      ['article.published', 'article.removed'],
    ],
  ])('adds an endpoint for %s and shows its secret', async (_case, options, events) => {
    const added = { ...webhook, events: events ?? [], secret: 'whsec_x' }
    const { code, out, asked } = await called(webhooks, ['add', 'a', webhook.url, ...options], {
      'POST /api/admin/partners/a/webhooks': { status: 201, body: added },
    })
    expect(code).toBe(0)
    expect(asked[0]?.body).toEqual(
      events === undefined ? { url: webhook.url } : { url: webhook.url, events },
    )
    expect(out).toMatch(/secret \(shown once\) +whsec_x\n$/)
  })

  it('sends a test', async () => {
    const replies = {
      'POST /api/admin/webhooks/wh_1/test': { status: 202, body: { eventId: 'evt_1' } },
    }
    const result = await called(webhooks, ['test', 'wh_1'], replies)
    expect(result).toMatchObject({ code: 0, out: 'evt_1  on its way\n' })
  })

  it('lists deliveries with what the endpoint answered last', async () => {
    const delivery = {
      id: 'd1',
      type: 'article.published',
      state: 'dead',
      attempts: 10,
      nextAt: '2026-01-02T03:04:05Z',
      createdAt: '2026-01-02T03:04:05Z',
      finishedAt: null,
      lastStatus: 500,
      lastMessage: null,
    }
    const items = [
      delivery,
      { ...delivery, lastMessage: 'is refused' },
      { ...delivery, lastStatus: null },
    ]
    const { code, out } = await called(webhooks, ['deliveries', 'wh_1'], {
      'GET /api/admin/webhooks/wh_1/deliveries?limit=100': { body: { items, nextCursor: null } },
    })
    const answers = out
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(/ {2,}/)[5])
    expect({ code, answers }).toEqual({ code: 0, answers: ['500', 'is refused', '-'] })
  })

  it('replays a delivery', async () => {
    const replies = {
      'POST /api/admin/deliveries/d1/replay': { status: 202, body: { deliveryId: 'd1' } },
    }
    const result = await called(webhooks, ['replay', 'd1', '--json'], replies)
    expect(result).toMatchObject({ code: 0, out: '{"deliveryId":"d1"}\n' })
  })

  it.each([
    ['list', ['a']],
    ['add', ['a', 'https://a.example/']],
    ['test', ['a']],
    ['deliveries', ['a']],
    ['replay', ['a']],
  ])('%s says what the instance says is wrong', async (word, args) => {
    const result = await called(webhooks, [word, ...args], {})
    expect(result).toMatchObject({ code: 1, out: '', err: '404: There is nothing here.\n' })
  })
})
