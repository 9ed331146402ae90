/** Where the reading of an archive begins, what a list of it gives, and when a listing is a trap. */

import { describe, expect, it } from 'vitest'
import { archiveWays } from '../../../src/crawler/archive/archive-start.ts'
import { afterListing, isTrap } from '../../../src/crawler/archive/archive-trap.ts'
import { readArchiveList } from '../../../src/crawler/archive/read-archive.ts'
import { type FetchOutcome, failure } from '../../../src/crawler/fetch/fetch-outcome.ts'
import type { FetchPage } from '../../../src/crawler/politeness/polite.ts'

const ORIGIN = 'https://a.example'

const partner = { url: `${ORIGIN}/`, sitemap: null, listing: null }

describe('archiveWays', () => {
  const kinds = (ways: ReturnType<typeof archiveWays>) => ways.map(([way]) => way?.kind)

  it.each([
    ['nothing is named', partner, [], ['guess', 'listing']],
    ['robots.txt names sitemaps', partner, [`${ORIGIN}/m.xml`], ['sitemap', 'guess', 'listing']],
    [
      'the operator names a sitemap: nothing is guessed',
      { ...partner, sitemap: `${ORIGIN}/own.xml` },
      [`${ORIGIN}/m.xml`],
      ['sitemap', 'listing'],
    ],
    [
      'the operator names a listing: nothing else is read',
      { ...partner, listing: `${ORIGIN}/tin` },
      [`${ORIGIN}/m.xml`],
      ['listing'],
    ],
  ])('%s', (_case, of, named, expected) => {
    expect(kinds(archiveWays(of, named))).toEqual(expected)
  })

  it('reads a sitemap once that is named twice', () => {
    const [sitemaps] = archiveWays(partner, [`${ORIGIN}/m.xml`, `${ORIGIN}/m.xml`])
    expect(sitemaps).toHaveLength(1)
  })
})

describe('isTrap', () => {
  const START = { hashes: [], stale: 0 }

  function after(pages: string[][]) {
    return pages.reduce(afterListing, START)
  }

  it.each([
    ['a calendar without end', Array.from({ length: 12 }, () => []), true],
    ['the same page again and again', Array.from({ length: 13 }, () => ['a', 'b']), true],
    ['an archive with a year of empty months but one', Array.from({ length: 11 }, () => []), false],
    [
      'pages that repeat a few articles and add one',
      Array.from({ length: 40 }, (_, page) => ['pinned', `bai-${page}`]),
      false,
    ],
  ])('%s', (_case, pages, expected) => {
    expect(isTrap(after(pages))).toBe(expected)
  })

  it('remembers a bounded number of addresses', () => {
    const pages = Array.from({ length: 50 }, (_, page) =>
      Array.from({ length: 100 }, (__, index) => `${page}-${index}`),
    )
    expect(after(pages).hashes).toHaveLength(1_000)
  })
})

describe('readArchiveList', () => {
  function answering(body: string, changes: Partial<FetchOutcome> = {}): FetchPage {
    return async (url, _accept, extras) => {
      async function* chunks() {
        yield new TextEncoder().encode(body)
      }
      await extras?.consume?.(chunks())
      const answer = { ok: true, status: 'modified', url, body, isCut: false } as const
      const rest = { permanentUrl: null, contentType: null, etag: null, lastModified: null }
      const told = { freshSeconds: null, robotsTag: [], links: [], bytes: body.length }
      return Object.assign({ ...answer, ...rest, ...told }, changes)
    }
  }

  async function read(fetchPage: FetchPage, kind: 'sitemap' | 'listing' = 'sitemap', depth = 0) {
    const parts: string[][] = []
    const take = async (entries: { url: string }[]) => {
      parts.push(entries.map(({ url }) => url))
    }
    const list = { url: `${ORIGIN}/m.xml`, kind, depth }
    return { reading: await readArchiveList(list, { fetchPage, take }), parts }
  }

  const index = (paths: string[]) =>
    `<sitemapindex>${paths.map((path) => `<sitemap><loc>${ORIGIN}${path}</loc></sitemap>`).join('')}</sitemapindex>`

  it('hands on 50,000 entries in parts, in their order', async () => {
    const urls = Array.from({ length: 50_000 }, (_, n) => `<url><loc>${ORIGIN}/${n}</loc></url>`)
    const { reading, parts } = await read(answering(`<urlset>${urls.join('')}</urlset>`))
    expect(reading).toEqual({ ok: true, further: [], cut: null })
    expect(parts.map((part) => part.length)).toEqual(Array.from({ length: 50 }, () => 1_000))
    expect(parts.at(-1)?.at(-1)).toBe(`${ORIGIN}/49999`)
  })

  it('leads to the files of an index, articles first, without itself and without tags', async () => {
    const paths = ['/m.xml', '/page-sitemap.xml', '/tag-sitemap.xml', '/post-sitemap.xml']
    const { reading } = await read(answering(index(paths)))
    const further = reading.ok ? reading.further.map(({ url, depth }) => [url, depth]) : []
    expect(further).toEqual([
      [`${ORIGIN}/post-sitemap.xml`, 1],
      [`${ORIGIN}/page-sitemap.xml`, 1],
    ])
  })

  it('goes no deeper than an index in an index', async () => {
    const { reading } = await read(answering(index(['/x.xml'])), 'sitemap', 2)
    expect(reading).toMatchObject({ ok: true, further: [] })
  })

  it('takes in every file of an index that has one a day', async () => {
    const paths = Array.from({ length: 3_000 }, (_, day) => `/ngay-${day}.xml`)
    const { reading } = await read(answering(index(paths)))
    expect(reading.ok && reading.further.length).toBe(3_000)
  })

  it.each([
    [
      'is not there',
      failure('gone', 'It answered 404.', 404),
      { isMissing: true, isPassing: false },
    ],
    ['did not answer', failure('timeout', 'It took long.'), { isMissing: false, isPassing: true }],
    ['is forbidden', failure('refused', 'It is refused.'), { isMissing: false, isPassing: false }],
    [
      'must not be asked now',
      { ok: false, reason: 'waiting', until: 5, isUnasked: true, message: 'Later.' } as const,
      { isPassing: false, until: 5 },
    ],
  ])('says what came of a file that %s', async (_case, outcome, expected) => {
    const { reading } = await read(async () => outcome)
    expect(reading).toMatchObject({ ok: false, message: outcome.message, ...expected })
  })

  it('says that a page is no sitemap, and that a file broke off', async () => {
    const page = await read(answering('<html><body>Không có</body></html>'))
    expect(page.reading).toMatchObject({ ok: false, message: `${ORIGIN}/m.xml is no sitemap.` })
    const cut = await read(answering('<urlset></urlset>', { isCut: true }))
    expect(cut.reading).toMatchObject({
      ok: true,
      cut: `${ORIGIN}/m.xml breaks off: the rest of it was not read.`,
    })
  })
})
