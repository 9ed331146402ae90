/** Characters that readers do not see: those that turn or cut words go, marks compose with their letters. */

import { expect, it } from 'vitest'
import { readArticle } from '../../src/pipeline/read-article.ts'
import { extracted, PARAGRAPHS, pageWith, textOf } from './page-with.ts'

it.each([
  ['an override of direction', '\u202e'],
  ['an isolate', '\u2067'],
  ['a mark of direction', '\u200f'],
  ['a space without width', '\u200b'],
  ['a byte order mark', '\ufeff'],
  ['a soft hyphen', '\u00ad'],
  ['a NUL', '\u0000'],
  ['a control character', '\u0001'],
])('publishes %s nowhere', (_case, character) => {
  const spoilt = (text: string) => text.replaceAll('h', `h${character}`)
  const html = pageWith({
    head: `<meta name="author" content="${spoilt('Thanh Hà')}"><meta property="article:tag" content="${spoilt('phố')}">`,
    top: `<p class="sapo">${spoilt('Phố sách mở lại, đông hơn trước nhiều lắm.')}</p>`,
    body: `<p>${spoilt(PARAGRAPHS[0] ?? '')} <b>${spoilt('kín chỗ')}</b></p><h2>${spoilt('Nhà sách')}</h2><p>${PARAGRAPHS[1]}</p><figure><img src="/a.jpg" alt="${spoilt('phố')}"><figcaption>${spoilt('Đầu phố hôm qua')}</figcaption></figure>`,
  })
  const options = { url: 'https://blog.example/tin/a', timezone: 'Asia/Ho_Chi_Minh' }
  const outcome = readArticle(html, { ...options, now: new Date('2026-11-20T08:00:00Z') })
  const published = outcome.ok ? outcome.article : outcome.message
  expect(published).toMatchObject({
    title: 'Phố sách mở lại sau hai năm',
    byline: expect.any(String),
  })
  expect(
    Object.values(published)
      .flatMap((value) => JSON.stringify(value))
      .join(),
  ).not.toContain(JSON.stringify(character).slice(1, -1))
})

it.each([
  ['in figures', (mark: string) => `&#${mark.codePointAt(0)};`],
  ['in hexadecimal figures', (mark: string) => `&#x${mark.codePointAt(0)?.toString(16)};`],
  ['in figures without an end', (mark: string) => `&#0${mark.codePointAt(0)}`],
])('composes letters with marks that are written %s', (_case, written) => {
  const marks = (text: string) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, written)
  const body = PARAGRAPHS.map((text) => `<p>${marks(text)} Truy&#7873;n.</p>`).join('')
  expect(textOf(extracted(pageWith({ body })))).toBe(
    PARAGRAPHS.map((text) => `${text} Truyền.`).join('\n'),
  )
})
