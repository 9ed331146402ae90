/** Articles over several pages: what leads on to the next page, and what only looks as if it did. */

import { describe, expect, it } from 'vitest'
import { extracted, extraction, PARAGRAPHS, pageWith, textOf } from '../page-with.ts'

const STORY = 'https://blog.example/tin/pho-sach'

type Where = { head?: string; below?: string; url?: string }

function paging({ head = '', below = '', url = STORY }: Where) {
  const outcome = extraction(pageWith({ head, below }), url)
  if (!outcome.ok) throw new Error(outcome.message)
  const { nextPage, firstPage, pagingRule } = outcome
  return { nextPage, firstPage, pagingRule }
}

describe('nextPage', () => {
  it.each([
    [
      'rel=next in the head',
      { head: '<link rel="next" href="/tin/pho-sach?page=2">' },
      `${STORY}?page=2`,
      'link rel=next',
    ],
    [
      'rel=next on a link of the page, its words an arrow',
      { below: '<p><a rel="next" href="/tin/pho-sach/trang-2">›</a></p>' },
      `${STORY}/trang-2`,
      'a rel=next',
    ],
    [
      'the page links of a common blog system',
      {
        below: `<div class="page-links">Trang: <span>1</span> <a href="${STORY}/2/">2</a> <a href="${STORY}/3/">3</a></div>`,
      },
      `${STORY}/2/`,
      'figure',
    ],
    [
      'a list of figures',
      {
        below:
          '<ul class="pagination"><li>1</li><li><a href="?trang=2">2</a></li><li><a href="?trang=3">3</a></li></ul>',
      },
      `${STORY}?trang=2`,
      'figure',
    ],
    [
      'a word beside figures',
      { below: '<div>1 <a href="pho-sach?p=2">2</a> <a href="pho-sach?p=2">Tiếp</a></div>' },
      `${STORY}?p=2`,
      'figure',
    ],
    [
      'words that name what comes next',
      { below: '<p>Trang sau: <a href="/tin/pho-sach/page/2">Giá thuê gian hàng</a></p>' },
      `${STORY}/page/2`,
      'address',
    ],
    [
      'a figure before the ending of a file',
      {
        url: 'https://blog.example/pho-sach.html',
        below: '<p>1 <a href="/pho-sach-2.html">2</a></p>',
      },
      'https://blog.example/pho-sach-2.html',
      'figure',
    ],
    [
      'a figure behind an underscore',
      {
        url: 'https://blog.example/pho-sach.html',
        below: '<p><a href="/pho-sach_2.html">Tiếp »</a></p>',
      },
      'https://blog.example/pho-sach_2.html',
      'address',
    ],
    [
      'a figure behind a semicolon',
      { below: '<p><a href="/tin/pho-sach;2">Trang tiếp</a></p>' },
      `${STORY};2`,
      'address',
    ],
    [
      'an article that a feed gave with a parameter of its own',
      {
        url: `${STORY}?nguon=rss`,
        head: `<link rel="canonical" href="${STORY}">`,
        below: `<p>1 <a href="${STORY}?page=2">2</a></p>`,
      },
      `${STORY}?page=2`,
      'figure',
    ],
    [
      'the page after the second one',
      {
        url: `${STORY}?page=2`,
        below: '<p><a href="?page=1">1</a> 2 <a href="?page=3">3</a></p>',
      },
      `${STORY}?page=3`,
      'figure',
    ],
    [
      'the page after the second one, its figure a part of the path',
      { url: `${STORY}/2`, below: `<p><a href="${STORY}">1</a> 2 <a href="${STORY}/3">3</a></p>` },
      `${STORY}/3`,
      'figure',
    ],
  ])('follows %s', (_case, where, nextPage, pagingRule) => {
    expect(paging(where)).toMatchObject({ nextPage, pagingRule })
  })

  it.each([
    [
      'the next article in the head',
      { head: '<link rel="next" href="/tin/cho-hoa-dem"><link rel="prev" href="/tin/ben-xe">' },
    ],
    ['the next article below', { below: '<p><a rel="next" href="/tin/cho-hoa">Bài sau</a></p>' }],
    [
      'the next article where articles have numbers',
      {
        url: 'https://blog.example/tin/12',
        head: '<link rel="next" href="/tin/13"><link rel="prev" href="/tin/11">',
      },
    ],
    [
      'the next article where the number is a parameter',
      { url: 'https://blog.example/?p=1', head: '<link rel="next" href="/?p=2">' },
    ],
    [
      'an article whose name ends in a figure',
      { below: '<p>Xem thêm: <a href="/tin/pho-sach-2">Phố sách, phần hai</a></p>' },
    ],
    [
      'pages of comments',
      { below: '<div class="comments"><p>Hay quá.</p>1 <a href="?page=2">2</a></div>' },
    ],
    [
      'pages of comments that only the fragment names',
      { below: '<p>1 <a href="?page=2#comments">2</a></p>' },
    ],
    ['pages of the list it stands in', { below: '<p>1 <a href="/tin?page=2">2</a></p>' }],
    [
      'another site',
      { below: '<p>1 <a href="https://other.example/tin/pho-sach?page=2">2</a></p>' },
    ],
    ['a page further on alone', { below: '<p>1 … <a href="?page=9">9</a></p>' }],
    ['a link to the whole', { below: '<p><a href="?page=all">Xem toàn bộ</a></p>' }],
  ])('does not follow %s', (_case, where) => {
    expect(paging(where)).toEqual({ nextPage: null, firstPage: null, pagingRule: null })
  })

  it('is null on the last page, which still names the first', () => {
    const row = `<p><a href="${STORY}">1</a> <a href="${STORY}/2">2</a> 3</p>`
    expect(paging({ url: `${STORY}/3`, below: row })).toEqual({
      nextPage: null,
      firstPage: STORY,
      pagingRule: null,
    })
  })
})

