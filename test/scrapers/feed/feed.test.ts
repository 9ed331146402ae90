/** Feeds of every format, as the specifications write them and as the world does. */

import { describe, expect, it } from 'vitest'
import { parseFeed } from '../../../src/scrapers/feed/feed.ts'

const BASE = 'https://a.example/feed.xml'

const RSS_2 = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
  <title>Xu hướng</title>
  <atom:link href="https://a.example/feed.xml" rel="self"/>
  <link>https://a.example/</link>
  <image><title>Logo</title><link>https://a.example/logo</link></image>
  <item>
    <title>Livestream &amp; bán hàng</title>
    <link>https://a.example/bai/1</link>
    <guid isPermaLink="false">bai-1</guid>
    <pubDate>Tue, 09 Jul 2024 10:03:00 +0700</pubDate>
  </item>
  <item><title>Hai</title><guid>https://a.example/bai/2</guid></item>
</channel></rss>`

const ATOM_1 = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/blog/">
  <title>Xu hướng</title><id>urn:feed</id><link rel="self" href="feed"/>
  <entry>
    <title type="html">&lt;b&gt;KOL&lt;/b&gt; &amp;amp; KOC</title>
    <link rel="replies" href="bai-1/comments"/><link rel="alternate" href="bai-1"/>
    <id>urn:1</id><published>2024-07-09T10:03:00+07:00</published><updated>2024-07-10T00:00:00Z</updated>
    <source><title>Nguồn</title></source>
  </entry>
  <entry><title>1 &lt; 2</title><link href="/bai-2"/><updated>2024-07-10T00:00:00Z</updated></entry>
</feed>`

const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
  <channel rdf:about="https://a.example/"><title>Xu hướng</title></channel>
  <item rdf:about="https://a.example/bai/1"><title>Một</title><link>https://a.example/bai/1</link>
    <dc:date>2024-07-09T10:03+07:00</dc:date></item>
