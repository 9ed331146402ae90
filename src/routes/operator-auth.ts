/** Who is the operator: a bearer token for scripts, a signed session cookie with CSRF for the desk. */

import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { hexadecimal } from '../articles/digest.ts'
import type { AppContext, AppEnv } from './app-types.ts'
import { problem } from './problem.ts'

const SESSION_COOKIE = 'session'
const SESSION_SECONDS = 12 * 60 * 60

const encoder = new TextEncoder()

/** Compares without telling by its time where two texts differ. */
export async function sameText(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all(
    [one, other].map((text) => crypto.subtle.digest('SHA-256', encoder.encode(text))),
  )
  if (a === undefined || b === undefined) return false
  const [left, right] = [new Uint8Array(a), new Uint8Array(b)]
  return (
    left.reduce((difference, byte, index) => difference | (byte ^ (right[index] ?? 0)), 0) === 0
  )
}

/** Starts a session that ends by itself. */
export async function signIn(c: AppContext): Promise<void> {
  const expiresAt = c.get('doors').now().getTime() + SESSION_SECONDS * 1000
  await setSignedCookie(c, SESSION_COOKIE, `operator.${expiresAt}`, sessionKey(c), {
    path: '/',
    maxAge: SESSION_SECONDS,
    httpOnly: true,
    sameSite: 'Strict',
    secure: new URL(c.req.url).protocol === 'https:',
  })
}

export function signOut(c: AppContext): void {
  deleteCookie(c, SESSION_COOKIE, { path: '/' })
}

/** The signed-in session's own text, or `undefined` for none, a forged or an expired one. */
export async function findSession(c: AppContext): Promise<string | undefined> {
  const session = await getSignedCookie(c, sessionKey(c), SESSION_COOKIE)
  if (session === undefined || session === false) return undefined
  const expiresAt = Number(session.split('.')[1])
  return expiresAt > c.get('doors').now().getTime() ? session : undefined
}

/** The token that every form of this session carries: only our own pages know it. */
export async function csrfToken(c: AppContext, session: string): Promise<string> {
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode(sessionKey(c)),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const mac = await crypto.subtle.sign('HMAC', key, encoder.encode(`csrf:${session}`))
  return hexadecimal(new Uint8Array(mac))
}

/**
 * Lets the operator through to the API: by `Authorization: Bearer`, or by the session, which for
 * anything but reading needs the CSRF token in `x-csrf-token`. Everyone else gets 401.
 */
export const operatorOnly = createMiddleware<AppEnv>(async (c, next) => {
  const authorization = c.req.header('authorization')
  if (authorization !== undefined) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
    if (await sameText(token, c.get('config').adminToken)) return next()
    return unauthorized(c, 'The bearer token is wrong.')
  }
  const session = await findSession(c)
  if (session === undefined) return unauthorized(c, 'A bearer token is needed.')
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const token = c.req.header('x-csrf-token') ?? ''
  if (await sameText(token, await csrfToken(c, session))) return next()
  return problem(c, 403, 'The CSRF token is missing or wrong.')
})

function unauthorized(c: AppContext, detail: string): Response {
  c.header('www-authenticate', 'Bearer realm="trendwire"')
  return problem(c, 401, detail)
}

/** Changing the admin token ends every session. */
function sessionKey(c: AppContext): string {
  return `session:${c.get('config').adminToken}`
}
