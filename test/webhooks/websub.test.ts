/** What we ask of hubs, what they ask of us, whom we believe, and for how long: W3C WebSub. */

import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { newCredentials, TOKEN_PATTERN } from '../../src/webhooks/websub-credentials.ts'
import {
  deniedUntil,
  hubRetryAt,
  leaseOf,
  nextHub,
  verificationUntil,
} from '../../src/webhooks/websub-lease.ts'
import { callbackUrl, hubForm } from '../../src/webhooks/websub-request.ts'
import { isSignedBy } from '../../src/webhooks/websub-signature.ts'
import { readVerification } from '../../src/webhooks/websub-verification.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const SECRET = 'a-secret'
const BODY = Uint8Array.from(new TextEncoder().encode('<feed>tin mới</feed>'))

const minutesFrom = (at: Date) => (at.getTime() - NOW.getTime()) / 60_000
const mac = (method: string, secret = SECRET) =>
  createHmac(method, secret).update(BODY).digest('hex')

describe('hubForm', () => {
  it.each([
    ['subscribes with a secret and a lease (section 5.1)', 'subscribe', 5],
    ['unsubscribes with neither', 'unsubscribe', 3],
  ] as const)('%s', (_case, mode, count) => {
    const callback = callbackUrl('https://us.example', 'abc')
    const topic = 'https://blog.example/rss?a=1&b=tin tức'
    const form = new URLSearchParams(hubForm({ mode, topic, callback, secret: SECRET }))
    expect(form.get('hub.topic')).toBe(topic)
    expect(form.get('hub.callback')).toBe('https://us.example/websub/abc')
    expect([...form.keys()]).toHaveLength(count)
  })
})

describe('newCredentials', () => {
  it('makes an address of 160 bits and a secret of 256, below the 200 bytes of section 5.1', () => {
    const { token, secret } = newCredentials((length) => new Uint8Array(length).fill(255))
    expect(token).toMatch(TOKEN_PATTERN)
    expect(secret).toBe('f'.repeat(64))
  })
})

describe('isSignedBy', () => {
  it.each([
    ['sha1 (section 8.1)', `sha1=${mac('sha1')}`, true],
    ['sha256', `sha256=${mac('sha256')}`, true],
    ['sha384', `sha384=${mac('sha384')}`, true],
    ['sha512', `sha512=${mac('sha512')}`, true],
    ['in capitals', `SHA256=${mac('sha256').toUpperCase()}`, true],
    ['of another secret', `sha256=${mac('sha256', 'x')}`, false],
    ['of another method', `sha1=${mac('sha256')}`, false],
    ['cut short', `sha256=${mac('sha256').slice(0, -2)}`, false],
    ['with half a byte', `sha256=${mac('sha256')}0`, false],
    ['empty', 'sha256=', false],
    ['without a method', mac('sha256'), false],
    ['of a method that nobody knows', `md5=${mac('md5')}`, false],
    ['no hexadecimal', `sha256=${'zz'.repeat(32)}`, false],
    ['endless', `sha256=${'00'.repeat(5_000)}`, false],
    ['missing', null, false],
  ])('reads a signature that is %s', async (_case, header, expected) => {
    expect(await isSignedBy(SECRET, header, BODY)).toBe(expected)
  })

  it('covers the exact bytes, none at all included', async () => {
    const empty = createHmac('sha256', SECRET).update('').digest('hex')
    expect(await isSignedBy(SECRET, `sha256=${empty}`, new Uint8Array())).toBe(true)
    const changed = Uint8Array.from(BODY, (byte, index) => (index === 3 ? byte ^ 1 : byte))
    expect(await isSignedBy(SECRET, `sha256=${mac('sha256')}`, changed)).toBe(false)
  })
})

const subscribe = { 'hub.mode': 'subscribe', 'hub.topic': 't', 'hub.challenge': 'c' }

