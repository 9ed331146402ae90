/** Words as stories are compared by them: what is the same word, what is a number, where a line ends. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWords, WORD_BITS } from '../../src/dedupe/read-words.ts'

const hashesOf = (text: string) => [...readWords(text).hashes]
const isNumber = (text: string) => ((readWords(text).bits[0] ?? 0) & WORD_BITS.isNumber) !== 0
const isStrong = (text: string) => ((readWords(text).bits[0] ?? 0) & WORD_BITS.isStrong) !== 0

describe('readWords', () => {
  it.each([
    ['the tone on either vowel', 'hoà thuỷ quý', 'hòa thủy qúy'],
    ['letters and marks apart (NFD)', 'Tiếng Việt', 'Tiếng Việt'.normalize('NFD')],
    ['case', 'ĐẸP Áo', 'đẹp áo'],
    ['punctuation and spaces', '“Áo dài”, đẹp!', 'áo  dài … đẹp'],
    ['what has no width inside a word', 'thời\u00ad trang', 'thời trang'],
    ['full-width letters and figures', 'ＡＢＣ １２３', 'abc 123'],
    ['full stop or comma in a number', '15.000 đồng', '15,000 đồng'],
    ['no-break spaces', 'mùa\u00a0xuân', 'mùa xuân'],
  ])('reads the same words whatever %s', (_case, one, other) => {
    expect(hashesOf(one)).toEqual(hashesOf(other))
  })

  it.each([
    ['tones', 'ma', 'má'],
    ['vowels', 'tư', 'tu'],
    ['đ', 'đa', 'da'],
    ['numbers', '15', '16'],
  ])('tells words apart by %s', (_case, one, other) => {
    expect(hashesOf(one)).not.toEqual(hashesOf(other))
  })

  it.each([
    ['a figure', '7', true, false],
    ['two figures', '36', true, true],
    ['a year', '2026', true, false],
    ['a price', '2.990.000', true, true],
    ['an amount that looks like a year', '2.026', true, true],
    ['a word with a figure', '4G', false, false],
    ['a word', 'ba', false, false],
  ])('knows what %s is', (_case, text, number, strong) => {
    expect([isNumber(text), isStrong(text)]).toEqual([number, strong])
  })

  it('takes each letter of a script without spaces for a word', () => {
    expect(readWords('流行の街').hashes).toHaveLength(4)
  })

  it('ends lines at line feeds, empty ones too', () => {
    expect(readWords('một hai\n\nba').lineEnds).toEqual([2, 2, 3])
  })

  it('reads whatever it is given, twice the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words = readWords(text)
        expect(words).toEqual(readWords(text))
        expect(words.lineEnds.at(-1)).toBe(words.hashes.length)
      }),
    )
  })
})
