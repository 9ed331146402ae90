/** Pages built to cost time that grows with their square: at these sizes it would not end. */

import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/pipeline/read-article.ts'

/** Linear work on the largest takes a second or two; a square of it takes hours. */
const TIMEOUT_MS = 60_000

const OPTIONS = {
  url: 'https://blog-a.example/bai/mua-sen',
  timezone: 'Asia/Ho_Chi_Minh',
  now: new Date('2026-11-20T00:00:00Z'),
}

const PROSE = [
  'Mùa sen năm nay đến sớm hơn mọi năm, người trồng sen nói rằng nước hồ trong hơn trước.',
  'Buổi sáng, thuyền ra giữa hồ khi sương chưa tan, mỗi người hái chừng vài trăm bông.',
  'Chợ họp bên bờ từ bốn giờ, người mua đứng chờ dưới hàng cây cũ và nói chuyện giá cả.',
]

const many = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join('')

function outcomeWith(below: string) {
  const prose = PROSE.map((text) => `<p>${text}</p>`).join('')
  const head = '<title>Mùa sen</title>'
  return readArticle(`<html><head>${head}</head><body><h1>Mùa sen</h1>${prose}${below}`, OPTIONS)
}

describe('readArticle, pages of megabytes', () => {
  it.each([
    ['nothing but divisions, each in the last', '<div>'.repeat(1_000_000)],
    ['as many ends of what was never open', '</x>'.repeat(1_000_000)],
    ['ends of what was never open, deep inside', '<i>'.repeat(1_900) + '</x>'.repeat(200_000)],
    ['pictures side by side in one frame', `<picture>${'<img>'.repeat(40_000)}</picture>`],
    ['one class of a megabyte', `<div class="${'nav-a '.repeat(170_000)}">x</div>`],
    ['a hundred thousand links without end', '<a>'.repeat(100_000)],
    ['items without end', `<ul>${many(20_000, (index) => `<li>mục ${index}`)}`],
    ['paragraphs that are all the same', '<p>Một câu như mọi câu khác.</p>'.repeat(20_000)],
    ['cells of one table', `<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(10_000)}</table>`],
    [
      'a pull quote of a word again and again, in a paragraph of nothing else',
      `<blockquote class="pullquote"><p>b${' a'.repeat(100_000)}</p></blockquote><p>${'a '.repeat(2_000_000)}</p>`,
    ],
    [
      'keywords that are encoded twice, and say nothing',
      `<meta name="keywords" content="${'&amp;ab;,'.repeat(500)}">`.repeat(1_000),
    ],
    ['lines of a letter', 'a<br>'.repeat(95_000)],
    ['numbered pages', many(45_000, (page) => `<a href="?page=${page}">${page}</a> `)],
    [
      'cards',
      many(
        8_000,
        (card) => `<div><a href="/bai-${card}"><img src="a.jpg"><h3>Hồ ${card}</h3></a></div>`,
      ),
    ],
    ['names of authors', many(45_000, (index) => `<p>Tác giả: Nguyễn Văn ${index}</p>`)],
    ['references that mean nothing, each another', many(300_000, (index) => `&a${index}`)],
    ['a word of five megabytes', `<p>${'x'.repeat(5_000_000)}</p>`],
  ])(
    'come to an end: %s',
    (_case, below) => {
      expect(outcomeWith(below)).toHaveProperty('ok')
    },
    TIMEOUT_MS,
  )
})
