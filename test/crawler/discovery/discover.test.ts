/** Discovery on partners in memory: which way is chosen, what it costs, what is remembered. */

import { describe, expect, it } from 'vitest'
import { type DiscoverySource, unaskedSource } from '../../../src/articles/discovery-source.ts'
import { discover } from '../../../src/crawler/discovery/discover.ts'
import { failure } from '../../../src/crawler/fetch/fetch-outcome.ts'
import { ALTERNATE, cards, feedOf, HOME, partner, paths, site } from '../fake-site.ts'

describe('discover, on a first visit', () => {
  it('takes the feed that the home page names', async () => {
    const { tools, log } = site({
      '/': { body: ALTERNATE + cards(1, 2, 3) },
      '/tin.rss': { body: feedOf(`${HOME}bai/1`, `${HOME}bai/9`), etag: '"f"' },
    })
    const discovery = await discover(partner, tools)
    expect(discovery).toMatchObject({
      status: 'found',
      via: 'feed',
      source: { kind: 'feed', url: `${HOME}tin.rss`, etag: '"f"', lastModified: null },
      second: { kind: 'listing', url: HOME },
    })
    expect(paths(discovery)).toEqual(['/bai/1', '/bai/9', '/bai/2', '/bai/3'])
    expect(log.slice(0, 2)).toEqual(['/', '/tin.rss'])
  })

  it('tries common addresses where no page names a feed', async () => {
    const { tools } = site({
      '/': { body: cards(1, 2, 3) },
      '/feed.xml': { body: feedOf(`${HOME}bai/1`) },
    })
    expect(await discover(partner, tools)).toMatchObject({
      via: 'feed',
      why: expect.stringMatching(/; it is at a common address\.$/),
    })
  })

  it('does not trust a feed that has nothing of the home page', async () => {
    const { tools } = site({
      '/': { body: ALTERNATE + cards(1, 2, 3) },
      '/tin.rss': { body: feedOf(`${HOME}bai/old`) },
    })
    const discovery = await discover(partner, tools)
    expect(discovery).toMatchObject({ via: 'listing' })
    expect(paths(discovery)).toEqual(['/bai/1', '/bai/2', '/bai/3'])
  })

  it('leaves out what leads elsewhere, and keeps each page once', async () => {
    const { tools } = site({
      '/': { body: ALTERNATE },
      '/tin.rss': {
        body: feedOf(
          'https://other.example/1',
          `${HOME}bai/1?utm_source=rss`,
          `${HOME}bai/1/#comments`,
          'https://blog.a.example/2',
        ),
      },
    })
    const discovery = await discover(partner, tools)
    const urls = discovery.ok && discovery.status === 'found' ? discovery.entries : []
    expect(urls.map(({ url }) => url)).toEqual([`${HOME}bai/1`, 'https://blog.a.example/2'])
  })

  it('reads the partner address itself as a feed where it is one', async () => {
    const feedPartner = { ...partner, url: `${HOME}tin.rss` }
    const { tools } = site({ '/tin.rss': { body: feedOf(`${HOME}bai/1`) } })
    const picky: typeof tools.fetchPage = async (url, accept, validators) =>
      accept === 'page'
        ? failure('wrong-type', `${url} is no page.`)
        : await tools.fetchPage(url, accept, validators)
    expect(await discover(feedPartner, { ...tools, fetchPage: picky })).toMatchObject({
      via: 'feed',
    })
  })

  it('follows the pages of a listing to their end', async () => {
    const { tools, log } = site({
      '/': { body: `${cards(1, 2)}<a href="/?page=2">Trang sau</a>`, etag: '"l"' },
      '/?page=2': { body: `${cards(3, 4)}<a rel="next" href="/?page=3">3</a>` },
      '/?page=3': { body: cards(5) },
    })
    const discovery = await discover(partner, tools)
    expect(discovery).toMatchObject({
      via: 'listing',
      source: { kind: 'listing', url: HOME, etag: '"l"' },
      why: 'The home page lists 5 of the 5 newest articles: the listing is used, for no feed and no sitemap serves.',
    })
    expect(paths(discovery)).toEqual(['/bai/1', '/bai/2', '/bai/3', '/bai/4', '/bai/5'])
    expect(log.slice(-2)).toEqual(['/?page=2', '/?page=3'])
  })

  it('finds the blog behind a home page that shows only a part of it', async () => {
    const { tools } = site({
      '/': { body: `${cards(1, 2)}<nav><a href="/tin-tuc">Tin tức</a></nav>` },
      '/tin-tuc': { body: `${cards(1, 2, 3)}<a href="/tin-tuc?page=2">2</a>` },
      '/tin-tuc?page=2': { body: cards(4) },
    })
    const discovery = await discover(partner, tools)
    expect(discovery).toMatchObject({ source: { url: `${HOME}tin-tuc` } })
    expect(paths(discovery)).toHaveLength(4)
  })

  it('stops where a page adds nothing new', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 50 }, (_, n) => [
        n === 0 ? '/' : `/?page=${n + 1}`,
        { body: `${cards(1, 2)}<a rel="next" href="/?page=${n + 2}">next</a>` },
      ]),
    )
    const { tools, log } = site(pages)
    expect(paths(await discover(partner, tools))).toHaveLength(2)
    expect(log.filter((path) => path.startsWith('/?page'))).toEqual(['/?page=2'])
  })

  it('ends its walk after twenty pages of a list without end', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 50 }, (_, n) => [
        n === 0 ? '/' : `/?page=${n + 1}`,
        { body: `${cards(2 * n, 2 * n + 1)}<a rel="next" href="/?page=${n + 2}">next</a>` },
      ]),
    )
    const { tools } = site(pages)
    expect(paths(await discover(partner, tools))).toHaveLength(40)
  })

  it('keeps what it found where a page fails, but no validators: the rest is still due', async () => {
    const { tools } = site({
      '/': { body: `${cards(1, 2)}<a rel="next" href="/?page=2">2</a>`, etag: '"l"' },
      '/?page=2': failure('timeout', 'Too slow.'),
    })
    const discovery = await discover(partner, tools)
    expect(discovery).toMatchObject({ status: 'found', source: { etag: null } })
    expect(paths(discovery)).toHaveLength(2)
  })

  it('says so where there is nothing', async () => {
    const { tools } = site({ '/': { body: '<p>Sắp ra mắt</p>' } })
    expect(await discover(partner, tools)).toEqual({
      ok: false,
      reason: 'nothing-found',
      message: 'https://a.example/ names no feed and no sitemap, and shows no list of articles.',
    })
  })

  it('says of a home page of 100,000 links that it is too large to be read', async () => {
    const { tools } = site({ '/': { body: `${'<a href=/z>z</a>'.repeat(100_000)}${cards(1, 2)}` } })
    expect(await discover(partner, tools)).toMatchObject({
      reason: 'nothing-found',
      message: expect.stringContaining('It is too large to be read to its end.'),
    })
  })

  it('says what is wrong with the feed that the home page names, where there is nothing else', async () => {
    const { tools } = site({ '/': { body: `${ALTERNATE}<p>Xin chào.</p>` } })
    expect(await discover(partner, tools)).toEqual({
      ok: false,
      reason: 'nothing-found',
      message:
        'https://a.example/ names a feed that does not serve, and shows no list of articles. ' +
        'https://a.example/tin.rss answered 404.',
    })
  })

  it('passes on why the home page failed', async () => {
    const { tools } = site({ '/': failure('timeout', 'Too slow.') })
    expect(await discover(partner, tools)).toMatchObject({ reason: 'timeout' })
  })
})

