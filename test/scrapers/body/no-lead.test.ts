/** Lines above a body that are no standfirst: captions, datelines, refrains, copies in a gallery. */

import { describe, expect, it } from 'vitest'
import { extracted, PARAGRAPHS, pageWith, textOf } from '../page-with.ts'

const [FIRST = '', SECOND = ''] = PARAGRAPHS
const CAPTION = 'Gian hàng đầu phố vào sáng thứ bảy, trước giờ mở cửa nửa tiếng. Ảnh: An Khê'
const CUT = `${CAPTION.slice(0, 64)}…`

const caption = (text: string) => `<div class="caption">${text}</div>`

describe('extractArticle, lines that are no lead', () => {
  it.each([
    ['a caption below the picture', `<div class="box"><img src="/a.jpg">${caption(CAPTION)}</div>`],
    ['a figure caption', `<figure><img src="/a.jpg"><figcaption>${CAPTION}</figcaption></figure>`],
    ['a dateline', '<div><p>Đăng ngày 09/07/2024 lúc 10:03, cập nhật 11/07/2024</p></div>'],
    ['a button', '<button>Nhận bản tin buổi sáng của chúng tôi qua thư</button>'],
  ])('does not take %s for one', (_case, top) => {
    expect(extracted(pageWith({ top })).lead).toBeNull()
  })

  it('does not take a line that a text says again and again for one', () => {
    const refrain = 'Phố dài thêm một đoạn, người về thêm một hàng.'
    const body = `<p>${FIRST}</p><div><p>${refrain}</p></div><p>${SECOND}</p><p>${refrain}</p>`
    const article = extracted(pageWith({ body }))
    expect(article.lead).toBeNull()
    expect(textOf(article).split(refrain)).toHaveLength(3)
  })

  it('keeps the paragraph of a text that only repeats itself', () => {
    const article = extracted(pageWith({ body: `<p>${FIRST}</p><p>${FIRST}</p>` }))
    expect(article.lead).toBeNull()
    expect(textOf(article)).toContain(FIRST)
  })

  it('takes no line below the first paragraphs for one, whatever it is called', () => {
    const top = `<p>${FIRST}</p><p>${SECOND}</p><p class="summary">${CAPTION}</p>`
    const body = PARAGRAPHS.map((text) => `<p>Thêm: ${text}</p>`).join('')
    expect(extracted(pageWith({ top, body })).lead).toBeNull()
  })
})

describe('extractArticle, captions of a gallery', () => {
  it.each([
    ['in full and cut off', caption(CAPTION) + caption(CUT)],
    ['cut off and in full', caption(CUT) + caption(CAPTION)],
    ['three times', caption(CAPTION) + caption(CUT) + caption(CAPTION)],
  ])('says once what it says %s', (_case, captions) => {
    const body = `<div>${captions}</div>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}`
    const article = extracted(pageWith({ body }))
    expect(textOf(article).split(CAPTION.slice(0, 40))).toHaveLength(2)
    expect(article.removed.map(({ reason }) => reason)).toContain('repeated-block')
  })

  it('keeps short captions that pictures share', () => {
    const body = `${caption('Ảnh: An Khê')}<p>${FIRST}</p>${caption('Ảnh: An Khê')}<p>${SECOND}</p>`
    expect(textOf(extracted(pageWith({ body }))).split('Ảnh: An Khê')).toHaveLength(3)
  })
})
