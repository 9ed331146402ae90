/** Which addresses are one page, and which only look alike: no missed pair, and above all no false one. */

import { describe, expect, it } from 'vitest'
import { urlKey } from '../../../src/articles/addresses/canonical-url.ts'
import { DIFFERENT } from './different-pages.ts'
import { SAME } from './same-pages.ts'

describe('urlKey', () => {
  it('is tried on enough pairs of both kinds', () => {
    expect(SAME.length).toBeGreaterThanOrEqual(60)
    expect(DIFFERENT.length).toBeGreaterThanOrEqual(60)
  })

  it.each(SAME)('folds what leads to one page: %s', (_case, one, other) => {
    expect(urlKey(one)).toBeDefined()
    expect(urlKey(other)).toBe(urlKey(one))
  })

  it.each(DIFFERENT)('keeps two pages apart: %s', (_case, one, other) => {
    expect(urlKey(one)).toBeDefined()
    expect(urlKey(other)).not.toBe(urlKey(one))
  })

  it('leaves neither scheme nor tracking in the key', () => {
    expect(urlKey('https://www.bao.example/a/?b=2&utm_id=1&a=1#x')).toBe('bao.example/a?a=1&b=2')
  })
})
