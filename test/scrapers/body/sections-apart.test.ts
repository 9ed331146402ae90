/** Articles whose pieces stand in elements of their own, or end in sections of a few words. */

import { describe, expect, it } from 'vitest'
import { extracted, PARAGRAPHS, TITLE, textOf } from '../page-with.ts'

const [FIRST = '', SECOND = '', THIRD = ''] = PARAGRAPHS
const LEAD = 'Sau hai năm đóng cửa, phố sách mở lại với gấp đôi số gian hàng.'

const section = (heading: string, ...texts: readonly string[]) =>
  `<h3>${heading}</h3>${texts.map((text) => `<p>${text}</p>`).join('')}`

/** Long enough to hold most of the article's prose. */
const OPENING = section('1. Gian hàng', FIRST, SECOND, THIRD, FIRST.replace('Ba', 'Bốn'))

const BOX = `<div class="c1"><h3>Đặt chỗ sớm?</h3><p>${SECOND}</p></div>`

function page(...divisions: readonly string[]): string {
  return `<html><body><nav><a href="/">Trang chủ</a></nav><div class="outer"><h1>${TITLE}</h1>${divisions.join('')}</div></body></html>`
}

describe('extractArticle, sections apart', () => {
  it.each([
    ['a conclusion', section('Kết luận', THIRD), 'Kết luận'],
    ['the next number', section('2. Giá thuê', SECOND), '2. Giá thuê'],
  ])('holds %s in a division of its own', (_case, apart, heading) => {
    const article = extracted(page(`<div>${OPENING}</div>`, `<div class="more">${apart}</div>`))
    expect(textOf(article)).toContain(`\n${heading}\n`)
    expect(article.removed.map(({ text }) => text)).toEqual(['Trang chủ'])
  })

  it.each([
    ['a box', page(`<div>${OPENING}</div>`, BOX)],
    [
      'a box that counts from one again',
      page(`<div>${OPENING}</div>`, BOX.replace('Đặt', '1. Đặt')),
    ],
    [
      'a conclusion below the comments',
      page(
        `<div>${OPENING}</div>`,
        `<div class="comments"><p>${FIRST}</p></div>`,
        section('Kết luận', THIRD),
      ),
    ],
  ])('leaves %s below the article out', (_case, html) => {
    expect(textOf(extracted(html))).toMatch(/Bốn mươi gian hàng[^\n]*$/)
  })

  it('holds an opening that says the lead again outside the body', () => {
    const opening = `<div><p>${LEAD} ${FIRST}</p></div>`
    const article = extracted(page(`<p>${LEAD}</p>`, opening, `<div>${OPENING}${OPENING}</div>`))
    expect(article.lead).toBe(LEAD)
    expect(textOf(article)).toContain(`${LEAD} ${FIRST}\n1. Gian hàng`)
  })
})

describe('extractArticle, short last sections', () => {
  it.each([
    ['one sentence', 'Mời bạn ghé.'],
    ['words without a full stop', 'Hẹn gặp lại'],
  ])('ends with a heading and %s', (_case, last) => {
    const html = page(
      `<div>${OPENING}${section('2. Giá thuê', last)}${section('Lời kết', last)}</div>`,
    )
    expect(textOf(extracted(html))).toMatch(new RegExp(`\n2. Giá thuê\n${last}\nLời kết\n${last}$`))
  })

  it.each([
    ['nothing', ''],
    ['links', '<p><a href="/a">Một bài khác</a></p><p><a href="/b">Bài khác nữa</a></p>'],
    ['a byline', '<p>Tác giả: Lê Minh An</p>'],
  ])('does not end with a heading above %s', (_case, rest) => {
    const html = page(`<div>${OPENING}<h3>Thông tin thêm</h3>${rest}</div>`)
    expect(textOf(extracted(html))).toMatch(/Bốn mươi gian hàng[^\n]*$/)
  })
})

describe('extractArticle, leads without a full stop', () => {
  const CUT = 'Sau hai năm đóng cửa, phố sách mở lại với gấp đôi số gian hàng'

  it.each([
    ['nothing, where a sentence ends there', `<p>${CUT}</p>`, `${CUT}. ${FIRST}`, CUT],
    ['nothing, where a dash follows', `<p>${CUT}</p>`, `${CUT} - và còn hơn thế nữa.`, CUT],
    ['the ellipsis of the text', `<p>${CUT}...</p>`, `${CUT}... ${FIRST}`, `${CUT}...`],
    ['nothing, in an element called one', `<p class="sapo">${CUT}</p>`, `${CUT} mới tinh.`, CUT],
    ['an ellipsis in mid-sentence', `<p>${CUT}…</p>`, `${CUT} mới tinh. ${FIRST}`, null],
    ['nothing, in mid-sentence', `<p>${CUT}</p>`, `${CUT} mới tinh. ${FIRST}`, null],
  ])('end with %s', (_case, top, first, lead) => {
    expect(extracted(page(top, `<div><p>${first}</p>${OPENING}</div>`)).lead).toBe(lead)
  })
})

describe('extractArticle, copies for other screens', () => {
  const whole = `<span>Nổi bật</span><h1>${TITLE}</h1><p>Ngày đăng: 09/07/2024</p><p>${LEAD}</p>${OPENING}`

  it('says an article once that stands on the page twice, badge, title, date and lead too', () => {
    const twice = `<div>${whole}</div><div class="small">${whole}</div>`
    const article = extracted(`<html><body><div class="outer">${twice}</div></body></html>`)
    expect(article).toMatchObject({ title: TITLE, featured: true })
    expect(textOf(article).match(/gian hàng đã kín/g)).toHaveLength(2)
    expect(textOf(article)).not.toMatch(/Nổi bật|Ngày đăng|Phố sách mở lại/)
    expect(article.removed.filter(({ text }) => text === PARAGRAPHS[0])).toEqual([
      { text: PARAGRAPHS[0], count: 1, reason: 'repeated-block' },
    ])
  })

  it('keeps what stands under a title said again, where it is not the same', () => {
    const other = section(TITLE, SECOND.replace('Nhà', 'Một nhà'), THIRD.replace('Ban', 'Rồi ban'))
    const article = extracted(page(`<div>${OPENING}${other}</div>`))
    expect(textOf(article)).toContain('Rồi ban tổ chức')
  })
})
