/** Dates read by the format that a recipe gives. */

import { describe, expect, it } from 'vitest'
import { dateFormatMistake, findFormattedDate } from '../../../src/articles/dates/date-format.ts'

const OPTIONS = {
  timezone: 'Asia/Ho_Chi_Minh',
  now: new Date('2026-11-20T08:00:00Z'),
  dayFirst: true,
}

describe('findFormattedDate', () => {
  it.each([
    ['a whole line', '10:03, 09/07/2024', 'HH:mm, DD/MM/YYYY', '2024-07-09T10:03:00+07:00'],
    [
      'a date inside a line',
      'Đăng 10:03 | 09/07/2024 - 59 lượt xem',
      'HH:mm | DD/MM/YYYY',
      '2024-07-09T10:03:00+07:00',
    ],
    ['the month first, where the format says so', '07/09/2024', 'MM/DD/YYYY', '2024-07-09'],
    ['half a day', '1:05 CH 9/7/24', 'h:mm A D/M/YY', '2024-07-09T13:05:00+07:00'],
    ['midnight of half a day', '12:05 am 9/7/2024', 'h:mm A D/M/YYYY', '2024-07-09T00:05:00'],
    ['an hour that needs no half', '13:05 PM 9/7/2024', 'H:mm A D/M/YYYY', '2024-07-09T13:05:00'],
    [
      'words between the figures',
      'Ngày 9  tháng 7 năm 2024',
      '[ngày] D [tháng] M [năm] YYYY',
      '2024-07-09',
    ],
    ['words in another normal form', 'NGÀY 9/7/2024'.normalize('NFD'), '[ngày] D/M/YYYY', '2024'],
    ['no separators', '20240709', 'YYYYMMDD', '2024-07-09T00:00:00+07:00'],
    ['the last century', '9.7.98', 'D.M.YY', '1998-07-09'],
    ['seconds', '2024-07-09 10:03:59', 'YYYY-MM-DD HH:mm:ss', '2024-07-09T10:03:59+07:00'],
  ])('reads %s', (_case, line, format, iso) => {
    expect(findFormattedDate(line, format, OPTIONS)).toContain(iso)
  })

  it.each([
    ['another order', '2024/07/09', 'DD/MM/YYYY'],
    ['a day that no month has', '31/02/2024', 'DD/MM/YYYY'],
    ['an hour that no clock shows', '25:00 09/07/2024', 'HH:mm DD/MM/YYYY'],
    ['figures that go on', '109/07/20245', 'DD/MM/YYYY'],
    ['the future', '09/07/2027', 'DD/MM/YYYY'],
    ['nothing at all', '', 'DD/MM/YYYY'],
  ])('finds nothing in %s', (_case, line, format) => {
    expect(findFormattedDate(line, format, OPTIONS)).toBeNull()
  })
})

describe('dateFormatMistake', () => {
  it.each([
    ['a format that can be read', 'h:mm A, D.M.YYYY [Uhr]', undefined],
    ['a word outside brackets', 'D tháng M YYYY', 'has "t", which is no token'],
    ['a missing day', 'MM/YYYY', 'names no day'],
    ['half a day without its half', 'h:mm D/M/YYYY', 'has h without A'],
  ])('knows %s', (_case, format, mistake) => {
    if (mistake === undefined) expect(dateFormatMistake(format)).toBeUndefined()
    else expect(dateFormatMistake(format)).toContain(mistake)
  })
})
