/** What an extraction says of itself: the rule behind the body, each removal, how sure it is. */

import { describe, expect, it } from 'vitest'
import { extraction, pageWith } from './page-with.ts'

function extracted(html: string) {
  const outcome = extraction(html)
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome
}

const PARAGRAPHS = Array.from(
  { length: 12 },
  (_, index) =>
    `<p>Gian hàng thứ ${index + 1} bày những món mà người bán tự tay làm, và khách ghé lại lâu hơn năm ngoái nhiều.</p>`,
).join('')

describe('explain', () => {
  it.each([
    ['its microdata', `<div itemprop="articleBody">${PARAGRAPHS}</div>`, 'itemprop'],
    ['its name', `<div class="post-content">${PARAGRAPHS}</div>`, 'name'],
    ['where the prose is', `<div class="khung">${PARAGRAPHS}</div>`, 'density'],
  ])('says that the body was chosen by %s', (_case, body, rule) => {
    const { body: chosen } = extracted(pageWith({ body })).explain()
    expect(chosen.rule).toBe(rule)
    expect(chosen.path).toMatch(/^html > body > .*div/)
  })

  it.each([
    [
      'the tag of the part it stands in',
      '<nav><a href="/">Trang chủ</a></nav>',
      'Trang chủ',
      '<nav>',
    ],
    ['the name of that part', '<div class="sidebar">Góc nhỏ</div>', 'Góc nhỏ', '.sidebar'],
    ['its own words', '<p>Chia sẻ</p>', 'Chia sẻ', 'line'],
    ['where it stands', '<div><p>Toà soạn số 1</p></div>', 'Toà soạn số 1', 'outside the body'],
  ])('says that a block was removed for %s', (_case, after, text, rule) => {
    const body = `<div class="post-content">${PARAGRAPHS}</div>${after}`
    const { removed } = extracted(pageWith({ body })).explain()
    expect(removed).toContainEqual(expect.objectContaining({ text, rule }))
  })

  it('names a block once for each time that it stood there', () => {
    const again = '<p>Chia sẻ</p>'
    const body = `<div class="post-content">${PARAGRAPHS}${again}${again}</div>`
    const { removed } = extracted(pageWith({ body })).explain()
    expect(removed.filter(({ text }) => text === 'Chia sẻ')).toHaveLength(2)
  })
})

describe('quality', () => {
  const whole = pageWith({ body: `<div class="post-content">${PARAGRAPHS}</div>` })

  it('is a share, and so is each of its parts', () => {
    for (const value of Object.values(extracted(whole).quality)) {
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(1)
    }
  })

  it.each([
    ['the body is short', `<div class="post-content">${PARAGRAPHS.slice(0, 380)}</div>`],
    [
      'much had to be cut out of the body',
      `<div class="post-content">${PARAGRAPHS}${`<div class="sidebar">${PARAGRAPHS.slice(0, 700)}</div>`}</div>`,
    ],
    [
      'the body is a heap of short lines',
      `<div class="post-content">${PARAGRAPHS}${'<p>Gian hàng nhỏ</p>'.repeat(200)}</div>`,
    ],
  ])('is lower where %s', (_case, body) => {
    expect(extracted(pageWith({ body })).quality.body).toBeLessThan(extracted(whole).quality.body)
  })

  it('is lower where the page has no date', () => {
    const dated = extracted(pageWith({ body: `<p>09/07/2024</p><div>${PARAGRAPHS}</div>` }))
    const undated = extracted(pageWith({ body: `<div>${PARAGRAPHS}</div>` }))
    expect([dated.quality.date, undated.quality.date]).toEqual([0.8, 0])
    expect(undated.quality.score).toBeLessThan(dated.quality.score)
  })
})
