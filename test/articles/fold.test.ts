/** Which texts readers take for the same words. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asciiFold, foldText } from '../../src/articles/fold.ts'

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
