/** Names of elements: which of them say what part of a page stands there, and which are only names. */

import { describe, expect, it } from 'vitest'
import { extracted, PARAGRAPHS, pageWith, TITLE, textOf } from './page-with.ts'

const [first = '', second = '', third = ''] = PARAGRAPHS
const SECTION = 'Mỗi tối thứ Bảy, cả con phố tắt đèn lớn và chỉ để lại những ngọn đèn bàn.'

describe('extractArticle, names of elements', () => {
  it.each([
    [
      'a heading whose anchor repeats its words',
      `<h2 id="rời-mạng-social-media">Rời mạng xã hội một tuần</h2><p>${SECTION}</p>`,
    ],
    [
      'a section whose anchor is its whole heading',
      `<div id="menu-for-the-first-night-of-the-fair"><h2>Thực đơn đêm đầu</h2><p>${SECTION}</p></div>`,
    ],
  ])('keeps %s', (_case, section) => {
    const html = pageWith({ body: `<p>${first}</p><p>${second}</p>${section}<p>${third}</p>` })
    const text = textOf(extracted(html))
    expect(text).toContain(SECTION)
    expect(text).toMatch(/Rời mạng xã hội|Thực đơn đêm đầu/)
  })

  it('believes a short id, and one that counts', () => {
    const menus =
      '<div id="menu-top-1"><p>Một</p></div><div id="side-menu-item-text-12-345"><p>Hai</p></div>'
    const { removed } = extracted(pageWith({ below: menus }))
    const reasons = removed.filter(({ text }) => text === 'Một' || text === 'Hai')
    expect(reasons.map(({ reason }) => reason)).toEqual(['navigation', 'navigation'])
  })

  it.each([
    [
      'an invitation to buy',
      '<div class="blog-cta"><h3>Đặt gian trước khi hết chỗ</h3></div>',
      'ad',
    ],
    [
      'a button set as a link',
      '<a class="btn btn-primary" href="/dat"><div>Đặt gian</div></a>',
      'widget',
    ],
    [
      'what lies over the page',
      '<div class="gallery-overlay"><p>Đặt lại vị trí</p></div>',
      'widget',
    ],
    [
      'the box of who wrote',
      '<div class="post-author"><p>Đặt bút từ năm 2011.</p></div>',
      'boilerplate',
    ],
    [
      'other articles in between',
      '<div class="recirc-list"><p>Đặt chân đến chợ đêm</p></div>',
      'related',
    ],
  ])('removes %s from between the paragraphs', (_case, box, reason) => {
    const html = pageWith({ body: `<p>${first}</p><p>${second}</p>${box}<p>${third}</p>` })
    const article = extracted(html)
    expect(textOf(article)).toBe(PARAGRAPHS.join('\n'))
    expect(article.removed.find(({ text }) => text.startsWith('Đặt'))?.reason).toBe(reason)
  })

  it.each([
    ['a heading', '<button class="toggle"><h3>Gian hàng mở đến mấy giờ?</h3></button>'],
    ['a whole question', '<button><p>Người bán phải trả những khoản phí nào?</p></button>'],
    ['a bare question', '<button>Người bán phải trả những khoản phí nào?</button>'],
  ])('keeps what a section that opens is called: %s', (_case, button) => {
    const section = `<div>${button}<div><p>${SECTION}</p></div></div>`
    const text = textOf(extracted(pageWith({ body: `<p>${first}</p><p>${second}</p>${section}` })))
    expect(text).toMatch(/(?:mấy giờ|phí nào)\?\n/)
  })

  it('removes a button that only does something', () => {
    const form = '<div><button>Gửi</button><button>Quên mật khẩu?</button></div>'
    const article = extracted(pageWith({ body: `<p>${first}</p><p>${second}</p>${form}` }))
    expect(textOf(article)).not.toMatch(/Gửi|Quên/)
  })

  it('believes the name of a sidebar that outweighs the body the page marks', () => {
    const dates = Array.from({ length: 20 }, (_, day) => `<p>${day + 1}/3 – Đường số ${day}</p>`)
    const aside = `<h1>» Quảng bá</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`)
      .join('')
      .repeat(3)}`
    const body = `<div itemprop="articleBody"><p>${SECTION} ${SECTION}</p>${dates.join('')}</div><aside class="sidebar">${aside}</aside>`
    const text = textOf(extracted(pageWith({ body })))
    expect(text).toContain('7/3 – Đường số 6')
    expect(text).not.toContain(first)
  })

  it('keeps an article in a sidebar that nothing else stands beside', () => {
    const body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')
    expect(textOf(extracted(pageWith({ body: `<div class="sidebar-1">${body}</div>` })))).toContain(
      third,
    )
  })
})

describe('extractArticle, a list above the title', () => {
  it('begins at the title, though the list has more prose', () => {
    const items = PARAGRAPHS.map(
      (text, index) =>
        `<li><a href="/tin/khac-${index}">Tin khác trong ngày số ${index}</a> ${text} ${text}</li>`,
    )
    const body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')
    const html = `<html lang="vi"><head><title>${TITLE} - Blog</title></head><body><div class="main">
<div class="ticker"><ul>${items.join('')}</ul></div><h1>${TITLE}</h1>${body}</div></body></html>`
    expect(textOf(extracted(html))).toBe(PARAGRAPHS.join('\n'))
  })
})
