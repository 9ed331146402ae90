/** `boilerplate --jsonl`: the pages of sites in, a line each; out, which blocks are the site's template. */

import * as z from 'zod/mini'
import { learnTemplate } from '../src/dedupe/site-template.ts'
import { templateBlocks } from '../src/dedupe/template-blocks.ts'
import type { CliIo } from './io.ts'
import { type BadLine, readJsonLine } from './json-line.ts'
import { lines } from './lines.ts'

export const BOILERPLATE_USAGE =
  'usage: boilerplate --jsonl   (pages on standard input, one a line, those of a site in a row)\n'

/** Pages of a site from which its template is learnt; with more, it begins anew. */
const PAGES_MAX = 200

const pageSchema = z.object({
  site: z.string('is no string'),
  id: z.string('is no string'),
  blocks: z.array(
    z.object({
      text: z.string('is no string'),
      link: z.number('is no number'),
      path: z.string('is no string'),
    }),
    'is no list',
  ),
})

type Page = z.infer<typeof pageSchema>

/** A line that is no page gives its reason in its place; the rest goes on. */
export async function run(args: string[], io: CliIo): Promise<0 | 1 | 2> {
  if (args.length !== 1 || args[0] !== '--jsonl') {
    io.err(BOILERPLATE_USAGE)
    return 2
  }
  let failed = false
  let waiting: (Page | BadLine)[] = []
  let site: string | undefined
  for await (const line of lines(io.stdin)) {
    if (line.trim() === '') continue
    const page = readJsonLine(line, pageSchema)
    failed ||= 'error' in page
    if (!('error' in page) && (page.site !== site || waiting.length >= PAGES_MAX)) {
      answer(waiting, io)
      waiting = []
      site = page.site
    }
    waiting.push(page)
  }
  answer(waiting, io)
  return failed ? 1 : 0
}

function answer(waiting: readonly (Page | BadLine)[], io: CliIo): void {
  const pages = waiting.filter((page): page is Page => !('error' in page))
  const template = learnTemplate(pages.map(({ blocks }) => blocks))
  for (const page of waiting) {
    const out =
      'error' in page ? page : { id: page.id, drop: templateBlocks(page.blocks, template) }
    io.out(`${JSON.stringify(out)}\n`)
  }
}
