/** Which words of a page are its article's title, and what of them is the site's name. */

import { describe, expect, it } from 'vitest'
import { extracted, PAGE_URL, pageWith, TITLE } from '../page-with.ts'

const titled = (head: string, headings: string) =>
  pageWith({})
    .replace(/<title>.*<\/title>/, head)
    .replace(/<h1>.*<\/h1>/, headings)

describe('title', () => {
  it.each([
    [
      'is what the head says where the only heading is the site’s motto',
      `<title>${TITLE} | Chuyện chợ búa</title>`,
      '<h1>Chuyện chợ búa</h1>',
      TITLE,
    ],
    [
      'is another heading that says exactly what the head says',
      `<title>${TITLE} | Blog</title>`,
      `<h2>${TITLE}</h2><h1>Vì sao người ta quay lại</h1>`,
      TITLE,
    ],
    [
      'is the only heading although the head says it in other words',
      '<title>Phố sách mở cửa trở lại | Blog</title>',
      '<h1>Hai năm sau, phố sách lại đông</h1>',
      'Hai năm sau, phố sách lại đông',
    ],
    [
      'is what the head says where several headings say other things',
      `<meta property="og:title" content="${TITLE}">`,
      '<h1>Đăng nhập</h1><h1>Tìm kiếm nhanh</h1>',
      TITLE,
    ],
    [
      'is a short heading that is a part of what the page is called',
      '<title>Phố cũ – Mưa tím – Lời bài hát | Blog</title>',
      '<h2>Phố cũ</h2><h1>Mưa tím</h1>',
      'Mưa tím',
    ],
    [
      'has no date that stands in its heading',
      `<title>${TITLE} | Blog</title>`,
      `<h1><small>09 thg 7 2024</small> ${TITLE}</h1>`,
      TITLE,
    ],
    [
      'has no entities, which were encoded twice',
      '<title>Sách &amp;amp; phố: chuyện hai năm &amp;#8211; Blog</title>',
      '',
      'Sách & phố: chuyện hai năm',
    ],
    [
      'is taken from microdata where nothing shows it',
      '<title>Blog</title>',
      `<div itemscope itemtype="https://schema.org/Article"><meta itemprop="headline" content="${TITLE}"></div>`,
      TITLE,
    ],
    [
      'is read where a template writes value for content',
      `<title>Blog</title><meta property="og:title" value="${TITLE}">`,
      '',
      TITLE,
    ],
  ])('%s', (_case, head, headings, expected) => {
    expect(extracted(titled(head, headings)).title).toBe(expected)
  })

  it.each([
    ['the way home', '<title>Trang chủ</title>', `<h1>${TITLE}</h1>`],
    ['the site, as on every page', '<title>Chuyện chợ búa</title>', `<h1>${TITLE}</h1>`],
    ['that its template is unfinished', '<title>Untitled Document</title>', `<h1>${TITLE}</h1>`],
    [
      'the site behind the title, as its heading does',
      `<title>${TITLE} | Chuyện chợ búa</title>`,
      `<h1>${TITLE} | Chuyện chợ búa</h1>`,
    ],
  ])('is the heading alone where the head names %s', (_case, head, headings) => {
    const logo = '<nav><a href="/">Chuyện chợ búa</a></nav><nav>'
    expect(extracted(titled(head, headings).replace('<nav>', logo)).title).toBe(TITLE)
  })

  it('is the site’s name on the page that the site’s name leads to', () => {
    const html = titled('<title>Chuyện chợ búa</title>', `<h1>${TITLE}</h1>`)
    const home = html.replace('<nav>', '<nav><a href="/">Chuyện chợ búa</a></nav><nav>')
    expect(extracted(home, 'https://blog.example/').title).toBe('Chuyện chợ búa')
  })

  it.each([
    ['before it', `blog.example ${TITLE}`, PAGE_URL],
    ['glued to it', `${TITLE}:phosach日誌`, 'https://phosach.example/tin/1'],
    ['with its hyphens', `${TITLE} | chuyen-pho.example`, 'https://chuyen-pho.example/tin/1'],
  ])('has no host %s', (_case, said, url) => {
    expect(extracted(titled(`<title>${said}</title>`, ''), url).title).toBe(TITLE)
  })
})
