/** `robots FILE --agent NAME URL…`: says for each address whether a robots.txt lets an agent fetch it. */

import { parseArgs } from 'node:util'
import { decodeBody } from '../src/crawler/fetch/decode-body.ts'
import { parseRobots, robotsAllow } from '../src/crawler/politeness/robots.ts'
import { readInput } from './input.ts'
import type { CliIo } from './io.ts'

const USAGE = 'usage: robots FILE --agent NAME URL…   (FILE may be - for standard input)\n'

export async function run(args: string[], io: CliIo): Promise<0 | 1 | 2> {
  const parsed = parse(args)
  if (parsed === undefined) {
    io.err(USAGE)
    return 2
  }
  const input = await readInput(parsed.file, io)
  if (!input.ok) {
    io.err(`${input.message}\n`)
    return 1
  }
  const robots = parseRobots(decodeBody(input.bytes, null, 'text'))
  const allowed = parsed.urls.map((url) => robotsAllow(robots, parsed.agent, url))
  parsed.urls.forEach((url, index) => {
    io.out(`${allowed[index] === true ? 'allow' : 'disallow'}\t${url}\n`)
  })
  return allowed.every((one) => one) ? 0 : 1
}

function parse(args: string[]): { file: string; agent: string; urls: string[] } | undefined {
  try {
    const options = { agent: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [file, ...urls] = positionals
    if (file === undefined || urls.length === 0 || values.agent === undefined) return undefined
    return { file, agent: values.agent, urls }
  } catch {
    return undefined
  }
}
