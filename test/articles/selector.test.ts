/** Which selectors a recipe may use: those that one walk over a page can match. */

import { describe, expect, it } from 'vitest'
import { parseSelector } from '../../src/articles/selector.ts'

function mistakeIn(text: string): string | undefined {
  const parsed = parseSelector(text)
  return parsed.ok ? undefined : parsed.message
}

describe('parseSelector', () => {
  it('reads a selector from the outermost step to the element that is meant', () => {
    expect(parseSelector('Article > p.sapo')).toEqual({
      ok: true,
      selector: [
        [
          { compound: [{ kind: 'tag', name: 'article' }], relation: 'ancestor' },
          {
            compound: [
              { kind: 'tag', name: 'p' },
              {
                ...{ kind: 'attribute', name: 'class', match: 'word' },
                ...{ value: 'sapo', ignoresCase: false },
              },
            ],
            relation: 'parent',
          },
        ],
      ],
    })
  })

  it.each([
    ['alternatives', 'h1, .title'],
    ['all four combinators', 'a b > c + d ~ e'],
    ['attributes of every kind', '[a][a=b][a~=b][a|=b][a^=b][a$=b][a*="b" i]'],
    ['positions', 'p:first-child, p:last-child, li:nth-child(3)'],
    ['negation and choice', 'div:not(.ad, [hidden]):is(.a, #b)'],
    ['names with marks', '.tác-giả'],
  ])('takes %s', (_case, text) => {
    expect(mistakeIn(text)).toBeUndefined()
  })

  it.each([
    ['nothing', ' ', 'is an empty selector'],
    ['what looks ahead', 'div:has(h2)', ':has is not supported'],
    ['what counts from the end', 'p:nth-last-child(2)', ':nth-last-child is not supported'],
    ['a formula', 'p:nth-child(2n)', ':nth-child() takes one number here'],
    ['what no standard knows', 'a:contains("x")', ':contains is not supported'],
    ['a pseudo-element', 'a::before', 'pseudo-element is not supported'],
    ['a namespace', 'svg|a', 'it names a namespace'],
    ['a leading combinator', '> p', 'it begins with a combinator'],
    ['a trailing combinator', 'p >', 'it ends with a combinator'],
    ['a combinator in a negation', 'p:not(a b)', ':not() takes no combinators here'],
    ['too many steps', Array.from({ length: 31 }, () => 'a').join(' '), '31 steps, more than 30'],
  ])('refuses %s', (_case, text, mistake) => {
    expect(mistakeIn(text)).toContain(mistake)
  })
})
