/** The admin API as the operator's commands ask it: one question, one parsed answer or one sentence. */

import * as z from 'zod/mini'
import type { Connection } from './admin-connection.ts'

/** A preview fetches the partner's page first, which alone may take 15 s and more. */
const ANSWER_TIMEOUT_MS = 90_000

type Question<Schema extends z.ZodMiniType> = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** From the root, ids already encoded: see `segment`. */
  path: string
  /** Of the answer's JSON; an answer without a body is `undefined`. */
  schema: Schema
  body?: unknown
}

/** `status` is missing where nobody answered. */
export type Answer<Value> =
  | { ok: true; value: Value }
  | { ok: false; status?: number; message: string }

export type Ask = <Schema extends z.ZodMiniType>(
  question: Question<Schema>,
) => Promise<Answer<z.output<Schema>>>

const problemSchema = z.object({ detail: z.optional(z.string()), title: z.optional(z.string()) })

const causeSchema = z.object({ cause: z.object({ code: z.string() }) })

/** Asks with the operator's token. Redirects are reported, not followed: they would lose the token or the body. */
export function adminApi({ base, token }: Connection, fetchAnswer: typeof fetch): Ask {
  return async ({ method, path, schema, body }) => {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
    const sent =
      body === undefined
        ? { headers }
        : {
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }
    try {
      const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS)
      const answer = await fetchAnswer(base + path, {
        method,
        redirect: 'manual',
        signal,
        ...sent,
      })
      const text = await answer.text()
      return answer.ok ? read(text, schema, base) : refused(answer, text)
    } catch (error) {
      return { ok: false, message: unreachable(base, error) }
    }
  }
}

/** Writes an id or a slug so that it stays one segment of a path. */
export function segment(name: string): string {
  return encodeURIComponent(name)
}

function read<Schema extends z.ZodMiniType>(
  text: string,
  schema: Schema,
  base: string,
): Answer<z.output<Schema>> {
  const parsed = z.safeParse(schema, text === '' ? undefined : parseJson(text))
  if (parsed.success) return { ok: true, value: parsed.data }
  const [issue] = parsed.error.issues
  const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`
  return { ok: false, message: `${base} answered what Trendwire would not${place}.` }
}

function refused(answer: Response, text: string): Answer<never> {
  const { status } = answer
  const location = answer.headers.get('location')
  if (status < 400 && location !== null) {
    return { ok: false, status, message: `${status}: moved to ${location}; set TRENDWIRE_URL.` }
  }
  const problem = z.safeParse(problemSchema, parseJson(text))
  const { detail, title } = problem.success ? problem.data : {}
  const reason = detail || title || answer.statusText || 'no reason is given.'
  return { ok: false, status, message: `${status}: ${reason}` }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unreachable(base: string, error: unknown): string {
  const code = z.safeParse(causeSchema, error)
  if (code.success && code.data.cause.code === 'ECONNREFUSED') {
    return `Nothing answers at ${base}: start it with "npm start", or set TRENDWIRE_URL.`
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return `${base} has not answered within ${ANSWER_TIMEOUT_MS / 1000} s.`
  }
  const reason = code.success ? code.data.cause.code : String(error)
  return `${base} cannot be reached: ${reason}.`
}
