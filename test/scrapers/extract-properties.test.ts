/** What holds for every page: nothing throws, and an article extracted from an article is itself. */

import { load } from 'cheerio/slim'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleText, sectionTree } from '../../src/articles/headings/sections.ts'
import { isElement } from '../../src/articles/html/html-tree.ts'
import { hostileHtml } from '../articles/html/hostile-html.ts'
import { ALLOWED_TAG, wordsOf } from '../articles/html/read-html.ts'
import { articleBody, escaped, minimalPage } from './article-pieces.ts'
import { extracted, extraction, PARAGRAPHS } from './page-with.ts'

const RUNS = { numRuns: 60 }

type Sections = ReturnType<typeof sectionTree>

function sectionsOf(page: string): Sections {
  return sectionTree(extracted(page).blocks)
}

function written(sections: Sections): string {
  return sections
    .map(({ level, marker, heading, html }) => {
      const words = [marker, heading].filter((part) => part !== null).join(' ')
      return words === '' ? html : `<h${level}>${escaped(words)}</h${level}>${html}`
    })
    .join('\n')
}

describe('extractArticle, whatever the page', () => {
  it('answers any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (page) => {
        expect(typeof extraction(page).ok).toBe('boolean')
      }),
      RUNS,
    )
  })

  it('answers any markup, and lets only safe HTML through', () => {
    fc.assert(
      fc.property(hostileHtml, hostileHtml, (before, inside) => {
        const prose = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')
        const outcome = extraction(`${before}<h1>Phố sách mở lại</h1>${prose}${inside}${prose}`)
        const blocks = outcome.ok ? outcome.page.blocks : []
        for (const { html, text } of blocks) {
          expect(html.replace(ALLOWED_TAG, '')).not.toMatch(/[<>]/)
          const words = wordsOf(load(html).root()[0]?.children ?? [])
          expect(text.replace(/\s+/g, ' ').trim()).toContain(words)
        }
      }),
      RUNS,
    )
  })
})

describe('extractArticle, on an article', () => {
  it('gives the same article when it reads what it wrote', () => {
    fc.assert(
      fc.property(articleBody, (body) => {
        const once = sectionsOf(minimalPage(body))
        const twice = sectionsOf(minimalPage(written(once)))
        expect(twice).toEqual(once)
        expect(articleText(twice)).toBe(articleText(once))
      }),
      RUNS,
    )
  })

  it('says in its text what its HTML says', () => {
    fc.assert(
      fc.property(articleBody, (body) => {
        const sections = sectionsOf(minimalPage(body))
        for (const { html, text } of sections) {
          const words = wordsOf(load(html).root()[0]?.children ?? [])
          expect(text.replace(/\s+/g, ' ').trim()).toBe(words)
        }
      }),
      RUNS,
    )
  })

  it('does not care in which order attributes stand', () => {
    fc.assert(
      fc.property(articleBody, (body) => {
        const $ = load(minimalPage(body))
        for (const node of $('*').toArray()) {
          if (isElement(node)) {
            node.attribs = Object.fromEntries(Object.entries(node.attribs).toReversed())
          }
        }
        expect(extracted($.html())).toEqual(extracted(minimalPage(body)))
      }),
      RUNS,
    )
  })
})
