/** `boilerplate --jsonl` as a shell would call it. */

import { describe, expect, it } from 'vitest'
import { run } from '../../cli/boilerplate.ts'
import { paragraphs } from '../dedupe/story-with.ts'
import { ioWith } from './io-with.ts'

const block = (text: string, path = '>div>p', link = 0) => ({ text, path, link, tag: 'p' })
const page = (site: string, seed: number) => ({
  site,
  id: `${site}${seed}`,
  blocks: [block('Trang chủ'), ...paragraphs(seed, 2).map((text) => block(text, '>main>p'))],
})

async function called(args: string[], input: readonly unknown[]) {
  const { io, printed } = ioWith({ stdin: [input.map((line) => JSON.stringify(line)).join('\n')] })
  const code = await run(args, io)
  const answers = printed.out.trim().split('\n').filter(Boolean)
  return { code, answers: answers.map((line) => JSON.parse(line)), err: printed.err }
}

describe('boilerplate', () => {
  it('names the blocks of each site for itself, in order', async () => {
    const input = [page('a', 1), page('a', 2), page('b', 3)]
    expect(await called(['--jsonl'], input)).toEqual({
      code: 0,
      answers: [
        { id: 'a1', drop: [0] },
        { id: 'a2', drop: [0] },
        { id: 'b3', drop: [] },
      ],
      err: '',
    })
  })

  it('answers a line that is no page in its place, and goes on', async () => {
    const { code, answers } = await called(['--jsonl'], [page('a', 1), { id: 'q' }, page('a', 2)])
    expect(code).toBe(1)
    expect(answers.map(({ id, drop, message }) => [id, drop ?? message])).toEqual([
      ['a1', [0]],
      ['q', '"site" is no string.'],
      ['a2', [0]],
    ])
  })

  it('says how it is used', async () => {
    expect(await called([], [])).toMatchObject({ code: 2, err: expect.stringContaining('--jsonl') })
  })
})
