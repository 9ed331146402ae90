/** Signatures, against the Standard Webhooks specification and an independent verifier. */

import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { formatSecret, signMessage } from '../../src/webhooks/signature.ts'

/** The fixed vector of the Standard Webhooks reference libraries. */
const VECTOR = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestampSeconds: 1614265330,
  body: '{"test": 2432232314}',
  secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
}

describe('signMessage', () => {
  it('signs the fixed vector of the reference libraries', async () => {
    expect(await signMessage(VECTOR)).toEqual({
      'webhook-id': VECTOR.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  it('gives what the standardwebhooks package verifies', async () => {
    const secret = formatSecret(new Uint8Array(32).map((_, index) => index * 7))
    const body = JSON.stringify({ type: 'article.published', data: { title: 'Đo lường KOL' } })
    const timestampSeconds = Math.floor(Date.now() / 1000)
    const signed = await signMessage({ id: 'evt_1', timestampSeconds, body, secrets: [secret] })
    expect(new Webhook(secret).verify(body, signed)).toEqual(JSON.parse(body))
    expect(() => new Webhook(secret).verify(`${body} `, signed)).toThrow()
  })

  it('carries one signature for each secret, so that either verifies', async () => {
    const secrets = [1, 2].map((seed) => formatSecret(new Uint8Array(32).fill(seed)))
    const timestampSeconds = Math.floor(Date.now() / 1000)
    const signed = await signMessage({ id: 'evt_2', timestampSeconds, body: '{}', secrets })
    for (const secret of secrets) expect(new Webhook(secret).verify('{}', signed)).toEqual({})
  })

  it('refuses a secret that is none', async () => {
    await expect(signMessage({ ...VECTOR, secrets: ['plain'] })).rejects.toThrow(TypeError)
  })
})
