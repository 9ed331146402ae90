/** What holds for safe HTML whatever comes in: nothing forbidden, the same twice, the same words as text. */

import { load as loadAsBrowser } from 'cheerio'
import { load } from 'cheerio/slim'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isElement } from '../../../src/articles/html/html-tree.ts'
import { sanitise } from '../../../src/articles/html/sanitise.ts'
import { hostileHtml } from './hostile-html.ts'
import { ALLOWED_TAG, wordsOf } from './read-html.ts'

const BASE = 'https://blog.example/tin/bai-viet'

const RUNS = { numRuns: 200 }

function clean(html: string) {
  return sanitise(load(html).root()[0]?.children ?? [], { baseUrl: BASE })
}

describe('sanitise, whatever comes in', () => {
  it('lets nothing through but the allow-list', () => {
    fc.assert(
      fc.property(hostileHtml, (html) => {
        expect(clean(html).html.replace(ALLOWED_TAG, '')).not.toMatch(/[<>]/)
      }),
      RUNS,
    )
  })

  it('lets no tag through that is cut out of any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (html) => {
        expect(clean(html).html.replace(ALLOWED_TAG, '')).not.toMatch(/[<>]/)
      }),
      RUNS,
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(hostileHtml, (html) => {
        const once = clean(html)
        expect(clean(once.html)).toEqual(once)
      }),
      RUNS,
    )
  })

  it('says the same as text', () => {
    fc.assert(
      fc.property(hostileHtml, (html) => {
        const { html: shown, text } = clean(html)
        expect(text.replace(/\s+/g, ' ').trim()).toBe(
          wordsOf(load(shown).root()[0]?.children ?? []),
        )
      }),
      RUNS,
    )
  })

  it('is read by a browser as it was written', () => {
    fc.assert(
      fc.property(hostileHtml, (html) => {
        const { html: shown } = clean(html)
        const $ = loadAsBrowser(`<body>${shown}`)
        const reread = clean($('body').html() ?? '').html
        // A browser adds the group of rows that nobody writes.
        expect(reread.replace(/<\/?tbody>/g, '')).toBe(shown.replace(/<\/?tbody>/g, ''))
      }),
      RUNS,
    )
  })

  it('does not care in which order attributes stand', () => {
    fc.assert(
      fc.property(hostileHtml, (html) => {
        const $ = load(html)
        for (const node of $('*').toArray()) {
          if (isElement(node)) {
            node.attribs = Object.fromEntries(Object.entries(node.attribs).toReversed())
          }
        }
        const reversed = sanitise($.root()[0]?.children ?? [], { baseUrl: BASE })
        expect(reversed).toEqual(clean(html))
      }),
      RUNS,
    )
  })
})
