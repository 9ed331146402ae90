/** Which instance the operator's commands talk to, and with which token. */

import { readFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'

const DEFAULT_URL = 'http://127.0.0.1:8787'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

export type Connection = {
  /** Without a slash at its end; paths are appended to it. */
  base: string
  token: string
}

/**
 * Reads `TRENDWIRE_URL` and `TRENDWIRE_TOKEN`, or gives a sentence that names what is wrong.
 * Where no token is set, `ADMIN_TOKEN` of `devVarsFile` serves, but for this machine alone: the
 * secret of a local trial has no business at somebody else's address.
 */
export async function findConnection(
  env: NodeJS.ProcessEnv,
  devVarsFile: string,
): Promise<({ ok: true } & Connection) | { ok: false; message: string }> {
  const address = env['TRENDWIRE_URL'] || DEFAULT_URL
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    return { ok: false, message: `TRENDWIRE_URL is no http(s) address: ${address}` }
  }
  const isLocal = LOOPBACK.test(url.hostname)
  const token = env['TRENDWIRE_TOKEN'] || (isLocal ? await localToken(devVarsFile) : undefined)
  if (token === undefined || !/^[\x21-\x7e]+$/.test(token)) {
    return { ok: false, message: tokenAdvice(token, isLocal) }
  }
  return { ok: true, base: url.origin + url.pathname.replace(/\/$/, ''), token }
}

async function localToken(devVarsFile: string): Promise<string | undefined> {
  const text = await readFile(devVarsFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return parseEnv(text)['ADMIN_TOKEN'] || undefined
}

function tokenAdvice(token: string | undefined, isLocal: boolean): string {
  if (token !== undefined) return 'The token holds a character that no token may hold.'
  return isLocal
    ? 'TRENDWIRE_TOKEN is not set, and .dev.vars has no ADMIN_TOKEN yet: "npm start" makes one.'
    : 'TRENDWIRE_TOKEN is not set: it has to be the ADMIN_TOKEN of the instance at TRENDWIRE_URL.'
}
