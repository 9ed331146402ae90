/** That the front door of the command line knows the operator's commands. */

import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { main } from '../../cli/main.ts'

describe('main', () => {
  it.each([
    ['a command', ['webhooks', '--help'], 'usage: webhooks SUBCOMMAND'],
    ['a subcommand', ['partners', 'run', '--help'], 'usage: partners run ID'],
    ['the command line', ['--help'], 'usage: npm run --silent cli -- COMMAND'],
  ])('explains %s and asks nobody', async (_case, args, beginning) => {
    let out = ''
    const code = await main(args, {
      stdin: Readable.from([]),
      out: (text) => {
        out += text
      },
      err: expect.unreachable,
      env: {},
      fetch: () => expect.unreachable(),
    })
    expect(code).toBe(0)
    expect(out.startsWith(beginning)).toBe(true)
  })
})
