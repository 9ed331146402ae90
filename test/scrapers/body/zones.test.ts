/** Names that speak of a part of a page, and what they do not mean. */

import { describe, expect, it } from 'vitest'
import { extracted, PARAGRAPHS, pageWith, textOf } from '../page-with.ts'

const [FIRST = '', SECOND = '', THIRD = ''] = PARAGRAPHS

describe('extractArticle, names of zones', () => {
  it.each([
    ['a paragraph that a script folds', `<div class="js_readmore"><p>${SECOND}</p></div>`],
    ['a section named after a menu', `<div class="menu-trends"><p>${SECOND}</p></div>`],
    ['a page whose menu is hidden', `<div class="hidden-side-menu"><p>${SECOND}</p></div>`],
  ])('keeps %s', (_case, middle) => {
    const article = extracted(pageWith({ body: `<p>${FIRST}</p>${middle}<p>${THIRD}</p>` }))
    expect(textOf(article)).toBe(PARAGRAPHS.join('\n'))
  })

  it.each([
    ['related', `<div class="readmore"><p>${SECOND}</p><a href="/tin/a">Đọc cả bài</a></div>`],
    ['navigation', `<div class="menu"><p>${SECOND}</p><a href="/muc/a">Mục A</a></div>`],
  ])('still believes a box of links that is called %s', (reason, box) => {
    const article = extracted(
      pageWith({ body: PARAGRAPHS.map((p) => `<p>${p}</p>`).join(''), below: box }),
    )
    expect(article.removed.find(({ text }) => text === SECOND)?.reason).toBe(reason)
  })
})
