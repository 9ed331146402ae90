/** Characters that readers do not see and that turn or cut words: none is published. */

import { expect, it } from 'vitest'
import { readArticle } from '../../src/pipeline/read-article.ts'
import { PARAGRAPHS, pageWith } from './page-with.ts'

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
