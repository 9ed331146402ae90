/** `dedupe --jsonl`: articles in, a line each, in order of arrival; out, the story that each tells. */

import * as z from 'zod/mini'
import { urlKey } from '../src/articles/addresses/canonical-url.ts'
import { canonicalArticle, type StoryMember } from '../src/dedupe/canonical-article.ts'
import { type MemoryIndex, memoryIndex } from '../src/dedupe/memory-index.ts'
import { placeArticle } from '../src/dedupe/place-article.ts'
import type { CliIo } from './io.ts'
import { lines } from './lines.ts'

export const DEDUPE_USAGE = 'usage: dedupe --jsonl   (articles on standard input, one a line)\n'

const lineSchema = z.object({
  id: z.string('is no string'),
  url: z.url({ protocol: /^https?$/, error: 'is no http(s) URL' }),
  title: z.string('is no string'),
  text: z.string('is no string'),
})
const namedSchema = z.object({ id: z.string() })

type Told = StoryMember & { readonly id: string }
type Fault = { readonly id: string | null; readonly error: 'bad-line'; readonly message: string }

/** A line that is no article gives its reason in its place; the rest goes on. */
export async function run(args: string[], io: CliIo): Promise<0 | 1 | 2> {
  if (args.length !== 1 || args[0] !== '--jsonl') {
    io.err(DEDUPE_USAGE)
    return 2
  }
  const index = memoryIndex()
  const answers: (Told | Fault)[] = []
  for await (const line of lines(io.stdin)) {
    if (line.trim() !== '') answers.push(await take(line, index))
  }
  const canonicals = canonicalIds(answers, index)
  for (const answer of answers) io.out(`${JSON.stringify(outLine(answer, index, canonicals))}\n`)
  return answers.some((answer) => 'error' in answer) ? 1 : 0
}

async function take(line: string, index: MemoryIndex): Promise<Told | Fault> {
  const value = parseJson(line)
  const parsed = lineSchema.safeParse(value)
  if (!parsed.success) {
    const id = namedSchema.safeParse(value).data?.id ?? null
    return { id, error: 'bad-line', message: faultOf(parsed.error) }
  }
  const { id, url, title, text } = parsed.data
  const arrival = { site: new URL(url).host, address: urlKey(url) ?? url, title, text }
  const placement = await placeArticle(arrival, index)
  const number = await index.add(arrival, placement)
  return { id, number, length: placement.fingerprint.length, isPadded: placement.isPadded }
}

function canonicalIds(answers: readonly (Told | Fault)[], index: MemoryIndex): Map<number, string> {
  const told = answers.filter((answer): answer is Told => !('error' in answer))
  const stories = Map.groupBy(told, ({ number }) => index.storyOf(number))
  return new Map([...stories].map(([story, members]) => [story, canonicalArticle(members).id]))
}

function outLine(answer: Told | Fault, index: MemoryIndex, canonicals: Map<number, string>) {
  if ('error' in answer) return answer
  const story = index.storyOf(answer.number)
  return { id: answer.id, clusterId: String(story), canonical: canonicals.get(story) }
}

/** Names the first field that is wrong; a line that is no object has none. */
function faultOf({ issues }: z.core.$ZodError): string {
  const [issue] = issues
  const field = issue?.path.join('.') ?? ''
  return field === '' ? 'The line is no JSON object.' : `"${field}" ${issue?.message}.`
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
