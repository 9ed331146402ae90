/** When one article stands in another's place, and when it is the same one, edited. */

import { describe, expect, it } from 'vitest'
import { isSameArticle, sharesText } from '../../src/dedupe/same-article.ts'

const TEXT =
  'Ba mươi gian hàng đã kín chỗ từ tuần đầu, và danh sách chờ cứ dài thêm sau mỗi buổi tối. ' +
  'Nhà xuất bản nhỏ được xếp ở đầu phố, nơi người đi bộ nào cũng phải ngang qua một lần.'
const OTHER =
  'Tên miền này đã hết hạn và đang được rao bán. Xin liên hệ nhà đăng ký để biết giá và cách ' +
  'chuyển nhượng, hoặc xem những tên miền tương tự ở trang sau.'
const before = { title: 'Phố sách mở lại', text: TEXT }

describe('isSameArticle', () => {
  it.each([
    ['nothing has changed', before, true],
    ['the text is another under the same title', { ...before, text: OTHER }, true],
    ['the title is written otherwise', { title: 'PHỐ SÁCH mở lại!', text: OTHER }, true],
    ['only the title is another', { title: 'Phố sách đông khách', text: TEXT }, true],
    ['half of the text was cut', { title: 'Khác', text: TEXT.slice(0, 90) }, true],
    ['a great deal was added', { title: 'Khác', text: `${OTHER} ${TEXT} ${OTHER}` }, true],
    ['both are another', { title: 'Bán tên miền', text: OTHER }, false],
    ['there are a few words', { title: 'Đăng nhập', text: 'Ba mươi gian hàng' }, false],
    ['there is no text', { title: 'Đăng nhập', text: '' }, false],
  ])('is right where %s', (_case, after, same) => {
    expect(isSameArticle(before, after)).toBe(same)
    expect(isSameArticle(after, before)).toBe(same)
  })
})

describe('sharesText', () => {
  it.each([
    ['all of it', TEXT, 0.8, true],
    ['all of it, and a line more', `${TEXT} Ảnh của tác giả.`, 0.8, true],
    ['half of it', `${TEXT.slice(0, 90)} ${OTHER}`, 0.8, false],
    ['half of it, where that is enough', `${TEXT.slice(0, 90)} ${OTHER}`, 0.3, true],
    ['nothing', OTHER, 0.3, false],
    ['a few words', TEXT.slice(0, 20), 0.3, false],
  ])('is right where they have in common %s', (_case, after, share, shares) => {
    expect(sharesText(TEXT, after, share)).toBe(shares)
    expect(sharesText(after, TEXT, share)).toBe(shares)
  })
})
