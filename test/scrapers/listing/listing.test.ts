/** Listing pages without a recipe: what is an article there, what is not, and what comes next. */

import { describe, expect, it } from 'vitest'
import { listArticles } from '../../../src/scrapers/listing/listing.ts'

const PAGE = 'https://a.example/tin-tuc'
const TITLES = [
  'Năm cách giữ chân người xem livestream',
  'Vì sao thương hiệu nhỏ cần KOC',
  'Mùa Tết này bán gì trên sàn?',
]

function list(body: string, pageUrl = PAGE) {
  return listArticles(`<!doctype html><html><body>${body}</body></html>`, pageUrl)
}

function paths(body: string, pageUrl = PAGE): string[] {
  return list(body, pageUrl).urls.map((url) => url.slice('https://a.example'.length))
}

/** One card a title, by a template; `$i` and `$t` are its number and title. */
function cards(template: string, titles = TITLES): string {
  return titles
    .map((title, index) => template.replaceAll('$i', String(index + 1)).replaceAll('$t', title))
    .join('\n')
}

const NUMBERED = ['/bai/1', '/bai/2', '/bai/3']

describe('listArticles, card templates', () => {
  it.each([
    ['headings with links', '<article><h2><a href="/bai/$i">$t</a></h2><p>…</p></article>'],
    [
      'links with headings',
      '<a class="card" href="/bai/$i"><img src="x"><h3>$t</h3><p>Trích đoạn dài hơn cả tựa đề của bài viết này nữa cơ</p></a>',
    ],
    ['links without headings', '<li><a href="/bai/$i">$t</a></li>'],
    [
      'a picture, a title and a button',
      '<div class="c"><a href="/bai/$i"><img alt="$t"></a><h4><a href="/bai/$i">$t</a></h4><a href="/bai/$i">Xem thêm</a></div>',
    ],
    [
      'a title in the link only by its picture',
      '<div class="c"><a href="/bai/$i"><img alt="$t"></a></div>',
    ],
    [
      'a title in the title attribute',
      '<div class="c"><a href="/bai/$i" title="$t"><img></a></div>',
    ],
    [
      'cards numbered by class',
      '<div class="post post-$i"><h3 class="h"><a href="/bai/$i">$t</a></h3></div>',
    ],
    ['table rows', '<table><tr><td><a href="/bai/$i">$t</a></td></tr></table>'],
    ['tracking parameters', '<h3><a href="/bai/$i?utm_source=home&utm_medium=card">$t</a></h3>'],
    ['fragments', '<h3><a href="/bai/$i#top">$t</a></h3>'],
    ['the host with www', '<h3><a href="https://a.example/bai/$i">$t</a></h3>'],
  ])('finds %s', (_case, template) => {
    expect(paths(cards(template))).toEqual(NUMBERED)
  })

  it('gives the titles', () => {
    expect(
      list(cards('<h3><a href="/bai/$i">$t</a></h3>')).articles.map(({ title }) => title),
    ).toEqual(TITLES)
  })

  it('keeps the slash that the partner wrote', () => {
    expect(paths(cards('<h3><a href="/bai/$i/">$t</a></h3>'))).toEqual([
      '/bai/1/',
      '/bai/2/',
      '/bai/3/',
    ])
  })

  it('resolves against the base of the page', () => {
    const body = `<base href="/x/">${cards('<h3><a href="bai/$i">$t</a></h3>')}`
    expect(paths(body)[0]).toBe('/x/bai/1')
  })

  it('finds nothing where the base leads to another site', () => {
    const body = `<base href="https://evil.example/">${cards('<h3><a href="bai/$i">$t</a></h3>')}`
    expect(paths(body)).toEqual([])
  })

  it('adds a lone teaser whose address is like the others', () => {
    const teaser = '<div class="hero"><h2><a href="/bai/9">Bài nổi bật nhất tuần này</a></h2></div>'
    expect(paths(teaser + cards('<li><h3><a href="/bai/$i">$t</a></h3></li>'))).toEqual([
      '/bai/9',
      ...NUMBERED,
    ])
  })

  it('finds the single card of a last page', () => {
    expect(paths('<div><h3><a href="/bai/7">Bài cũ nhất của chuyên trang</a></h3></div>')).toEqual([
      '/bai/7',
    ])
  })
})

