/** Which headings lost their marker to machine translation, and which only begin with such a word. */

import { describe, expect, it } from 'vitest'
import { articleText, sectionTree } from '../../../src/articles/headings/sections.ts'
import { blocksOf, outlineOf, PROSE } from '../blocks-of.ts'

/** A numbered section whose lettered parts have these titles, as `h3`. */
function partsOf(...titles: readonly string[]): string[] {
  const lines = ['h2 1. Hoa', ...titles.flatMap((title) => [`h3 ${title}`, '…']), 'h2 2. Quả', '…']
  return outlineOf(...lines).slice(1, -1)
}

describe('sectionTree, on spoilt markers', () => {
  it.each([
    ['the first', ['Một. Lá sen', 'b. Hoa'], ['3 a. Lá sen', '3 b. Hoa']],
    ['the fifth', ['d. Lá', 'nghĩa là Bảo tồn'], ['3 d. Lá', '3 e. Bảo tồn']],
    [
      'the first and the fifth',
      ['Một. Lá', 'b. Hoa', 'c. Hạt', 'd. Ngó', 'nghĩa là Bảo tồn'],
      ['3 a. Lá', '3 b. Hoa', '3 c. Hạt', '3 d. Ngó', '3 e. Bảo tồn'],
    ],
    [
      'several in a row',
      ['a. Lá', 'b. Hoa', 'Khoảng. Hạt', 'Ngày. Ngó', 'tức là Bảo tồn'],
      ['3 a. Lá', '3 b. Hoa', '3 c. Hạt', '3 d. Ngó', '3 e. Bảo tồn'],
    ],
    [
      'of which the full stop is left',
      ['a. Lá', '. Hoa', 'c. Hạt'],
      ['3 a. Lá', '3 b. Hoa', '3 c. Hạt'],
    ],
    ['in capitals', ['MỘT. Lá', 'b. Hoa'], ['3 a. Lá', '3 b. Hoa']],
    ['in lower case', ['một. Lá', 'b. Hoa'], ['3 a. Lá', '3 b. Hoa']],
    ['with a bracket', ['Một) Lá', 'b) Hoa'], ['3 a) Lá', '3 b) Hoa']],
    ['in two brackets', ['(Một) Lá', '(b) Hoa'], ['3 (a) Lá', '3 (b) Hoa']],
    ['with a comma', ['Một, Lá sen', 'b. Hoa'], ['3 a. Lá sen', '3 b. Hoa']],
    [
      'with a comma, last of all',
      ['c. Hạt', 'd. Ngó', 'tức là, Bảo tồn'],
      ['3 c. Hạt', '3 d. Ngó', '3 e. Bảo tồn'],
    ],
    ['with a dash', ['Một - Lá sen', 'b - Hoa'], ['3 a - Lá sen', '3 b - Hoa']],
    ['without punctuation', ['Một Lá sen', 'b. Hoa'], ['3 a. Lá sen', '3 b. Hoa']],
    ['with another mark', ['Một: Lá sen', 'b) Hoa'], ['3 a) Lá sen', '3 b) Hoa']],
    ['before a heading in lower case', ['Một. lá sen', 'b. hoa'], ['3 a. lá sen', '3 b. hoa']],
    ['before a figure', ['Một 100 bông', 'b. Hoa'], ['3 a. 100 bông', '3 b. Hoa']],
    ['among capitals', ['Một. Lá', 'B. Hoa', 'C. Hạt'], ['3 A. Lá', '3 B. Hoa', '3 C. Hạt']],
    ['in decomposed letters', ['Một. Lá'.normalize('NFD'), 'b. Hoa'], ['3 a. Lá', '3 b. Hoa']],
    ['c for "circa"', ['b. Hoa', 'khoảng Hạt'], ['3 b. Hoa', '3 c. Hạt']],
    ['g for a unit', ['f. Hoa', 'gam. Hạt'], ['3 f. Hoa', '3 g. Hạt']],
    ['h for hours', ['g. Hoa', 'giờ. Hạt'], ['3 g. Hoa', '3 h. Hạt']],
    ['i for a pronoun', ['h. Hoa', 'Tôi. Hạt', 'j. Ngó'], ['3 h. Hoa', '3 i. Hạt', '3 j. Ngó']],
    ['i before k, as Vietnamese counts', ['Tôi. Hạt', 'k. Ngó'], ['3 i. Hạt', '3 k. Ngó']],
    ['g after e, as Vietnamese counts', ['e. Hạt', 'gam. Ngó'], ['3 e. Hạt', '3 g. Ngó']],
    [
      'words nobody foresaw, between siblings',
      ['a. Lá', 'nhỏ hơn Hoa', 'c. Hạt'],
      ['3 a. Lá', '3 b. Hoa', '3 c. Hạt'],
    ],
    [
      'punctuated words, between siblings',
      ['a. Lá', 'Bê. Hoa', 'c. Hạt'],
      ['3 a. Lá', '3 b. Hoa', '3 c. Hạt'],
    ],
    ['words nobody foresaw, first of all', ['đó là Lá', 'b. Hoa'], ['3 a. Lá', '3 b. Hoa']],
    [
      'words nobody foresaw, after two siblings',
      ['c. Hạt', 'd. Ngó', 'điều đó có Bảo tồn'],
      ['3 c. Hạt', '3 d. Ngó', '3 e. Bảo tồn'],
    ],
  ])('puts right by its place: %s', (_case, titles, expected) => {
    expect(partsOf(...titles)).toEqual(expected)
  })

  it.each([
    ['bold lines', ['b 1. Hoa', '…', 'b Một. Lá', '…', 'b b. Ngó', '…']],
    ['plain lines', ['p 1. Hoa', '…', 'p Một. Lá', '…', 'p b. Ngó', '…', 'p 2. Quả', '…']],
    ['bold lines under tags', ['h2 1. Hoa', '…', 'b Một. Lá', '…', 'b b. Ngó', '…']],
    ['plain lines under tags', ['h2 1. Hoa', '…', 'p Một. Lá', '…', 'p b. Ngó', '…']],
  ])('works on %s as on tags', (_case, lines) => {
    expect(outlineOf(...lines).slice(0, 3)).toEqual(['2 1. Hoa', '3 a. Lá', '3 b. Ngó'])
  })

  it.each([
    ['a number', ['h2 Một. Hoa', '…', 'h2 2. Quả', '…'], ['2 1. Hoa', '2 2. Quả']],
    ['a numeral', ['h2 Tôi. Hoa', '…', 'h2 II. Quả', '…'], ['2 I. Hoa', '2 II. Quả']],
    [
      'a number and its letter',
      ['h2 Một. Hoa', 'h3 Một. Lá', '…', 'h3 b. Ngó', '…', 'h2 2. Quả', '…'],
      ['2 1. Hoa', '3 a. Lá', '3 b. Ngó', '2 2. Quả'],
    ],
    [
      'a number and its letter in one tag',
      ['h3 Một. Hoa', 'h3 Một. Lá', '…', 'h3 b. Ngó', '…', 'h3 2. Quả', '…'],
      ['2 1. Hoa', '3 a. Lá', '3 b. Ngó', '2 2. Quả'],
    ],
  ])('puts right %s, too', (_case, lines, expected) => {
    expect(outlineOf(...lines)).toEqual(expected)
  })

  it.each([
    ['a noun phrase', 'Một chiếc váy bên hồ', 'b. Hoa'],
    ['a question', 'Nghĩa là gì, tên của hồ?', 'b. Hoa'],
    ['a count', 'Một. Hai. Ba.', 'b. Hoa'],
    ['a list of words', 'Một, Hai, Ba', 'b. Hoa'],
    ['a comma inside a phrase', 'Một, nhưng là một bông', 'b. Hoa'],
    ['a dash where no sibling has one', 'Một - Chín', 'b. Hoa'],
    ['a word for another letter', 'Giờ. Lá', 'b. Hoa'],
    ['a word alone', 'Một', 'b. Hoa'],
    ['a word with its mark alone', 'Một.', 'b. Hoa'],
    ['nothing due', 'Một. Lá', 'a. Hoa'],
    ['a letter too far away', 'Một. Lá', 'd. Hoa'],
  ])('leaves a heading as it is: %s', (_case, title, sibling) => {
    expect(partsOf(title, sibling)[0]).toBe(`3 ${title}`)
  })

  it.each([
    ['a name after the last letter', 'd. Ngó', 'adidas Samba bên hồ'],
    ['an ordinary heading after the last letter', 'd. Ngó', 'Ví dụ Hồ Tây'],
    ['a note after the last letter', 'd. Ngó', 'Lưu ý. Giữ gìn hồ'],
  ])('leaves what follows a sequence as it is: %s', (_case, sibling, title) => {
    expect(partsOf('c. Hạt', sibling, title)[2]).toBe(`3 ${title}`)
  })

  it.each([
    ['without lettered siblings', ['h2 1. Hoa', 'h3 Một. Lá', '…', 'h3 Ngó', '…']],
    ['with siblings of another shape', ['h2 1. Hoa', 'h4 Một. Lá', '…', 'h3 b. Ngó', '…']],
    [
      'with siblings in another section',
      ['h2 1. Hoa', 'h3 Một. Lá', '…', 'h2 2. Quả', 'h3 b. Ngó', '…'],
    ],
  ])('leaves a heading as it is %s', (_case, lines) => {
    expect(outlineOf(...lines)[1]).toContain('Một. Lá')
  })

  it('leaves paragraphs alone that merely begin with such a word', () => {
    const prose = `p Một. Tính từ ấy đứng đầu câu, rồi cả đoạn văn dài nói về hồ sen. ${PROSE} ${PROSE}`
    const short = 'p nghĩa là Hồ Tây đã vào mùa, theo lời người chèo thuyền.'
    const sections = sectionTree(
      blocksOf('h2 1. Hoa', 'h3 a. Lá', prose, short, 'h3 b. Ngó', 'p Một. Hai. Ba.', '…'),
    )
    expect(articleText(sections)).toContain('Một. Tính từ ấy đứng đầu câu')
    expect(articleText(sections)).toContain('nghĩa là Hồ Tây đã vào mùa')
    expect(articleText(sections)).toContain('Một. Hai. Ba.')
    expect(sections).toHaveLength(3)
  })

  it('leaves short sentences alone where the headings are plain lines, too', () => {
    const lines = [
      'p a. Lá',
      'p Một. Đó là sen.',
      '…',
      'p b. Ngó',
      'p nghĩa là Hồ Tây.',
      '…',
    ] as const
    expect(articleText(sectionTree(blocksOf(...lines)))).toContain('Một. Đó là sen.')
    expect(articleText(sectionTree(blocksOf(...lines)))).toContain('nghĩa là Hồ Tây.')
  })

  it('leaves a short plain line alone where the headings are tags', () => {
    const lines = [
      'h2 1. Hoa',
      'p Một. Hai',
      'h3 a. Lá',
      'p nghĩa là Sen',
      'h3 b. Ngó',
      '…',
    ] as const
    expect(articleText(sectionTree(blocksOf(...lines)))).toContain('nghĩa là Sen')
  })
})
