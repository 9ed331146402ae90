/** Each format of feeds as its specification writes it, and every sin we know against it. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFeed } from '../../../src/scrapers/feed/feed.ts'

const BASE = 'https://a.example/feed.xml'
const ONE = 'https://a.example/1'
const DATE = '2024-07-09T10:03:00+07:00'
const ITEM = '<title>A</title><link>https://a.example/1</link>'
const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
const ATOM = 'xmlns="http://www.w3.org/2005/Atom"'

function read(text: string) {
  const feed = parseFeed(text, BASE)
  return [
    feed?.title,
    ...(feed?.entries ?? []).flatMap(({ title, url, publishedAt }) => [title, url, publishedAt]),
  ]
}

describe('parseFeed, formats', () => {
  it.each([
    [
      'RSS 0.90 (Netscape)',
      `<rdf:RDF ${RDF} xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>T</title></channel><image><title>I</title></image><item>${ITEM}</item></rdf:RDF>`,
      ['T', 'A', ONE, null],
    ],
    [
      'RSS 0.91 (Netscape)',
      `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>T</title><textinput><title>S</title><link>/s</link></textinput><item>${ITEM}</item></channel></rss>`,
      ['T', 'A', ONE, null],
    ],
    [
      'RSS 0.91 (Userland), 0.92, 0.93, 0.94',
      `<rss version="0.94"><channel><title>T</title><cloud domain="x"/><item>${ITEM}<pubDate>Tue, 09 Jul 2024 10:03:00 +0700</pubDate></item></channel></rss>`,
      ['T', 'A', ONE, DATE],
    ],
    [
      'RSS 1.0: items behind the channel that lists them',
      `<rdf:RDF ${RDF} xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>T</title><items><rdf:Seq><rdf:li resource="${ONE}"/></rdf:Seq></items></channel><item rdf:about="${ONE}">${ITEM}<dc:date>${DATE}</dc:date></item></rdf:RDF>`,
      ['T', 'A', ONE, DATE],
    ],
    [
      'RSS 1.1: items inside',
      `<Channel xmlns="http://purl.org/net/rss1.1#" ${RDF} rdf:about="x"><title>T</title><link>https://a.example/</link><items rdf:parseType="Collection"><item rdf:about="${ONE}">${ITEM}</item></items></Channel>`,
      ['T', 'A', ONE, null],
    ],
    [
      'RSS 2.0 in a namespace of its own',
      `<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel><title>T</title><item>${ITEM}</item></channel></rss>`,
      ['T', 'A', ONE, null],
    ],
    [
      'Atom 0.3',
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><tagline>x</tagline><entry><title>A</title><link rel="alternate" type="text/html" href="/1"/><issued>${DATE}</issued><modified>2024-08-01</modified></entry></feed>`,
      ['T', 'A', ONE, DATE],
    ],
    [
      'Atom 1.0 under a prefix',
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:title>A</a:title><a:link href="/1"/><a:published>${DATE}</a:published></a:entry></a:feed>`,
      ['T', 'A', ONE, DATE],
    ],
    [
      'RFC 4287 4.2.11: the source is another feed',
      `<feed ${ATOM}><title>T</title><entry><source><title>S</title><link href="/s"/><updated>2001-01-01</updated></source><title>A</title><link href="/1"/><updated>${DATE}</updated></entry></feed>`,
      ['T', 'A', ONE, DATE],
    ],
    [
      'CDF',
      `<?XML VERSION="1.0"?><CHANNEL BASE="https://a.example/"><TITLE>T</TITLE><ITEM HREF="1" LASTMOD="2024.07.09T10:03+0700"><TITLE>A</TITLE></ITEM></CHANNEL>`,
      ['T', 'A', ONE, DATE],
    ],
    [
      'JSON Feed 1.1 without its version',
      `{"title":"T","items":[{"id":7,"title":"A","url":"/1","date_modified":"${DATE}"}]}`,
      ['T', 'A', ONE, DATE],
    ],
    [
      'JSON Feed about RSS',
      '{"title":"T","items":[{"id":"1","title":"A","url":"/1","content_text":"<rss><channel><title>No"}]}',
      ['T', 'A', ONE, null],
    ],
    [
      'JSON Feed without items',
      '{"version":"https://jsonfeed.org/version/1","title":"T","items":null}',
      ['T'],
    ],
    ['JSON Feed with a signature behind it', '{"title":"T","items":[]}\n<!-- cached -->', ['T']],
  ])('reads %s', (_case, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each([
    ['OPML', '<opml><head><title>T</title></head><body><outline xmlUrl="x"/></body></opml>'],
    ['OPML about RSS', '<opml><body><outline text="<rss >"/></body></opml>'],
    ['a page without doctype', '<head><title>T</title></head><body><rss></rss></body>'],
    ['a sitemap', '<sitemapindex><sitemap><loc>x</loc></sitemap></sitemapindex>'],
    [
      'a list of television channels',
      '<tv><channel id="1"><display-name>T</display-name></channel>',
    ],
    ['RDF that is no feed', `<rdf:RDF ${RDF}><Person><name>Lan</name></Person></rdf:RDF>`],
  ])('refuses %s', (_case, text) => {
    expect(parseFeed(text, BASE)).toBeUndefined()
  })
})

function rss(inside: string, before = '') {
  return read(`${before}<rss><channel><title>T</title><item>${inside}</item></channel></rss>`)
}

describe('parseFeed, XML that is none', () => {
  it.each([
    ['case of tags', '<TITLE>A</Title><LINK>https://a.example/1</LINK>'],
    ['comments and instructions inside', `<!-- x --><?php y ?>${ITEM.replace('A', 'A<!-- z -->')}`],
    ['attributes without quotes', `<enclosure url=/x.mp3 length=0/>${ITEM}`],
    ['a quote that is never closed', `<category domain="x>c</category>${ITEM}`],
    ['a tag inside an attribute', `<category domain="<b>">c</category>${ITEM}`],
    ['a tag that is never closed', ITEM.replace('</title>', '</title')],
    ['a missing end tag', ITEM.replace('</title>', '')],
    ['two missing end tags', '<title>A<link>https://a.example/1<guid>x</guid>'],
    [
      'a default namespace that is another',
      `<title xmlns="http://search.yahoo.com/mrss/">P</title>${ITEM}`,
    ],
    [
      'another prefix for pictures',
      `<p:title xmlns:p="http://search.yahoo.com/mrss/">P</p:title>${ITEM}`,
    ],
    ['an undeclared prefix', '<x:title>A</x:title><x:link>https://a.example/1</x:link>'],
    ['control characters', ITEM.replace('A', '\u0000A\u000b')],
    [
      'markup of a description that is not escaped',
      `${ITEM}<description><p>x<br><title>No</title></description>`,
    ],
    ['a comment without end', `${ITEM}<!-- x`],
    ['an instruction without end', `${ITEM}<?x`],
  ])('reads past %s', (_case, inside) => {
    expect(rss(inside)).toEqual(['T', 'A', ONE, null])
  })

  it.each([
    ['an internal subset', '<!DOCTYPE rss [<!ENTITY a "b"><!ELEMENT rss ANY>]>'],
    ['a comment about another format', '<!-- <feed> -->'],
    ['a byte order mark and blank lines', '\ufeff\n\n'],
    ['warnings', '<br />\n<b>Warning</b>: include(x) in <b>y</b>\n'],
  ])('reads behind %s', (_case, before) => {
    expect(rss(ITEM, before)).toEqual(['T', 'A', ONE, null])
  })

  it.each([
    ['the end broken', '<title><![CDATA[A]]</title>'],
    ['the end with a space', '<title><![CDATA[A]] ></title>'],
    ['no end', '<title><![CDATA[A</title>'],
    ['a beginning inside', '<title><![CDATA[<![CDATA[A]]></title>'],
    ['one inside another', '<title><![CDATA[A<![CDATA[]]>]]></title>'],
  ])('reads CDATA: %s', (_case, title) => {
    const item = `<item>${title}<link>https://a.example/1</link></item>`
    const text = `<rss><channel><title>T</title>${item}<item><title><![CDATA[B]]></title></item>`
    expect(read(text)).toEqual(['T', 'A', ONE, null, 'B', null, null])
  })

  it.each([
    ['items that nobody ended', `<item>${ITEM}<item><title>B</title>`, 'B'],
    ['a file that is cut in a tag', `<item>${ITEM}</item><item><title>B</titl`, 'B'],
    [
      'a second feed behind the first',
      `<item>${ITEM}</item></channel></rss><rss><item><title>B`,
      'B',
    ],
  ])('reads %s', (_case, inside, last) => {
    expect(read(`<rss><channel><title>T</title>${inside}`)).toEqual([
      'T',
      'A',
      ONE,
      null,
      last,
      null,
      null,
    ])
  })

  it('reads nothing behind the root but another feed', () => {
    expect(rss(ITEM).concat()).toEqual(
      read(`<rss><channel><title>T</title><item>${ITEM}</item></channel></rss><p><item>x</item>`),
    )
  })

  it('leaves out entries that are not its own', () => {
    const comments = '<gd:feedLink><feed><entry><title>No</title></entry></feed></gd:feedLink>'
    const article = '<content type="xhtml"><div><entry>No</entry></div></content>'
    const text = `<feed ${ATOM}><title>T</title><entry><title>A</title>${comments}${article}</entry></feed>`
    expect(read(text)).toEqual(['T', 'A', null, null])
  })
})

describe('parseFeed, titles', () => {
  it.each([
    ['a sign', '1<2 and 3 < 4 <3', '1<2 and 3 < 4 <3'],
    ['a sign in CDATA', '<![CDATA[1<2 & <b>x</b>]]>', '1<2 & x'],
    ['escaped markup', '&lt;b&gt;A&lt;/b&gt; &amp;amp; B', 'A & B'],
    ['markup that is escaped twice is text', '&amp;lt;b&amp;gt;A&amp;lt;/b&amp;gt;', '<b>A</b>'],
    ['markup that is not escaped', 'A <b>bold</b> & <br> c', 'A bold & c'],
    [
      'what a title is about',
      'How to use &lt;div&gt; &amp;amp; &lt;table&gt;',
      'How to use <div> & <table>',
    ],
    ['types of programs', 'List&lt;String&gt; in Java', 'List<String> in Java'],
    ['scripts', '&lt;script&gt;alert(1)&lt;/script&gt;A', 'A'],
    ['numbers of windows-1252', 'it&#146;s &#x93;q&#x94;', 'it’s “q”'],
    ['numbers that are no characters', 'a&#xD800;b', 'a\ufffdb'],
    ['names of HTML', '&rsquo;&hellip;&AMP;a&nbsp;b', '’…&a b'],
    ['names of nobody', '&foo;', '&foo;'],
  ])('of RSS: %s', (_case, title, expected) => {
    expect(rss(`<title>${title}</title>`)[1]).toBe(expected)
  })

  it.each([
    ['3.1.1.1 text is the default', '', 'AT&amp;amp;T &lt;b&gt;', 'AT&amp;T <b>'],
    ['3.1.1.2 html', 'type="html"', 'AT&amp;amp;T &lt;b&gt;x&lt;/b&gt;', 'AT&T x'],
    ['html in CDATA', 'type="html"', '<![CDATA[<b>x</b> &amp; y]]>', 'x & y'],
    ['3.1.1.3 xhtml', 'type="xhtml"', '<div>A <em>b</em> &lt; &amp;amp;</div>', 'A b < &amp;'],
    ['xhtml that is escaped', 'type="xhtml"', '&lt;b&gt;x&lt;/b&gt;', 'x'],
    ['names of HTML, undeclared', '', 'caf&eacute;', 'café'],
    ['0.3: escaped', 'type="text/html" mode="escaped"', '&lt;b&gt;x&lt;/b&gt;', 'x'],
    ['0.3: xml', 'type="text/html" mode="xml"', '<b>x</b> &lt;y&gt;', 'x <y>'],
    ['0.3: base64', 'type="text/html" mode="base64"', 'PGI+QTwvYj4=', 'A'],
    ['0.3: base64 that is none', 'mode="base64"', '!!', '!!'],
  ])('of Atom, RFC 4287: %s', (_case, attributes, title, expected) => {
    const text = `<feed ${ATOM}><entry><title ${attributes}>${title}</title></entry></feed>`
    expect(parseFeed(text, BASE)?.entries[0]?.title).toBe(expected)
  })
})

describe('parseFeed, addresses', () => {
  it.each([
    ['in CDATA with line breaks', '<link><![CDATA[\n  https://a.example/1\n ]]></link>', ONE],
    ['broken over lines', '<link>https://a.example\n   /1</link>', ONE],
    ['empty beside one of Atom', '<link/><atom:link rel="alternate" href="/1"/>', ONE],
    ['a permalink in capitals that is none', `<guid isPermaLink="FALSE">${ONE}</guid>`, null],
    ['comments are no link', '<comments>https://a.example/c</comments>', null],
    ['files are no link', '<enclosure url="https://a.example/a.mp3"/>', null],
    [
      'parameters like entities',
      '<link>/?a=1&copy=2&amp;lang=vi</link>',
      'https://a.example/?a=1&copy=2&lang=vi',
    ],
    ['RDF', '<link rdf:resource="/1"/>', ONE],
  ])('of RSS: %s', (_case, inside, url) => {
    expect(rss(inside)[2]).toBe(url)
  })

  it.each([
    ['4.2.7.2 alternate is the default', '<link href="/1"/>', ONE],
    [
      '4.2.7.2 its registered address',
      '<link rel="http://www.iana.org/assignments/relation/alternate" href="/1"/>',
      ONE,
    ],
    [
      '4.2.7.3 a page before other types',
      '<link type="application/pdf" href="/pdf"/><link type="text/html" href="/1"/>',
      ONE,
    ],
    ['another type where there is no page', '<link type="application/pdf" href="/1"/>', ONE],
    [
      '4.2.7.4 the first of several languages',
      '<link hreflang="vi" href="/1"/><link hreflang="en" href="/2"/>',
      ONE,
    ],
    ['self is not the page', '<link rel="self" href="/s"/>', null],
    ['an id that is an address', `<id>${ONE}</id>`, ONE],
    ['an id that is none', '<id>urn:uuid:1</id>', null],
    ['4.1.3.2 content elsewhere', '<content src="/1" type="text/html"/>', ONE],
  ])('of Atom, RFC 4287: %s', (_case, inside, url) => {
    const text = `<feed ${ATOM}><entry>${inside}</entry></feed>`
    expect(parseFeed(text, BASE)?.entries[0]?.url).toBe(url)
  })

  it.each([
    [
      'every xml:base above it',
      '<entry xml:base="y/"><link xml:base="z/" href="1"/></entry>',
      'http://b.example/x/y/z/1',
    ],
    [
      'an xml:base that is none',
      '<entry xml:base="http://["><link href="1"/></entry>',
      'http://b.example/x/1',
    ],
    [
      'an absolute xml:base',
      '<entry xml:base="http://c.example/"><link href="1"/></entry>',
      'http://c.example/1',
    ],
  ])('resolves against %s', (_case, entry, url) => {
    const text = `<feed ${ATOM} xml:base="http://b.example/x/">${entry}</feed>`
    expect(parseFeed(text, BASE)?.entries[0]?.url).toBe(url)
  })

  it("resolves against Atom's own address where nobody says it", () => {
    const text = `<feed ${ATOM}><link rel="self" href="https://b.example/x/feed"/><link href="https://b.example/"/><entry><link href="1"/></entry></feed>`
    expect(parseFeed(text)?.entries[0]?.url).toBe('https://b.example/x/1')
  })
})

const word = fc.stringMatching(/^[a-zà-ỹ0-9][a-zà-ỹ0-9 ,.!?&]{0,30}[a-zà-ỹ0-9]$/u)
const written = fc.record({
  title: word,
  path: fc.stringMatching(/^\/[a-z0-9]{1,20}$/),
  date: fc.date({ min: new Date('1995-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
})

describe('parseFeed, always', () => {
  it('never throws', () => {
    const pieces = fc.constantFrom(
      ...['<rss>', '<item>', '</item>', '<title', '>', '<![CDATA[', ']]>', '<!--', '-->', '&amp;'],
      ...[
        '"',
        "'",
        '=',
        '<feed>',
        '<entry>',
        '</',
        '<link href="',
        '{"items":[',
        '&#x',
        ';',
        '\u0000',
      ],
      ...['<pubDate>', '2024-', '<?', '?>', '<!', 'xml:base="', '/>'],
    )
    const texts = fc.array(fc.oneof(pieces, fc.string())).map((parts) => parts.join(''))
    fc.assert(fc.property(texts, (text) => void parseFeed(`<rss>${text}`, BASE)))
    fc.assert(fc.property(texts, (text) => void parseFeed(text)))
  })

  it('gives the same entries of the same feed in RSS, RDF, Atom and JSON', () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 5 }), (entries) => {
        const seconds = entries.map(({ date }) => `${date.toISOString().slice(0, 19)}Z`)
        const xml = entries.map(({ title }) => title.replaceAll('&', '&amp;'))
        const items = entries.map(
          ({ path, date }, at) =>
            `<item><title>${xml[at]?.replaceAll('&amp;', '&amp;amp;')}</title><link>${path}</link><pubDate>${date.toUTCString()}</pubDate></item>`,
        )
        const atoms = entries.map(
          ({ path }, at) =>
            `<entry><title>${xml[at]}</title><link href="${path}"/><published>${seconds[at]}</published></entry>`,
        )
        const json = entries.map(({ title, path }, at) => ({
          ...{ id: at, title: title.replaceAll('&', '&amp;') },
          ...{ url: path, date_published: seconds[at] },
        }))
        const feeds = [
          `<rss><channel>${items.join('')}</channel></rss>`,
          `<rdf:RDF ${RDF} xmlns="http://purl.org/rss/1.0/"><channel/>${items.join('')}</rdf:RDF>`,
          `<feed ${ATOM}>${atoms.join('')}</feed>`,
          JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: json }),
        ].map((text) => read(text).slice(1))
        for (const feed of feeds) expect(feed).toEqual(feeds[0])
        expect(feeds[0]).toHaveLength(entries.length * 3)
      }),
    )
  })

  it('does not mind white space, comments and the order of attributes', () => {
    const filler = fc.constantFrom('', ' ', '\n\t', '<!-- <item> -->', '<?x y?>')
    fc.assert(
      fc.property(filler, filler, filler, fc.boolean(), (a, b, c, isSwapped) => {
        const link = isSwapped ? 'href="/1" rel="alternate"' : 'rel="alternate" href="/1"'
        const text = `<feed ${ATOM}>${a}<title>T</title>${b}<entry>${c}<title>A</title>${a}<link ${link}/>${b}</entry>${c}</feed>`
        expect(read(text)).toEqual(['T', 'A', ONE, null])
      }),
    )
  })
})
