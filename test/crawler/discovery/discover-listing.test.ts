/** Listings as sources of articles: how far they are followed, and which traps end where. */

import { describe, expect, it } from 'vitest'
import { unaskedSource } from '../../../src/articles/discovery-source.ts'
import { readListing } from '../../../src/crawler/discovery/discover-listing.ts'
import type { SourceReading } from '../../../src/crawler/discovery/discovery.ts'
import { failure } from '../../../src/crawler/fetch/fetch-outcome.ts'
import { cards, type FakePage, HOME, site } from '../fake-site.ts'

const SOURCE = unaskedSource('listing', HOME)

async function read(pages: Record<string, FakePage>, known?: string[], source = SOURCE) {
  const { tools, log } = site(pages, known === undefined ? {} : { known })
  return { reading: await readListing(source, tools), log }
}

const verdictOf = (reading: SourceReading) =>
  reading.ok && reading.status === 'found' ? reading.verdict : undefined

const next = (path: string) => `<a rel="next" href="${path}">next</a>`

describe('readListing', () => {
  it('stops on a later visit where half of a page is known', async () => {
    const pages = {
      '/': { body: cards(9, 8, 7, 6) + next('/?page=2') },
      '/?page=2': { body: cards(5, 4, 3, 2) + next('/?page=3') },
    }
    const { reading, log } = await read(pages, ['/bai/7', '/bai/6', '/bai/5'])
    expect(log).toEqual(['/'])
    expect(reading).toMatchObject({
      isWhole: false,
      verdict: '4 articles on one page; page 1 is known',
    })
  })

  it('goes on while most of a page is news', async () => {
    const pages = {
      '/': { body: cards(9, 8, 7, 6) + next('/?page=2') },
      '/?page=2': { body: cards(5, 4, 3, 2) + next('/?page=3') },
    }
    const { reading, log } = await read(pages, ['/bai/5', '/bai/4'])
    expect(log).toEqual(['/', '/?page=2'])
    expect(verdictOf(reading)).toBe('8 articles on 2 pages; page 2 is known')
  })

  it.each([
    ['rel=next', '<a rel="next" href="/?page=2">→</a>'],
    ['rel=next in the head', '<link rel="next" href="/?page=2">'],
    ['a figure', '<a href="/?page=2">2</a>'],
    ['Xem thêm', '<a href="/?page=2">Xem thêm</a>'],
    ['Load more', '<a href="/page/2/">Load more</a>'],
    ['Bài cũ hơn', '<a href="/trang/2">« Bài cũ hơn</a>'],
  ])('follows %s', async (_case, link) => {
    const second = { body: cards(3, 4) }
    const { reading } = await read({
      '/': { body: cards(1, 2) + link },
      '/?page=2': second,
      '/page/2/': second,
      '/trang/2': second,
    })
    expect(verdictOf(reading)).toBe('4 articles on 2 pages')
  })

  it('knows a page without validators again, and remembers that it had not changed', async () => {
    const pages = { '/': { body: cards(1, 2) } }
    const first = await read(pages)
    const source = first.reading.ok ? first.reading.source : SOURCE
    expect((await read(pages, undefined, source)).reading).toMatchObject({
      status: 'not-modified',
      source: { unchangedAt: '2026-11-23T12:00:00.000Z' },
    })
  })
})

/** Days of a month that are told in words, as events calendars do. */
function days(month: number): FakePage {
  const day = (n: number) =>
    `<div class="day"><a href="/lich/2026/${month}/${n}">Sự kiện của ngày ${n} tháng ${month}</a></div>`
  const body = Array.from({ length: 28 }, (_, index) => day(index + 1)).join('')
  return { body: body + next(`/lich/2026/${month + 1}`) }
}

