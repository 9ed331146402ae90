/** What a faulty script prints into a page is neither its article nor a reason to miss it. */

import { describe, expect, it } from 'vitest'
import { isServerMessage } from '../../../src/scrapers/page/server-message.ts'
import { extracted, PARAGRAPHS, pageWith, textOf } from '../page-with.ts'

const MESSAGE =
  'Warning: Undefined variable $khung in /srv/blog/khung/trang-bai-viet.php on line 118'

describe('isServerMessage', () => {
  it.each([
    ['a warning', MESSAGE, true],
    ['two in a row', `${MESSAGE} Notice: Nothing to show in /srv/blog/b.php on line 7`, true],
    ['a sentence that warns', 'Warning: the stalls on line 118 close at noon.', false],
    ['a sentence that quotes one', `The page said: ${MESSAGE}`, false],
    ['a text that begins like one', `${MESSAGE} ${PARAGRAPHS.join(' ')}`, false],
  ])('%s', (_case, text, is) => {
    expect(isServerMessage(text)).toBe(is)
  })
})

describe('extractArticle, a page with messages of its server', () => {
  it('leaves them out, however many stand before the page and inside it', () => {
    const printed = `<br><b>Warning</b>${MESSAGE.slice('Warning'.length)}<br>`
    const [first = '', ...rest] = PARAGRAPHS.map((text) => `<p>${text}</p>`)
    const html = pageWith({ body: `${first}<p>${MESSAGE}</p>${rest.join('')}` })
    const article = extracted(printed.repeat(12) + html)
    expect(textOf(article)).toBe(PARAGRAPHS.join('\n'))
    expect(article.removed.find(({ text }) => text === MESSAGE)?.reason).toBe('boilerplate')
  })
})
