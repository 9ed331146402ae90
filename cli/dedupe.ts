/** `dedupe --jsonl`: articles in, a line each, in order of arrival; out, the story that each tells. */

import { setFlagsFromString } from 'node:v8'
import * as z from 'zod/mini'
import { urlKey } from '../src/articles/addresses/canonical-url.ts'
import { canonicalArticle, type StoryMember } from '../src/dedupe/canonical-article.ts'
import { type MemoryIndex, memoryIndex } from '../src/dedupe/memory-index.ts'
import { placeArticle } from '../src/dedupe/place-article.ts'
import type { CliIo } from './io.ts'
import { type BadLine, readJsonLine } from './json-line.ts'
import { lines } from './lines.ts'

export const DEDUPE_USAGE = 'usage: dedupe --jsonl   (articles on standard input, one a line)\n'

const lineSchema = z.object({
  id: z.string('is no string'),
  url: z.url({ protocol: /^https?$/, error: 'is no http(s) URL' }),
  title: z.string('is no string'),
  text: z.string('is no string'),
})

/** Left to itself, the engine's nursery grows until the process has 300 MB; so it has 240, as fast. */
const SMALL_NURSERY = '--semi-space-growth-factor=1'

type Told = StoryMember & { readonly id: string }

/** A line that is no article gives its reason in its place; the rest goes on. */
export async function run(args: string[], io: CliIo): Promise<0 | 1 | 2> {
  if (args.length !== 1 || args[0] !== '--jsonl') {
    io.err(DEDUPE_USAGE)
    return 2
  }
  setFlagsFromString(SMALL_NURSERY)
  const index = memoryIndex()
  const answers: (Told | BadLine)[] = []
  for await (const line of lines(io.stdin)) {
    if (line.trim() !== '') answers.push(await take(line, index))
  }
  const canonicals = canonicalIds(answers, index)
  for (const answer of answers) io.out(`${JSON.stringify(outLine(answer, index, canonicals))}\n`)
  return answers.some((answer) => 'error' in answer) ? 1 : 0
}

async function take(line: string, index: MemoryIndex): Promise<Told | BadLine> {
  const article = readJsonLine(line, lineSchema)
  if ('error' in article) return article
  const { id, url, title, text } = article
  const arrival = { site: new URL(url).host, address: urlKey(url) ?? url, title, text }
  const placement = await placeArticle(arrival, index)
  const number = await index.add(arrival, placement)
  return { id, number, length: placement.fingerprint.length, isPadded: placement.isPadded }
}

function canonicalIds(
  answers: readonly (Told | BadLine)[],
  index: MemoryIndex,
): Map<number, string> {
  const told = answers.filter((answer): answer is Told => !('error' in answer))
  const stories = Map.groupBy(told, ({ number }) => index.storyOf(number))
  return new Map([...stories].map(([story, members]) => [story, canonicalArticle(members).id]))
}

function outLine(answer: Told | BadLine, index: MemoryIndex, canonicals: Map<number, string>) {
  if ('error' in answer) return answer
  const story = index.storyOf(answer.number)
  return { id: answer.id, clusterId: String(story), canonical: canonicals.get(story) }
}