describe('listArticles, what is no article', () => {
  const some = cards('<li><h3><a href="/bai/$i">$t</a></h3></li>')
  const words = 'Một dòng chữ dài như tựa đề bài viết'

  it.each([
    ['the navigation', `<nav><h3><a href="/bai/8">${words}</a></h3></nav>`],
    ['a menu by its class', `<div class="main-menu"><h3><a href="/bai/8">${words}</a></h3></div>`],
    ['the footer', `<footer><h3><a href="/bai/8">${words}</a></h3></footer>`],
    [
      'the breadcrumbs',
      `<ul class="breadcrumb"><li><h3><a href="/bai/8">${words}</a></h3></li></ul>`,
    ],
    ['another site', `<h3><a href="https://b.example/bai/8">${words}</a></h3>`],
    ['a subdomain', `<h3><a href="https://shop.a.example/bai/8">${words}</a></h3>`],
    ['a tag', `<li><h3><a href="/tag/8">${words}</a></h3></li>`],
    ['a category', `<li><h3><a href="/chuyen-muc/8">${words}</a></h3></li>`],
    ['an author', `<li><h3><a href="/tac-gia/8">${words}</a></h3></li>`],
    ['a search', `<li><h3><a href="/?s=kol">${words}</a></h3></li>`],
    ['a sign-in', `<li><h3><a href="/dang-nhap">${words}</a></h3></li>`],
    ['the contact page', `<li><h3><a href="/lien-he.html">${words}</a></h3></li>`],
    ['a picture', `<li><h3><a href="/bai/8.jpg">${words}</a></h3></li>`],
    ['the home page', `<li><h3><a href="/">${words}</a></h3></li>`],
    ['the page itself', `<li><h3><a href="/tin-tuc#top">${words}</a></h3></li>`],
    ['another page of the list', `<li><h3><a href="/tin-tuc?page=3">${words}</a></h3></li>`],
    ['a script', `<li><h3><a href="javascript:void(0)">${words}</a></h3></li>`],
    ['a mail address', `<li><h3><a href="mailto:a@a.example">${words}</a></h3></li>`],
    ['a word', '<li><h3><a href="/bai/8">Xem</a></h3></li>'],
    ['an empty link', '<li><h3><a href="/bai/8"></a></h3></li>'],
    ['a link without an address', `<li><h3><a>${words}</a></h3></li>`],
    [
      'a script that writes links',
      `<script>document.write('<h3><a href="/bai/8">${words}</a></h3>')</script>`,
    ],
  ])('leaves out %s', (_case, html) => {
    expect(paths(some + html)).toEqual(NUMBERED)
  })

  it('gives nothing for a page of prose', () => {
    expect(
      list('<p>Xin chào. <a href="/bai/1">Đọc bài viết đầu tiên của chúng tôi</a>.</p>').urls,
    ).toEqual([])
  })

  it('gives nothing for no page', () => {
    expect(listArticles('', PAGE)).toEqual({
      urls: [],
      articles: [],
      next: null,
      feeds: [],
      hubs: [],
      isCut: false,
      self: null,
      listings: [],
    })
  })
})

