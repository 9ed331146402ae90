/** Sitemaps of every format and every carelessness, read from bytes as they come. */

import { describe, expect, it } from 'vitest'
import { readSitemap, type SitemapOptions } from '../../../src/scrapers/sitemap/sitemap.ts'
import type { Sitemap } from '../../../src/scrapers/sitemap/sitemap-entry.ts'

const URL_OF = 'https://a.example/sitemap.xml'

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

function read(
  text: string | Uint8Array,
  options: Partial<SitemapOptions> & { size?: number } = {},
): Promise<Sitemap | undefined> {
  const { size = 65_536, ...rest } = options
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return readSitemap(chunksOf(bytes, size), { url: URL_OF, keep: 100, ...rest })
}

async function addresses(text: string | Uint8Array, size?: number): Promise<string[] | undefined> {
  const sitemap = await read(text, size === undefined ? {} : { size })
  return sitemap?.entries.map(({ url }) => url)
}

const one = (path: string, rest = '') => `<url><loc>https://a.example${path}</loc>${rest}</url>`
const urlset = (...entries: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('\n')}</urlset>`

describe('readSitemap, addresses', () => {
  it.each([
    [
      'a plain one (sitemaps.org, "XML tag definitions")',
      urlset(one('/1'), one('/2')),
      ['/1', '/2'],
    ],
    [
      'entities escaped (sitemaps.org, "Entity escaping")',
      urlset(one('/?a=1&amp;b=2')),
      ['/?a=1&b=2'],
    ],
    ['entities forgotten', urlset(one('/?a=1&b=2')), ['/?a=1&b=2']],
    ['numeric entities', urlset(one('/&#49;&#x32;')), ['/12']],
    ['an entity of HTML is not expanded', urlset(one('/?x=1&copy=2')), ['/?x=1&copy=2']],
    ['a DTD is not read', `<!DOCTYPE u [<!ENTITY x "/evil">]>${urlset(one('/1&x;'))}`, ['/1&x;']],
    ['CDATA', urlset('<url><loc><![CDATA[https://a.example/1?a&b]]></loc></url>'), ['/1?a&b']],
    ['white space', urlset('<url>\n<loc>\n  https://a.example/1\n</loc></url>'), ['/1']],
    ['a byte order mark', `\ufeff${urlset(one('/1'))}`, ['/1']],
    ['junk before the first tag', `\n\nPHP Notice: oops in x.php\n${urlset(one('/1'))}`, ['/1']],
    ['no declaration and no root', one('/1') + one('/2'), ['/1', '/2']],
    [
      'another namespace',
      `<urlset xmlns="http://www.google.com/schemas/sitemap/0.84">${one('/1')}</urlset>`,
      ['/1'],
    ],
    ['a prefix', '<s:urlset><s:url><s:loc>https://a.example/1</s:loc></s:url></s:urlset>', ['/1']],
    ['capitals', '<URLSET><URL><LOC>https://a.example/1</LOC></URL></URLSET>', ['/1']],
    ['a relative address', urlset('<url><loc>/1</loc></url>'), ['/1']],
    [
      'ends of entries forgotten',
      '<urlset><url><loc>https://a.example/1</loc><url><loc>https://a.example/2</loc></urlset>',
      ['/1', '/2'],
    ],
    [
      'ends of addresses forgotten',
      '<urlset><url><loc>https://a.example/1</url><url><loc>https://a.example/2</url></urlset>',
      ['/1', '/2'],
    ],
    [
      'two addresses in one entry',
      urlset('<url><loc>https://a.example/1</loc><loc>https://a.example/2</loc></url>'),
      ['/1', '/2'],
    ],
    [
      'pictures have addresses of their own',
      urlset(
        one('/1', '<image:image><image:loc>https://a.example/1.jpg</image:loc></image:image>'),
      ),
      ['/1'],
    ],
    [
      'and so have they without a prefix',
      urlset(one('/1', '<image><loc>https://a.example/1.jpg</loc></image>')),
      ['/1'],
    ],
    [
      'translations are no entries',
      urlset(
        one('/1', '<xhtml:link rel="alternate" hreflang="en" href="https://a.example/en/1"/>'),
      ),
      ['/1'],
    ],
    [
      'what is no web address',
      urlset('<url><loc>javascript:alert(1)</loc></url>', '<url><loc/></url>', one('/1')),
      ['/1'],
    ],
    ['broken off in an address', `<urlset>${one('/1')}<url><loc>https://a.example/2-bro`, ['/1']],
    [
      'broken off behind an address',
      `<urlset>${one('/1')}<url><loc>https://a.example/2</loc>`,
      ['/1', '/2'],
    ],
    [
      'plain text (sitemaps.org, "Text file")',
      'https://a.example/1\r\nhttps://a.example/2\n\n',
      ['/1', '/2'],
    ],
    ['plain text with remarks', '# ours\nhttps://a.example/1\nftp://a.example/2', ['/1']],
    [
      'RSS (sitemaps.org, "Syndication feed")',
      '<rss><channel><item><link>https://a.example/1</link></item></channel></rss>',
      ['/1'],
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/1"/></entry></feed>',
      ['/1'],
    ],
    ['an empty one', urlset(), []],
  ])('%s', async (_case, text, paths) => {
    const expected = paths.map((path) => `https://a.example${path}`)
    expect(await addresses(text)).toEqual(expected)
    expect(await addresses(text, 1)).toEqual(expected)
  })

  it.each([
    ['a page', '<!DOCTYPE html><html><body><a href="/1">1</a></body></html>'],
    [
      'a page that quotes one',
      '<html><pre><urlset><url><loc>https://a.example/1</loc></url></pre></html>',
    ],
    ['words', 'Not found'],
    ['nothing', ''],
    ['bytes', '\u0000\u0001\u0002'],
  ])('refuses %s', async (_case, text) => {
    expect(await read(text)).toBeUndefined()
  })

  it.each([
    ['UTF-16 with a mark, little end first', 'utf-16le', [0xff, 0xfe]],
    ['UTF-16 with a mark, big end first', 'utf-16be', [0xfe, 0xff]],
    ['UTF-16 without a mark', 'utf-16le', []],
  ])('reads %s (XML 1.0 appendix F)', async (_case, encoding, mark) => {
    const units = [...urlset(one('/1'))].map((character) => character.charCodeAt(0))
    const pair = (unit: number) => (encoding === 'utf-16le' ? [unit, 0] : [0, unit])
    const bytes = new Uint8Array([...mark, ...units.flatMap(pair)])
    expect(await addresses(bytes, 7)).toEqual(['https://a.example/1'])
  })

  it('reads the character set that the declaration names', async () => {
    const text =
      '<?xml version="1.0" encoding="windows-1252"?><urlset xmlns:n="n"><url><loc>https://a.example/1</loc><n:news><n:title>Caf\u00e9</n:title></n:news></url></urlset>'
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
    expect((await read(bytes))?.entries[0]?.title).toBe('Café')
  })
})

