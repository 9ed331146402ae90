/** Reads a line of JSON that a command is given; one that is not what it must be is answered in its place. */

import * as z from 'zod/mini'

const namedSchema = z.object({ id: z.string() })

/** The answer to a line that cannot be read; `id` where the line has one. */
export type BadLine = {
  readonly id: string | null
  readonly error: 'bad-line'
  readonly message: string
}

export function readJsonLine<Line extends object>(
  line: string,
  schema: z.ZodMiniType<Line>,
): Line | BadLine {
  const value = parseJson(line)
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const id = namedSchema.safeParse(value).data?.id ?? null
  return { id, error: 'bad-line', message: faultOf(parsed.error) }
}

/** Names the first field that is wrong; a line that is no object has none. */
function faultOf({ issues }: z.core.$ZodError): string {
  const [issue] = issues
  const field = issue?.path.join('.') ?? ''
  return field === '' ? 'The line is no JSON object.' : `"${field}" ${issue?.message}.`
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
