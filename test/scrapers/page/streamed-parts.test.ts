/** Pages of which a server sends parts late: hidden behind the page, to be put in their places. */

import { describe, expect, it } from 'vitest'
import { extracted, extraction, PARAGRAPHS, pageWith, textOf } from '../page-with.ts'

const [FIRST = '', SECOND = '', THIRD = ''] = PARAGRAPHS

const place = (id: string, meanwhile = '') =>
  `<!--$?--><template id="B:${id}"></template>${meanwhile}<!--/$-->`
const part = (id: string, html: string) =>
  `<div hidden id="S:${id}">${html}</div><script>$RC("B:${id}","S:${id}")</script>`

describe('extractArticle, parts that are streamed', () => {
  it.each([
    [
      'puts a part where it belongs, in place of what stood there',
      `<p>${FIRST}</p>${place('0', '<div>Đang tải đoạn này, xin bạn đợi một chút nhé.</div>')}<p>${THIRD}</p>`,
      part('0', `<p>${SECOND}</p>`),
    ],
    [
      'puts a part into a part, whichever comes first',
      `<p>${FIRST}</p>${place('a')}`,
      part('b', `<p>${THIRD}</p>`) +
        part('a', `<p>${SECOND}</p><section><template id="P:b"></template></section>`),
    ],
    [
      'keeps what another boundary holds',
      `${place('1', `<!--$--><!--/$-->`)}<!--$--><p>${SECOND}</p><p>${THIRD}</p><!--/$-->`,
      part('1', `<p>${FIRST}</p>`),
    ],
  ])('%s', (_case, body, below) => {
    expect(textOf(extracted(pageWith({ body, below })))).toBe(PARAGRAPHS.join('\n'))
  })

  it.each([
    ['a part without a place', '', part('0', '<p>Không ai thấy đoạn này bao giờ cả.</p>')],
    ['a place without a part', place('0'), ''],
    ['a part that belongs into itself', '', part('0', place('0'))],
    ['two parts that belong into one another', '', part('0', place('1')) + part('1', place('0'))],
    [
      'nine thousand parts, each in the one before',
      place('0'),
      Array.from({ length: 9_000 }, (_, at) =>
        part(at.toString(16), `<div>${place((at + 1).toString(16))}</div>`),
      ).join(''),
    ],
  ])(
    'reads the rest of a page that has %s',
    (_case, body, below) => {
      const paragraphs = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')
      const outcome = extraction(pageWith({ body: paragraphs + body, below }))
      expect(outcome.ok && textOf(outcome.page)).toBe(PARAGRAPHS.join('\n'))
    },
    60_000,
  )
})