</rdf:RDF>`

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Xu hướng',
  items: [
    { id: '1', url: '/bai/1', title: 'Một', date_published: '2024-07-09T10:03:00+07:00' },
    { id: 2, external_url: 'https://a.example/bai/2', title: 7 },
    'nonsense',
    { id: 'https://a.example/bai/3' },
  ],
})

const ONE = { publishedAt: '2024-07-09T10:03:00+07:00' }

describe('parseFeed, formats', () => {
  it.each([
    [
      'RSS 2.0',
      RSS_2,
      [
        { url: 'https://a.example/bai/1', title: 'Livestream & bán hàng', guid: 'bai-1', ...ONE },
        {
          url: 'https://a.example/bai/2',
          title: 'Hai',
          guid: 'https://a.example/bai/2',
          publishedAt: null,
        },
      ],
    ],
    [
      'Atom 1.0',
      ATOM_1,
      [
        { url: 'https://a.example/blog/bai-1', title: 'KOL & KOC', guid: 'urn:1', ...ONE },
        {
          url: 'https://a.example/bai-2',
          title: '1 < 2',
          guid: null,
          publishedAt: '2024-07-10T00:00:00+00:00',
        },
      ],
    ],
    [
      'RDF',
      RDF,
      [{ url: 'https://a.example/bai/1', title: 'Một', guid: 'https://a.example/bai/1', ...ONE }],
    ],
    [
      'JSON Feed',
      JSON_FEED,
      [
        { url: 'https://a.example/bai/1', title: 'Một', guid: '1', ...ONE },
        { url: 'https://a.example/bai/2', title: null, guid: '2', publishedAt: null },
        {
          url: 'https://a.example/bai/3',
          title: null,
          guid: 'https://a.example/bai/3',
          publishedAt: null,
        },
      ],
    ],
  ])('reads %s', (_case, text, entries) => {
    expect(parseFeed(text, BASE)).toMatchObject({ title: 'Xu hướng', entries })
  })

  it('reads RSS 0.91', () => {
    const text =
      '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "x"><rss version="0.91"><channel><title>T</title><item><title>A</title><link>/1</link></item></channel></rss>'
    expect(parseFeed(text, BASE)?.entries[0]).toMatchObject({ url: 'https://a.example/1' })
  })

  it('reads Atom 0.3', () => {
    const text =
      '<feed version="0.3"><entry><title mode="escaped" type="text/html">A &amp;amp; B</title><link href="/1"/><issued>2024-07-09T10:03:00+07:00</issued></entry></feed>'
    expect(parseFeed(text, BASE)?.entries[0]).toMatchObject({ title: 'A & B', ...ONE })
  })

  it('reads CDF', () => {
    const text =
      '<CHANNEL HREF="https://a.example/"><TITLE>T</TITLE><ITEM HREF="https://a.example/1"><TITLE>A</TITLE></ITEM></CHANNEL>'
    expect(parseFeed(text, BASE)).toMatchObject({
      title: 'T',
      entries: [{ url: 'https://a.example/1', title: 'A', publishedAt: null, guid: null }],
    })
  })
})

function item(inside: string) {
  return parseFeed(`<rss><channel><item>${inside}</item></channel></rss>`, BASE)?.entries[0]
}

describe('parseFeed, what feeds get wrong', () => {
  it.each([
    ['junk before the first tag', `\ufeff\n<br/>\n<b>Warning</b>: x in y ${RSS_2}`],
    ['a comment before the first tag', `<!-- cached -->${RSS_2}`],
    ['a document type with entities', `<!DOCTYPE rss [<!ENTITY a "b">]>${RSS_2}`],
    ['no declared namespaces', RSS_2.replace(/xmlns:\w+="[^"]*"/, '')],
    ['prefixes on everything', RSS_2.replace(/<(\/?)(rss|channel|item)/g, '<$1r:$2')],
    ['a missing end', RSS_2.replace('</channel></rss>', '')],
  ])('reads past %s', (_case, text) => {
    const feed = parseFeed(text, BASE)
    expect(feed?.title).toBe('Xu hướng')
    expect(feed?.entries.map(({ url }) => url)).toEqual([
      'https://a.example/bai/1',
      'https://a.example/bai/2',
    ])
  })

  it.each([
    ['CDATA', '<title><![CDATA[A & <i>B</i>]]></title>', 'A & B'],
    ['named entities of HTML', '<title>Caf&eacute;&nbsp;s&agrave;nh</title>', 'Café sành'],
    ['entities that are escaped twice', '<title>A &amp;amp; B &amp;#8217;</title>', 'A & B ’'],
    ['white space', '<title>\n A\t B \n</title>', 'A B'],
    ['an undeclared entity', '<title>A &unknown; B</title>', 'A &unknown; B'],
    ['a bare ampersand', '<title>A & B</title>', 'A & B'],
    ['an empty title', '<title/>', null],
    ['no title', '', null],
    ['a picture with a title', '<media:title>P</media:title><title>A</title>', 'A'],
    ['only a picture with a title', '<media:title>P</media:title>', null],
    ['a second title in another namespace', '<dc:title>B</dc:title><title>A</title>', 'A'],
    ['a title in XHTML', '<title><div>A <em>B</em></div></title>', 'A B'],
  ])('reads titles: %s', (_case, inside, title) => {
    expect(item(inside)?.title).toBe(title)
  })

  it.each([
    ['relative', '<link>/1</link>', 'https://a.example/1'],
    ['in an attribute', '<link href="/1"/>', 'https://a.example/1'],
    [
      'beside a link to the feed',
      '<atom:link rel="self" href="/f"/><link>/1</link>',
      'https://a.example/1',
    ],
    ['in white space', '<link>\n  https://a.example/1\n</link>', 'https://a.example/1'],
    [
      'counted by FeedBurner',
      '<link>https://feedproxy.example/x</link><feedburner:origLink>https://a.example/1</feedburner:origLink>',
      'https://a.example/1',
    ],
    ['only as a permalink', '<guid>https://a.example/1</guid>', 'https://a.example/1'],
    ['not as a guid that is none', '<guid isPermaLink="false">https://a.example/1</guid>', null],
    ['not as a bare guid', '<guid>1234</guid>', null],
    ['empty', '<link></link>', null],
    ['impossible', '<link>http://[</link>', null],
  ])('reads links: %s', (_case, inside, url) => {
    expect(item(inside)?.url).toBe(url)
  })

  it('leaves a relative link as it is where nothing says what it is relative to', () => {
    expect(parseFeed('<rss><item><link>/1</link></item></rss>')?.entries[0]?.url).toBe('/1')
  })

  it("resolves against the channel's link where the feed's address is unknown", () => {
    const text =
      '<rss><channel><link>https://a.example/b/</link><item><link>1</link></item></channel></rss>'
    expect(parseFeed(text)?.entries[0]?.url).toBe('https://a.example/b/1')
  })

  it('reads a JSON Feed behind a guard', () => {
    expect(parseFeed(`)]}'\n${JSON_FEED}`, BASE)?.entries).toHaveLength(3)
  })

  it('gives an empty list for a feed without entries', () => {
    expect(parseFeed('<rss><channel><title>T</title></channel></rss>')).toMatchObject({
      title: 'T',
      entries: [],
    })
  })
})

describe('parseFeed, what is no feed', () => {
  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><html><body><p>rss</p></body></html>'],
    ['a page that shows a feed', '<html><body><rss><channel></channel></rss></body></html>'],
    ['a sitemap', '<urlset><url><loc>https://a.example/</loc></url></urlset>'],
    ['other JSON', '{"a":1}'],
    ['broken JSON', '{"items":['],
    ['a JSON list', '[1,2]'],
    ['plain text', 'rss channel item'],
    ['nothing but tags', `<rss>${'<a></a>'.repeat(150_001)}`],
  ])('refuses %s', (_case, text) => {
    expect(parseFeed(text, BASE)).toBeUndefined()
  })

  it('expands no entity, however it grows', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>`
    expect(parseFeed(bomb, BASE)?.title).toBe('&b;')
  })

  it('survives deep nesting', () => {
    const deep = `<rss><channel>${'<a>'.repeat(60_000)}<item><title>A</title></item>`
    expect(parseFeed(deep, BASE)?.entries).toHaveLength(1)
  })

  it('keeps the first five thousand entries', () => {
    const long = `<rss><channel>${'<item><link>/1</link></item>'.repeat(6_000)}</channel></rss>`
    expect(parseFeed(long, BASE)?.entries).toHaveLength(5_000)
  })
})
