/** The dates of feeds: the standards' own forms, and what stands in feeds instead. */

import { describe, expect, it } from 'vitest'
import { parseFeedDate } from '../../../src/scrapers/feed/feed-date.ts'

describe('parseFeedDate', () => {
  it.each([
    ['RFC 822', 'Tue, 09 Jul 2024 10:03:00 +0700', '2024-07-09T10:03:00+07:00'],
    ['without a weekday', '9 Jul 2024 10:03:00 +0700', '2024-07-09T10:03:00+07:00'],
    ['with the wrong weekday', 'Mon, 09 Jul 2024 10:03:00 +0700', '2024-07-09T10:03:00+07:00'],
    ['without seconds', 'Tue, 09 Jul 2024 10:03 +0700', '2024-07-09T10:03:00+07:00'],
    ['without time', '09 Jul 2024', '2024-07-09T00:00:00+00:00'],
    ['GMT', 'Tue, 09 Jul 2024 03:03:00 GMT', '2024-07-09T03:03:00+00:00'],
    ['an American zone', 'Tue, 09 Jul 2024 03:03:00 EDT', '2024-07-09T03:03:00-04:00'],
    ['the zone of Indochina', 'Tue, 09 Jul 2024 10:03:00 ICT', '2024-07-09T10:03:00+07:00'],
    ['GMT and an offset', 'Tue, 09 Jul 2024 10:03:00 GMT+7', '2024-07-09T10:03:00+07:00'],
    [
      'a comment after the zone',
      'Tue, 09 Jul 2024 10:03:00 +0700 (ICT)',
      '2024-07-09T10:03:00+07:00',
    ],
    ['minus zero', 'Tue, 09 Jul 2024 03:03:00 -0000', '2024-07-09T03:03:00+00:00'],
    ['two-digit year of this century', '09 Jul 24 10:03:00 +0700', '2024-07-09T10:03:00+07:00'],
    ['two-digit year of the last', '09 Jul 99 10:03:00 +0700', '1999-07-09T10:03:00+07:00'],
    ['the month written out', 'Tuesday, 9 July 2024 10:03:00 +0700', '2024-07-09T10:03:00+07:00'],
    ['hyphens', '09-Jul-2024 10:03:00 +0700', '2024-07-09T10:03:00+07:00'],
    ['ISO 8601', '2024-07-09T10:03:00+07:00', '2024-07-09T10:03:00+07:00'],
    ['ISO 8601 in UTC', '2024-07-09T03:03:00Z', '2024-07-09T03:03:00+00:00'],
    ['fractions of a second', '2024-07-09T10:03:00.123456+07:00', '2024-07-09T10:03:00+07:00'],
    ['an offset without colon', '2024-07-09T10:03:00+0700', '2024-07-09T10:03:00+07:00'],
    ['a space for the T', '2024-07-09 10:03:00 +0700', '2024-07-09T10:03:00+07:00'],
    ['no zone', '2024-07-09 10:03:00', '2024-07-09T10:03:00+00:00'],
    ['a day', '2024-07-09', '2024-07-09T00:00:00+00:00'],
    ['a month', '2024-07', '2024-07-01T00:00:00+00:00'],
    ['the compact form', '20240709T100300Z', '2024-07-09T10:03:00+00:00'],
    ['asctime', 'Tue Jul  9 10:03:00 2024', '2024-07-09T10:03:00+00:00'],
    ['asctime with a zone', 'Tue Jul 09 10:03:00 +0700 2024', '2024-07-09T10:03:00+07:00'],
    ['a leap day', '2024-02-29', '2024-02-29T00:00:00+00:00'],
    ['white space', '\n 2024-07-09 \n', '2024-07-09T00:00:00+00:00'],
  ])('reads %s', (_case, text, expected) => {
    expect(parseFeedDate(text)).toBe(expected)
  })

  it.each([
    ['nothing', ''],
    ['words', 'hôm qua'],
    ['a year', '2024'],
    ['no leap day', '2023-02-29'],
    ['a thirteenth month', '2024-13-01'],
    ['a month that is none', '09 Foo 2024 10:03:00 GMT'],
    ['a 25th hour', '2024-07-09T25:00:00Z'],
    ['an unknown zone', 'Tue, 09 Jul 2024 10:03:00 LMT'],
    ['an offset beyond the earth', '2024-07-09T10:03:00+19:00'],
    ['something long', `2024-07-09${' '.repeat(10)}${'x'.repeat(10_000)}`],
  ])('gives null for %s', (_case, text) => {
    expect(parseFeedDate(text)).toBeNull()
  })
})
