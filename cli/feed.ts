/** `feed FILE [--url BASE]`: prints what a feed lists as JSON. */

import { parseArgs } from 'node:util'
import { decodeBody } from '../src/crawler/fetch/decode-body.ts'
import { parseFeed } from '../src/scrapers/feed/feed.ts'
import { readInput } from './input.ts'
import type { CliIo } from './io.ts'

const USAGE = 'usage: feed FILE [--url BASE]   (FILE may be - for standard input)\n'

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
  const feed = parseFeed(decodeBody(input.bytes, null, 'xml'), parsed.url)
  if (feed === undefined) {
    io.err(`${parsed.file} is no feed that can be read.\n`)
    return 1
  }
  const entries = feed.entries.map(({ url, title, publishedAt }) => ({ url, title, publishedAt }))
  io.out(`${JSON.stringify({ title: feed.title, entries }, null, 2)}\n`)
  return 0
}

function parse(args: string[]): { file: string; url: string | undefined } | undefined {
  try {
    const options = { url: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [file, ...more] = positionals
    const isUsable = values.url === undefined || URL.canParse(values.url)
    return file === undefined || more.length > 0 || !isUsable
      ? undefined
      : { file, url: values.url }
  } catch {
    return undefined
  }
}
