/** What a command is given in tests: streams that remember, nothing in the environment, the real network. */

import { Readable } from 'node:stream'
import type { CliIo } from '../../cli/io.ts'

type Changes = Partial<Pick<CliIo, 'env' | 'fetch'>> & {
  /** In the pieces in which it arrives. */
  stdin?: readonly (string | Buffer)[]
}

/** `printed` grows as the command prints. */
export function ioWith({ stdin = [], ...changes }: Changes = {}) {
  const printed = { out: '', err: '' }
  const io: CliIo = {
    stdin: Readable.from(stdin.map((chunk) => Buffer.from(chunk))),
    out: (text) => {
      printed.out += text
    },
    err: (text) => {
      printed.err += text
    },
    env: {},
    fetch: globalThis.fetch,
    ...changes,
  }
  return { io, printed }
}
