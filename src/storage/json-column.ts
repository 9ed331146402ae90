/** A column that holds JSON text, read through a schema like everything that outlives a deploy. */

import * as z from 'zod/mini'

/** Schema of a TEXT column that holds JSON of the given shape. */
export function jsonColumn<Inner extends z.ZodMiniType>(inner: Inner) {
  return z.pipe(
    z.string(),
    z.pipe(
      z.transform((text: string, context): unknown => {
        try {
          return JSON.parse(text)
        } catch {
          context.issues.push({ code: 'custom', message: 'is no JSON', input: text })
          return z.NEVER
        }
      }),
      inner,
    ),
  )
}

/** Schema of an INTEGER column that holds 0 or 1. */
export const flagColumn = z.pipe(
  z.int(),
  z.transform((flag) => flag === 1),
)
