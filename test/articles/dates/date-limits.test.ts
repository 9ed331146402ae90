/** What is no date, and what holds for every one. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDate } from '../../../src/articles/dates/dates.ts'

const HANOI = {
  timezone: 'Asia/Ho_Chi_Minh',
  now: new Date('2041-05-06T08:00:00Z'),
  dayFirst: true,
}

describe('parseDate', () => {
  it.each([
    ['nothing', ''],
    ['words', 'Tin mới nhất hôm ấy'],
    ['a bare year', '2041'],
    ['a copyright line', '© 2019-2041 Báo Sen'],
    ['a copyright line with a day', 'Copyright 09/03/2041'],
    ['a month', 'Tháng 3/2041'],
    ['an English month', 'March 2041'],
    ['a day without year', '9/3'],
    ['a day that does not exist', '31/02/2041'],
    ['a 13th month', '2041-13-01'],
    ['an IP address', '192.168.1.20'],
    ['a version', 'phiên bản 1.2.2041.7'],
    ['a telephone number', '0912345678'],
    ['a price', '1.200.000 đ'],
    ['a score', 'thắng 3-1'],
    ['next week', '2041-05-13'],
    ['the far future', '9999-12-31T23:59:59Z'],
    ['before the web', '09/03/1979'],
    ['far more than a field holds', `09/03/2041 ${'x'.repeat(400)}`],
  ])('is no date: %s', (_case, text) => {
    expect(parseDate(text, HANOI)).toBeNull()
  })

  it('allows a day of slack to clocks that are ahead', () => {
    expect(parseDate('2041-05-07T07:59:00Z', HANOI)).toBe('2041-05-07T07:59:00+00:00')
    expect(parseDate('2041-05-07T08:01:00Z', HANOI)).toBeNull()
  })

  it('reads back every instant that it writes', () => {
    const instants = fc.date({ min: new Date('1991-01-01'), max: HANOI.now, noInvalidDate: true })
    fc.assert(
      fc.property(instants, (instant) => {
        const iso = parseDate(instant.toISOString(), HANOI)
        expect(Date.parse(iso ?? '')).toBe(Math.floor(instant.getTime() / 1_000) * 1_000)
        expect(parseDate(iso ?? '', HANOI)).toBe(iso)
      }),
    )
  })

  it('never throws, and gives an ISO instant or nothing', () => {
    const pieces = fc.constantFrom(
      '9',
      '31',
      '2041',
      '/',
      '-',
      ':',
      ' ',
      'T',
      'tháng',
      'May',
      '+07',
      'PM',
      '(',
      'thứ',
      'trước',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (words) => {
        const iso = parseDate(words.join(''), HANOI)
        expect(iso === null || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(iso)).toBe(true)
      }),
    )
  })
})
