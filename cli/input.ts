/** Reads what a command was pointed at: a file, or standard input for `-`. */

import { readFile } from 'node:fs/promises'
import type { CliIo } from './io.ts'

/** Bytes, for only the command knows in which charset they are; a sentence where there are none. */
export async function readInput(
  name: string,
  io: CliIo,
): Promise<{ ok: true; bytes: Uint8Array } | { ok: false; message: string }> {
  try {
    return { ok: true, bytes: name === '-' ? await readAll(io.stdin) : await readFile(name) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ok: false, message: `${name} cannot be read: ${reason}` }
  }
}

async function readAll(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
