/** What holds for any recipe on any page. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Recipe } from '../../../src/articles/recipe.ts'
import { extractArticle } from '../../../src/scrapers/extract.ts'
import { PAGE_URL, pageWith } from '../page-with.ts'

const OPTIONS = {
  ...{ url: PAGE_URL, timezone: 'Asia/Ho_Chi_Minh', now: new Date('2026-11-20T08:00:00Z') },
}

const selector = fc.constantFrom(
  ...[
    'h1',
    'p',
    'div',
    '*',
    'body',
    'html',
    'div > p',
    'p + p',
    'p ~ p:last-child',
    'a, img, time',
  ],
  ...['meta', 'title', 'script', 'span.x', 'li:nth-child(2)', '.none', 'p:not(.x)', 'article'],
)

const recipe: fc.Arbitrary<Recipe> = fc.record(
  {
    select: fc.record(
      {
        title: selector,
        body: selector,
        byline: selector,
        publishedAt: selector.map((text) => ({ selector: text, format: 'D/M/YYYY' })),
        modifiedAt: selector,
        lead: selector,
        image: selector,
        topics: selector,
        partnerViews: selector,
      },
      { requiredKeys: [] },
    ),
    remove: fc.array(selector, { maxLength: 3 }),
  },
  { requiredKeys: [] },
)

const piece = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<div class="x">',
    '</div>',
    '<span class="x">',
    '</span>',
    '<li>',
    '<article>',
  ],
  ...[
    '<time datetime="2024-07-09">',
    '<img src="/a.jpg" alt="Ảnh">',
    '<a href="/b">',
    '</a>',
    '<br>',
  ],
  ...[
    '<script>',
    '</script>',
    '<meta name="a" content="b">',
    '<table><tr><td>',
    '</table>',
    '<!--',
  ],
  ...[
    'Phố sách mở lại sau hai năm. ',
    '09/07/2024 ',
    '1,2K lượt xem ',
    '<h1>Tên</h1>',
    '<',
    '&amp;',
  ],
)

const page = fc.array(piece, { maxLength: 40 }).map((pieces) => pages(pieces.join('')))

function pages(more: string): string {
  return pageWith({ top: more, below: more })
}

function labels({ select = {}, remove = [] }: Recipe): string[] {
  return [
    ...Object.keys(select).map((name) => `select.${name}`),
    ...remove.map((_entry, index) => `remove.${index}`),
  ].toSorted()
}

describe('any recipe', () => {
  it('reads any page, and tells of each of its selectors once', () => {
    fc.assert(
      fc.property(page, recipe, (html, rules) => {
        const outcome = extractArticle(html, { ...OPTIONS, recipe: rules })
        if (!outcome.ok) return
        const { used = [], missed = [] } = outcome.recipe ?? {}
        const told = [...used, ...missed].map((label) => label.slice(0, label.indexOf(':')))
        expect(told.toSorted()).toEqual(labels(rules))
      }),
      { numRuns: 300 },
    )
  })

  it('that finds nothing changes nothing', () => {
    const none: Recipe = {
      select: { title: '.none', body: '.none', lead: '.none', topics: '.none' },
      remove: ['.none'],
    }
    fc.assert(
      fc.property(page, (html) => {
        const plain = extractArticle(html, OPTIONS)
        const read = extractArticle(html, { ...OPTIONS, recipe: none })
        expect(read.ok && read.page).toEqual(plain.ok && plain.page)
      }),
      { numRuns: 100 },
    )
  })
})
