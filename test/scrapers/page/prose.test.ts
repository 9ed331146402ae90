/** What of a page counts as prose, and how much. */

import { describe, expect, it } from 'vitest'
import { parseHtml } from '../../../src/articles/html/parse-html.ts'
import { pageBlocks } from '../../../src/scrapers/page/page-blocks.ts'
import { proseWeight } from '../../../src/scrapers/page/prose.ts'
import { extracted, extraction, PARAGRAPHS, pageWith, textOf } from '../page-with.ts'

const LONG = `${PARAGRAPHS[0]} ${PARAGRAPHS[1]}`

function weightOf(html: string): number {
  const [block] = pageBlocks(parseHtml(html, 'page')).blocks
  if (block === undefined) throw new Error('The page has no block.')
  return proseWeight(block)
}

describe('proseWeight', () => {
  it.each([
    ['a paragraph', 'p', LONG, LONG.length],
    ['a short sentence', 'p', 'Họ đã về từ hôm qua.', 20],
    ['a short line', 'p', 'Họ đã về từ hôm qua', 0],
    ['a sentence in Chinese', 'p', '他们昨天就已经回来了。', 33],
    ['a heading', 'h3', 'Giá thuê giữ nguyên đến hết năm.', 0],
    ['text set as a small heading', 'h4', LONG, LONG.length],
    ['a standfirst set as a heading', 'h2', LONG, 0],
    ['a long heading without a full stop', 'h4', LONG.replaceAll('.', ''), 0],
  ])('weighs %s', (_case, tag, text, weight) => {
    expect(weightOf(`<div><${tag}>${text}</${tag}></div>`)).toBe(weight)
  })

  it('leaves out what stands in links', () => {
    expect(weightOf(`<p>${LONG} <a href="/">${'a'.repeat(40)}</a></p>`)).toBe(LONG.length + 1)
    expect(weightOf(`<p><a href="/">${LONG}</a></p>`)).toBe(0)
  })
})

describe('extractArticle, an article set in small headings', () => {
  const body = PARAGRAPHS.map((text) => `<h4>${text} ${text}</h4>`).join('')

  it('is one', () => {
    expect(extraction(pageWith({ body })).ok).toBe(true)
    expect(textOf(extracted(pageWith({ body })))).toContain(PARAGRAPHS[2])
  })
})