describe('listArticles, the next page', () => {
  it.each([
    ['rel=next in the head', '<link rel="next" href="/tin-tuc?page=2">', PAGE, '/tin-tuc?page=2'],
    ['rel=next on a link', '<a rel="next" href="?page=2">2</a>', PAGE, '/tin-tuc?page=2'],
    ['words', '<a href="/tin-tuc/page/2">Trang sau</a>', PAGE, '/tin-tuc/page/2'],
    ['words with an arrow', '<a href="/tin-tuc?page=2">Trang sau »</a>', PAGE, '/tin-tuc?page=2'],
    ['an arrow alone', '<a href="/tin-tuc?page=2">›</a>', PAGE, '/tin-tuc?page=2'],
    [
      'not the arrow back',
      '<a href="/tin-tuc?page=1">‹</a><a href="/tin-tuc?page=3">›</a>',
      `${PAGE}?page=2`,
      '/tin-tuc?page=3',
    ],
    ['"Xem thêm" to a page', '<a href="/tin-tuc?trang=2">Xem thêm</a>', PAGE, '/tin-tuc?trang=2'],
    [
      'the next figure',
      '<a href="?page=1">1</a><a href="?page=2">2</a><a href="?page=3">3</a>',
      `${PAGE}?page=2`,
      '/tin-tuc?page=3',
    ],
    ['figures in the path', '<a href="/tin-tuc/trang-2">2</a>', PAGE, '/tin-tuc/trang-2'],
    [
      'figures from the second page on',
      '<a href="/tin-tuc/page/3/">3</a>',
      'https://a.example/tin-tuc/page/2/',
      '/tin-tuc/page/3/',
    ],
    [
      'figures in an ending',
      '<a href="/tin-tuc-p2.html">2</a>',
      'https://a.example/tin-tuc.html',
      '/tin-tuc-p2.html',
    ],
    [
      'an unrelated filter kept',
      '<a href="/tin-tuc?loai=kol&page=2">2</a>',
      `${PAGE}?loai=kol`,
      '/tin-tuc?loai=kol&page=2',
    ],
  ])('is found by %s', (_case, html, pageUrl, expected) => {
    expect(list(html, pageUrl).next).toBe(`https://a.example${expected}`)
  })

  it.each([
    ['"Xem thêm" to an article', '<a href="/bai/1">Xem thêm</a>'],
    ['a figure that is no page', '<a href="/bai/2">2</a>'],
    ['the page of another list', '<a href="/su-kien?page=2">2</a>'],
    ['rel=next to another site', '<a rel="next" href="https://b.example/tin-tuc?page=2">2</a>'],
    ['rel=next to the page itself', '<a rel="next" href="/tin-tuc">2</a>'],
    ['a script', '<a rel="next" href="javascript:next()">Trang sau</a>'],
    ['the last page', '<a href="?page=1">1</a>'],
  ])('is not %s', (_case, html) => {
    expect(list(html).next).toBeNull()
  })
})

describe('listArticles, where else to look', () => {
  it('names the feeds of the page, not those of comments', () => {
    const html = [
      '<link rel="alternate" type="application/rss+xml" title="Tin" href="/feed">',
      '<link rel="alternate" type="application/rss+xml" title="Tin » Comments" href="/comments/feed">',
      '<link rel="alternate" type="application/atom+xml" href="/atom.xml">',
      '<link rel="alternate" type="application/feed+json" href="/feed.json">',
      '<link rel="alternate" hreflang="en" href="/en">',
      '<link rel="stylesheet" type="text/css" href="/a.css">',
    ].join('')
    expect(list(html).feeds).toEqual([
      'https://a.example/feed',
      'https://a.example/atom.xml',
      'https://a.example/feed.json',
    ])
  })

  it('names the fronts of the blog, the whole list first', () => {
    const html =
      '<nav><a href="/blog">Blog</a></nav><a href="/kho">Xem tất cả</a><a href="/tin-tuc">Tin</a>'
    expect(list(html).listings).toEqual(['https://a.example/kho', 'https://a.example/blog'])
  })
})

describe('listArticles, hostile pages', () => {
  it.each([
    ['links in links without end', '<a href="/bai/1">'.repeat(50_000)],
    [
      'headings in headings without end',
      `${'<h2>'.repeat(50_000)}<a href="/bai/1">Một hai ba bốn</a>`,
    ],
    [
      'a hundred thousand links',
      cards('<h3><a href="/bai/$i">$t</a></h3>', Array(99_000).fill('Một hai ba bốn')),
    ],
    ['nothing but tags', '<b>'.repeat(400_000)],
    ['white space without end', `<h3><a href="/bai/1">${' '.repeat(1_000_000)}</a></h3>`],
    ['an address without end', `<h3><a href="/${'a-'.repeat(500_000)}">Một hai ba bốn</a></h3>`],
  ])('survives %s', (_case, html) => {
    expect(list(html).urls.length).toBeLessThanOrEqual(1_000)
  })
})
