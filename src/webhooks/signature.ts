/**
 * Signs messages as the Standard Webhooks specification says.
 *
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */

const SECRET_PREFIX = 'whsec_'
const encoder = new TextEncoder()

/** Headers of a signed message; the signature covers the id, the timestamp and the exact body. */
export type SignedHeaders = {
  'webhook-id': string
  'webhook-timestamp': string
  'webhook-signature': string
}

/** Writes key bytes as a secret to show: `whsec_` and base64. The specification asks for 24–64 bytes. */
export function formatSecret(key: Uint8Array): string {
  return SECRET_PREFIX + btoa(String.fromCharCode(...key))
}

/**
 * Signs one message with every given secret: two while a secret is being rotated.
 *
 * @throws {TypeError} if a secret is not `whsec_` and base64.
 */
export async function signMessage(message: {
  id: string
  /** Unix time in whole seconds, of this attempt. */
  timestampSeconds: number
  body: string
  secrets: string[]
}): Promise<SignedHeaders> {
  const signed = encoder.encode(`${message.id}.${message.timestampSeconds}.${message.body}`)
  const signatures = await Promise.all(message.secrets.map((secret) => sign(signed, secret)))
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(message.timestampSeconds),
    'webhook-signature': signatures.join(' '),
  }
}

async function sign(signed: BufferSource, secret: string): Promise<string> {
  const key = await crypto.subtle.importKey(
    'raw',
    keyOf(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, signed))
  return `v1,${btoa(String.fromCharCode(...mac))}`
}

function keyOf(secret: string): Uint8Array<ArrayBuffer> {
  if (!secret.startsWith(SECRET_PREFIX)) throw new TypeError('A webhook secret starts with whsec_.')
  const binary = atob(secret.slice(SECRET_PREFIX.length))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
