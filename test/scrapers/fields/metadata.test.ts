/** What a page says about its article: where each field is read from, and where it is not. */

import { describe, expect, it } from 'vitest'
import { extracted, PAGE_URL, pageWith, TITLE } from '../page-with.ts'

const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`

describe('publishedAt', () => {
  it.each([
    [
      'JSON-LD',
      { head: ld({ '@type': 'NewsArticle', datePublished: '2024-07-09T10:03:00+07:00' }) },
    ],
    [
      'a graph of JSON-LD',
      {
        head: ld({
          '@graph': [
            { '@type': 'WebSite' },
            { '@type': ['Article'], datePublished: '2024-07-09T10:03:00+07:00' },
          ],
        }),
      },
    ],
    [
      'JSON-LD with a comma too many',
      {
        head: '<script type="application/ld+json">{"@type":"Article","datePublished":"2024-07-09T10:03:00+07:00",}</script>',
      },
    ],
    [
      'JSON-LD without a zone',
      { head: ld({ '@type': 'Article', datePublished: '2024-07-09 10:03' }) },
    ],
    [
      'a meta tag',
      { head: '<meta property="article:published_time" content="2024-07-09T03:03:00Z">' },
    ],
    ['a time tag', { top: '<p><time datetime="2024-07-09T10:03">hôm nọ</time></p>' }],
    ['a line', { top: '<p>Ngày đăng: 10:03 AM, 09/07/2024 - Lượt xem: 59</p>' }],
    ['a line in pieces', { top: '<ul><li>10:03</li><li>09/07/2024</li></ul>' }],
    [
      'a line inside the body',
      {
        body: '<p>Cập nhật: 09/07/2024 10:03</p><p>Phố sách mở lại, đông hơn hẳn năm ngoái, và người bán cũng vui hơn trước.</p><p>Ai cũng nói mùa này sách thiếu nhi bán chạy nhất, thứ hai là sách nấu ăn.</p>',
      },
    ],
    ['a line below the body', { below: '<p>Đăng lúc 10:03, 09/07/2024</p>' }],
  ])('is read from %s', (_case, parts) => {
    const { publishedAt } = extracted(pageWith(parts))
    expect(publishedAt).toBe('2024-07-09T10:03:00+07:00')
  })

  it.each([
    [
      'a related card',
      {
        below:
          '<ul><li><a href="/a"><h3>Bài khác thứ nhất</h3></a><p>14/07/2023</p></li><li><a href="/b"><h3>Bài khác thứ hai</h3></a><p>15/07/2023</p></li></ul>',
      },
    ],
    ['the copyright', { below: '<footer>© 2019 Blog</footer>' }],
    ['the future', { top: '<p>Ngày đăng: 09/07/2031</p>' }],
    [
      'a sentence of the body',
      {
        body: '<p>Ngày 9 tháng 7 năm 2020 phố sách đóng cửa, và chẳng ai tin rằng nó sẽ mở lại ở chỗ cũ.</p><p>Hai năm sau, người ta lại thấy những chiếc bàn gấp dọc vỉa hè và mùi giấy mới.</p>',
      },
    ],
  ])('is not read from %s', (_case, parts) => {
    expect(extracted(pageWith(parts)).publishedAt).toBeNull()
  })

  it('is read from the address where nothing else gives it', () => {
    const { publishedAt } = extracted(pageWith({}), 'https://blog.example/2024/07/09/pho-sach')
    expect(publishedAt).toBe('2024-07-09T00:00:00+07:00')
  })
})

describe('title', () => {
  it.each([
    ['the only first-level heading', '<title>Blog</title>', `<h1>${TITLE}</h1>`],
    [
      'the heading that the head knows',
      `<meta property="og:title" content="${TITLE} | Blog">`,
      `<h1>Chuyên mục</h1><h2>${TITLE}</h2>`,
    ],
    ['OpenGraph, where no heading shows it', `<meta property="og:title" content="${TITLE}">`, ''],
    ['the title tag, without the site', `<title>${TITLE} | Blog Phố Phường</title>`, ''],
    ['a heading beside a logo', `<title>${TITLE} - Blog</title>`, `<h1>Blog</h1><h1>${TITLE}</h1>`],
  ])('is %s', (_case, head, headings) => {
    const body = pageWith({})
      .replace(/<title>.*<\/title>/, head)
      .replace(/<h1>.*<\/h1>/, headings)
    expect(extracted(body).title).toBe(TITLE)
  })
})

describe('byline', () => {
  it.each([
    ['JSON-LD', { head: ld({ '@type': 'Article', author: { name: 'Lê Minh An' } }) }, 'Lê Minh An'],
    [
      'several authors',
      { head: ld({ '@type': 'Article', author: [{ name: 'Lê Minh An' }, { name: 'Trần Bình' }] }) },
      'Lê Minh An, Trần Bình',
    ],
    [
      'an author by reference',
      {
        head: ld({
          '@graph': [
            { '@type': 'Article', author: { '@id': '#1' } },
            { '@id': '#1', '@type': 'Person', name: 'Lê Minh An' },
          ],
        }),
      },
      'Lê Minh An',
    ],
    ['a meta tag', { head: '<meta name="author" content="Lê Minh An">' }, 'Lê Minh An'],
    ['a labelled line', { top: '<p>Tác giả: Lê Minh An</p>' }, 'Lê Minh An'],
    [
      'a line with a date',
      { top: '<p class="byline">By Lê Minh An | 09/07/2024</p>' },
      'Lê Minh An',
    ],
    [
      'a link to the author',
      { top: '<p><a rel="author" href="/tac-gia/an">Lê Minh An</a></p>' },
      'Lê Minh An',
    ],
    ['no person', { head: '<meta name="author" content="admin">' }, null],
    [
      'an address',
      { head: '<meta property="article:author" content="https://f.example/an">' },
      null,
    ],
  ])('is read from %s', (_case, parts, byline) => {
    expect(extracted(pageWith(parts)).byline).toBe(byline)
  })
})

describe('the rest of what a page says', () => {
  it.each([
    ['the page’s own address without tracking', '', `${PAGE_URL}?utm_source=x`, PAGE_URL],
    [
      'the canonical link',
      '<link rel="canonical" href="/tin/khac">',
      PAGE_URL,
      'https://blog.example/tin/khac',
    ],
    [
      'not a canonical link to another site',
      '<link rel="canonical" href="https://x.example/">',
      PAGE_URL,
      PAGE_URL,
    ],
    [
      'not a canonical link to the front page',
      '<link rel="canonical" href="/">',
      PAGE_URL,
      PAGE_URL,
    ],
  ])('has as its address %s', (_case, head, url, expected) => {
    expect(extracted(pageWith({ head }), url).sourceUrl).toBe(expected)
  })

  it('has each topic once, from tags and keywords', () => {
    const head =
      '<meta property="article:tag" content="Sách"><meta name="keywords" content="sách, phố">'
    const below = '<p><a rel="tag" href="/tag/a">Đọc</a></p>'
    expect(extracted(pageWith({ head, below })).topics).toEqual(['Sách', 'Đọc', 'phố'])
  })

  it('has the picture meant for sharing, with its size', () => {
    const head =
      '<meta property="og:image" content="/a.jpg"><meta property="og:image:width" content="1200">'
    const { image } = extracted(pageWith({ head }))
    expect(image).toEqual({
      url: 'https://blog.example/a.jpg',
      alt: null,
      width: 1200,
      height: null,
    })
  })

  it.each([
    ['a logo', '/logo-blog.png'],
    ['a drawing', '/a.svg'],
    ['what stands in for a picture', '/img/default.jpg'],
    ['no address of the web', 'data:image/gif;base64,R0lGOD'],
  ])('has the next picture where the one meant for sharing is %s', (_case, address) => {
    const meta = (content: string) => `<meta property="og:image" content="${content}">`
    const head = `${meta(address)}<meta property="og:image:alt" content="Biểu trưng">`
    const next = extracted(pageWith({ head: head + meta('/b.jpg') })).image
    expect(next).toMatchObject({ url: 'https://blog.example/b.jpg', alt: null })
    expect(extracted(pageWith({ head })).image).toBeNull()
  })

  it('has no thumbnail of the body', () => {
    const pictures = '<p><img src="/a.jpg" width="48"><img src="/b.jpg" width="640">'
    const { image } = extracted(pageWith({}).replace('<p>', pictures))
    expect(image?.url).toBe('https://blog.example/b.jpg')
  })

  it('has the first picture of the body where none is meant for sharing', () => {
    const { image } = extracted(
      pageWith({ below: '' }).replace('<p>', '<p><img src="/b.jpg" alt="Phố">'),
    )
    expect(image?.url).toBe('https://blog.example/b.jpg')
  })

  it.each([
    ['a badge', '<span class="hot">Nổi bật</span>', true],
    ['a badge in the date line', '<p><b>Featured</b> 09/07/2024</p>', true],
    ['no badge', '<p>09/07/2024</p>', false],
    [
      'no entry of a menu',
      '<nav><a href="/moi">Mới</a><ul><li><a href="/noi-bat">Nổi bật</a></li></ul></nav>',
      false,
    ],
    [
      'no entry of a list of links',
      '<ul><li><a href="/moi">Mới</a></li><li><a href="/noi-bat">Nổi bật</a></li></ul>',
      false,
    ],
    ['no heading of a box', '<aside><p>Nổi bật</p><a href="/a">Bài khác</a></aside>', false],
    ['no heading', '<div><h3>Nổi bật</h3><a href="/a">Bài khác</a></div>', false],
  ])('is featured by %s', (_case, top, featured) => {
    expect(extracted(pageWith({ top })).featured).toBe(featured)
  })

  it('is featured by a badge inside the heading, which is no part of the title', () => {
    const html = pageWith({}).replace('<h1>', '<h1><span>Nổi bật</span> ')
    expect(extracted(html)).toMatchObject({ title: TITLE, featured: true })
  })

  it('resolves relative addresses against the page’s base', () => {
    const html = pageWith({ head: '<base href="https://cdn.example/x/">' }).replace(
      '<p>',
      '<p><img src="b.jpg">',
    )
    expect(extracted(html).image?.url).toBe('https://cdn.example/x/b.jpg')
  })
})
