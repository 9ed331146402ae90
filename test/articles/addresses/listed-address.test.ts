/** The addresses at which pages are asked for. */

import { describe, expect, it } from 'vitest'
import { listedAddress } from '../../../src/articles/addresses/listed-address.ts'

describe('listedAddress', () => {
  it.each([
    ['the slash that was written', 'https://a.example/blog/', 'https://a.example/blog/'],
    ['no slash where none was written', 'https://a.example/blog', 'https://a.example/blog'],
    [
      'no tracking and no fragment',
      'https://a.example/blog/?utm_source=x#y',
      'https://a.example/blog/',
    ],
    ['spaces around it left out', ' https://a.example/blog/ ', 'https://a.example/blog/'],
  ])('keeps %s', (_case, href, address) => {
    expect(listedAddress(href)).toBe(address)
  })

  it('resolves against a base', () => {
    expect(listedAddress('../b/', 'https://a.example/x/y')).toBe('https://a.example/b/')
  })

  it.each(['', 'mailto:a@a.example', '/blog/'])('is none for "%s" alone', (href) => {
    expect(listedAddress(href)).toBeUndefined()
  })
})
