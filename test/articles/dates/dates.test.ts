/** Which dates partners' pages give, in the forms in which they were seen. */

import { describe, expect, it } from 'vitest'
import { parseDate } from '../../../src/articles/dates/dates.ts'

const HANOI = {
  timezone: 'Asia/Ho_Chi_Minh',
  now: new Date('2041-05-06T08:00:00Z'),
  dayFirst: true,
}

describe('parseDate', () => {
  it.each([
    ['ISO with offset', '2041-03-09T10:03:00+07:00', '2041-03-09T10:03:00+07:00'],
    ['ISO in another zone', '2041-03-09T10:03:00-05:00', '2041-03-09T10:03:00-05:00'],
    ['ISO in UTC', '2041-03-09T10:03:00Z', '2041-03-09T10:03:00+00:00'],
    ['ISO with a fraction', '2041-03-09T10:03:00.123456Z', '2041-03-09T10:03:00+00:00'],
    ['ISO, short offset', '2041-03-09T10:03:00+0700', '2041-03-09T10:03:00+07:00'],
    ['ISO, hours only', '2041-03-09T10:03+07', '2041-03-09T10:03:00+07:00'],
    ['ISO without zone', '2041-03-09T10:03:59', '2041-03-09T10:03:59+07:00'],
    ['ISO with a space', '2041-03-09 10:03', '2041-03-09T10:03:00+07:00'],
    ['ISO, space before offset', '2041-03-09 10:03:00 -0500', '2041-03-09T10:03:00-05:00'],
    ['ISO day', '2041-03-09', '2041-03-09T00:00:00+07:00'],
    ['ISO basic', '20410309T100300Z', '2041-03-09T10:03:00+00:00'],
    ['ISO basic day', '20410309', '2041-03-09T00:00:00+07:00'],
    ['ISO with a zone name', '2041-03-09T10:03:00+07:00[Asia/Saigon]', '2041-03-09T10:03:00+07:00'],
    ['year first with slashes', '2041/3/9 10:03', '2041-03-09T10:03:00+07:00'],
    ['RFC 2822', 'Sat, 09 Mar 2041 10:03:00 +0700', '2041-03-09T10:03:00+07:00'],
    ['RFC 2822 in GMT', 'Sat, 9 Mar 2041 10:03:00 GMT', '2041-03-09T10:03:00+00:00'],
    ['RFC 2822 in EST', 'Sat, 9 Mar 2041 10:03:00 EST', '2041-03-09T10:03:00-05:00'],
    ['RFC 850', 'Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37+00:00'],
    ['asctime', 'Sat Mar  9 10:03:00 2041', '2041-03-09T10:03:00+07:00'],
    ['asctime with offset', 'Sat Mar 09 10:03:00 +0000 2041', '2041-03-09T10:03:00+00:00'],
    [
      'JavaScript',
      'Sat Mar 09 2041 10:03:00 GMT+0700 (Giờ Đông Dương)',
      '2041-03-09T10:03:00+07:00',
    ],
    ['Unix seconds', '1720494180', '2024-07-09T10:03:00+07:00'],
    ['Unix milliseconds', '1720494180000', '2024-07-09T10:03:00+07:00'],
  ])('reads what machines write: %s', (_case, text, expected) => {
    expect(parseDate(text, HANOI)).toBe(expected)
  })

  it.each([
    ['time first', '10:03 AM, 09/03/2041', '2041-03-09T10:03:00+07:00'],
    ['time first, afternoon', '01:54 PM, 14/04/2040', '2040-04-14T13:54:00+07:00'],
    ['midnight', '12:05 AM, 09/03/2041', '2041-03-09T00:05:00+07:00'],
    ['noon', '12:05 PM, 09/03/2041', '2041-03-09T12:05:00+07:00'],
    ['sáng', '10:03 SA 09/03/2041', '2041-03-09T10:03:00+07:00'],
    ['chiều', '09/03/2041 4:05:00 CH', '2041-03-09T16:05:00+07:00'],
    ['tối', '8:30 tối 09/03/2041', '2041-03-09T20:30:00+07:00'],
    ['trưa', '12 giờ trưa ngày 09/03/2041', '2041-03-09T12:00:00+07:00'],
    ['đêm', '11 giờ đêm 09/03/2041', '2041-03-09T23:00:00+07:00'],
    ['24 hours with a needless PM', '22:03 PM 09/03/2041', '2041-03-09T22:03:00+07:00'],
    ['day first', '09/03/2041 10:03', '2041-03-09T10:03:00+07:00'],
    ['a label', 'Ngày đăng: 09/03/2041', '2041-03-09T00:00:00+07:00'],
    ['weekday and zone', 'Thứ Bảy, 09/03/2041 10:03 (GMT+7)', '2041-03-09T10:03:00+07:00'],
    ['weekday as a figure', '10:03 | Thứ 7, 09/03/2041', '2041-03-09T10:03:00+07:00'],
    ['weekday abbreviated', 'T7, 09/03/2041 - 10:03', '2041-03-09T10:03:00+07:00'],
    ['Sunday', 'Chủ nhật, 10/3/2041, 10:03 GMT+7', '2041-03-10T10:03:00+07:00'],
    ['in words', 'ngày 9 tháng 3 năm 2041', '2041-03-09T00:00:00+07:00'],
    [
      'in words, with hours',
      '10 giờ 03 phút, ngày 9 tháng 3 năm 2041',
      '2041-03-09T10:03:00+07:00',
    ],
    ['in words, with h', '10h03 ngày 9/3/2041', '2041-03-09T10:03:00+07:00'],
    ['in words, short', '9 tháng 3, 2041', '2041-03-09T00:00:00+07:00'],
    ['May, which is also "year"', '9 tháng năm năm 2040', '2040-05-09T00:00:00+07:00'],
    ['month in words', '9 Tháng Mười Hai, 2040', '2040-12-09T00:00:00+07:00'],
    ['month in words, first', 'Tháng Ba 9, 2041', '2041-03-09T00:00:00+07:00'],
    ['month abbreviated', '9 Th3, 2041', '2041-03-09T00:00:00+07:00'],
    ['month abbreviated with a dot', '9 thg. 3 2041', '2041-03-09T00:00:00+07:00'],
    ['decomposed letters', 'ngày 9 tháng 3 năm 2041'.normalize('NFD'), '2041-03-09T00:00:00+07:00'],
    ['dots', '09.03.2041', '2041-03-09T00:00:00+07:00'],
    ['hyphens', '9-3-2041', '2041-03-09T00:00:00+07:00'],
    ['short year', '09/03/41 10:03', '2041-03-09T10:03:00+07:00'],
  ])('reads Vietnamese: %s', (_case, text, expected) => {
    expect(parseDate(text, HANOI)).toBe(expected)
  })

  it.each([
    ['American', 'March 9, 2041', '2041-03-09T00:00:00+07:00'],
    ['American with time', 'Mar. 9th, 2041 at 10:03 p.m.', '2041-03-09T22:03:00+07:00'],
    ['British', '9th of March, 2041', '2041-03-09T00:00:00+07:00'],
    ['British with time', '9 March 2041 at 10:03 pm', '2041-03-09T22:03:00+07:00'],
    ['British with a dotted time', '9 March 2041, 10.03am', '2041-03-09T10:03:00+07:00'],
    ['a bare hour', 'Saturday 9 March 2041, 10 pm EST', '2041-03-09T22:00:00-05:00'],
    ['German', '9. März 2041, 10:03 Uhr', '2041-03-09T10:03:00+07:00'],
    ['French', 'le 1er août 2040 à 10h03', '2040-08-01T10:03:00+07:00'],
    ['Spanish', '9 de julio de 2040, 10:03', '2040-07-09T10:03:00+07:00'],
    ['ideographs', '2041年3月9日 10:03', '2041-03-09T10:03:00+07:00'],
  ])('reads other languages: %s', (_case, text, expected) => {
    expect(parseDate(text, HANOI)).toBe(expected)
  })

  it.each([
    ['just now', 'Vừa xong', '2041-05-06T15:00:00+07:00'],
    ['seconds', '30 giây trước', '2041-05-06T14:59:30+07:00'],
    ['minutes', '5 phút trước', '2041-05-06T14:55:00+07:00'],
    ['hours', '3 giờ trước', '2041-05-06T12:00:00+07:00'],
    ['hours that cross midnight', '20 hours ago', '2041-05-05T19:00:00+07:00'],
    ['an hour', 'an hour ago', '2041-05-06T14:00:00+07:00'],
    ['today', 'Hôm nay, 10:03', '2041-05-06T10:03:00+07:00'],
    ['yesterday', 'hôm qua', '2041-05-05T00:00:00+07:00'],
    ['yesterday with time', '10:03 hôm qua', '2041-05-05T10:03:00+07:00'],
    ['days', '2 days ago', '2041-05-04T00:00:00+07:00'],
    ['weeks', '1 tuần trước', '2041-04-29T00:00:00+07:00'],
    ['German', 'vor 3 Stunden', '2041-05-06T12:00:00+07:00'],
    ['French', 'il y a 2 jours', '2041-05-04T00:00:00+07:00'],
    ['Spanish', 'hace 3 horas', '2041-05-06T12:00:00+07:00'],
  ])('counts back from now: %s', (_case, text, expected) => {
    expect(parseDate(text, HANOI)).toBe(expected)
  })

  it.each([
    ['day first', '04/03/2041', true, '2041-03-04'],
    ['month first', '04/03/2041', false, '2041-04-03'],
    ['a day above 12 whatever the order', '23/03/2041', false, '2041-03-23'],
    ['a month that cannot be one', '03/23/2041', true, '2041-03-23'],
  ])('decides the order of figures: %s', (_case, text, dayFirst, expected) => {
    expect(parseDate(text, { ...HANOI, dayFirst })?.slice(0, 10)).toBe(expected)
  })

  it.each([
    ['winter', 'Europe/Berlin', '2040-01-15 12:00', '2040-01-15T12:00:00+01:00'],
    ['summer', 'Europe/Berlin', '2040-07-15 12:00', '2040-07-15T12:00:00+02:00'],
    [
      'before the clocks go on',
      'America/New_York',
      '2024-03-10 01:59',
      '2024-03-10T01:59:00-05:00',
    ],
    [
      'after the clocks went on',
      'America/New_York',
      '2024-03-10 03:00',
      '2024-03-10T03:00:00-04:00',
    ],
    [
      'the hour that comes twice',
      'America/New_York',
      '2024-11-03 01:30',
      '2024-11-03T01:30:00-04:00',
    ],
    ['half an hour', 'Asia/Kolkata', '2040-01-15', '2040-01-15T00:00:00+05:30'],
    ['a zone that does not exist', 'Mars/Olympus', '2040-01-15', '2040-01-15T00:00:00+00:00'],
  ])("uses the partner's zone where the text gives none: %s", (_case, timezone, text, expected) => {
    expect(parseDate(text, { ...HANOI, timezone })).toBe(expected)
  })
})
