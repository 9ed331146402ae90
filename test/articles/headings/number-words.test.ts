/** Which headings are counted in words (`Một.`, `Hai.`), and which only begin with a number. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleText, sectionTree } from '../../../src/articles/headings/sections.ts'
import { blocksOf, outlineOf } from '../blocks-of.ts'

const WORDS = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Mười']

describe('sectionTree, on number words', () => {
  it.each([
    ['two', ['h2 Một. Sen', '…', 'h2 Hai. Súng', '…'], ['2 Một. Sen', '2 Hai. Súng']],
    [
      'all ten',
      WORDS.flatMap((word) => [`h2 ${word}. Sen`, '…']),
      WORDS.map((word) => `2 ${word}. Sen`),
    ],
    [
      'capitals',
      ['h2 MỘT. SEN', '…', 'h2 HAI. SÚNG', '…', 'h2 BA. LAN', '…'],
      ['2 MỘT. SEN', '2 HAI. SÚNG', '2 BA. LAN'],
    ],
    [
      'decomposed letters',
      ['h2 Một. Sen'.normalize('NFD'), '…', 'h2 Hai. Súng'.normalize('NFD'), '…'],
      ['2 Một. Sen', '2 Hai. Súng'],
    ],
    ['brackets', ['h2 Một) Sen', '…', 'h2 Hai) Súng', '…'], ['2 Một) Sen', '2 Hai) Súng']],
    ['colons', ['h2 Một: sen', '…', 'h2 Hai: súng', '…'], ['2 Một: sen', '2 Hai: súng']],
    ['no space', ['h2 Một.Sen', '…', 'h2 Hai.Súng', '…'], ['2 Một. Sen', '2 Hai. Súng']],
    ['bold lines', ['b Một. Sen', '…', 'b Hai. Súng', '…'], ['2 Một. Sen', '2 Hai. Súng']],
    ['plain lines', ['p Một. Sen', '…', 'p Hai. Súng', '…'], ['2 Một. Sen', '2 Hai. Súng']],
    [
      'others between them',
      ['h2 Một. Sen', '…', 'h2 Mùa hè', '…', 'h2 Hai. Súng', '…'],
      ['2 Một. Sen', '2 Mùa hè', '2 Hai. Súng'],
    ],
    [
      'letters below them',
      ['h2 Một. Sen', 'h3 a. Lá', '…', 'h3 b. Hoa', '…', 'h2 Hai. Súng', '…'],
      ['2 Một. Sen', '3 a. Lá', '3 b. Hoa', '2 Hai. Súng'],
    ],
    [
      'letters with their tag below them',
      ['h2 Một. Sen', 'h2 a. Lá', '…', 'h2 b. Hoa', '…', 'h2 Hai. Súng', 'h2 a. Lá', '…'],
      ['2 Một. Sen', '3 a. Lá', '3 b. Hoa', '2 Hai. Súng', '3 a. Lá'],
    ],
    [
      'numbers below them',
      ['h2 Một. Sen', 'h3 1. Lá', '…', 'h3 2. Hoa', '…', 'h2 Hai. Súng', '…'],
      ['2 Một. Sen', '3 1. Lá', '3 2. Hoa', '2 Hai. Súng'],
    ],
    [
      'a conclusion after them',
      ['h2 Một. Sen', '…', 'h2 Hai. Súng', '…', 'h3 Kết luận', '…'],
      ['2 Một. Sen', '2 Hai. Súng', '2 Kết luận'],
    ],
  ])('reads them with %s', (_case, lines, expected) => {
    expect(outlineOf(...lines)).toEqual(expected)
    expect(sectionsWithMarker(lines).length).toBeGreaterThan(1)
  })

  it.each([
    ['a lone one', ['h2 Ba. Người cha', '…']],
    ['a lone first', ['h2 Một. Sen', '…', 'h2 Súng', '…']],
    ['a father', ['h2 Mẹ: người mẹ', '…', 'h2 Ba: người cha', '…']],
    ['a year', ['h2 Năm: 2041', '…', 'h2 Sáu: tháng của sen', '…']],
    ['a sequence without beginning', ['h2 Hai. Sen', '…', 'h2 Ba. Súng', '…']],
    ['a sequence with a gap', ['h2 Một. Sen', '…', 'h2 Ba. Súng', '…']],
    ['the wrong order', ['h2 Hai. Sen', '…', 'h2 Một. Súng', '…']],
    ['two kinds of mark', ['h2 Một. Sen', '…', 'h2 Hai: súng', '…']],
    ['two tags', ['h2 Một. Sen', '…', 'h3 Hai. Súng', '…']],
    ['no mark', ['h2 Một loài sen', '…', 'h2 Hai loài súng', '…']],
    ['commas', ['h2 Một, hai, sen', '…', 'h2 Hai, ba, súng', '…']],
    ['other words', ['h2 Một là: sen', '…', 'h2 Hai là: súng', '…']],
    ['longer words', ['h2 Mộtt. Sen', '…', 'h2 Hain. Súng', '…']],
    ['nothing behind them', ['h2 Một.', '…', 'h2 Hai.', '…']],
  ])('leaves their words to %s', (_case, lines) => {
    const headings = lines.filter((line) => line !== '…').map((line) => line.slice(3))
    expect(sectionTree(blocksOf(...lines)).map(({ heading }) => heading)).toEqual(headings)
    expect(sectionsWithMarker(lines)).toEqual([])
  })

  it.each([
    ['a list in plain lines', ['p Một. Nước', 'p Hai. Đất', 'p Ba. Hạt giống', '…']],
    ['sentences', ['p Một. Đổ nước.', '…', 'p Hai. Gieo hạt.', '…']],
  ])('leaves %s in the body', (_case, lines) => {
    expect(outlineOf(...lines)).toEqual(['2'])
  })

  it('leaves one behind the sequence its words', () => {
    const lines = ['h2 Một. Sen', '…', 'h2 Hai. Súng', '…', 'h2 Năm. Mùa của sen', '…']
    expect(sectionsWithMarker(lines).map(({ marker }) => marker)).toEqual(['Một.', 'Hai.'])
  })

  it('leaves to numbers and letters what translation made of them', () => {
    const numbers = outlineOf('h2 Một. Sen', '…', 'h2 Hai. Súng', '…', 'h2 3. Lan', '…')
    expect(numbers).toEqual(['2 1. Sen', '2 2. Súng', '2 3. Lan'])
    const letters = outlineOf('h2 1. Hoa', 'h3 Một. Sen', '…', 'h3 b. Súng', '…')
    expect(letters).toEqual(['2 1. Hoa', '3 a. Sen', '3 b. Súng'])
  })

  it('loses no text and invents none', () => {
    const marker = fc.constantFrom('', 'Một. ', 'Hai. ', 'Ba. ', 'MỘT. ', 'HAI. ', 'Một: ', 'Hai: ')
    const title = fc.constantFrom('Sen', 'Súng đỏ', 'Hai. Ba.', 'Kết luận.')
    const line = fc.tuple(fc.constantFrom('h2', 'h3', 'b', 'p'), marker, title)
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (written) => {
        const blocks = blocksOf(
          ...written.map(([shape, word, words]) => `${shape} ${word}${words}`),
        )
        expect(articleText(sectionTree(blocks)).split(/\s+/).join(' ')).toBe(
          blocks.map((block) => block.text).join(' '),
        )
      }),
    )
  })
})

function sectionsWithMarker(lines: readonly string[]) {
  return sectionTree(blocksOf(...lines)).filter(({ marker }) => marker !== null)
}
