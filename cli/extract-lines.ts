/** `extract --jsonl`: a page a line in, an article a line out, each as soon as it is ready. */

import * as z from 'zod/mini'
import type { Recipe } from '../src/articles/recipe.ts'
import { articleOfPage } from './article-of-page.ts'
import type { CliIo } from './io.ts'
import { readJsonLine } from './json-line.ts'
import { lines } from './lines.ts'

const MICROSECONDS_PER_MS = 1_000

const lineSchema = z.object({
  id: z.string('is no string'),
  url: z.url({ protocol: /^https?$/, error: 'is no http(s) URL' }),
  html: z.string('is no string'),
})

type LineOptions = { explain: boolean; recipe: Recipe | undefined }

/** A line that is no page, or a page that is no article, gives its reason; the rest goes on. */
export async function extractLines(io: CliIo, options: LineOptions): Promise<0 | 1> {
  let failed = false
  for await (const line of lines(io.stdin)) {
    if (line.trim() === '') continue
    const answer = await answerLine(line, io, options)
    failed ||= 'error' in answer
    io.out(`${JSON.stringify(answer)}\n`)
  }
  return failed ? 1 : 0
}

async function answerLine(
  line: string,
  io: CliIo,
  { explain, recipe }: LineOptions,
): Promise<Record<string, unknown>> {
  const page = readJsonLine(line, lineSchema)
  if ('error' in page) return page
  const startedMs = performance.now()
  const cpuBefore = process.cpuUsage()
  const outcome = await articleOfPage(page.html, {
    url: page.url,
    env: io.env,
    now: new Date(),
    recipe,
  })
  const { user, system } = process.cpuUsage(cpuBefore)
  const times = { ms: performance.now() - startedMs, cpu: (user + system) / MICROSECONDS_PER_MS }
  if (!outcome.ok) return { id: page.id, error: outcome.reason, message: outcome.message, ...times }
  const why = explain ? { explanation: outcome.explain() } : {}
  const use = outcome.recipe === null ? {} : { recipe: outcome.recipe }
  return { ...outcome.article, id: page.id, ...use, ...why, ...times }
}