describe('discover, on a later visit', () => {
  const feed: DiscoverySource = { ...unaskedSource('feed', `${HOME}tin.rss`), etag: '"f"' }

  it.each([
    ['feed', feed],
    ['listing', { ...feed, kind: 'listing', url: `${HOME}tin.rss` } as const],
  ])('costs one conditional request where the %s has no news', async (_case, source) => {
    const { tools, log } = site({ '/tin.rss': { body: '', etag: '"f"' } })
    const discovery = await discover(partner, tools, { source })
    expect(discovery).toEqual({ ok: true, status: 'not-modified', source, second: null })
    expect(log).toEqual(['/tin.rss if "f"'])
  })

  it('reads what is new, and remembers the new validators', async () => {
    const { tools, log } = site({ '/tin.rss': { body: feedOf(`${HOME}bai/2`), etag: '"g"' } })
    expect(await discover(partner, tools, { source: feed })).toMatchObject({
      status: 'found',
      source: { kind: 'feed', url: feed.url, etag: '"g"' },
      why: 'It served the last time: the feed lists 1 articles.',
    })
    expect(log).toEqual(['/tin.rss if "f"'])
  })

  it('does not ask again in the same visit for the feed that is gone', async () => {
    const { tools, log } = site({ '/': { body: cards(1, 2, 3) } })
    const source = unaskedSource('feed', `${HOME}rss.xml`)
    expect(await discover(partner, tools, { source })).toMatchObject({ via: 'listing' })
    expect(log.filter((path) => path === '/rss.xml')).toHaveLength(1)
  })

  it('looks anew where the feed is gone', async () => {
    const { tools } = site({ '/': { body: cards(1, 2) } })
    expect(await discover(partner, tools, { source: feed })).toMatchObject({ via: 'listing' })
  })

  it('looks anew where the feed is a page now', async () => {
    const { tools } = site({ '/': { body: cards(1, 2) }, '/tin.rss': { body: '<html></html>' } })
    expect(await discover(partner, tools, { source: feed })).toMatchObject({ via: 'listing' })
  })

  it('only reports where the feed is away for the moment', async () => {
    const { tools, log } = site({
      '/': { body: cards(1, 2) },
      '/tin.rss': failure('server-error', 'It answered 500.', 500),
    })
    expect(await discover(partner, tools, { source: feed })).toMatchObject({
      reason: 'server-error',
    })
    expect(log).toHaveLength(1)
  })

  it('asks only where the operator said, and forgets another source', async () => {
    const { tools, log } = site({ '/': { body: cards(1, 2) } })
    const named = { ...partner, feed: `${HOME}named.xml` }
    expect(await discover(named, tools, { source: feed })).toMatchObject({
      ok: false,
      reason: 'gone',
    })
    expect(log).toEqual(['/named.xml'])
  })

  it('reads the listing that the operator named', async () => {
    const { tools } = site({ '/danh-sach': { body: cards(1, 2) } })
    const named = { ...partner, listing: `${HOME}danh-sach` }
    expect(await discover(named, tools)).toMatchObject({
      via: 'listing',
      why: 'The operator named it: the listing lists 2 articles.',
    })
  })
})