describe('readListing, in a trap', () => {
  it('visits twenty days of a calendar that has no end, as long as nothing says that they are articles', async () => {
    const months = Object.fromEntries(
      Array.from({ length: 12 }, (_, month) => [`/lich/2026/${month}`, days(month)]),
    )
    const { reading, log } = await read({
      '/': { body: cards(1, 2, 3) + next('/lich/2026/1') },
      ...months,
    })
    expect(log).toEqual(['/', '/lich/2026/1', '/lich/2026/2'])
    expect(verdictOf(reading)).toBe('23 articles on 3 pages; page 3 lists nothing new')
  })

  it.each([
    [
      'a page that leads to itself',
      { '/': { body: cards(1, 2) + next('/') } },
      '2 articles on one page',
    ],
    [
      'a page that leads back',
      {
        '/': { body: cards(1, 2) + next('/?page=2') },
        '/?page=2': { body: cards(3, 4) + next('/') },
      },
      '4 articles on 2 pages; page 2 leads back to a page before it',
    ],
    [
      'a calendar that always has a next month',
      {
        '/': { body: cards(1, 2) + next('/?m=2') },
        '/?m=2': { body: `<table><tr><td>1</td></tr></table>${next('/?m=3')}` },
        '/?m=3': { body: next('/?m=4') },
      },
      '2 articles on 2 pages; page 2 lists nothing new',
    ],
    [
      'a session in each address, so that the same page is always new',
      {
        '/': { body: cards(1, 2).replaceAll('"/bai/', '"/bai/s1/') + next('/?z=2') },
        '/?z=2': { body: cards(1, 2).replaceAll('"/bai/', '"/bai/s2/') + next('/?z=3') },
        '/?z=3': { body: cards(1, 2).replaceAll('"/bai/', '"/bai/s3/') + next('/?z=4') },
      },
      '4 articles on 2 pages; page 2 lists nothing new',
    ],
    [
      'a page that fails',
      {
        '/': { body: cards(1, 2) + next('/?page=2') },
        '/?page=2': failure('timeout', 'It is too slow.'),
      },
      '2 articles on one page; It is too slow',
    ],
    [
      'a next page of a megabyte',
      { '/': { body: cards(1, 2) + next(`/${'x'.repeat(1_000_000)}`) } },
      '2 articles on one page',
    ],
    [
      'a next page on another site',
      { '/': { body: cards(1, 2) + next('https://b.example/') } },
      '2 articles on one page',
    ],
    [
      'a base that is no address',
      { '/': { body: `<base href="javascript:alert(1)">${cards(1, 2)}` } },
      '2 articles on one page',
    ],
  ] satisfies [string, Record<string, FakePage>, string][])('%s', async (_case, pages, verdict) => {
    const { reading } = await read(pages)
    expect(verdictOf(reading)).toBe(verdict)
  })

  it.each([
    ['another site as its base', `<base href="https://b.example/">${cards(1, 2)}`],
    ['100,000 links to other sites', '<a href=//b.example>Xu hướng số một</a>'.repeat(100_000)],
    [
      'a card of a megabyte',
      `<h3><a href="/${'x'.repeat(1_000_000)}">Xu hướng số một trong tuần</a></h3>`,
    ],
  ])('says that nothing is listed: %s', async (_case, body) => {
    const { reading } = await read({ '/': { body } })
    expect(reading).toEqual({
      ok: false,
      reason: 'nothing-found',
      message: `${HOME} lists no article.`,
    })
  })

  it('reads a page of 100,000 cards within its limits', async () => {
    const numbers = Array.from({ length: 20_000 }, (_, n) => n)
    const { reading } = await read({ '/': { body: cards(...numbers) } })
    expect(verdictOf(reading)).toBe('1000 articles on one page')
  })

  it('ends a walk without end after twenty pages', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 50 }, (_, n) => [
        n === 0 ? '/' : `/?page=${n + 1}`,
        { body: cards(2 * n, 2 * n + 1) + next(`/?page=${n + 2}`) },
      ]),
    )
    const { reading, log } = await read(pages)
    expect(log).toHaveLength(20)
    expect(verdictOf(reading)).toBe('40 articles on 20 pages; it goes on past page 20')
  })
})
