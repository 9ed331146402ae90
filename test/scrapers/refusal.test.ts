/** Pages that are no article, though they have text enough for one. */

import { describe, expect, it } from 'vitest'
import { extraction, PARAGRAPHS, pageWith } from './page-with.ts'

const EXCERPT =
  'Một góc nhỏ của phố vẫn sáng đèn tới khuya, nơi người ta ngồi đọc rồi quên mất giờ về.'
const cards = (count: number, date: string) =>
  Array.from(
    { length: count },
    (_, index) =>
      `<div><h2><a href="/tin/${index}">Ghi chép thứ ${index} về phố đi bộ</a></h2>${date}<p>${EXCERPT}</p></div>`,
  ).join('')
const DATE = '<p>01:54 AM, 14/07/2023 219 Lượt xem</p>'
const PASSWORD = '<form><input name="who"><input type="password" name="secret"></form>'

describe('extractArticle, pages that are something else', () => {
  it.each([
    ['a listing', `<h1>Chuyện phố</h1><div>${cards(12, DATE)}</div>`],
    ['a listing without dates', `<h1>Chuyện phố</h1><div>${cards(12, '')}</div>`],
    [
      'a listing with an introduction',
      `<h1>Chuyện phố</h1><p>${PARAGRAPHS[0]} ${PARAGRAPHS[1]}</p><div>${cards(12, DATE)}</div>`,
    ],
    [
      'an error page with suggestions',
      `<h1>Ôi, không tìm thấy trang</h1><p>${EXCERPT}</p><div>${cards(8, DATE)}</div>`,
    ],
    [
      'a page that says so in its text',
      `<h1>Rất tiếc</h1><p>Bài viết mà bạn muốn xem đã bị gỡ khỏi chuyên mục, hoặc không tồn tại nữa.</p><p>${EXCERPT}</p>`,
    ],
    [
      'a server’s own page',
      `<title>502 Bad Gateway</title><h1>Bad Gateway</h1><p>${EXCERPT} ${EXCERPT}</p>`,
    ],
    [
      'a guard against robots',
      `<title>Just a moment...</title><h1>blog.example</h1><p>${EXCERPT} ${EXCERPT}</p>`,
    ],
    ['a sign-in page', `<h1>Đăng nhập</h1><p>${EXCERPT} ${EXCERPT}</p>${PASSWORD}`],
    ['results of a search', `<h1>Kết quả tìm kiếm: phố</h1><p>${EXCERPT} ${EXCERPT}</p>`],
  ])('refuses %s', (_case, html) => {
    expect(extraction(`<html><body>${html}</body></html>`)).toMatchObject({
      ok: false,
      reason: 'not-an-article',
    })
  })

  it.each([
    ['a short article above many cards', pageWith({ below: `<div>${cards(12, DATE)}</div>` })],
    ['an article with a sign-in form', pageWith({ below: PASSWORD })],
    [
      'an article about pages that are gone',
      pageWith({
        body: `${PARAGRAPHS.map((text) => `<p>${text} ${EXCERPT} ${EXCERPT}</p>`).join('')}<p>Trang cũ của hội sách không tồn tại.</p>`,
      }),
    ],
    [
      'a short article beside a column of links',
      pageWith({
        body: `<p>${PARAGRAPHS[0]} ${PARAGRAPHS[1]}</p>`,
        below: `<ul>${Array.from({ length: 8 }, (_, index) => `<li><a href="/tin/${index}">Ghi chép thứ ${index} về phố đi bộ</a></li>`).join('')}</ul>`,
      }),
    ],
  ])('reads %s', (_case, html) => {
    expect(extraction(html)).toMatchObject({ ok: true })
  })
})
