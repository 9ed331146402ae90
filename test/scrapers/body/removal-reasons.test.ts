/** Every reason for which a block is dropped, on one page or another, and that it is the honest one. */

import { describe, expect, it } from 'vitest'
import type { RemovalReason } from '../../../src/articles/article.ts'
import { extracted, PARAGRAPHS, pageWith, TITLE, textOf } from '../page-with.ts'

const [first = '', second = ''] = PARAGRAPHS
const LEAD = 'Phố sách quay lại với người đọc cũ, và với nhiều người mới'

/** Words that name the dropped block, and a page that has it. */
const CASES: Readonly<Record<RemovalReason, readonly [string, string]>> = {
  navigation: ['Giới thiệu', pageWith({ below: '<nav><a href="/gt">Giới thiệu</a></nav>' })],
  metadata: ['10:03, 09/07/2024', pageWith({ top: '<p>10:03, 09/07/2024</p>' })],
  notice: [
    'cookie',
    pageWith({ below: '<div id="cookie-consent"><p>Trang này dùng cookie.</p></div>' }),
  ],
  boilerplate: [
    'Bản quyền',
    pageWith({ below: '<footer><p>Bản quyền thuộc về báo.</p></footer>' }),
  ],
  'repeated-title': [TITLE, pageWith({ top: `<div><div><h2>${TITLE}</h2></div></div>` })],
  'repeated-lead': [
    LEAD,
    pageWith({
      top: `<p>${LEAD} …</p>`,
      body: `<p>${LEAD} đứng chờ từ sớm.</p>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}`,
    }),
  ],
  'repeated-block': [
    'Huy hiệu',
    pageWith({ below: `<div class="related">${'<p>Huy hiệu</p>'.repeat(8)}</div>` }),
  ],
  related: [
    'Chợ đêm',
    pageWith({
      body: `<p>${first}</p><p>${second}</p><p>Xem thêm: <a href="/b">Chợ đêm mở</a></p>`,
    }),
  ],
  widget: ['Thời tiết', pageWith({ below: '<aside><p>Thời tiết ba miền</p></aside>' })],
  ad: ['Mua một', pageWith({ below: '<div class="ads"><p>Mua một tặng một</p></div>' })],
  share: ['Facebook', pageWith({ below: '<p>Chia sẻ: Facebook | Zalo</p>' })],
  comment: ['Hay quá', pageWith({ below: '<div id="comments"><p>Hay quá!</p></div>' })],
  unsafe: [
    'https://player.example/v/1',
    pageWith({ below: '<iframe src="https://player.example/v/1"></iframe>' }),
  ],
  empty: ['', pageWith({ below: '<p><img src="/pixel.gif"></p>' })],
}

describe('removed', () => {
  it.each(Object.entries(CASES))('says %s', (reason, [words, html]) => {
    const article = extracted(html)
    const texts = article.removed.flatMap((block) => (block.reason === reason ? [block.text] : []))
    expect(texts.some((text) => (words === '' ? text === '' : text.includes(words)))).toBe(true)
    if (words !== '' && !words.startsWith(LEAD)) expect(textOf(article)).not.toContain(words)
  })

  it.each([
    ['a paywall', '<div class="paywall"><p>Đăng nhập để đọc tiếp.</p></div>', 'notice'],
    ['a newsletter', '<section class="newsletter-signup"><h3>Bản tin</h3></section>', 'notice'],
    [
      'what hides for paper',
      '<div class="d-none d-print-block"><p>In từ blog.</p></div>',
      undefined,
    ],
    ['the card of who wrote', '<div class="author-bio"><p>Viết từ 2011.</p></div>', 'boilerplate'],
  ])('says what %s is', (_case, below, reason) => {
    const { removed } = extracted(pageWith({ below }))
    const block = removed.find(({ text }) => /đọc tiếp|Bản tin|In từ|Viết từ/.test(text))
    expect(block?.reason).toBe(reason)
  })
})
