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

  it.each([
    ['ISO 8601 4.1.2.3: a year (W3CDTF)', '2003', '2003-01-01T00:00:00+00:00'],
    ['ISO 8601 4.1.2.2: basic', '20031231', '2003-12-31T00:00:00+00:00'],
    ['basic, with a time of six figures', '20031231101455', '2003-12-31T10:14:55+00:00'],
    ['basic, with time and zone', '20031231T101455+0700', '2003-12-31T10:14:55+07:00'],
    ['without a century (edition of 2000)', '03-12-31', '2003-12-31T00:00:00+00:00'],
    ['basic, without a century', '031231', '2003-12-31T00:00:00+00:00'],
    ['ISO 8601 4.1.3: the day of the year', '2003-335', '2003-12-01T00:00:00+00:00'],
    ['basic day of the year', '2003335', '2003-12-01T00:00:00+00:00'],
    ['ISO 8601 4.1.4: the day of a week', '2004-W28-5', '2004-07-09T00:00:00+00:00'],
    ['the first week begins in December', '2020-W01-1', '2019-12-30T00:00:00+00:00'],
    ['basic week', '2004W285T10:03Z', '2004-07-09T10:03:00+00:00'],
    ['ISO 8601 4.2.3: midnight at the end', '2003-12-31T24:00:00Z', '2004-01-01T00:00:00+00:00'],
    ['4.2.2.4: a comma and half a minute', '2003-12-31T10:14,5Z', '2003-12-31T10:14:30+00:00'],
    ['half an hour', '2003-12-31T10.5Z', '2003-12-31T10:30:00+00:00'],
    ['4.2.2.3: an hour', '2003-12-31T10Z', '2003-12-31T10:00:00+00:00'],
    ['mixed formats', '2003-12-31T101455Z', '2003-12-31T10:14:55+00:00'],
    ['a zone without time (xs:date)', '2003-12-31+07:00', '2003-12-31T00:00:00+07:00'],
    ['a space before the zone', '2024-07-09T10:03:00 +07:00', '2024-07-09T10:03:00+07:00'],
    ['one figure of a zone', '2024-07-09T10:03:00+7:00', '2024-07-09T10:03:00+07:00'],
    ['Java', '2024-07-09T10:03:00+07:00[Asia/Ho_Chi_Minh]', '2024-07-09T10:03:00+07:00'],
    ['Go', '2024-07-09 10:03:00 +0700 +07', '2024-07-09T10:03:00+07:00'],
    ['JavaScript', 'Tue Jul 09 2024 10:03:00 GMT+0700 (ICT)', '2024-07-09T10:03:00+07:00'],
    ['Ruby', '2024-07-09 03:03:00 +0000 UTC', '2024-07-09T03:03:00+00:00'],
    ['MS SQL', '2004-07-08 23:56:58.0', '2004-07-08T23:56:58+00:00'],
    ['CDF', '1998.11.05T08:15-0500', '1998-11-05T08:15:00-05:00'],
    ['slashes', '2003/12/31 10:14:55', '2003-12-31T10:14:55+00:00'],
    ['a weekday and slashes', 'Fri, 2006/09/15 08:19:53 EDT', '2006-09-15T08:19:53-04:00'],
    ['no space after the weekday', 'Thu,01 Jan 2004 19:48:21Z', '2004-01-01T19:48:21+00:00'],
    ['RFC 822 5.1: a letter', 'Thu, 1 Jan 2004 19:48:21 A', '2004-01-01T19:48:21-01:00'],
    ['the last letter', 'Thu, 1 Jan 2004 19:48:21 Y', '2004-01-01T19:48:21+12:00'],
    ['RFC 2822 4.3: three figures', '09 Jul 104 10:03:00', '2004-07-09T10:03:00+00:00'],
    ['RFC 850', '09-Jul-24 10:03:00', '2024-07-09T10:03:00+00:00'],
    ['a leap second', 'Tue, 09 Jul 2024 10:03:60 GMT', '2024-07-09T10:03:59+00:00'],
    ['24:00 in RFC 822', 'Tue, 09 Jul 2024 24:00:00 GMT', '2024-07-10T00:00:00+00:00'],
    ['fractions in RFC 822', 'Tue, 09 Jul 2024 10:03:00.12 GMT', '2024-07-09T10:03:00+00:00'],
    ['a colon in the zone', 'Tue, 09 Jul 2024 10:03:00 -08:00', '2024-07-09T10:03:00-08:00'],
    ['a dot in the time', 'Tue, 9th July 2024 10.03', '2024-07-09T10:03:00+00:00'],
    ['asctime and a named zone', 'Sun Jan 4 16:29:06 PST 2004', '2004-01-04T16:29:06-08:00'],
    ['the year before the time', 'Thu Aug 30 2012 17:26:16 +0200', '2012-08-30T17:26:16+02:00'],
    ['the month first', 'Jul 9, 2024 10:03 AM', '2024-07-09T10:03:00+00:00'],
    ['midnight of twelve hours', 'Mon, 26 Sept. 2004 12:00 AM', '2004-09-26T00:00:00+00:00'],
    ['13 p.m.', 'Tue, 09 Jul 2024 22:03 PM GMT', '2024-07-09T22:03:00+00:00'],
    ['an ordinal', 'Monday, July 8th, 2024', '2024-07-08T00:00:00+00:00'],
    ['Unix time', '1720494180', '2024-07-09T03:03:00+00:00'],
    ['Unix time in milliseconds', '1720494180000', '2024-07-09T03:03:00+00:00'],
    ['the American order, by its a.m.', '7/9/2024 10:03:00 PM', '2024-07-09T22:03:00+00:00'],
    ['an order that only one day fits', '25/07/2024 10:03', '2024-07-25T10:03:00+00:00'],
    ['dots, which are day first', '09.07.2024 10:03', '2024-07-09T10:03:00+00:00'],
  ])('reads the world: %s', (_case, text, expected) => {
    expect(parseFeedDate(text)).toBe(expected)
  })

  it.each([
    ['Korean', '2004년 05월 28일  01:31:15', '2004-05-28T01:31:15+09:00'],
    ['Korean halves of the day', '2004-05-25 오후 11:23:17', '2004-05-25T23:23:17+09:00'],
    ['Hungarian', '2004-július-13T9:15-05:00', '2004-07-13T09:15:00-05:00'],
    ['Greek', 'Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T12:00:00-05:00'],
    ['French', 'mar., 09 juil. 2024 10:03:00 +0200', '2024-07-09T10:03:00+02:00'],
    ['German', 'Di, 09 Mai 2024 10:03:00 +0200', '2024-05-09T10:03:00+02:00'],
    ['Spanish', '9 de julio de 2024', '2024-07-09T00:00:00+00:00'],
    ['Chinese', '2024年7月9日 10:03', '2024-07-09T10:03:00+00:00'],
    ['Vietnamese', 'Thứ Ba, ngày 9 tháng 7 năm 2024 10:03:00', '2024-07-09T10:03:00+07:00'],
    ['a Vietnamese weekday', 'Thứ ba, 09/07/2024, 10:03 (GMT+7)', '2024-07-09T10:03:00+07:00'],
    ['Vietnamese WordPress', 'T3, 09 Th7 2024 10:03:00 +0700', '2024-07-09T10:03:00+07:00'],
    ['Vietnamese morning', '09/07/2024 10:03:00 SA', '2024-07-09T10:03:00+07:00'],
    ['Vietnamese afternoon', '09/07/2024 2:03:00 CH', '2024-07-09T14:03:00+07:00'],
  ])('reads words: %s', (_case, text, expected) => {
    expect(parseFeedDate(text)).toBe(expected)
  })

  it.each([
    ['either day of slashes', '09/07/2024 10:03'],
    ['a zone that several countries have', 'Thu, 1 Jan 2004 19:48:21 IST'],
    ['the letter that is no zone', 'Thu, 1 Jan 2004 19:48:21 J'],
    ['a zone by its city', 'Tue, 09 Jul 2024 10:03:00 Asia/Ho_Chi_Minh'],
    ['a 61st minute', 'Tue, 09 Jul 2024 10:61:00 GMT'],
    ['a 61st minute of a zone', 'Tue, 09 Jul 2024 10:03:00 +0761'],
    ['the 366th day of a common year', '2023-366'],
    ['week 54', '2024-W54-1'],
    ['a clock that was never set', '0001-01-01T00:00:00Z'],
    ['noughts', '0000-00-00 00:00:00'],
    ['a word for a day', 'today'],
    ['a time since', '2 giờ trước'],
    ['a month in words without a day', 'Jul 2024'],
  ])('gives null, never a wrong date, for %s', (_case, text) => {
    expect(parseFeedDate(text)).toBeNull()
  })
})
