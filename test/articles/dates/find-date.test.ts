/** Where in a visible line the date stands, and whose time belongs to it. */

import { describe, expect, it } from 'vitest'
import { findDate } from '../../../src/articles/dates/dates.ts'

const OPTIONS = {
  timezone: 'Asia/Ho_Chi_Minh',
  now: new Date('2041-05-06T08:00:00Z'),
  dayFirst: true,
}

describe('findDate', () => {
  it.each([
    [
      'a date line with views',
      'Ngày đăng: 10:03 AM, 09/03/2041 - Lượt xem: 59',
      '10:03 AM, 09/03/2041',
    ],
    ['a card', '01:54 AM, 14/07/2040 219 Lượt xem', '01:54 AM, 14/07/2040'],
    [
      'a byline',
      'Lan Anh | Thứ Bảy, 09/03/2041 10:03 (GMT+7) | Đời sống',
      '09/03/2041 10:03 (GMT+7)',
    ],
    ['a relative date', 'Đời sống · 3 giờ trước · 12 bình luận', '3 giờ trước'],
    ['a date in words', 'Cập nhật ngày 9 tháng 3 năm 2041, 10h03', '9 tháng 3 năm 2041, 10h03'],
    ['only the first', 'Đăng 08/03/2041 10:03, sửa 09/03/2041 11:04', '08/03/2041 10:03'],
    ['past what is no date', 'Số 12/2040, ra ngày 09/03/2041', '09/03/2041'],
    ['past a date that cannot be', 'Hạn 09/03/2099, đăng 08/03/2041', '08/03/2041'],
  ])('finds %s', (_case, line, expected) => {
    const found = findDate(line, OPTIONS)
    expect(line.slice(found?.start, found?.end)).toBe(expected)
  })

  it.each([
    ['before', '10:03, 09/03/2041', '10:03'],
    ['after', '09/03/2041 lúc 10:03', '10:03'],
    ['in between marks', '09/03/2041 | 10:03', '10:03'],
    ['not beyond other words', '09/03/2041 Suất chiếu 19:30', '00:00'],
    ['not a figure of something else', '09/03/2041 - 59 lượt xem', '00:00'],
  ])('takes the time that stands beside the day: %s', (_case, line, time) => {
    expect(findDate(line, OPTIONS)?.iso.slice(11, 16)).toBe(time)
  })

  it.each([
    ['the end of a span is no zone', '09/03/2041 10:00-11:30', '2041-03-09T10:00:00+07:00'],
    ['a zone in words stays a word', '09/03/2041 10:00 giờ Hà Nội', '2041-03-09T10:00:00+07:00'],
    ['a zone behind the day', '10:03 | 09/03/2041 (GMT+8)', '2041-03-09T10:03:00+08:00'],
    ['a zone with minutes', '09/03/2041 10:00 (UTC+05:30)', '2041-03-09T10:00:00+05:30'],
    ['a zone that does not exist', '09/03/2041 10:00 +9900', '2041-03-09T10:00:00+07:00'],
  ])('knows a zone when it sees one: %s', (_case, line, expected) => {
    expect(findDate(line, OPTIONS)?.iso).toBe(expected)
  })

  it('reads only the beginning of a text that goes on for ever', () => {
    expect(findDate(`${'9 tháng '.repeat(200_000)}09/03/2041`, OPTIONS)).toBeNull()
  }, 60_000)
})
