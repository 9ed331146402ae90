/** Which texts readers take for the same words. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asciiFold, foldsTo, foldText, opensLike } from '../../src/articles/fold.ts'

describe('foldText', () => {
  it.each([
    ['case', 'Mùa Sen Hồ Tây', 'mùa sen HỒ TÂY'],
    ['punctuation', '“Sen”, mùa này…', 'sen mùa này'],
    ['white space', 'mùa\u00a0 sen\n', 'mùa sen'],
    ['composition', 'mùa sen'.normalize('NFD'), 'mùa sen'],
    ['tone on oa', 'hoà bình', 'hòa bình'],
    ['tone on oe', 'khoẻ', 'khỏe'],
    ['tone on uy', 'thuỷ', 'thủy'],
    ['tone on oa in capitals', 'HOÁ', 'hóa'],
    ['ligatures', 'ﬁlm', 'film'],
  ])('makes equal what differs in %s only', (_case, one, other) => {
    expect(foldText(one)).toBe(foldText(other))
  })

  it.each([
    ['a tone', 'má', 'mà'],
    ['a vowel', 'tân', 'tăn'],
    ['đ', 'đa', 'da'],
    ['a word', 'mùa sen', 'mùa sen nở'],
    ['a figure', 'tập 1', 'tập 2'],
    ['a word boundary', 'hoa sen', 'hoasen'],
  ])('keeps apart what differs in %s', (_case, one, other) => {
    expect(foldText(one)).not.toBe(foldText(other))
  })

  it.each([
    ['a cluster at the end of a word', 'Hòa 2 thúy2 khỏe', 'hoà 2 thuý2 khoẻ'],
    ['a cluster inside a word', 'hòan ủya', 'hòan ủya'],
    ['a mark of its own', 'ho\u0300a', 'hoà'],
    ['a spaced mark', 'a´b', 'a \u0301b'],
    ['one character that is a letter and a point', 'HÒĿa', 'hòl a'],
    ['a soft hyphen', 'ho\u00ada', 'ho a'],
    ['raised figures and letters', 'm² nº 1', 'm2 no 1'],
    ['another script', 'Σας 東京、サ', 'σας 東京 サ'],
    ['a long text', `${'Sen, '.repeat(3_000)}`, 'sen '.repeat(3_000).trim()],
    ['nothing but marks', ' … — “ ” ', ''],
  ])('folds %s', (_case, text, expected) => {
    expect(foldText(text)).toBe(expected)
  })

  it('folds a text as it folds its words', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { maxLength: 6 })
    fc.assert(
      fc.property(words, (parts) => {
        const alone = parts.map((part) => foldText(part)).filter((part) => part !== '')
        expect(foldText(parts.join(' \u{1f33f} '))).toBe(alone.join(' '))
      }),
    )
  })

  it('is the same twice as once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })
})

describe('asciiFold', () => {
  it.each([
    ['tones', 'Hồ Tây mùa sen', 'Ho Tay mua sen'],
    ['đ in both cases', 'Đường đi', 'Duong di'],
    ['decomposed letters', 'phở'.normalize('NFD'), 'pho'],
  ])('strips %s', (_case, text, expected) => {
    expect(asciiFold(text)).toBe(expected)
  })
})

describe('foldsTo', () => {
  it.each([
    ['the same words', 'Mùa sen!', true, true],
    ['another first word', 'Sen mùa', false, false],
    ['the same first word', 'Mùa hoa', true, false],
    ['a first word cut into two', 'Mùa-sen', true, true],
    ['no word', '…', true, false],
    ['a word that goes on', 'Mùa-sen-nở', true, false],
  ])('compares %s', (_case, text, may, is) => {
    expect(opensLike(text, foldText('mùa sen'))).toBe(may)
    expect(foldsTo(text, foldText('mùa sen'))).toBe(is)
  })

  it('knows every text as what it folds to, however its first letter is made up', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(2), (text, marks) => {
        const said = `o${'\u0301'.repeat(marks)}${text}`
        expect(foldsTo(said, foldText(said))).toBe(true)
        expect(foldsTo(text, foldText(text))).toBe(true)
      }),
    )
  })
})
