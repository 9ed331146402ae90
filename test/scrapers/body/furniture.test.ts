/** Lines around an article that are its page's: offers to share, ratings, tags, menus, strips. */

import { describe, expect, it } from 'vitest'
import { readArticle } from '../../../src/pipeline/read-article.ts'
import { extracted, PAGE_URL, PARAGRAPHS, pageWith, textOf } from '../page-with.ts'

const body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')
const NAME = 'Đối tác thân thiết'

describe('extractArticle, lines of the page', () => {
  it.each([
    [
      'names of networks after a label',
      '<p>Chia sẻ: Facebook | Twitter | Zalo</p>',
      'Zalo',
      'share',
    ],
    [
      'links to networks after a label',
      '<div><span>Chia sẻ bài viết:</span> <a href="https://a.example/x">Facebook</a> <a href="https://b.example/y">Twitter</a></div>',
      'Twitter',
      'share',
    ],
    [
      'links that open a network’s dialogue',
      '<p><a href="https://a.example/sharer?u=x">Gửi bạn bè</a> <a href="mailto:?subject=x">Thư</a></p>',
      'Gửi bạn bè',
      'share',
    ],
    [
      'stars',
      '<div class="kk-star"><p>Đánh giá bài viết: 5/5 - (12 bình chọn)</p></div>',
      '12 bình chọn',
      'widget',
    ],
    ['tags without links', '<p>Tags: phố sách, chợ đêm, cuối tuần</p>', 'chợ đêm', 'metadata'],
    [
      'the heading of a table of contents',
      '<p>Nội dung bài viết</p><ul><li><a href="#a">Đầu phố</a></li><li><a href="#b">Cuối phố</a></li></ul>',
      'Nội dung bài viết',
      'navigation',
    ],
  ])('removes %s', (_case, line, words, reason) => {
    const article = extracted(pageWith({ body: `${body}${line}` }))
    expect(article.removed.find(({ text }) => text.includes(words))?.reason).toBe(reason)
    expect(textOf(article)).toBe(PARAGRAPHS.join('\n'))
  })

  it.each([
    [
      'a sentence that shares something',
      'Chia sẻ với chúng tôi, chị kể về những ngày đầu mở gian.',
    ],
    ['a sentence about votes', 'Gian hàng này nhận được 12 bình chọn trong tuần đầu mở cửa.'],
    ['a figure that the article gives', 'Average rating: 4.8'],
  ])('keeps %s', (_case, line) => {
    const html = pageWith({ body: `<p>${PARAGRAPHS[0]}</p><p>${line}</p><p>${PARAGRAPHS[1]}</p>` })
    expect(textOf(extracted(html))).toContain(line)
  })

  it.each([
    ['a menu in a masthead', '<div id="masthead"><a href="/a">Mục lớn</a></div>', 'navigation'],
    [
      'a menu in a footer',
      '<footer><ul class="nav"><li><a href="/a">Mục lớn</a></li></ul></footer>',
      'navigation',
    ],
    ['an offer in a widget', '<div class="widget"><h4>Chia sẻ bài viết</h4></div>', 'share'],
  ])('says what %s is', (_case, below, reason) => {
    const { removed } = extracted(pageWith({ below }))
    const line = removed.find(({ text }) => text === 'Mục lớn' || text === 'Chia sẻ bài viết')
    expect(line?.reason).toBe(reason)
  })

  it.each([
    [
      'picture and name deep in one item',
      `<div class="i"><div><a href="/b/N"><img src="N.png" alt="${NAME}"></a></div><div><h4><a href="/b/N">${NAME}</a></h4></div></div>`,
      '',
    ],
    ['lines of one paragraph', `${NAME}<br>`, ''],
    ['items in a box of related posts', `<p><img src="N.png" alt="${NAME}"></p>`, 'related'],
  ])('counts a strip once: %s', (_case, item, zone) => {
    const items = Array.from({ length: 12 }, (_, index) => item.replaceAll('N', `${index}`))
    const html = pageWith({ below: `<div class="${zone}">${items.join('')}</div>` })
    const now = new Date('2026-11-20T08:00:00Z')
    const outcome = readArticle(html, { url: PAGE_URL, timezone: 'Asia/Ho_Chi_Minh', now })
    const removed = outcome.ok ? outcome.article.removed : []
    expect(removed.filter(({ text }) => text === NAME)).toEqual([
      { text: NAME, count: 12, reason: 'repeated-block' },
    ])
  })
})
