/** Which blocks of a page are its site's: what recurs, what stands where the template is, what says so. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PageBlock } from '../../src/dedupe/page-blocks.ts'
import { learnTemplate } from '../../src/dedupe/site-template.ts'
import { templateBlocks } from '../../src/dedupe/template-blocks.ts'
import { paragraphs } from './story-with.ts'

const block = (text: string, path = '>div.main>p', link = 0): PageBlock => ({ text, path, link })

/** An article of three long paragraphs, and what its page says besides. */
const page = (seed: number, ...besides: PageBlock[]): PageBlock[] => [
  ...paragraphs(seed, 3).map((text) => block(text)),
  ...besides,
]

/** What is taken off the first page, when `pages` are known. */
function dropped(...pages: PageBlock[][]): string[] {
  const [first = []] = pages
  return templateBlocks(first, learnTemplate(pages)).map((index) => first[index]?.text ?? '')
}

const menu = block('Trang chủ', '>ul.top>li', 1)
const views = (count: number) => block(`${count} lượt xem`, '>div.main>span')
const legal = block(paragraphs(90, 1)[0]?.repeat(2) ?? '', '>div.end>p')

describe('templateBlocks', () => {
  it.each([
    ['a link on two articles', [page(1, menu), page(2, menu), page(3)], [menu.text]],
    [
      'a line in which only the figures change',
      [page(1, views(120)), page(2, views(7))],
      ['120 lượt xem'],
    ],
    [
      'a long text on half of the articles',
      [page(1, legal), page(2, legal), page(3, legal)],
      [legal.text],
    ],
    ['what stands in a navigation', [page(1, block('Áo', '>nav>a'))], ['Áo']],
    ['a short link', [page(1, block('Đọc thêm', '>div.x>p', 1))], ['Đọc thêm']],
    [
      'a comment, however long',
      [page(1, block(paragraphs(7, 1)[0] ?? '', '>div#c>p.user_comment_text'))],
      paragraphs(7, 1),
    ],
  ])('takes off %s', (_case, pages, texts) => {
    expect(dropped(...pages)).toEqual(texts)
  })

  it('takes off what is new where all else recurs', () => {
    const slot = (text: string) => block(text, '>div.box>b')
    const pages = [1, 2, 3].map((seed) => page(seed, slot('Mới nhất'), slot('Xem nhiều')))
    expect(dropped([...(pages[0] ?? []), slot('Hôm nay')], ...pages.slice(1))).toContain('Hôm nay')
  })

  it.each([
    ['an article that was fetched twice', [page(1), page(1), page(2)]],
    ['an article printed on a page of its own', [page(1), page(1).slice(0, 2), page(2)]],
    [
      'a title that other pages link to',
      [page(1, block('Phố sách', '>h1')), page(2, block('Phố sách', '>div>h1', 1))],
    ],
    [
      'a paragraph quoted by another article',
      [page(1), page(2, ...page(1).slice(0, 1)), page(3), page(4), page(5), page(6), page(7)],
    ],
    [
      'a heading of its text that few others have',
      [page(1, block('Ưu điểm')), page(2, block('Ưu điểm')), page(3), page(4), page(5)],
    ],
    ['all of it, where the site has three pages', [page(1), page(2), page(3)]],
    ['all of it, where nothing else is known', [page(1)]],
    ['a commentary', [page(1, block(paragraphs(8, 1)[0] ?? '', '>div.commentary>p'))]],
  ])('keeps %s', (_case, pages) => {
    expect(dropped(...pages)).toEqual([])
  })

  it('gives nothing for nothing', () => {
    expect(templateBlocks([], learnTemplate([]))).toEqual([])
  })

  it('says the same whatever the order of the blocks', () => {
    const others = [page(2, menu, views(3)), page(3, menu, views(4), legal)]
    const first = page(1, menu, views(5), legal)
    fc.assert(
      fc.property(fc.shuffledSubarray(first, { minLength: first.length }), (shuffled) => {
        expect(dropped(shuffled, ...others).toSorted()).toEqual(
          dropped(first, ...others).toSorted(),
        )
      }),
      { numRuns: 30 },
    )
  })
})
