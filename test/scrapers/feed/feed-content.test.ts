/** Articles that an entry carries whole, and what it says of who wrote them. */

import { describe, expect, it } from 'vitest'
import { parseFeed } from '../../../src/scrapers/feed/feed.ts'

const BASE = 'https://a.example/feed.xml'

function item(inside: string) {
  return parseFeed(`<rss><channel><item>${inside}</item></channel></rss>`, BASE)?.entries[0]
}

function entry(inside: string) {
  return parseFeed(`<feed><entry>${inside}</entry></feed>`, BASE)?.entries[0]
}

describe('parseFeed, the content of RSS', () => {
  it.each([
    [
      'in CDATA',
      '<content:encoded><![CDATA[<p>A &amp; B</p>]]></content:encoded>',
      '<p>A &amp; B</p>',
    ],
    ['escaped', '<content:encoded>&lt;p&gt;A&lt;/p&gt;</content:encoded>', '<p>A</p>'],
    [
      'under another prefix',
      '<c:encoded xmlns:c="http://purl.org/rss/1.0/modules/content/">A</c:encoded>',
      'A',
    ],
    ['not escaped at all', '<content:encoded><p>A<br>B</p></content:encoded>', '<p>A<br>B</p>'],
    [
      'in a body of XHTML',
      '<body xmlns="http://www.w3.org/1999/xhtml"><p>A</p></body>',
      '<p>A</p>',
    ],
    ['empty', '<content:encoded/>', null],
    ['a description, which is a summary', '<description>A</description>', null],
    ['a picture', '<media:content url="a.jpg" type="image/jpeg"/>', null],
  ])('reads one %s', (_case, inside, html) => {
    expect(item(inside)?.html).toBe(html)
  })
})

describe('parseFeed, the content of Atom (RFC 4287 section 4.1.3)', () => {
  it.each([
    ['type html', '<content type="html">&lt;p&gt;A&lt;/p&gt;</content>', '<p>A</p>'],
    [
      'type xhtml, its prefix left out',
      '<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p title="&quot;">A &lt; B<x:br/></x:p></x:div></content>',
      '<div><p title="&quot;">A &lt; B<br></p></div>',
    ],
    ['type text', '<content type="text">A &lt; B\n\nC</content>', '<p>A &lt; B</p>\n<p>C</p>'],
    ['no type: text', '<content>A</content>', '<p>A</p>'],
    ['elsewhere', '<content type="text/html" src="/a.html"/>', null],
    ['a picture in base64', '<content type="image/png">iVBORw0KGgo=</content>', null],
    ['a summary', '<summary type="html">A</summary>', null],
    [
      'Atom 0.3, escaped',
      '<content type="text/html" mode="escaped">&lt;p&gt;A&lt;/p&gt;</content>',
      '<p>A</p>',
    ],
    [
      'Atom 0.3, inline',
      '<content type="application/xhtml+xml" mode="xml"><p>A</p></content>',
      '<p>A</p>',
    ],
    [
      'Atom 0.3, base64',
      '<content type="text/html" mode="base64">PHA+QTwvcD4=</content>',
      '<p>A</p>',
    ],
  ])('reads %s', (_case, inside, html) => {
    expect(entry(inside)?.html).toBe(html)
  })
})

describe('parseFeed, the content of JSON Feed', () => {
  it.each([
    ['HTML', { content_html: '<p>A</p>', content_text: 'A' }, '<p>A</p>'],
    ['text', { content_text: 'A < B' }, '<p>A &lt; B</p>'],
    ['nothing', { summary: 'A' }, null],
  ])('reads %s', (_case, fields, html) => {
    expect(parseFeed(JSON.stringify({ items: [{ id: 1, ...fields }] }))?.entries[0]?.html).toBe(
      html,
    )
  })
})

describe('parseFeed, who and what', () => {
  it.each([
    ['Dublin Core', '<dc:creator>Lan</dc:creator><author>x@a.example</author>', ['Lan']],
    ['RSS 2.0', '<author>lan@a.example (Lan Nguyễn)</author>', ['Lan Nguyễn']],
    ['a name before an address', '<author>Lan &lt;lan@a.example&gt;</author>', ['Lan']],
    ['an address alone', '<author>lan@a.example</author>', []],
    [
      'Atom',
      '<author><name>Lan</name><email>lan@a.example</email></author><author><name>Minh</name></author>',
      ['Lan', 'Minh'],
    ],
  ])('reads authors: %s', (_case, inside, authors) => {
    expect(item(inside)?.authors).toEqual(authors)
  })

  it('reads the authors of JSON Feed 1 and 1.1', () => {
    const items = [
      { id: 1, author: { name: 'Lan' } },
      { id: 2, authors: [{ name: 'Lan' }, { url: 'x' }] },
    ]
    const feed = parseFeed(JSON.stringify({ items }))
    expect(feed?.entries.map(({ authors }) => authors)).toEqual([['Lan'], ['Lan']])
  })

  it('reads categories, each once', () => {
    const inside =
      '<category>KOL</category><category term="kol" label="KOC"/><dc:subject>KOL</dc:subject>'
    expect(item(inside)?.categories).toEqual(['KOL', 'KOC'])
  })

  it.each([
    ['Media RSS', '<media:content url="/a.jpg" medium="image"/>', 'https://a.example/a.jpg'],
    ['a thumbnail', '<media:thumbnail url="/a"/>', 'https://a.example/a'],
    ['an enclosure', '<enclosure url="/a" type="image/png"/>', 'https://a.example/a'],
    ['a sound', '<enclosure url="/a.mp3" type="audio/mpeg"/>', null],
  ])('reads the picture: %s', (_case, inside, image) => {
    expect(item(inside)?.image).toBe(image)
  })

  it('tells the last change beside the first publication', () => {
    const inside = '<published>2024-07-09T10:03:00Z</published><updated>2024-07-10</updated>'
    expect(entry(inside)).toMatchObject({
      publishedAt: '2024-07-09T10:03:00+00:00',
      updatedAt: '2024-07-10T00:00:00+00:00',
    })
  })
})
