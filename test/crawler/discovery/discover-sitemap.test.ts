/** Sitemaps as sources of articles: what an index costs, what is left out, and which traps end where. */

import { describe, expect, it } from 'vitest'
import { unaskedSource } from '../../../src/articles/discovery-source.ts'
import { readSitemapSource } from '../../../src/crawler/discovery/discover-sitemap.ts'
import type { SourceReading } from '../../../src/crawler/discovery/discovery.ts'
import { learntPatterns } from '../../../src/crawler/discovery/url-patterns.ts'
import { type FakePage, HOME, hoursAgo, indexOf, site, sitemapOf } from '../fake-site.ts'

const SOURCE = unaskedSource('sitemap', `${HOME}sitemap.xml`)
const ARTICLE = '/kol-dang-gap-go-nhieu-hon'

type Facts = Parameters<typeof site>[1]

async function read(pages: Record<string, FakePage>, facts?: Facts, source = SOURCE) {
  const { tools, log } = site(pages, facts)
  return { reading: await readSitemapSource(source, HOME, tools), log }
}

function pathsOf(reading: SourceReading): string[] | undefined {
  if (!reading.ok || reading.status === 'not-modified') return undefined
  return reading.entries.map(({ url }) => url.slice(HOME.length - 1))
}

const verdictOf = (reading: SourceReading) =>
  reading.ok && reading.status === 'found' ? reading.verdict : undefined

describe('readSitemapSource', () => {
  it('gives the newest first', async () => {
    const body = sitemapOf([`${ARTICLE}-1`, '2026-01-01'], [`${ARTICLE}-2`, '2026-02-01'])
    const { reading } = await read({ '/sitemap.xml': { body } })
    expect(pathsOf(reading)).toEqual([`${ARTICLE}-2`, `${ARTICLE}-1`])
  })

  it('keeps a thousand of 50,000, the newest', async () => {
    const day = (n: number) => new Date(Date.UTC(2000, 0, 1) + n * 3_600_000).toISOString()
    const urls = Array.from({ length: 50_000 }, (_, n): [string, string] => [
      `${ARTICLE}-${n}`,
      day(n),
    ])
    const { reading } = await read({ '/sitemap.xml': { body: sitemapOf(...urls) } })
    const paths = pathsOf(reading)
    expect(paths).toHaveLength(1_000)
    expect(paths?.[0]).toBe(`${ARTICLE}-49999`)
    expect(verdictOf(reading)).toBe('1000 articles of 50000 addresses in one file')
  })

  it('reads the files of an index that promise articles, the newest three', async () => {
    const { log } = await read({
      '/sitemap.xml': {
        body: indexOf(
          '/tag-sitemap.xml',
          '/post-sitemap1.xml',
          '/post-sitemap2.xml',
          '/post-sitemap3.xml',
          '/post-sitemap4.xml',
        ),
      },
    })
    expect(log).toEqual([
      '/sitemap.xml',
      '/post-sitemap4.xml',
      '/post-sitemap3.xml',
      '/post-sitemap2.xml',
    ])
  })

  it('asks on a later visit only for the files that the index says have changed', async () => {
    const pages = {
      '/sitemap.xml': {
        body: indexOf(['/post-1.xml', '2026-01-01'], ['/post-2.xml', '2026-02-01']),
      },
      '/post-1.xml': { body: sitemapOf(`${ARTICLE}-1`) },
      '/post-2.xml': { body: sitemapOf(`${ARTICLE}-2`) },
    }
    const first = await read(pages)
    const source = first.reading.ok ? first.reading.source : SOURCE
    const changed = {
      ...pages,
      '/sitemap.xml': {
        body: indexOf(['/post-1.xml', '2026-01-01'], ['/post-2.xml', '2026-02-02']),
      },
      '/post-2.xml': { body: sitemapOf(`${ARTICLE}-2`, `${ARTICLE}-3`) },
    }
    const { reading, log } = await read(changed, undefined, source)
    expect(log).toEqual(['/sitemap.xml', '/post-2.xml'])
    expect(reading).toMatchObject({ isWhole: false })
    expect(pathsOf(reading)).toEqual([`${ARTICLE}-2`, `${ARTICLE}-3`])
  })

  it('asks the files of an index without days themselves, for it stays the same', async () => {
    const pages = {
      '/sitemap.xml': { body: indexOf('/post-1.xml'), etag: '"i"' },
      '/post-1.xml': { body: sitemapOf(`${ARTICLE}-1`), etag: '"1"' },
    }
    const first = await read(pages)
    const source = first.reading.ok ? first.reading.source : SOURCE
    const same = await read(pages, undefined, source)
    expect(same.reading).toMatchObject({ status: 'not-modified' })
    expect(same.log).toEqual(['/sitemap.xml if "i"', '/post-1.xml if "1"'])
    const news = { ...pages, '/post-1.xml': { body: sitemapOf(`${ARTICLE}-2`), etag: '"2"' } }
    expect(pathsOf((await read(news, undefined, source)).reading)).toEqual([`${ARTICLE}-2`])
  })

  it('knows an answer without validators again', async () => {
    const pages = { '/sitemap.xml': { body: sitemapOf([ARTICLE, '2026-01-01']) } }
    const first = await read(pages)
    const source = first.reading.ok ? first.reading.source : SOURCE
    expect((await read(pages, undefined, source)).reading).toMatchObject({
      status: 'not-modified',
      source: { unchangedAt: '2026-11-23T12:00:00.000Z' },
    })
  })

  it('leaves out other sites, lists and what has not been articles, but for one of the newest', async () => {
    const others = ['/event/a', '/event/b', '/event/c', '/event/d']
    const lessons = others.map((path) => ({ url: HOME + path.slice(1), isArticle: false }))
    const body = sitemapOf(
      ARTICLE,
      '/tag/kol',
      ['/event/old', hoursAgo(9)],
      ['/event/new', hoursAgo(1)],
    )
    const elsewhere = body.replace('<urlset>', '<urlset><url><loc>https://b.example/x</loc></url>')
    const { reading } = await read(
      { '/sitemap.xml': { body: elsewhere } },
      { patterns: learntPatterns({}, lessons) },
    )
    expect(pathsOf(reading)).toEqual([ARTICLE, '/event/new'])
    expect(reading).toMatchObject({
      leftOut: [
        { why: 'of a shape that has not been articles', count: 2 },
        { why: 'a tag', count: 1 },
      ],
    })
  })

  it('tries twenty of a shape that it does not know', async () => {
    const words = Array.from(
      { length: 50 },
      (_, n) => `/${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}`,
    )
    const { reading } = await read({ '/sitemap.xml': { body: sitemapOf(...words) } })
    expect(pathsOf(reading)).toHaveLength(20)
  })
})

