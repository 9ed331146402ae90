/** Where each field of an article was read, as the explanation of an extraction names it. */

import { describe, expect, it } from 'vitest'
import { originsOf, pageWith, TITLE } from '../page-with.ts'

const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`

describe('origins', () => {
  it.each([
    ['the only heading', 'title', {}, 'h1'],
    ['linked data', 'byline', { head: ld({ '@type': 'Article', author: 'Lê An' }) }, 'json-ld'],
    ['a meta tag', 'byline', { head: '<meta name="author" content="Lê An">' }, 'meta author'],
    ['a line', 'byline', { top: '<p>Tác giả: Lê An</p>' }, 'line'],
    ['no author', 'byline', {}, null],
    [
      'a time tag',
      'publishedAt',
      { top: '<p><time datetime="2024-07-09">hôm nọ</time></p>' },
      'time',
    ],
    ['a dated line', 'publishedAt', { top: '<p>Ngày đăng: 09/07/2024</p>' }, 'line'],
    ['a counting line', 'partnerViews', { top: '<p>Lượt xem: 59</p>' }, 'line'],
    [
      'what is shared',
      'image',
      { head: '<meta property="og:image" content="/a.jpg">' },
      'meta og:image',
    ],
    [
      'tags and keywords',
      'topics',
      { head: '<meta property="article:tag" content="Sách"><meta name="keywords" content="phố">' },
      'meta article:tag, meta keywords',
    ],
    ['its own address', 'sourceUrl', {}, 'url'],
    [
      'its canonical link',
      'sourceUrl',
      { head: '<link rel="canonical" href="/tin/khac">' },
      'link canonical',
    ],
    ['what the page declares', 'language', {}, 'html lang'],
  ] as const)('tell %s', (_case, field, parts, origin) => {
    expect(originsOf(pageWith(parts))[field]).toBe(origin)
  })

  it('tell the address as the origin of a date that nothing else gives', () => {
    const { publishedAt } = originsOf(pageWith({}), 'https://blog.example/2024/07/09/pho-sach')
    expect(publishedAt).toBe('url')
  })

  it('tell the letters as the origin of a language that the page declares otherwise', () => {
    expect(originsOf(pageWith({}).replace('lang="vi"', 'lang="en"')).language).toBe('text')
  })

  it('tell the head as the origin of a title that no heading shows', () => {
    const head = `<meta property="og:title" content="${TITLE}">`
    expect(originsOf(pageWith({ head }).replace(/<h1>.*<\/h1>/, '')).title).toBe('meta og:title')
  })
})
