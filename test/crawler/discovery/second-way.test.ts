/** The second way to a partner's articles: when it is asked, what it adds, when it takes over. */

import { describe, expect, it } from 'vitest'
import { type DiscoverySource, unaskedSource } from '../../../src/articles/discovery-source.ts'
import { discover } from '../../../src/crawler/discovery/discover.ts'
import { isSecondDue } from '../../../src/crawler/discovery/second-way.ts'
import { failure } from '../../../src/crawler/fetch/fetch-outcome.ts'
import {
  type FakePage,
  feedOf,
  HOME,
  hoursAgo,
  NOW,
  partner,
  paths,
  site,
  sitemapOf,
} from '../fake-site.ts'

const DAY = 24
const source: DiscoverySource = { ...unaskedSource('feed', `${HOME}tin.rss`), etag: '"f"' }
const second: DiscoverySource = {
  ...unaskedSource('sitemap', `${HOME}sitemap.xml`),
  askedAt: hoursAgo(2 * DAY),
  urlCount: 3,
}
const OLD = ['/bai/1', '/bai/2', '/bai/3']
const NO_NEWS: FakePage = { body: '', etag: '"f"' }

const aged = (hours: number, ...names: number[]) =>
  names.map((n): [string, string] => [`/kol-dang-gap-go-nhieu-${n}`, hoursAgo(hours)])

async function visit(pages: Record<string, FakePage>, memory = { source, second }) {
  const { tools, log } = site(pages, { known: OLD })
  return { discovery: await discover(partner, tools, memory), log }
}

const withSitemap = (...entries: (string | readonly [string, string])[]) => ({
  '/tin.rss': NO_NEWS,
  '/sitemap.xml': { body: sitemapOf(...entries) },
})

describe('isSecondDue', () => {
  it.each([
    ['never asked', null, 0, true],
    ['disagreed, half a day ago', hoursAgo(12), 0, false],
    ['disagreed, a day ago', hoursAgo(24), 0, true],
    ['agreed once, a day ago', hoursAgo(25), 1, false],
    ['agreed once, two days ago', hoursAgo(48), 1, true],
    ['agreed always, six days ago', hoursAgo(6 * DAY), 99, false],
    ['agreed always, a week ago', hoursAgo(7 * DAY), 99, true],
  ])('%s', (_case, askedAt, agreedTimes, due) => {
    expect(isSecondDue({ ...second, askedAt, agreedTimes }, NOW)).toBe(due)
  })
})

