/** `urlkey`: an address a line in, its identity key a line out. */

import { urlKey } from '../src/articles/addresses/canonical-url.ts'
import type { CliIo } from './io.ts'
import { lines } from './lines.ts'

const USAGE = 'usage: urlkey   (addresses on standard input, one a line)\n'

/** A line that is no URL gives an empty line, so that lines in and out stay side by side. */
export async function run(args: string[], io: CliIo): Promise<0 | 1 | 2> {
  if (args.length > 0 && args[0] !== '-') {
    io.err(USAGE)
    return 2
  }
  let failed = false
  for await (const line of lines(io.stdin)) {
    const key = urlKey(line.replace(/^\ufeff/, '')) ?? ''
    failed ||= key === '' && line.trim() !== ''
    io.out(`${key}\n`)
  }
  return failed ? 1 : 0
}
