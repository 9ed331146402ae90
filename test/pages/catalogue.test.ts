/** The catalogue says everything in both languages, with the same values in the same texts. */

import { describe, expect, it } from 'vitest'
import { translate } from '../../src/pages/catalogue.ts'
import { OPERATOR_TEXTS } from '../../src/pages/operator-texts.ts'
import { READER_TEXTS } from '../../src/pages/reader-texts.ts'

const TEXTS = Object.entries({ ...READER_TEXTS, ...OPERATOR_TEXTS })

describe('translate', () => {
  it('puts values in their places', () => {
    expect(translate('vi')('readingTime', { minutes: 5 })).toBe('5 phút đọc')
    expect(translate('en')('readingTime', { minutes: 5 })).toBe('5 min read')
  })

  it('takes a value for what it is, not for a pattern', () => {
    const title = translate('en')('emptySearchTitle', { query: '$& {query}' })
    expect(title).toBe('No articles found for “$& {query}”')
  })

  it.each(TEXTS)('says %s in both languages with the same values', (_key, text) => {
    const places = (language: string) => language.match(/\{\w+\}/g) ?? []
    expect(text.vi.trim()).not.toBe('')
    expect(text.en.trim()).not.toBe('')
    expect(places(text.vi).toSorted()).toEqual(places(text.en).toSorted())
  })

  it('never gives one of our two contexts a text of the other', () => {
    const readers = new Set(Object.keys(READER_TEXTS))
    expect(Object.keys(OPERATOR_TEXTS).filter((key) => readers.has(key))).toEqual([])
  })

  it.each(Object.values(READER_TEXTS.table))(
    'calls a table %s, one word without quotes',
    (word) => {
      expect(word).toMatch(/^\p{L}+$/u)
    },
  )
})
