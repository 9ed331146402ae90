/** Which article of a story readers are shown. */

import { describe, expect, it } from 'vitest'
import { canonicalArticle } from '../../src/dedupe/canonical-article.ts'

const member = (number: number, length: number, isPadded = false) => ({ number, length, isPadded })

describe('canonicalArticle', () => {
  it.each([
    ['the only one', [member(4, 10)], 4],
    ['the earliest of equals', [member(7, 300), member(3, 300)], 3],
    ['the earliest, though a later one adds to it', [member(3, 300), member(5, 500)], 3],
    ['the full text before an earlier excerpt', [member(3, 80), member(5, 300)], 5],
    ['the earliest, though a later copy is padded', [member(3, 300), member(5, 900, true)], 3],
    ['the earliest where all are empty', [member(2, 0), member(1, 0)], 1],
    ['the earliest of padded ones only', [member(2, 300, true), member(6, 900, true)], 2],
  ])('chooses %s', (_case, members, number) => {
    expect(canonicalArticle(members).number).toBe(number)
  })

  it('refuses a story without articles', () => {
    expect(() => canonicalArticle([])).toThrow(RangeError)
  })
})