describe('readSitemapSource, in a trap', () => {
  it.each([
    [
      'an index that lists itself',
      {
        '/sitemap.xml': { body: indexOf('/sitemap.xml', '/post.xml') },
        '/post.xml': { body: sitemapOf(ARTICLE) },
      },
      2,
      '1 articles of 1 addresses in 2 files; an index names itself',
    ],
    [
      'two indexes in a circle',
      {
        '/sitemap.xml': { body: indexOf('/post-2.xml', '/post.xml') },
        '/post-2.xml': { body: indexOf('/sitemap.xml') },
        '/post.xml': { body: sitemapOf(ARTICLE) },
      },
      3,
      '1 articles of 1 addresses in 3 files; an index names itself',
    ],
    [
      'indexes without end',
      {
        '/sitemap.xml': { body: indexOf('/a-1.xml', '/post.xml') },
        '/post.xml': { body: sitemapOf(ARTICLE) },
        '/a-1.xml': { body: indexOf('/a-2.xml') },
        '/a-2.xml': { body: indexOf('/a-3.xml') },
      },
      4,
      '1 articles of 1 addresses in 4 files; an index is nested too deep',
    ],
  ])('%s', async (_case, pages: Record<string, FakePage>, requests, verdict) => {
    const { reading, log } = await read(pages)
    expect(log).toHaveLength(requests)
    expect(verdictOf(reading)).toBe(verdict)
  })

  it.each([
    [
      'a page in its place',
      '<!doctype html><html><body>404</body></html>',
      `${HOME}sitemap.xml is no sitemap.`,
    ],
    [
      'nothing of the partner',
      sitemapOf('/tag/a'),
      `${HOME}sitemap.xml lists 1 addresses, none of an article of the partner.`,
    ],
    [
      'a tag without end',
      `<urlset><url ${'x'.repeat(3_000_000)}`,
      `${HOME}sitemap.xml lists 0 addresses, none of an article of the partner: it has a piece that does not end.`,
    ],
  ])('says so of %s', async (_case, body, message) => {
    const { reading } = await read({ '/sitemap.xml': { body } })
    expect(reading).toEqual({ ok: false, reason: 'nothing-found', message })
  })
})
