/** What the headers of an answer tell: dates, waits, freshness, robots directives and links. */

import { describe, expect, it } from 'vitest'
import { freshSeconds } from '../../../src/crawler/fetch/freshness.ts'
import { httpDate } from '../../../src/crawler/fetch/http-date.ts'
import { linksOf } from '../../../src/crawler/fetch/link-header.ts'
import { retryAfterSeconds } from '../../../src/crawler/fetch/retry-after.ts'
import { robotsTag } from '../../../src/crawler/fetch/robots-tag.ts'

const EXAMPLE = Date.UTC(1994, 10, 6, 8, 49, 37)
const DATE = 'Tue, 09 Jul 2024 03:00:00 GMT'

describe('httpDate', () => {
  it.each([
    ['5.6.7 IMF-fixdate', 'Sun, 06 Nov 1994 08:49:37 GMT', EXAMPLE],
    ['5.6.7 RFC 850', 'Sunday, 06-Nov-94 08:49:37 GMT', EXAMPLE],
    ['5.6.7 asctime', 'Sun Nov  6 08:49:37 1994', EXAMPLE],
    ['asctime, two figures', 'Sun Nov 16 08:49:37 1994', EXAMPLE + 10 * 24 * 60 * 60 * 1000],
    ['two figures of this century', 'Tuesday, 09-Jul-24 03:00:00 GMT', Date.parse(DATE)],
    ['RFC 850 with four figures', 'Tue, 09-Jul-2024 03:00:00 GMT', Date.parse(DATE)],
    ['UTC for GMT', 'Sun, 06 Nov 1994 08:49:37 UTC', EXAMPLE],
    ['no weekday', '06 Nov 1994 08:49:37 GMT', EXAMPLE],
    ['any case', 'sun, 06 nov 1994 08:49:37 gmt', EXAMPLE],
    ['a leap second', 'Sat, 31 Dec 2016 23:59:60 GMT', Date.UTC(2017, 0, 1)],
    ['another zone', 'Sun, 06 Nov 1994 08:49:37 +0700', undefined],
    ['a month that is none', 'Sun, 06 Foo 1994 08:49:37 GMT', undefined],
    ['an hour that is none', 'Sun, 06 Nov 1994 24:49:37 GMT', undefined],
    ['ISO 8601', '1994-11-06T08:49:37Z', undefined],
    ['a figure', '0', undefined],
    ['nothing', '', undefined],
  ])('%s', (_case, text, expected) => {
    expect(httpDate(text)).toBe(expected)
  })
})

describe('retryAfterSeconds', () => {
  it.each([
    ['10.2.3 seconds', '120', 120],
    ['10.2.3 a date', 'Tue, 09 Jul 2024 03:10:00 GMT', 600],
    ['a date in RFC 850', 'Tuesday, 09-Jul-24 03:10:00 GMT', 600],
    ['a date in asctime', 'Tue Jul  9 03:10:00 2024', 600],
    ['no time at all', '0', 0],
    ['a date that is past', 'Mon, 08 Jul 2024 03:10:00 GMT', 0],
    ['white space', '\t120 ', 120],
    ['years', '99999999', 7 * 24 * 60 * 60],
    ['more figures than a number has', '9'.repeat(400), 7 * 24 * 60 * 60],
    ['a date in years', 'Fri, 09 Jul 2094 03:10:00 GMT', 7 * 24 * 60 * 60],
    ['a negative one', '-5', null],
    ['a fraction', '1.5', null],
    ['a unit', '120s', null],
    ['two values', '120, 240', null],
    ['words', 'soon', null],
    ['nothing', '', null],
  ])('%s', (_case, value, expected) => {
    expect(retryAfterSeconds(new Headers({ 'retry-after': value, date: DATE }))).toBe(expected)
  })

  it('measures no date without the Date of the server', () => {
    expect(retryAfterSeconds(new Headers({ 'retry-after': DATE }))).toBeNull()
  })

  it('measures by our clock where the server tells none', () => {
    const now = Date.parse(DATE) - 60_000
    expect(retryAfterSeconds(new Headers({ 'retry-after': DATE }), now)).toBe(60)
    expect(freshSeconds(new Headers({ expires: DATE }), now)).toBe(60)
  })
})

