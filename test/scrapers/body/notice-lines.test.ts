/** What a site says to its readers between the paragraphs of an article, and what only looks like it. */

import { describe, expect, it } from 'vitest'
import { extracted, PARAGRAPHS, pageWith, textOf } from '../page-with.ts'

const [first = '', second = '', third = ''] = PARAGRAPHS
const LINK = '<a href="/khac">'

function between(line: string) {
  return extracted(pageWith({ body: `<p>${first}</p><p>${second}</p>${line}<p>${third}</p>` }))
}

describe('extractArticle, lines between the paragraphs', () => {
  it.each([
    ['an invitation', `<p>${LINK}Learn how the fair was built</a></p>`, 'navigation'],
    ['an invitation in Vietnamese', `<p>${LINK}Xem ngay lịch mở cửa</a></p>`, 'navigation'],
    ['an invitation to click', `<p>${LINK}CLICK HERE for the map</a></p>`, 'navigation'],
    ['a headline in capitals', `<p>${LINK}PHỐ SÁCH CŨ ĐÓNG CỬA SAU MƯỜI NĂM</a></p>`, 'navigation'],
    ['an offer to follow', '<p>Follow us on Facebook and Telegram for more.</p>', 'share'],
    ['the same in Vietnamese', '<p>Theo dõi chúng tôi trên Zalo để nhận tin.</p>', 'share'],
    [
      'an offer of a newsletter',
      `<p>Want more of this? ${LINK}Sign up</a> for our newsletter, free of charge.</p>`,
      'notice',
    ],
    [
      'a disclosure',
      '<p>This post contains affiliate links, and we may earn a small commission.</p>',
      'notice',
    ],
    ['a place for a form', '<p>{{signup-form="/banners/fair"}}</p>', 'widget'],
    ['a place for a module', '<p>[CTA_MODULE]</p>', 'widget'],
    ['the label of an advertisement', '<p>Publicidade</p>', 'ad'],
    ['the label of a player', '<p>Nghe bài viết</p>', 'widget'],
    ['a way back', `<p>${LINK}Lên đầu trang</a></p>`, 'navigation'],
    ['another article, named before', `<p>Lees ook ${LINK}Hai năm vắng bóng</a></p>`, 'related'],
    ['the same with a colon', `<p>(Leggi anche: ${LINK}Hai năm vắng bóng</a>)</p>`, 'related'],
    ['a door for subscribers', '<h2>This article is exclusive to Plus subscribers</h2>', 'notice'],
    ['the same in Vietnamese', '<p>Đăng nhập để đọc tiếp bài viết này</p>', 'notice'],
    ['a wish to be passed on', '<p>Like this story? Share it with a friend!</p>', 'share'],
    ['one network to share on', `<p>${LINK}Share this on WhatsApp</a></p>`, 'share'],
    [
      'a line of tags before another line',
      `<p>Tags ${LINK}phố sách</a>, ${LINK}chợ đêm</a></p>`,
      'metadata',
    ],
    ['links below a short label', `<h4>More:</h4><p>${LINK}Hai năm vắng bóng</a></p>`, 'related'],
  ])('removes %s', (_case, line, reason) => {
    const article = between(line)
    expect(textOf(article)).toBe(PARAGRAPHS.join('\n'))
    expect(article.removed.map((block) => block.reason)).toContain(reason)
  })

  it.each([
    [
      'a sentence that is one link',
      `<p>${LINK}Learn how the fair was built over two years.</a></p>`,
    ],
    ['an item of a list', `<ul><li>${LINK}Get a chair for the fair</a></li><li>Một bàn</li></ul>`],
    ['a heading', '<h2>Video</h2>'],
    ['a sentence that is set in capitals', '<p>AI CŨNG NÓI VỀ PHỐ SÁCH ĐÊM NAY.</p>'],
    ['a sentence about a network', '<p>Like many on Facebook, she follows the fair closely.</p>'],
    ['a sentence about newsletters', '<p>The newsletter of the fair has nine hundred readers.</p>'],
    ['a sentence about commissions', '<p>The fair will earn a commission on each book.</p>'],
    ['a heading about members', '<h2>Free seats for members</h2>'],
    ['words in brackets', '<p>[Nhạc nổi lên, người đi chợ dừng lại]</p>'],
  ])('keeps %s', (_case, line) => {
    const said =
      line
        .replaceAll(/<[^>]+>/g, ' ')
        .trim()
        .split(/\s{2,}/)[0] ?? ''
    expect(textOf(between(line))).toContain(said)
  })
})

describe('extractArticle, a paragraph said twice', () => {
  const caption = 'Người bán sách cuối cùng của dãy phố dọn hàng lúc nửa đêm, hai năm trước.'

  it('keeps the first of two captions of one picture', () => {
    const box = `<div class="full"><p>${caption}</p></div><div class="cut"><p>${caption}</p></div>`
    const html = pageWith({ body: `<p>${first}</p><p>${second}</p>${box}<p>${third}</p>` })
    const article = extracted(html)
    expect(textOf(article)).toBe([first, second, caption, third].join('\n'))
    expect(article.lead).toBeNull()
    expect(article.removed).toContainEqual({ text: caption, count: 1, reason: 'repeated-block' })
  })

  it('keeps the whole of a caption that is also shown cut', () => {
    const whole = `${caption} ${caption.replace('Người', 'Chị')}`
    const box = `<div><p>${whole}</p></div><div><p>${whole.slice(0, 120)}…</p></div>`
    const filler = `<p>${first} ${third}</p>`.repeat(2).replace('Ba', 'Bốn')
    const html = pageWith({ body: `<p>${first}</p><p>${second}</p>${box}${filler}` })
    expect(textOf(extracted(html)).split(caption)).toHaveLength(2)
  })

  it.each([
    ['short lines', 'Nào ta cùng đi.', 3],
    ['a refrain that is much of the text', caption, 6],
  ])('keeps %s', (_case, line, times) => {
    const lines = `<p>${line}</p>`.repeat(times)
    const text = textOf(extracted(pageWith({ body: `<p>${first}</p>${lines}<p>${third}</p>` })))
    expect(text.split(line)).toHaveLength(times + 1)
  })
})
