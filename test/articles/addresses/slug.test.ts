/** What an article's address is made of. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugify } from '../../../src/articles/addresses/slug.ts'

describe('slugify', () => {
  it.each([
    ['folds Vietnamese', 'Đường Sen Nở Rộ: Mùa Hè', 'duong-sen-no-ro-mua-he'],
    ['folds decomposed letters', 'Phở'.normalize('NFD'), 'pho'],
    ['spells out letters that have no base', 'Straße nach Łódź, Ærø', 'strasse-nach-lodz-aero'],
    ['joins what punctuation parts', '“Sen” / hồ (Tây) – 5%', 'sen-ho-tay-5'],
    ['keeps figures', '10 món của năm 2041', '10-mon-cua-nam-2041'],
    ['has an answer to emoji', '🪷🪷', 'bai-viet'],
    ['has an answer to nothing', '', 'bai-viet'],
    ['has an answer to another script', '蓮の花', 'bai-viet'],
    ['cuts between words', `${'sen '.repeat(25)}`, 'sen-'.repeat(20).slice(0, -1)],
    ['cuts a word that is too long by itself', 'x'.repeat(200), 'x'.repeat(80)],
  ])('%s', (_case, title, expected) => {
    expect(slugify(title)).toBe(expected)
  })

  it('is always ASCII, short and not empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const slug = slugify(title)
        expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
        expect(slug.length).toBeLessThanOrEqual(80)
        expect(slugify(slug)).toBe(slug)
      }),
    )
  })
})
