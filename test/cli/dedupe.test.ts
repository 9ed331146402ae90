/** `dedupe --jsonl` as a shell would call it. */

import { describe, expect, it } from 'vitest'
import { run } from '../../cli/dedupe.ts'
import { paragraphs } from '../dedupe/story-with.ts'
import { ioWith } from './io-with.ts'

const article = (id: string, seed: number, site = 'a.example') => ({
  id,
  url: `https://${site}/${id}`,
  title: `Chuyện của ${'abc'[seed]}`,
  text: paragraphs(seed).join('\n'),
  publishedAt: null,
})

async function called(args: string[], input: readonly unknown[]) {
  const lines = input.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  const { io, printed } = ioWith({ stdin: [lines.join('\n')] })
  const code = await run(args, io)
  const answers = printed.out.trim().split('\n').filter(Boolean)
  return { code, answers: answers.map((line) => JSON.parse(line)), err: printed.err }
}

describe('dedupe', () => {
  it('names the story of each article, and its canonical, in order', async () => {
    const input = [article('x', 1), article('y', 2), article('z', 1, 'b.example')]
    const { code, answers } = await called(['--jsonl'], input)
    expect(code).toBe(0)
    expect(answers.map(({ id, canonical }) => [id, canonical])).toEqual([
      ['x', 'x'],
      ['y', 'y'],
      ['z', 'x'],
    ])
    expect(answers[2].clusterId).toBe(answers[0].clusterId)
    expect(answers[1].clusterId).not.toBe(answers[0].clusterId)
  })

  it.each([
    ['no JSON', '{', null, 'The line is no JSON object.'],
    ['no id', { url: 'https://a.example/' }, null, '"id" is no string.'],
    ['no address', { ...article('q', 1), url: 'a.example' }, 'q', '"url" is no http(s) URL.'],
    [
      'a script for an address',
      { ...article('q', 1), url: 'javascript:1' },
      'q',
      '"url" is no http(s) URL.',
    ],
    ['no text', { ...article('q', 1), text: undefined }, 'q', '"text" is no string.'],
  ])('answers a line with %s in its place, and goes on', async (_case, line, id, message) => {
    const { code, answers } = await called(['--jsonl'], [article('x', 1), line, article('y', 2)])
    expect(code).toBe(1)
    expect(answers[1]).toEqual({ id, error: 'bad-line', message })
    expect(answers.map((answer) => answer.id)).toEqual(['x', id, 'y'])
  })

  it('answers nothing with nothing', async () => {
    expect(await called(['--jsonl'], [])).toEqual({ code: 0, answers: [], err: '' })
  })

  it('says how it is used', async () => {
    expect(await called([], [])).toMatchObject({ code: 2, err: expect.stringContaining('--jsonl') })
  })
})
