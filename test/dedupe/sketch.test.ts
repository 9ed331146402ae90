/** Sketches: what two texts share is told from a kilobyte of each. */

import { describe, expect, it } from 'vitest'
import { overlapOf } from '../../src/dedupe/containment.ts'
import { readWords } from '../../src/dedupe/read-words.ts'
import { SKETCH_LENGTH_MAX, sketchOf } from '../../src/dedupe/sketch.ts'
import { textLines } from '../../src/dedupe/text-lines.ts'
import { paragraphs } from './story-with.ts'

function sketched(text: string): Uint32Array {
  const words = readWords(text)
  return sketchOf(words, textLines(words))
}

const LONG = paragraphs(3, 60)

describe('sketchOf', () => {
  it.each([
    ['nothing', '', 0],
    ['one word', 'áo', 1],
    ['three words', 'áo dài đẹp', 1],
    ['four words', 'áo dài rất đẹp', 2],
    ['a line said again', 'áo dài đẹp\náo dài đẹp', 1],
    ['a long text', LONG.join('\n'), SKETCH_LENGTH_MAX],
    ['100,000 equal lines', 'áo dài rất đẹp\n'.repeat(100_000), 2],
  ])('holds what there is of %s', (_case, text, length) => {
    expect(sketched(text)).toHaveLength(length)
  })

  it('is the same whatever the order of the lines', () => {
    expect(sketched(LONG.toReversed().join('\n'))).toEqual(sketched(LONG.join('\n')))
  })

  it('is ascending, each hash once', () => {
    const sketch = [...sketched(LONG.join('\n'))]
    expect(sketch).toEqual([...new Set(sketch)].sort((one, other) => one - other))
  })
})

describe('overlapOf', () => {
  const whole = sketched(LONG.join('\n'))

  it.each([
    ['itself', LONG.join('\n'), 1, 1],
    ['a quarter of it', LONG.slice(0, 15).join('\n'), 1, 0.25],
    ['a paragraph of it', LONG[7] ?? '', 1, 1 / 60],
    ['another text', paragraphs(4, 60).join('\n'), 0, 1],
    [
      'half of it and as much of another',
      [...LONG.slice(0, 30), ...paragraphs(5, 30)].join('\n'),
      0.5,
      1,
    ],
  ])('tells how much of the smaller it shares with %s', (_case, text, containment, proportion) => {
    const overlap = overlapOf(whole, sketched(text))
    expect(overlap.containment).toBeGreaterThanOrEqual(containment - 0.1)
    expect(overlap.containment).toBeLessThanOrEqual(containment + 0.1)
    expect(Math.abs(overlap.proportion - proportion)).toBeLessThan(0.15)
    expect(overlapOf(sketched(text), whole)).toEqual(overlap)
  })

  it('shares nothing with nothing', () => {
    expect(overlapOf(whole, sketched(''))).toEqual({
      shared: 0,
      compared: 0,
      containment: 0,
      proportion: 0,
    })
  })
})