describe('freshSeconds', () => {
  it.each([
    ['4.2.1 max-age', { 'cache-control': 'public, max-age=300' }, 300],
    ['4.2.3 less Age', { 'cache-control': 'max-age=300', age: '100' }, 200],
    ['4.2.3 past Age', { 'cache-control': 'max-age=300', age: '1000' }, 0],
    ['4.2.1 Expires less Date', { expires: 'Tue, 09 Jul 2024 03:10:00 GMT', date: DATE }, 600],
    ['less Age', { expires: 'Tue, 09 Jul 2024 03:10:00 GMT', date: DATE, age: '60' }, 540],
    ['5.3 max-age before Expires', { 'cache-control': 'max-age=5', expires: DATE, date: DATE }, 5],
    ['5.3 Expires: 0', { expires: '0', date: DATE }, 0],
    ['5.3 Expires: -1', { expires: '-1', date: DATE }, 0],
    ['Expires that is past', { expires: 'Mon, 08 Jul 2024 03:10:00 GMT', date: DATE }, 0],
    ['Expires without Date', { expires: DATE }, null],
    ['5.2.2.4 no-cache', { 'cache-control': 'no-cache, max-age=300' }, 0],
    ['5.2.2.5 no-store', { 'cache-control': 'No-Store' }, 0],
    ['5.2.2.10 s-maxage is of others', { 'cache-control': 's-maxage=600' }, null],
    ['any case', { 'cache-control': 'MAX-AGE=300' }, 300],
    ['quoted', { 'cache-control': 'max-age="300"' }, 300],
    ['4.2.1 the first of two', { 'cache-control': 'max-age=300, max-age=5' }, 300],
    ['4.2.1 no figure', { 'cache-control': 'max-age=soon' }, 0],
    ['1.2.2 more than a number has', { 'cache-control': `max-age=${'9'.repeat(400)}` }, 2 ** 31],
    ['an Age that is none', { 'cache-control': 'max-age=300', age: 'old' }, 300],
    ['nothing', {}, null],
    ['empty', { 'cache-control': '' }, null],
  ] as const)('%s', (_case, headers, expected) => {
    expect(freshSeconds(new Headers(headers as Record<string, string>))).toBe(expected)
  })
})

describe('robotsTag', () => {
  it.each([
    ['one', 'noindex', ['noindex']],
    ['several', 'NoIndex, noarchive,nosnippet', ['noindex', 'noarchive', 'nosnippet']],
    ['another crawler', 'googlebot: noindex', []],
    ['another crawler for the whole line', 'googlebot: noindex, noarchive', []],
    ['all, by a star', '*: noai', ['noai']],
    ['us', 'googlebot: nofollow, Trendwire: noindex, noai', ['noindex', 'noai']],
    ['before a name', 'noai, googlebot: noindex', ['noai']],
    [
      'a value',
      'max-snippet: 20, max-image-preview:large',
      ['max-snippet:20', 'max-image-preview:large'],
    ],
    [
      'a date with a comma',
      'unavailable_after: Saturday, 30-Jun-07 15:00:00 GMT, noai',
      ['unavailable_after:saturday, 30-jun-07 15:00:00 gmt', 'noai'],
    ],
    ['one twice', 'noindex, noindex', ['noindex']],
    ['crumbs', ', ,:,', [':']],
    ['nothing', '', []],
  ])('%s', (_case, value, expected) => {
    expect(robotsTag(new Headers({ 'x-robots-tag': value }))).toEqual(expected)
  })

  it('takes fifty of a thousand', () => {
    const value = Array.from({ length: 1000 }, (_, n) => `n${n}`).join(',')
    expect(robotsTag(new Headers({ 'x-robots-tag': value }))).toHaveLength(50)
  })
})

describe('linksOf', () => {
  const BASE = 'https://blog.example/tin/1'
  const HUB = { rel: 'hub', url: 'https://hub.example/' }

  it.each([
    ['3 one', '<https://hub.example/>; rel="hub"', [HUB]],
    ['3 a token for a value', '<https://hub.example/>;rel=hub', [HUB]],
    ['3.3 types in any case', '<https://hub.example/>; REL="HUB"', [HUB]],
    [
      '3.3 two types',
      '<https://hub.example/>; rel="hub  self"',
      [HUB, { rel: 'self', url: HUB.url }],
    ],
    ['3.3 the first rel counts', '<https://hub.example/>; rel=hub; rel=self', [HUB]],
    ['3.1 relative', '</feed>; rel=self', [{ rel: 'self', url: 'https://blog.example/feed' }]],
    [
      '3.5 several',
      '<https://hub.example/>; rel=hub, <a,b;c>; title="x, <y>; \\"z\\""; rel=self',
      [HUB, { rel: 'self', url: 'https://blog.example/tin/a,b;c' }],
    ],
    ['3.2 of another resource', '<https://hub.example/>; rel=hub; anchor="/other"', []],
    ['3.2 of itself', `<https://hub.example/>; rel=hub; anchor="${BASE}"`, [HUB]],
    ['no type', '<https://hub.example/>', []],
    ['no brackets', 'https://hub.example/; rel=hub', []],
    ['never closed', '<https://hub.example/; rel=hub', []],
    ['a quote never closed', '<https://hub.example/>; rel="hub', [HUB]],
    ['no address', '<http://[>; rel=hub', []],
    ['broken, then whole', ';;,<x, <https://hub.example/>; rel=hub', []],
    ['nothing', '', []],
  ])('%s', (_case, value, expected) => {
    expect(linksOf(new Headers({ link: value }), BASE)).toEqual(expected)
  })

  it('takes a hundred of a thousand', () => {
    const value = Array.from({ length: 1000 }, () => '<a>;rel=b').join(',')
    expect(linksOf(new Headers({ link: value }), BASE)).toHaveLength(100)
  })
})