describe('readSitemap, what is said of an entry', () => {
  it.each([
    ['a day (W3C-DTF)', '2026-01-02', '2026-01-02T00:00:00+00:00'],
    ['a month (W3C-DTF)', '2026-01', '2026-01-01T00:00:00+00:00'],
    [
      'an instant with fractions (W3C-DTF)',
      '2026-01-02T03:04:05.67+07:00',
      '2026-01-02T03:04:05+07:00',
    ],
    ['no seconds (W3C-DTF)', '2026-01-02T03:04Z', '2026-01-02T03:04:00+00:00'],
    ['a space in place of the T', '2026-01-02 03:04:05', '2026-01-02T03:04:05+00:00'],
    ['the date of a mail', 'Fri, 02 Jan 2026 03:04:05 GMT', '2026-01-02T03:04:05+00:00'],
    ['no date', 'yesterday', null],
  ])('reads lastmod: %s', async (_case, written, updatedAt) => {
    const sitemap = await read(urlset(one('/1', `<lastmod>${written}</lastmod>`)))
    expect(sitemap?.entries[0]).toMatchObject({ updatedAt, publishedAt: null })
  })

  it.each([
    ['as Google writes it', 'news:'],
    ['under another prefix', 'n:'],
    ['without a prefix', ''],
  ])('reads the news extension %s', async (_case, p) => {
    const news = `<${p}news><${p}publication><${p}name>A</${p}name></${p}publication><${p}publication_date>2026-01-02</${p}publication_date><${p}title>Chợ &amp; phố</${p}title></${p}news>`
    expect((await read(urlset(one('/1', news))))?.entries).toEqual([
      {
        url: 'https://a.example/1',
        title: 'Chợ & phố',
        publishedAt: '2026-01-02T00:00:00+00:00',
        updatedAt: null,
      },
    ])
  })

  it('takes neither title nor date from pictures and films', async () => {
    const film =
      '<video:video><video:title>F</video:title><video:publication_date>2020-01-01</video:publication_date></video:video><image:image><image:title>P</image:title></image:image>'
    expect((await read(urlset(one('/1', film))))?.entries[0]).toMatchObject({
      title: null,
      publishedAt: null,
    })
  })

  it('lists the files of an index, each once, with the day of its change', async () => {
    const child = (name: string) =>
      `<sitemap><loc>https://a.example/${name}</loc><lastmod>2026-01-02</lastmod></sitemap>`
    const index = `<sitemapindex>${child('1.xml')}${child('2.xml')}${child('1.xml')}</sitemapindex>`
    expect(await read(index)).toMatchObject({
      urls: 0,
      children: [
        { url: 'https://a.example/1.xml', updatedAt: '2026-01-02T00:00:00+00:00' },
        { url: 'https://a.example/2.xml' },
      ],
    })
  })
})

