/** Patterns with `*`, as recipes compare addresses and topics with them. */

import { describe, expect, it } from 'vitest'
import { capturedBy, matchesGlob } from '../../src/articles/glob.ts'

describe('matchesGlob', () => {
  it.each([
    ['a part of an address', 'https://a.example/bai-viet/x', '*/bai-viet/*', true],
    ['another part', 'https://a.example/chu-de/x', '*/bai-viet/*', false],
    ['the whole, without a star', '/a', '/a', true],
    ['more than the whole, without a star', '/a/b', '/a', false],
    ['an end', '/tin/x.html', '*.html', true],
    ['an end that overlaps the beginning', 'aba', 'ab*ba', false],
    ['several stars side by side', 'abc', 'a**c', true],
    ['what has to come in order', 'a-c-b', 'a*b*c', false],
  ])('compares %s', (_case, text, pattern, matches) => {
    expect(matchesGlob(text, pattern)).toBe(matches)
  })

  it('takes no longer for a text that almost matches', () => {
    const text = 'a'.repeat(100_000)
    expect(matchesGlob(text, `${'a*'.repeat(90)}b`)).toBe(false)
  })
})

describe('capturedBy', () => {
  it.each([
    ['what follows', '#ghế nhựa', '#*', 'ghế nhựa'],
    ['what stands between', '/tag/go/', '/tag/*/', 'go'],
    ['nothing', '#', '#*', ''],
    ['another text', 'ghế', '#*', undefined],
  ])('captures %s', (_case, text, pattern, captured) => {
    expect(capturedBy(text, pattern)).toBe(captured)
  })
})
