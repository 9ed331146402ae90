/** `/websub/:token`: where hubs verify what we asked of them, and tell us that a partner has news. */

import { Hono } from 'hono'
import { hexadecimal } from '../articles/digest.ts'
import { wakeRuns } from '../storage/messages.ts'
import { openPushedRuns } from '../storage/pushed-runs.ts'
import {
  activatePush,
  type Callback,
  countBadSignature,
  findCallback,
  recordHubWord,
  recordPush,
} from '../storage/websub-callbacks.ts'
import { newCredentials, TOKEN_PATTERN } from '../webhooks/websub-credentials.ts'
import { deniedUntil, leaseOf, nextHub } from '../webhooks/websub-lease.ts'
import { isSignedBy } from '../webhooks/websub-signature.ts'
import { readVerification, type Verification } from '../webhooks/websub-verification.ts'
import type { AppContext, AppEnv } from './app-types.ts'
import { boundedBytes } from './bounded-body.ts'

/** As large as a feed may be that we fetch. */
const MESSAGE_BYTES_MAX = 8 * 1024 * 1024

/** A hub that was not sure whether its message arrived sends it again. */
const REPETITION_MS = 60 * 60 * 1000

const RUNS_MAX = 20

/** States in which we still want to be told. */
const IS_WANTED: ReadonlySet<Callback['state']> = new Set(['pending', 'active'])

export const websubRoutes = new Hono<AppEnv>()

websubRoutes.get('/:token', async (c) => {
  const asked = readVerification(c.req.query())
  const callback = await callbackOf(c, c.req.param('token'))
  // Section 5.3.1: whoever asks for a topic or a mode that we do not want is told 404.
  if (asked === undefined || callback?.topic !== asked.topic) return answer(c, 404)
  if (!(await isWanted(callback, asked, c))) return answer(c, 404)
  const { id, partnerId } = callback
  c.get('doors').log('hub.verified', { id, partnerId, mode: asked.mode })
  return asked.mode === 'denied' ? answer(c, 204) : answer(c, 200, asked.challenge)
})

websubRoutes.post('/:token', async (c) => {
  const callback = await callbackOf(c, c.req.param('token'))
  if (callback === undefined || !IS_WANTED.has(callback.state)) return answer(c, 410)
  const body = await boundedBytes(c.req.raw, MESSAGE_BYTES_MAX)
  if (body === undefined) return answer(c, 413)
  const { id, partnerId } = callback
  if (await isSignedBy(callback.secret, c.req.header('x-hub-signature') ?? null, body)) {
    await takePush(c, callback, body)
  } else {
    // Section 8.2: answered like any other, so that nobody learns by trying.
    c.get('doors').log('push.ignored', { id, partnerId, reason: 'bad signature' })
    await countBadSignature(c.env.DB, callback)
  }
  return answer(c, 204)
})

async function callbackOf(c: AppContext, token: string): Promise<Callback | undefined> {
  return TOKEN_PATTERN.test(token) ? await findCallback(c.env.DB, token) : undefined
}

/** Does what the hub says, where it is what we asked for; false where it is not. */
async function isWanted(callback: Callback, asked: Verification, c: AppContext): Promise<boolean> {
  const { state } = callback
  switch (asked.mode) {
    case 'subscribe':
      if (!IS_WANTED.has(state)) return false
      await activate(callback, asked.leaseSeconds, c)
      return true
    case 'unsubscribe':
      if (state !== 'ending' && state !== 'ended') return false
      await end(callback, c)
      return true
    case 'denied':
      if (state === 'ending') await end(callback, c)
      else if (IS_WANTED.has(state)) await takeDenial(callback, asked.reason, c)
      return state !== 'wanted'
    default:
      return asked satisfies never
  }
}

async function activate(
  callback: Callback,
  leaseSeconds: number | undefined,
  c: AppContext,
): Promise<void> {
  const now = c.get('doors').now()
  const [jitter = 0] = c.get('doors').randomBytes(1)
  const { until, renewAt } = leaseOf(leaseSeconds, now, jitter / 256)
  await activatePush(c.env.DB, callback, {
    until: until.toISOString(),
    renewAt: renewAt.toISOString(),
    now: now.toISOString(),
  })
}

async function end(callback: Callback, c: AppContext): Promise<void> {
  if (callback.state === 'ended') return
  const at = c.get('doors').now().toISOString()
  await recordHubWord(c.env.DB, callback, { kind: 'ended', at })
}

async function takeDenial(callback: Callback, reason: string, c: AppContext): Promise<void> {
  const { now, randomBytes } = c.get('doors')
  const hub = nextHub(callback.hubs, callback.hub)
  if (hub === undefined) {
    const at = deniedUntil(now()).toISOString()
    return await recordHubWord(c.env.DB, callback, { kind: 'denied', at, reason })
  }
  const credentials = newCredentials(randomBytes)
  const at = now().toISOString()
  await recordHubWord(c.env.DB, callback, { kind: 'other-hub', at, reason, hub, credentials })
}

/** What the message says is not read: it is asked of the partner itself, who says the same to all. */
async function takePush(
  c: AppContext,
  callback: Callback,
  body: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const now = c.get('doors').now()
  const { id, partnerId } = callback
  const hash = hexadecimal(new Uint8Array(await crypto.subtle.digest('SHA-256', body)))
  // An empty message says "news" each time anew.
  if (body.length > 0 && isRepetition(callback, hash, now)) {
    c.get('doors').log('push.ignored', { id, partnerId, reason: 'repetition' })
    return
  }
  await recordPush(c.env.DB, callback, { now: now.toISOString(), hash })
  const opened = await openPushedRuns(c.env.DB, now.toISOString(), RUNS_MAX)
  await wakeRuns(c.env.RUN_QUEUE, opened)
  c.get('doors').log('push.taken', { id, partnerId, runs: opened.length })
}

function isRepetition(callback: Callback, hash: string, now: Date): boolean {
  const { lastPushAt, lastPushHash } = callback
  if (lastPushAt === null || lastPushHash !== hash) return false
  return now.getTime() - Date.parse(lastPushAt) < REPETITION_MS
}

function answer(c: AppContext, status: 200 | 204 | 404 | 410 | 413, text = ''): Response {
  c.header('cache-control', 'no-store')
  // As text, and nothing but text: what a hub has us say must not be run in anybody's browser.
  return status === 204
    ? c.body(null, 204)
    : c.body(text, status, { 'content-type': 'text/plain; charset=utf-8' })
}
