/** Cursors of lists: where the last page ended, opaque to whoever holds one. */

import * as z from 'zod/mini'

const CURSOR_LENGTH_MAX = 400

const positionSchema = z.tuple([z.union([z.string(), z.number()]), z.string()])

/** The sort key and the id of the last item shown. */
export type Position = z.infer<typeof positionSchema>

export function writeCursor(position: Position): string {
  const bytes = new TextEncoder().encode(JSON.stringify(position))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

/** Returns `undefined` for what is no cursor of ours. */
export function readCursor(cursor: string): Position | undefined {
  if (cursor.length > CURSOR_LENGTH_MAX) return undefined
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const text = new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0)))
    return positionSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
