/** What pages show of an article whose partner wants little or nothing of it shown elsewhere. */

import { describe, expect, it } from 'vitest'
import { articlePage } from '../../src/pages/article-page.tsx'
import { snippet } from '../../src/pages/excerpt.ts'
import { homePage } from '../../src/pages/list-page.tsx'
import { articleWith, contextWith } from './article-with.ts'

const LEAD = 'Chiếc ghế quen thuộc bỗng được tìm mua khắp nơi.'

describe('snippet', () => {
  it.each([
    ['all of a short text', [], 100, LEAD],
    ['what fits', [], 20, 'Chiếc ghế quen…'],
    ['less where the page wants less', ['max-snippet:10'], 20, 'Chiếc ghế…'],
    ['no more than fits where the page allows more', ['max-snippet:99'], 20, 'Chiếc ghế quen…'],
    ['nothing where the page wants nothing', ['nosnippet'], 20, null],
  ])('shows %s', (_case, robots, lengthMax, shown) => {
    expect(snippet(LEAD, { robots, lengthMax })).toBe(shown)
  })
})

describe('a page that wants no snippet', () => {
  const article = articleWith({ robots: ['noai', 'nosnippet'] })
  const home = { featured: [article], latest: [], topics: [], partners: [], nextCursor: null }

  it('is read whole, and described nowhere', () => {
    const html = articlePage(article, contextWith(), { partners: [] })
    expect(html).toContain('<meta name="robots" content="noai, nosnippet"/>')
    expect(html).toContain(`<p class="lead">${LEAD}</p>`)
    expect(html).not.toMatch(/name="description"|og:description|"description":/)
  })

  it('has a card without an excerpt', () => {
    expect(homePage(home, contextWith())).not.toContain(LEAD)
    const other = { ...home, featured: [articleWith()] }
    expect(homePage(other, contextWith())).toContain(LEAD)
  })
})