describe('readVerification', () => {
  it.each([
    ['a lease', { ...subscribe, 'hub.lease_seconds': '60' }, { leaseSeconds: 60 }],
    ['no lease', subscribe, { leaseSeconds: undefined }],
    [
      'a lease of 0, which older hubs mean for ever',
      { ...subscribe, 'hub.lease_seconds': '0' },
      { leaseSeconds: undefined },
    ],
    [
      'a lease that is no number',
      { ...subscribe, 'hub.lease_seconds': '1e9' },
      { leaseSeconds: undefined },
    ],
    [
      'an end',
      { ...subscribe, 'hub.mode': 'unsubscribe' },
      { mode: 'unsubscribe', challenge: 'c' },
    ],
    [
      'a no',
      { 'hub.mode': 'denied', 'hub.topic': 't' },
      { reason: 'The hub denied the subscription.' },
    ],
    [
      'a no with its reason (section 5.2)',
      { 'hub.mode': 'denied', 'hub.topic': 't', 'hub.reason': ' hết\nchỗ ' },
      { reason: 'The hub denied the subscription: hết chỗ' },
    ],
  ])('reads %s', (_case, query, expected) => {
    expect(readVerification(query)).toMatchObject(expected)
  })

  it.each([
    ['no mode', { 'hub.topic': 't', 'hub.challenge': 'c' }],
    ['a mode that nobody knows', { ...subscribe, 'hub.mode': 'publish' }],
    ['no challenge', { 'hub.mode': 'subscribe', 'hub.topic': 't' }],
    ['no topic', { 'hub.mode': 'subscribe', 'hub.challenge': 'c' }],
    ['an endless challenge', { ...subscribe, 'hub.challenge': 'c'.repeat(3_000) }],
    ['an endless topic', { ...subscribe, 'hub.topic': 't'.repeat(3_000) }],
  ])('knows no answer to %s', (_case, query) => {
    expect(readVerification(query)).toBeUndefined()
  })
})

describe('leaseOf', () => {
  it.each([
    ['ten days', 864_000, 14_400, 10_080],
    ['a minute is taken for five', 60, 5, 3.5],
    ['ten years are renewed within a month', 315_360_000, 43_200, 30_240],
    ['nothing said is taken for ten days', undefined, 14_400, 10_080],
  ])('%s', (_case, seconds, untilMinutes, renewMinutes) => {
    const { until, renewAt } = leaseOf(seconds, NOW, 0)
    expect([minutesFrom(until), minutesFrom(renewAt)]).toEqual([untilMinutes, renewMinutes])
  })

  it('is renewed well before its end, whatever chance says', () => {
    for (const random of [0, 0.5, 0.999]) {
      const { until, renewAt } = leaseOf(864_000, NOW, random)
      expect(minutesFrom(renewAt) / minutesFrom(until)).toBeGreaterThanOrEqual(0.7)
      expect(minutesFrom(renewAt) / minutesFrom(until)).toBeLessThan(0.85)
    }
  })
})

describe('hubRetryAt', () => {
  it.each([
    ['five minutes after the first failure', { attempts: 1, random: 0 }, 5],
    ['twice as long after the next', { attempts: 2, random: 0 }, 10],
    ['a day at most', { attempts: 60, random: 0 }, 1_440],
    ['a fifth longer by chance', { attempts: 1, random: 0.5 }, 5.5],
    ['when the hub says', { attempts: 1, random: 0, retryAfterSeconds: 7_200 }, 120],
    ['within a week, whatever it says', { attempts: 1, random: 0, retryAfterSeconds: 1e9 }, 10_080],
  ])('asks again %s', (_case, retry, minutes) => {
    expect(minutesFrom(hubRetryAt(NOW, retry))).toBe(minutes)
  })

  it('leaves a hub time to verify, and one that said no a week', () => {
    expect(minutesFrom(verificationUntil(NOW, { attempts: 1, random: 0 }))).toBe(60)
    expect(minutesFrom(verificationUntil(NOW, { attempts: 9, random: 0 }))).toBe(1_280)
    expect(minutesFrom(deniedUntil(NOW))).toBe(10_080)
  })
})

describe('nextHub', () => {
  it('gives each once, in order', () => {
    expect(nextHub(['a', 'b'], 'a')).toBe('b')
    expect(nextHub(['a', 'b'], 'b')).toBeUndefined()
  })
})
