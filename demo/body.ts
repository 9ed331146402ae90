/** Reads the body of a request, no more of it than is allowed. */

import type { IncomingMessage } from 'node:http'

const BODY_BYTES_MAX = 128 * 1_024

/**
 * The text of the body, or `undefined` if it is larger than 128 KiB. The rest of a large one is read
 * and dropped: a socket closed in the middle would hide the answer from the sender.
 */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    const piece = Buffer.from(chunk)
    bytes += piece.length
    if (bytes <= BODY_BYTES_MAX) chunks.push(piece)
  }
  return bytes > BODY_BYTES_MAX ? undefined : Buffer.concat(chunks).toString('utf8')
}
