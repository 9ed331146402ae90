/** Short articles beside footers, sidebars, lists of other articles and comments that outweigh them. */

import { describe, expect, it } from 'vitest'
import { extracted, PARAGRAPHS, TITLE, textOf } from '../page-with.ts'

const [FIRST = '', SECOND = '', THIRD = ''] = PARAGRAPHS
const TEXT = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')
const OWN = `<article><h1>${TITLE}</h1>${TEXT}</article>`

const NAMES = ['Hội chợ gốm', 'Chợ hoa đêm', 'Xưởng giấy dó', 'Rạp cũ ven sông', 'Bến thuyền mới']
const EXCERPT = 'Một buổi sáng ở đây bắt đầu từ rất sớm, khi người ta còn chưa mở cửa hàng. '

const card = (name: string, at: number) =>
  `<div class="c${at}"><h2><a href="/tin/${at}">${name} kể chuyện mình</a></h2><p>${EXCERPT.repeat(3)}${name}.</p></div>`
const CARDS = NAMES.map(card).join('')

const comment = (name: string, at: number) =>
  `<li id="m${at}"><h4><a href="/nguoi/${at}">${name}</a></h4><i>14.01.2026, 13:4${at}</i><p>${EXCERPT.repeat(4)}</p></li>`
const COMMENTS = `<ul>${NAMES.map(comment).join('')}</ul>`

function page(...parts: readonly string[]): string {
  return `<html><body><nav><a href="/">Trang chủ</a></nav><div class="all">${parts.join('')}</div></body></html>`
}

const SMALL_PRINT = `<p>${EXCERPT.repeat(6)}</p><p>${EXCERPT.repeat(7)}</p>`

describe('extractArticle, beside what outweighs it', () => {
  it.each([
    [
      'a footer full of small print',
      page(OWN, `<footer class="page-footer">${SMALL_PRINT}</footer>`),
    ],
    ['an aside', page(OWN, `<aside>${SMALL_PRINT}</aside>`)],
    [
      'a sidebar of several boxes',
      page(OWN, `<div class="sidebar"><div>${SMALL_PRINT}</div><div>${SMALL_PRINT}</div></div>`),
    ],
    ['a list of other articles', page(OWN, `<div class="next">${CARDS}</div>`)],
    [
      'the same where the title stands above all',
      page(`<h1>${TITLE}</h1><div>${TEXT}</div>`, `<div class="next">${CARDS}</div>`),
    ],
    [
      'lines of news above the title',
      page(
        `<ul>${NAMES.map((name) => `<li>${name}: ${EXCERPT.repeat(3)}</li>`).join('')}</ul>`,
        OWN,
      ),
    ],
  ])('keeps to the article of the title: %s', (_case, html) => {
    expect(textOf(extracted(html))).toBe(PARAGRAPHS.join('\n'))
  })

  it('leaves out comments that no name announces', () => {
    const long = `<article><h1>${TITLE}</h1>${TEXT.repeat(3)}<p>${EXCERPT.repeat(12)}</p></article>`
    const text = textOf(extracted(page(long, `<div>${COMMENTS}</div>`)))
    expect(text).toContain(FIRST)
    expect(text).not.toContain('13:4')
    expect(text.split(EXCERPT.trim()).length - 1).toBe(12)
  })

  it.each([
    [
      'sections that are alike, with headings of their own',
      page(
        OWN,
        `<div>${NAMES.map((name) => `<div><h2>${name}</h2><p>${name}: ${EXCERPT.repeat(4)}</p></div>`).join('')}</div>`,
      ),
      NAMES[4] ?? '',
    ],
    [
      'an article in a division that is called a sidebar',
      page(
        `<div><h1>${TITLE}</h1><p>${EXCERPT.repeat(3)}</p></div>`,
        `<div class="sidebar-1">${TEXT.repeat(6)}</div>`,
      ),
      SECOND,
    ],
    [
      'a body below a header that holds a long standfirst',
      page(
        `<header><h1>${TITLE}</h1><p>${EXCERPT.repeat(3)}</p></header>`,
        `<div>${CARDS.replaceAll('h2', 'h3')}</div>`,
      ),
      NAMES[3] ?? '',
    ],
  ])('keeps %s', (_case, html, words) => {
    expect(textOf(extracted(html))).toContain(words)
  })

  it('does not take a name on the whole page for that of a body', () => {
    const html = page(OWN, `<div><p>${THIRD.slice(0, 70)}</p></div>`)
    const article = extracted(html.replace('<body>', '<body class="post-content">'))
    expect(textOf(article)).toBe(PARAGRAPHS.join('\n'))
  })
})
