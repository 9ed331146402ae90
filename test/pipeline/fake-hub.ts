/** A hub as a function: takes subscriptions, verifies them at the callback, and tells of news, signed. */

import { hexadecimal } from '../../src/articles/digest.ts'

type Method = 'sha1' | 'sha256' | 'sha384' | 'sha512'

const HASHES = { sha1: 'SHA-1', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' } as const

export type FakeHub = {
  url: string
  /** What it was asked, in order. */
  asked: Record<string, string>[]
  /** How it answers the next requests, in order; 202 when there is nothing here. */
  answers: (() => Response)[]
  post: (request: Request) => Promise<Response>
  /** Asks the callback of what was asked last; parameters can be changed. */
  verify: (changes?: Record<string, string>) => Promise<Response>
  /** Sends a message to the callback of what was asked last. */
  push: (body: string, how?: { method?: Method; signature?: string | null }) => Promise<Response>
}

/** `ask` reaches our own app. */
export function createFakeHub(
  url: string,
  ask: (path: string, init?: RequestInit) => Promise<Response>,
): FakeHub {
  const asked: Record<string, string>[] = []
  const answers: (() => Response)[] = []

  const last = () => asked.at(-1) ?? {}
  const callback = () => new URL(last()['hub.callback'] ?? '').pathname

  return {
    url,
    asked,
    answers,
    async post(request) {
      // Not `text()`: workerd warns that a form is none.
      const form = new TextDecoder().decode(await request.arrayBuffer())
      asked.push(Object.fromEntries(new URLSearchParams(form)))
      return answers.shift()?.() ?? new Response('', { status: 202 })
    },
    async verify(changes = {}) {
      const query = new URLSearchParams({
        'hub.mode': last()['hub.mode'] ?? '',
        'hub.topic': last()['hub.topic'] ?? '',
        'hub.challenge': 'thử thách 42',
        ...(last()['hub.mode'] === 'subscribe' ? { 'hub.lease_seconds': '864000' } : {}),
        ...changes,
      })
      return await ask(`${callback()}?${query}`)
    },
    async push(body, { method = 'sha256', signature } = {}) {
      const secret = asked.findLast((form) => 'hub.secret' in form)?.['hub.secret'] ?? ''
      const signed = signature === undefined ? await sign(body, secret, method) : signature
      const headers = { 'content-type': 'application/rss+xml' }
      return await ask(callback(), {
        method: 'POST',
        body,
        headers: signed === null ? headers : { ...headers, 'x-hub-signature': signed },
      })
    },
  }
}

export async function sign(body: string, secret: string, method: Method): Promise<string> {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const algorithm = { name: 'HMAC', hash: HASHES[method] }
  const key = await crypto.subtle.importKey('raw', bytes(secret), algorithm, false, ['sign'])
  const mac = await crypto.subtle.sign('HMAC', key, bytes(body))
  return `${method}=${hexadecimal(new Uint8Array(mac))}`
}
