/** Names of elements: which of them say what part of a page stands there, and which are only names. */

import { describe, expect, it } from 'vitest'
import { extracted, PARAGRAPHS, pageWith, textOf } from './page-with.ts'

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
})
