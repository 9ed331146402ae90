/** The app for a test: real bindings, a clock to turn, doors that the test may open differently. */

import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { createApp } from '../../src/routes/app.ts'
import type { Doors } from '../../src/routes/app-types.ts'

export const TOKEN = 'test-admin-token-0123456789'
export const PERSON =
  'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0 Mobile Safari/537.36'

/** By the name of the test. */
const deployments = new Map<string, string>()

type TestApp = {
  /** Asks and waits until what goes on behind the answer is done, too. */
  ask: (path: string, init?: RequestInit) => Promise<Response>
  /** The same as the operator. */
  operate: (method: string, path: string, body?: unknown) => Promise<Response>
  clock: { ms: number }
  logged: string[]
}

export function appWith(
  changes: { doors?: Partial<Doors>; vars?: Record<string, string>; bindings?: Partial<Env> } = {},
) {
  const clock = { ms: Date.UTC(2026, 10, 23, 10) }
  const logged: string[] = []
  let ids = 0
  const app = createApp({
    preview: async () => ({ ok: false, reason: 'not-an-article', message: 'No preview here.' }),
    addressRefusal: () => undefined,
    now: () => new Date(clock.ms),
    randomId: (prefix) => {
      ids += 1
      return `${prefix}_${String(ids).padStart(16, '0')}`
    },
    randomBytes: (length) => new Uint8Array(length).fill(3),
    log: (event) => logged.push(event),
    ...changes.doors,
  })
  const bindings = {
    ...env,
    SITE_URL: 'https://trendwire.example',
    VERSION: deployment(),
    ...changes.vars,
    ...changes.bindings,
  }

  async function ask(path: string, init?: RequestInit): Promise<Response> {
    const context = createExecutionContext()
    const url = new URL(path, 'https://trendwire.example')
    const response = await app.fetch(
      new Request(url, { redirect: 'manual', ...init }),
      bindings,
      context,
    )
    const answer = new Response(
      response.body === null ? null : await response.arrayBuffer(),
      response,
    )
    await waitOnExecutionContext(context)
    return answer
  }

  return {
    ask,
    operate: (method: string, path: string, body?: unknown) =>
      ask(`/api/admin${path}`, {
        method,
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    clock,
    logged,
  } satisfies TestApp
}

/** Each test is a deployment of its own: `reset` does not empty the Cache API, where pages live on. */
function deployment(): Env['VERSION'] {
  const test = expect.getState().currentTestName ?? ''
  const id = deployments.get(test) ?? crypto.randomUUID()
  deployments.set(test, id)
  return { ...env.VERSION, id }
}
