/** Which addresses of an archive were certainly published outside the days asked for. */

import { describe, expect, it } from 'vitest'
import { isOutside, isWithin } from '../../../src/crawler/archive/archive-days.ts'

const JULY = { since: '2024-07-01', until: '2024-07-31' }

function entry(changes: { url?: string; publishedAt?: string; modifiedAt?: string } = {}) {
  return { url: 'https://a.example/bai', publishedAt: null, modifiedAt: null, ...changes }
}

describe('isOutside', () => {
  it.each([
    ['nothing is known of it', entry(), false],
    ['published within', entry({ publishedAt: '2024-07-09T10:03:00+07:00' }), false],
    ['published long before', entry({ publishedAt: '2024-06-01' }), true],
    ['published long after', entry({ publishedAt: '2024-09-01' }), true],
    ['a day before may be another zone', entry({ publishedAt: '2024-06-30T23:00:00Z' }), false],
    ['a day after may be another zone', entry({ publishedAt: '2024-08-01T01:00:00Z' }), false],
    ['not touched since before (sitemaps.org: lastmod)', entry({ modifiedAt: '2024-05-01' }), true],
    ['touched after, written whenever', entry({ modifiedAt: '2026-01-01' }), false],
    [
      'published says more than modified',
      entry({ publishedAt: '2024-07-09', modifiedAt: '2020-01-01' }),
      false,
    ],
    ['a year alone bounds nothing', entry({ modifiedAt: '2020' }), false],
    ['folders of its day', entry({ url: 'https://a.example/2024/07/09/bai' }), false],
    ['folders of another day', entry({ url: 'https://a.example/2024/09/02/bai' }), true],
    ['folders of its month', entry({ url: 'https://a.example/2024/07/bai/' }), false],
    ['folders of another month', entry({ url: 'https://a.example/2023/07/bai/' }), true],
    ['a folder of its year', entry({ url: 'https://a.example/2024/bai' }), false],
    ['a folder of another year', entry({ url: 'https://a.example/2019/bai' }), true],
    ['a day in the name', entry({ url: 'https://a.example/tin-2019-03-04-bai' }), true],
    ['a year in the title means nothing', entry({ url: 'https://a.example/xu-huong-2019' }), false],
    ['a month in the title means nothing', entry({ url: 'https://a.example/2019-03-tien' }), false],
    ['a sitemap of another month', entry({ url: 'https://a.example/post-2019-03.xml' }), true],
    ['a sitemap of its month', entry({ url: 'https://a.example/post-2024-07.xml' }), false],
    ['no address at all', entry({ url: 'https://' }), false],
  ])('%s', (_case, dated, expected) => {
    expect(isOutside(dated, JULY)).toBe(expected)
  })

  it('asks nothing where both ends are open', () => {
    const old = entry({ publishedAt: '1999-01-01' })
    expect(isOutside(old, { since: null, until: null })).toBe(false)
  })

  it.each([
    ['open to the past', { since: null, until: '2024-07-31' }, '1999-01-01', false],
    ['open to the future', { since: '2024-07-01', until: null }, '2030-01-01', false],
    [
      'too old where only the past is closed',
      { since: '2024-07-01', until: null },
      '1999-01-01',
      true,
    ],
  ])('%s', (_case, days, publishedAt, expected) => {
    expect(isOutside(entry({ publishedAt }), days)).toBe(expected)
  })
})

describe('isWithin', () => {
  it.each([
    ['the first day', '2024-07-01T00:00:00+07:00', true],
    ['the last minute, in the partner’s own zone', '2024-07-31T23:59:00+07:00', true],
    ['a day before', '2024-06-30T23:59:00+07:00', false],
    ['a day after', '2024-08-01T00:00:00+07:00', false],
    ['no date', null, true],
  ])('%s', (_case, publishedAt, expected) => {
    expect(isWithin(publishedAt, JULY)).toBe(expected)
  })
})