describe('readSitemap, within bounds', () => {
  const many = (count: number, rest: (n: number) => string = () => '') =>
    urlset(...Array.from({ length: count }, (_, n) => one(`/${n}`, rest(n))))
  const day = (n: number) => new Date(Date.UTC(2000, 0, 1) + n * 3_600_000).toISOString()

  it('keeps the newest of 50,000 pages, however they are ordered, and counts them all', async () => {
    const shuffled = (n: number) => (n * 7919) % 50_000
    const text = many(50_000, (n) => `<lastmod>${day(shuffled(n))}</lastmod>`)
    const seen: number[] = []
    const sitemap = await read(text, { keep: 100, onEntry: (_entry, index) => seen.push(index) })
    expect(sitemap).toMatchObject({ urls: 50_000, cut: null })
    expect(sitemap?.entries).toHaveLength(100)
    expect(sitemap?.entries.map(({ updatedAt }) => Date.parse(updatedAt ?? ''))).toEqual(
      Array.from({ length: 100 }, (_, n) => Date.parse(day(49_999 - n))),
    )
    expect(seen).toHaveLength(50_000)
    expect(seen.at(-1)).toBe(49_999)
  })

  it.each([
    ['there are no dates', () => ''],
    ['all dates are the same', () => '<lastmod>2026-01-02</lastmod>'],
  ])('keeps the beginning and the end where %s', async (_case, rest) => {
    const sitemap = await read(many(1_000, rest), { keep: 10 })
    const kept = sitemap?.entries.map(({ url }) => Number(url.slice('https://a.example/'.length)))
    expect(kept).toEqual([0, 1, 2, 3, 4, 995, 996, 997, 998, 999])
  })

  it('gives all in their order where they are few', async () => {
    const sitemap = await read(many(7), { keep: 10 })
    expect(sitemap?.entries).toHaveLength(7)
    expect((await read(many(10), { keep: 10 }))?.entries).toHaveLength(10)
    expect((await read(many(9), { keep: 9 }))?.entries).toHaveLength(9)
  })

  it('keeps only what is wanted, and counts the rest', async () => {
    const isWanted = ({ url }: { url: string }) => !url.endsWith('1')
    const sitemap = await read(many(10), { isWanted })
    expect(sitemap).toMatchObject({ urls: 10, unwanted: 1 })
    expect(sitemap?.entries).toHaveLength(9)
  })

  it.each([
    ['more than 100,000 pages', () => many(100_001), 'lists more than we read'],
    [
      'an index of more than 500 files',
      () =>
        `<sitemapindex>${Array.from({ length: 501 }, (_, n) => `<sitemap><loc>https://a.example/${n}</loc></sitemap>`).join('')}</sitemapindex>`,
      'lists more than we read',
    ],
    [
      '100,000 elements in each other',
      () => `<urlset>${'<a>'.repeat(100_000)}`,
      'is nested deeper than 64 levels',
    ],
    [
      'a comment without end',
      () => `<urlset>${one('/1')}<!--${'x'.repeat(3_000_000)}`,
      'has a piece that does not end',
    ],
    [
      'a tag without end',
      () => `<urlset>${one('/1')}<url ${'x '.repeat(1_500_000)}`,
      'has a piece that does not end',
    ],
    [
      'a value without end',
      () => `<urlset>${one('/1')}<url x="${'x'.repeat(3_000_000)}`,
      'has a piece that does not end',
    ],
  ])('stops at %s', async (_case, text, cut) => {
    expect((await read(text()))?.cut).toBe(cut)
  })

  it.each([
    [
      'an address of a megabyte',
      urlset(`<url><loc>https://a.example/${'x'.repeat(1_000_000)}</loc></url>`, one('/1')),
    ],
    ['a line of a megabyte', `https://a.example/${'x'.repeat(1_000_000)}\nhttps://a.example/1`],
    [
      'a line of a megabyte of several',
      `https://a.example/${'https://b.example/ '.repeat(60_000)}\nhttps://a.example/1`,
    ],
  ])('passes over %s', async (_case, text) => {
    expect(await addresses(text, 10_000)).toEqual(['https://a.example/1'])
  })
})
