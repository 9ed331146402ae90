/** Selectors matched in one walk: the same answers as an engine that looks at every element anew. */

import { load } from 'cheerio/slim'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isElement } from '../../../src/articles/html/html-tree.ts'
import { parseSelector, type Selector } from '../../../src/articles/selector.ts'
import { matchSelectors } from '../../../src/scrapers/recipe/match-selectors.ts'

/** A page and what names its elements: their numbers, in document order. */
function pageOf(html: string) {
  // The root that we put around a page is none of its elements.
  const $ = load(`<root>${html}</root>`)
  const [root] = $.root().contents().toArray()
  if (root === undefined || !isElement(root)) throw new Error('There is no root.')
  const own = numbered($('root *').toArray())
  const bare = load(html)
  const theirs = numbered(bare('*').toArray())
  const matched = (selectors: readonly string[]) =>
    matchSelectors(root, selectors.map(selectorOf)).map((found) => found.map(own))
  const expected = (selector: string) => bare(selector).toArray().map(theirs)
  return { matched, expected }
}

function numbered(elements: readonly object[]) {
  const numbers = new Map(elements.map((element, index) => [element, index]))
  return (element: object) => numbers.get(element)
}

function selectorOf(text: string): Selector {
  const parsed = parseSelector(text)
  if (!parsed.ok) throw new Error(`${text} ${parsed.message}`)
  return parsed.selector
}

const tree = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('chữ', ' ', '<!-- -->'),
    fc
      .tuple(
        fc.constantFrom('div', 'p', 'b'),
        fc.constantFrom('', ' class="x"', ' class="y x"', ' id="i" class="xy"', ' lang="vi-VN"'),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([tag, attributes, children]) => `<${tag}${attributes}>${children.join('')}</${tag}>`),
  ),
})).node

const compound = fc.constantFrom(
  ...['div', 'p', 'b', '*', '.x', '.y', '#i', 'div.x', '[lang]', '[lang|=vi]', '[class^=x]'],
  ...['[class$="x"]', '[class*=" "]', '[lang="VI-vn" i]', ':not(.x)', ':not(div, .y)', ':is(p, b)'],
  ...['p:first-child', ':last-child', 'div:nth-child(2)'],
)

const selector = fc
  .tuple(
    compound,
    fc.array(fc.tuple(fc.constantFrom(' ', '>', '+', '~'), compound), { maxLength: 3 }),
  )
  .map(([first, rest]) => first + rest.map(([combinator, next]) => combinator + next).join(''))

describe('matchSelectors', () => {
  it('finds what any other engine finds', () => {
    const html = fc.array(tree, { maxLength: 5 }).map((nodes) => nodes.join(''))
    fc.assert(
      fc.property(html, fc.array(selector, { minLength: 1, maxLength: 4 }), (page, selectors) => {
        const { matched, expected } = pageOf(page)
        expect(matched(selectors)).toEqual(selectors.map(expected))
      }),
      { numRuns: 300 },
    )
  })

  it('names an element once, whichever alternatives name it', () => {
    expect(pageOf('<p class="x">a</p><b>b</b>').matched(['p, .x, b'])).toEqual([[0, 1]])
  })

  it('stops at a limit', () => {
    expect(pageOf('<i></i>'.repeat(2_000)).matched(['i'])[0]).toHaveLength(1_000)
  })

  it('comes to an end where everything is nested or side by side', () => {
    const nested = '<div class="x">'.repeat(1_500)
    const flat = '<p class="x"></p>'.repeat(50_000)
    const chains = [Array.from({ length: 15 }, () => '.x').join(' '), '.x ~ .x ~ .x ~ .x .y']
    const [inside, beside] = pageOf(nested + flat).matched(chains)
    expect(inside).toHaveLength(1_000)
    expect(beside).toEqual([])
  }, 60_000)
})
