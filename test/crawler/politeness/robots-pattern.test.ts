/** Patterns of robots.txt: the same as a matcher too simple to be wrong, in steps that do not explode. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  comparablePath,
  parsePattern,
  patternMatches,
} from '../../../src/crawler/politeness/robots-pattern.ts'

/** RFC 9309 section 2.2.3, word by word, with all the backtracking that it takes. */
function naive(pattern: string, path: string): boolean {
  if (pattern === '') return true
  if (pattern === '$') return path === ''
  const [first, ...rest] = pattern
  if (first === '*') {
    return naive(rest.join(''), path) || (path !== '' && naive(pattern, path.slice(1)))
  }
  return path[0] === first && naive(rest.join(''), path.slice(1))
}

function matches(pattern: string, path: string): boolean {
  const parsed = parsePattern(pattern)
  const comparable = comparablePath(path)
  if (parsed === undefined || comparable === undefined) throw new Error('no pattern or no path')
  return patternMatches(parsed, comparable)
}

const textOf = (letters: string, maxLength: number) =>
  fc.array(fc.constantFrom(...letters), { maxLength }).map((parts) => parts.join(''))

describe('patternMatches', () => {
  it('says the same as a naive matcher', () => {
    fc.assert(
      fc.property(textOf('ab*', 8), fc.boolean(), textOf('ab', 10), (pattern, isAnchored, path) => {
        const rule = `/${pattern}${isAnchored ? '$' : ''}`
        expect(matches(rule, `/${path}`)).toBe(naive(rule, `/${path}`))
      }),
      { numRuns: 3000 },
    )
  })

  it('takes every spelling of an octet for the same', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x10ffff), { maxLength: 12 }), (codes) => {
        const path = `/${encodeURIComponent(String.fromCodePoint(...codes).toWellFormed())}`
        expect(matches(path, path)).toBe(true)
        expect(
          matches(
            path.replaceAll(/%../g, (octet) => octet.toLowerCase()),
            path,
          ),
        ).toBe(true)
      }),
    )
  })

  it('never takes a step twice: patterns and paths that make others backtrack for years', () => {
    const path = `/${'a'.repeat(8000)}`
    const patterns = [
      `/${'a*'.repeat(8000)}b`,
      `/${'*a'.repeat(8000)}$`,
      `*${'a'.repeat(7000)}b*b$`,
    ]
    // Without an end to compare: a matcher that backtracks does not come back.
    expect(patterns.map((pattern) => matches(pattern, path))).toEqual([false, true, false])
  })
})
