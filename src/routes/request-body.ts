/** Reads what operators send: JSON or a form, within a limit, through a schema. */

import * as z from 'zod/mini'
import { complaintsOf, firstComplaint } from '../articles/complaints.ts'
import type { AppContext } from './app-types.ts'
import { problem } from './problem.ts'

/** A page handed in for a preview is the largest thing an operator sends. */
const BODY_BYTES_MAX = 5 * 1024 * 1024

type Read<Value> = { ok: true; value: Value } | { ok: false; response: Response }

/** The JSON body as `schema` reads it (`whenEmpty` stands for one that is not there), or the problem document that says what is wrong with it. */
export async function readJson<Schema extends z.ZodMiniType>(
  c: AppContext,
  schema: Schema,
  whenEmpty = '',
): Promise<Read<z.output<Schema>>> {
  if (Number(c.req.header('content-length') ?? 0) > BODY_BYTES_MAX) {
    return { ok: false, response: tooLarge(c) }
  }
  const text = await c.req.text()
  if (text.length > BODY_BYTES_MAX) return { ok: false, response: tooLarge(c) }
  let json: unknown
  try {
    json = JSON.parse(text === '' ? whenEmpty : text)
  } catch {
    return { ok: false, response: problem(c, 400, 'The body is no valid JSON.') }
  }
  const result = z.safeParse(schema, json)
  if (result.success) return { ok: true, value: result.data }
  const errors = complaintsOf(result.error)
  const detail = `${firstComplaint(result.error, 'The body')}.`
  return { ok: false, response: problem(c, 400, detail, { errors }) }
}

/** A list's `limit` and `cursor`, or `undefined` for a limit that is none. */
export function readLimit(
  c: AppContext,
  bounds: { standard: number; max: number },
): number | undefined {
  const text = c.req.query('limit')
  if (text === undefined || text === '') return bounds.standard
  if (!/^\d{1,4}$/.test(text)) return undefined
  const limit = Number(text)
  return limit >= 1 && limit <= bounds.max ? limit : undefined
}

function tooLarge(c: AppContext): Response {
  return problem(c, 413, `The body is larger than ${BODY_BYTES_MAX} bytes.`)
}