describe('discover, with a second way', () => {
  it('asks only the first where the second is not due', async () => {
    const early = { source, second: { ...second, askedAt: hoursAgo(2) } }
    const { discovery, log } = await visit(withSitemap(...OLD), early)
    expect(log).toEqual(['/tin.rss if "f"'])
    expect(discovery).toMatchObject({ status: 'not-modified', second: early.second })
  })

  it('asks both where it is due, and the longer not again the more often they agree', async () => {
    const { discovery, log } = await visit(withSitemap(...OLD))
    expect(log).toEqual(['/tin.rss if "f"', '/sitemap.xml'])
    expect(discovery).toMatchObject({
      status: 'not-modified',
      second: { askedAt: NOW.toISOString(), agreedTimes: 1 },
    })
  })

  it('takes in what it alone lists', async () => {
    const { discovery } = await visit(withSitemap(...OLD, ...aged(30, 1)))
    expect(discovery).toMatchObject({
      via: 'feed',
      isWhole: false,
      source: { url: source.url },
      second: { url: second.url, agreedTimes: 0 },
      notice: null,
    })
    expect(paths(discovery)).toEqual(['/kol-dang-gap-go-nhieu-1'])
  })

  it('changes places with a first way that lacks three articles of this week, and tells so', async () => {
    const { discovery } = await visit(withSitemap(...OLD, ...aged(30, 1, 2, 3)))
    expect(discovery).toMatchObject({
      via: 'sitemap',
      source: { url: second.url },
      second: { url: source.url, askedAt: NOW.toISOString() },
      notice: `The feed at ${HOME}tin.rss lacks 3 articles of this week that another way lists: the sitemap at ${HOME}sitemap.xml is used from now on.`,
    })
    expect(paths(discovery)).toHaveLength(3)
  })

  it.each([
    ['were published within hours: the feed may be made anew soon', aged(2, 1, 2, 3), 'feed'],
    ['are older than a week: the archive', aged(200, 1, 2, 3), undefined],
  ])('stays where they %s', async (_case, entries, via) => {
    const { discovery } = await visit(withSitemap(...OLD, ...entries))
    expect(discovery.ok && discovery.status === 'found' ? discovery.via : undefined).toBe(via)
  })

  it('stays where the sitemap has set all its days anew: it names no more than it did', async () => {
    const { discovery } = await visit(withSitemap(...aged(30, 1, 2, 3)))
    expect(discovery).toMatchObject({ via: 'feed', notice: null })
  })

  it('stays where the feed has brought them by itself', async () => {
    const { discovery } = await visit({
      '/tin.rss': { body: feedOf(...aged(30, 1, 2, 3).map(([path]) => HOME + path.slice(1))) },
      '/sitemap.xml': { body: sitemapOf(...OLD, ...aged(30, 1, 2, 3)) },
    })
    expect(discovery).toMatchObject({ via: 'feed', notice: null, isWhole: true })
  })

  it('is used where the first way answers with an error', async () => {
    const { discovery } = await visit({
      ...withSitemap(...OLD),
      '/tin.rss': failure('server-error', 'It answered 500.', 500),
    })
    expect(discovery).toMatchObject({
      via: 'sitemap',
      notice: `The feed at ${HOME}tin.rss answers with an error: the sitemap at ${HOME}sitemap.xml is used from now on.`,
    })
  })

  it('is not asked where the host is silent', async () => {
    const { discovery, log } = await visit({
      ...withSitemap(...OLD),
      '/tin.rss': failure('timeout', 'It is silent.'),
    })
    expect(discovery).toMatchObject({ ok: false, reason: 'timeout' })
    expect(log).toHaveLength(1)
  })

  it.each([
    ['is forgotten where it is gone', failure('gone', 'Gone.', 410), null],
    [
      'is kept where it is away for the moment',
      failure('timeout', 'Silent.'),
      { askedAt: NOW.toISOString() },
    ],
  ])('%s', async (_case, page, kept) => {
    const { discovery } = await visit({ '/tin.rss': NO_NEWS, '/sitemap.xml': page })
    expect(discovery).toMatchObject({ status: 'not-modified', second: kept })
  })

  it('is not asked beside a source that the operator named', async () => {
    const { tools, log } = site(withSitemap(...OLD), { known: OLD })
    const named = { ...partner, feed: source.url }
    expect(await discover(named, tools, { source, second })).toMatchObject({ second: null })
    expect(log).toHaveLength(1)
  })
})

describe('discover, where a source has moved', () => {
  const moved = { body: feedOf(`${HOME}bai/1`), permanentUrl: `${HOME}new.rss` }

  it('believes a redirect for good when it has been seen three times in a row', async () => {
    const { tools } = site({ '/tin.rss': moved })
    const seen: string[] = []
    let memory = unaskedSource('feed', `${HOME}tin.rss`)
    for (let visits = 0; visits < 3; visits++) {
      const discovery = await discover(partner, tools, { source: memory })
      if (discovery.ok) memory = discovery.source
      seen.push(memory.url)
    }
    expect(seen).toEqual([`${HOME}tin.rss`, `${HOME}tin.rss`, `${HOME}new.rss`])
    expect(memory).toMatchObject({ movedFrom: `${HOME}tin.rss`, movedTo: null, movedTimes: 0 })
  })

  it('goes on with what became of the feed that the operator named', async () => {
    const { tools, log } = site({ '/new.rss': { body: feedOf(`${HOME}bai/1`) } })
    const memory = { ...unaskedSource('feed', `${HOME}new.rss`), movedFrom: `${HOME}tin.rss` }
    await discover({ ...partner, feed: `${HOME}tin.rss` }, tools, { source: memory })
    expect(log).toEqual(['/new.rss'])
  })

  it('remembers until when an answer is fresh', async () => {
    const { tools } = site({ '/tin.rss': { body: feedOf(`${HOME}bai/1`), freshSeconds: 3_600 } })
    expect(
      await discover(partner, tools, { source: unaskedSource('feed', `${HOME}tin.rss`) }),
    ).toMatchObject({
      source: { freshUntil: '2026-11-23T13:00:00.000Z' },
    })
  })
})