describe('firstPage', () => {
  it('is named without the figure that some rows give it', () => {
    const row = '<p><a href="?page=1">1</a> 2</p>'
    expect(paging({ url: `${STORY}?page=2`, below: row }).firstPage).toBe(STORY)
  })

  it.each([
    ['the canonical address', { head: `<link rel="canonical" href="${STORY}">` }],
    ['rel=prev in the head', { head: `<link rel="prev" href="${STORY}">` }],
    ['the figure 1', { below: `<p><a href="${STORY}">1</a> 2</p>` }],
  ])('is read from %s', (_case, where) => {
    expect(paging({ ...where, url: `${STORY}/2` }).firstPage).toBe(STORY)
  })

  it.each([
    ['a figure in the address alone', { url: `${STORY}/2` }],
    [
      'a link to what may be another article',
      { url: `${STORY}-2`, head: `<link rel="prev" href="${STORY}">` },
    ],
    ['a page that is the first', { below: '<p>1 <a href="?page=2">2</a></p>' }],
  ])('is not read from %s', (_case, where) => {
    expect(paging(where).firstPage).toBeNull()
  })
})

describe('the row of page links', () => {
  it.each([
    [
      'a line',
      'Trang: 1 <a href="?page=2">2</a> <a href="?page=3">3</a> <a href="?page=2">Tiếp</a>',
    ],
    ['a list', '<ul><li>Trang</li><li>1</li><li><a href="?page=2">2</a></li></ul>'],
    [
      'a line with a link to the whole',
      '1 <a href="?page=2">2</a> <a href="?page=all">Xem hết</a>',
    ],
  ])('is navigation, be it %s', (_case, row) => {
    const paragraphs = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')
    const article = extracted(pageWith({ body: `${paragraphs}<div>${row}</div>` }), STORY)
    expect(textOf(article)).not.toMatch(/[123]/)
    const reasons = article.removed.filter(({ text }) => /[123]/.test(text))
    expect(reasons.map(({ reason }) => reason)).not.toHaveLength(0)
    expect(new Set(reasons.map(({ reason }) => reason))).toEqual(new Set(['navigation']))
  })

  it('is no sentence that mentions another page', () => {
    const sentence =
      'Cách tính tiền thuê đã được giải thích cặn kẽ ở <a href="?page=2">trang 2</a> của chính bài này rồi.'
    const body = `<p>Ba mươi gian hàng đã kín chỗ từ tuần đầu, và danh sách chờ cứ dài thêm.</p><p>${sentence}</p>`
    expect(textOf(extracted(pageWith({ body }), STORY))).toContain('giải thích cặn kẽ')
  })
})
