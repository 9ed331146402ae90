/** How blocks become sections: which of them are headings, and that nothing is lost. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleText, sectionTree } from '../../../src/articles/headings/sections.ts'
import { blocksOf, outlineOf, PROSE } from '../blocks-of.ts'

describe('sectionTree, on what is a heading', () => {
  it.each([
    ['nothing', [], []],
    ['only prose', ['…', '…'], ['2']],
    ['tags', ['…', 'h2 Sen', '…'], ['2', '2 Sen']],
    ['tags with markers', ['h3 1. Sen', '…', 'h3 2. Súng', '…'], ['2 1. Sen', '2 2. Súng']],
    ['a heading with nothing under it', ['h2 1. Sen', 'h3 a. Lá', '…'], ['2 1. Sen', '3 a. Lá']],
    ['bold lines', ['…', 'b Sen trắng', '…'], ['2', '2 Sen trắng']],
    ['bold lines with markers', ['b 1. Sen', '…', 'b 2. Súng', '…'], ['2 1. Sen', '2 2. Súng']],
    ['plain lines with markers', ['p 1. Sen', '…', 'p 2. Súng', '…'], ['2 1. Sen', '2 2. Súng']],
    [
      'a plain line among marked ones',
      ['p 1. Sen', '…', 'p 2. Súng', '…', 'p Lời kết', '…'],
      ['2 1. Sen', '2 2. Súng', '2 Lời kết'],
    ],
    ['a marker without space', ['h2 1.Sen', '…', 'h2 2.Súng', '…'], ['2 1. Sen', '2 2. Súng']],
    ['brackets', ['h2 (1) Sen', '…', 'h2 (2) Súng', '…'], ['2 (1) Sen', '2 (2) Súng']],
    ['slashes', ['h2 1/ Sen', '…', 'h2 2/ Súng', '…'], ['2 1/ Sen', '2 2/ Súng']],
    ['dashes', ['h2 1 - Sen', '…', 'h2 2 - Súng', '…'], ['2 1 - Sen', '2 2 - Súng']],
    ['đ between d and e', ['h3 d. Lá', '…', 'h3 đ. Hoa', '…'], ['2 d. Lá', '2 đ. Hoa']],
  ])('knows %s', (_case, lines, expected) => {
    expect(outlineOf(...lines)).toEqual(expected)
  })

  it.each([
    ['a list in plain lines', ['p 1. Nước', 'p 2. Đất', 'p 3. Hạt giống', '…']],
    ['numbered sentences', ['p 1. Đổ nước.', '…', 'p 2. Gieo hạt.', '…']],
    ['one numbered line', ['…', 'p 1. Sen', '…']],
    ['a sequence without beginning', ['p 3. Sen', '…', 'p 4. Súng', '…']],
    ['a bold sentence', ['…', 'b Sen nở sớm hơn mọi năm.', '…']],
    ['a long bold paragraph', ['…', `b ${PROSE} ${PROSE}`, '…']],
    ['bold lines in a row', ['…', 'b Giá vé', 'b Giờ mở cửa', 'b Đường đi']],
    ['the author at the end', ['…', 'b Lan Anh']],
    ['a short plain line', ['…', 'p Mùa hè ở hồ', '…']],
    ['lists', ['1. Sen', '2. Súng', '…']],
    ['an empty heading', ['…', 'h2 ', '…']],
    ['a heading around a whole paragraph', ['…', `h3 ${PROSE} ${PROSE} ${PROSE} ${PROSE}`, '…']],
  ])('leaves %s in the body', (_case, lines) => {
    expect(outlineOf(...lines)).toEqual(['2'])
  })

  it.each([
    ['a decimal', 'h2 3.5 triệu bông sen'],
    ['a score', 'h2 1 - 0 cho đội chủ nhà'],
    ['an initial', 'h2 A. Yersin và vườn cây'],
    ['a fraction', 'h2 24/7 bên hồ'],
    ['a time', 'h2 10:30 sáng ở hồ'],
    ['a year', 'h2 2041. Năm của sen'],
    ['grouped figures', 'h2 10.000 bông sen'],
    ['an abbreviation', 'h2 U.S. và mùa sen'],
  ])('takes no marker from %s', (_case, line) => {
    expect(outlineOf(line, '…')).toEqual([`2 ${line.slice(3)}`])
  })
})

describe('sectionTree and articleText', () => {
  it('keep the blocks of a section in order, apart from its heading', () => {
    const [opening, section] = sectionTree(blocksOf('…', 'h2 1. Sen', 'p Lá', '- một\n- hai'))
    expect(opening).toMatchObject({ level: 2, marker: null, heading: null, text: PROSE })
    expect(section).toEqual({
      level: 2,
      marker: '1.',
      heading: 'Sen',
      html: '<p>Lá</p><ul>- một\n- hai</ul>',
      text: 'Lá\n\n- một\n- hai',
    })
  })

  it('write the whole article with a blank line between blocks', () => {
    const sections = sectionTree(blocksOf('p Mở đầu', 'h2 1. Sen', 'h3 a. Lá', 'p Xanh'))
    expect(articleText(sections)).toBe('Mở đầu\n\n1. Sen\n\na. Lá\n\nXanh')
  })

  it('lose no text and invent none, where no marker was spoilt', () => {
    const text = fc
      .tuple(
        fc.constantFrom('', '1. ', '2. ', '3) ', 'a. ', 'b. ', 'I. ', 'II. ', 'i. ', '1.1 ', 'A) '),
        fc.constantFrom('Sen', 'Súng đỏ', 'Kết luận', PROSE),
      )
      .map((parts) => parts.join(''))
    const lines = fc.tuple(fc.constantFrom('h2', 'h3', 'b', 'p', 'ul'), text)
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 12 }), (written) => {
        const blocks = blocksOf(...written.map(([shape, words]) => `${shape} ${words}`))
        const sections = sectionTree(blocks)
        expect(articleText(sections).split(/\s+/).join(' ')).toBe(
          blocks.map((block) => block.text).join(' '),
        )
        expect(sections.every(({ level }) => level >= 2 && level <= 6)).toBe(true)
      }),
    )
  })

  it('come to an end for a page of a hundred thousand markers', () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => `${at % 2 ? 'p' : 'h3'} i. Một. Sen`)
    expect(sectionTree(blocksOf(...lines)).length).toBeGreaterThan(0)
  }, 60_000)
})
