/** Which texts of many are told to say the same. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../src/articles/fold.ts'
import { comparableTexts } from '../../src/dedupe/comparable-texts.ts'

const LONG = 'Mùa sen Hồ Tây năm nay đến sớm hơn mọi năm, người trồng sen nói vậy.'

describe('comparableTexts', () => {
  it.each([
    ['case and punctuation', LONG, `“${LONG.toUpperCase()}”`, true],
    ['marks before the words', LONG, `${'— '.repeat(40)}${LONG}`, true],
    ['the last word', LONG, LONG.replace('vậy', 'thế'), false],
    ['the first word', LONG, LONG.replace('Mùa', 'Mua'), false],
    ['everything', LONG, 'Sen', false],
  ])('compares texts that differ in %s', (_case, one, other, isEqual) => {
    const [first, second] = comparableTexts([one, other, 'Một dòng khác.'])
    expect(first === second).toBe(isEqual)
  })

  it('gives nothing for a text without words', () => {
    expect(comparableTexts(['…', LONG])[0]).toBe('')
  })

  it('tells the same texts apart as folding each whole', () => {
    const words = fc.constantFrom('sen', 'Sen', 'hồ', 'hòa', '—', '…', 'a-b', '12')
    const text = fc.array(words, { maxLength: 30 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        const folded = texts.map(foldText)
        const compared = comparableTexts(texts)
        for (const [one, said] of folded.entries()) {
          for (const [other, again] of folded.entries()) {
            expect(compared[one] === compared[other]).toBe(said === again)
          }
        }
      }),
    )
  })
})
