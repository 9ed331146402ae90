/** Calls an operator's command against answers that a test makes up, and keeps what was asked and printed. */

import type { Group } from '../../cli/admin-group.ts'
import { ioWith } from './io-with.ts'

/** What the instance answers: a body with status 200, or a status with a body. */
type Reply = { status: number; body?: unknown; location?: string } | { body: unknown }

/** By `METHOD /path`; a list is answered one after the other, its last one for ever. */
type Replies = Record<string, Reply | Reply[]>

type Asked = { call: string; token: string | null; body: unknown }

type Options = { env?: NodeJS.ProcessEnv; isTerminal?: boolean; devVarsFile?: string }

const NOT_FOUND = { status: 404, body: { detail: 'There is nothing here.' } }

export async function called(
  group: Group,
  args: string[],
  replies: Replies,
  options: Options = {},
) {
  const asked: Asked[] = []
  const counts = new Map<string, number>()
  const answer: typeof fetch = async (address, init) => {
    const { pathname, search } = new URL(String(address))
    const call = `${init?.method} ${pathname}${search}`
    const headers = new Headers(init?.headers)
    const body = init?.body === undefined ? undefined : JSON.parse(String(init.body))
    asked.push({ call, token: headers.get('authorization'), body })
    const turn = counts.get(call) ?? 0
    counts.set(call, turn + 1)
    const known = replies[call] ?? NOT_FOUND
    return response(Array.isArray(known) ? (known[turn] ?? known.at(-1) ?? NOT_FOUND) : known)
  }
  return { ...(await calledWith(group, args, answer, options)), asked }
}

export async function calledWith(
  group: Group,
  args: string[],
  answer: typeof fetch,
  options: Options = {},
) {
  const env = options.env ?? { TRENDWIRE_TOKEN: 'a-token' }
  const { io, printed } = ioWith({ env, fetch: answer })
  const code = await group.run(args, io, {
    isTerminal: options.isTerminal ?? false,
    sleep: async () => undefined,
    devVarsFile: options.devVarsFile ?? 'no-such-file',
  })
  return { code, ...printed }
}

function response(reply: Reply): Response {
  const { status = 200, location } = { status: 200, location: undefined, ...reply }
  const headers = location === undefined ? {} : { location }
  const isEmpty = status === 204
  const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body)
  return new Response(isEmpty ? null : text, { status, headers })
}
