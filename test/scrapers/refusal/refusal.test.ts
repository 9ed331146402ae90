/** Pages that are no article, though they have text enough for one. */

import { describe, expect, it } from 'vitest'
import { extraction, PAGE_URL, PARAGRAPHS, pageWith, TITLE, textOf } from '../page-with.ts'

const EXCERPT =
  'Một góc nhỏ của phố vẫn sáng đèn tới khuya, nơi người ta ngồi đọc rồi quên mất giờ về.'
const cards = (count: number, date: string) =>
  Array.from(
    { length: count },
    (_, index) =>
      `<div><h2><a href="/tin/${index}">Ghi chép thứ ${index} về phố đi bộ</a></h2>${date}<p>${EXCERPT}</p></div>`,
  ).join('')
const DATE = '<p>01:54 AM, 14/07/2023 219 Lượt xem</p>'
/** As a page is that was written in UTF-8 and read as Western European. */
const mojibake = (text: string) =>
  new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))
const PASSWORD = '<form><input name="who"><input type="password" name="secret"></form>'

describe('extractArticle, pages that are something else', () => {
  it.each([
    ['a listing', `<h1>Chuyện phố</h1><div>${cards(12, DATE)}</div>`],
    ['a listing without dates', `<h1>Chuyện phố</h1><div>${cards(12, '')}</div>`],
    [
      'a listing with an introduction',
      `<h1>Chuyện phố</h1><p>${PARAGRAPHS[0]} ${PARAGRAPHS[1]}</p><div>${cards(12, DATE)}</div>`,
    ],
    [
      'an error page with suggestions',
      `<h1>Ôi, không tìm thấy trang</h1><p>${EXCERPT}</p><div>${cards(8, DATE)}</div>`,
    ],
    [
      'a page that says so in its text',
      `<h1>Rất tiếc</h1><p>Bài viết mà bạn muốn xem đã bị gỡ khỏi chuyên mục, hoặc không tồn tại nữa.</p><p>${EXCERPT}</p>`,
    ],
    [
      'a server’s own page',
      `<title>502 Bad Gateway</title><h1>Bad Gateway</h1><p>${EXCERPT} ${EXCERPT}</p>`,
    ],
    [
      'a guard against robots',
      `<title>Just a moment...</title><h1>blog.example</h1><p>${EXCERPT} ${EXCERPT}</p>`,
    ],
    ['a sign-in page', `<h1>Đăng nhập</h1><p>${EXCERPT} ${EXCERPT}</p>${PASSWORD}`],
    [
      'text whose bytes were taken for characters',
      `<h1>Chợ sách</h1><p>${mojibake(`${PARAGRAPHS[0]} ${PARAGRAPHS[1]}`)}</p>`,
    ],
    ['results of a search', `<h1>Kết quả tìm kiếm: phố</h1><p>${EXCERPT} ${EXCERPT}</p>`],
  ])('refuses %s', (_case, html) => {
    expect(extraction(`<html><body>${html}</body></html>`)).toMatchObject({
      ok: false,
      reason: 'not-an-article',
    })
  })

  it.each([
    ['a short article above many cards', pageWith({ below: `<div>${cards(12, DATE)}</div>` })],
    ['an article with a sign-in form', pageWith({ below: PASSWORD })],
    [
      'an article about pages that are gone',
      pageWith({
        body: `${PARAGRAPHS.map((text) => `<p>${text} ${EXCERPT} ${EXCERPT}</p>`).join('')}<p>Trang cũ của hội sách không tồn tại.</p>`,
      }),
    ],
    [
      'a short article beside a column of links',
      pageWith({
        body: `<p>${PARAGRAPHS[0]} ${PARAGRAPHS[1]}</p>`,
        below: `<ul>${Array.from({ length: 8 }, (_, index) => `<li><a href="/tin/${index}">Ghi chép thứ ${index} về phố đi bộ</a></li>`).join('')}</ul>`,
      }),
    ],
  ])('reads %s', (_case, html) => {
    expect(extraction(html)).toMatchObject({ ok: true })
  })
})

const MENU =
  '<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/tin">Chuyện phố</a></li></ul></nav>'
const SCRIPT = '<script src="/app.js"></script>'
const LONG_INTRODUCTION = `<p>${PARAGRAPHS[0]} ${PARAGRAPHS[1]} ${PARAGRAPHS[2]}</p>`

describe('extractArticle, listings', () => {
  it.each([
    ['its title stands in the menu', `${MENU}<h1>Chuyện phố</h1>${LONG_INTRODUCTION}`, PAGE_URL],
    [
      'its address is a tag’s',
      `<h1>Phố đi bộ</h1>${LONG_INTRODUCTION}`,
      'https://blog.example/tag/pho',
    ],
    ['a label stands before its title', `<h1>Thẻ: phố đi bộ</h1>${LONG_INTRODUCTION}`, PAGE_URL],
  ])('refuses one with a long introduction where %s', (_case, top, url) => {
    const html = `<html><body>${top}<div>${cards(4, DATE)}</div></body></html>`
    expect(extraction(html, url)).toMatchObject({ ok: false, reason: 'not-an-article' })
  })

  it.each([
    ['archive category', false],
    ['home blog', false],
    ['single single-post archive', true],
    ['page-archive', true],
  ])('believes the classes that a template gives its body: %s', (classes, ok) => {
    const html = pageWith({ body: LONG_INTRODUCTION, below: `<div>${cards(4, DATE)}</div>` })
    expect(extraction(html.replace('<body>', `<body class="${classes}">`)).ok).toBe(ok)
  })

  it.each([
    ['a short article above cards that are said to be related', '<h2>Tin liên quan</h2>', 12],
    ['a short article above a few cards', '', 4],
  ])('reads %s', (_case, heading, count) => {
    const html = pageWith({
      body: `<p>${PARAGRAPHS[0]} ${PARAGRAPHS[2]}</p>`,
      below: `<section>${heading}${cards(count, DATE)}</section>`,
    })
    expect(extraction(html)).toMatchObject({ ok: true })
  })

  it('reads an article that is a ranked list with links', () => {
    const ranks = Array.from(
      { length: 8 },
      (_, index) =>
        `<h3><a href="/quan/${index}">${index + 1}. Quán số ${index + 1}</a></h3><p>${PARAGRAPHS[0]}</p><p>${EXCERPT}</p>`,
    )
    expect(extraction(pageWith({ body: `<p>${EXCERPT}</p>${ranks.join('')}` }))).toMatchObject({
      ok: true,
    })
  })

  it('refuses a thread of comments without what it is about', () => {
    const comments = PARAGRAPHS.map(
      (text) => `<li class="comment"><b>Bạn đọc</b><p>${text}</p></li>`,
    )
    const thread = `<ol class="comment-list">${comments.join('')}</ol>`
    expect(extraction(`<h1>Bình luận về phố sách</h1>${thread}`)).toMatchObject({
      message: expect.stringContaining('comments'),
    })
    expect(extraction(pageWith({ below: thread }))).toMatchObject({ ok: true })
  })
})

describe('extractArticle, pages that wait for scripts', () => {
  const asks = 'Bạn cần bật JavaScript để xem trang này, rồi tải lại trang một lần nữa.'

  it.each([
    ['an empty place for an application', `<h1>Blog</h1><div id="__next"></div>${SCRIPT}`],
    ['a place that says to wait', `<title>Blog</title><app-root>Đang tải…</app-root>${SCRIPT}`],
    ['a demand that readers see', `<h1>Blog</h1><p>${asks}</p><p>${asks}</p>${SCRIPT}`],
    [
      'a demand beside a footer',
      `<h1>${TITLE}</h1><noscript>${asks}</noscript>${SCRIPT}<footer><p>${EXCERPT}</p></footer>`,
    ],
    ['a long demand', `<h1>Blog</h1><noscript>${asks.repeat(9)}</noscript>${SCRIPT}`],
  ])('asks for them where there is %s', (_case, html) => {
    expect(extraction(html)).toMatchObject({ ok: false, reason: 'needs-javascript' })
  })

  it.each([
    [
      'a banner above it asks for scripts',
      pageWith({ top: `<noscript>${asks}</noscript>${SCRIPT}` }),
    ],
    ['a line of the page asks for scripts', pageWith({ top: `<p>${asks}</p>${SCRIPT}` })],
    [
      'it is about scripts',
      pageWith({
        body: `<p>${asks}</p><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p>`,
        top: SCRIPT,
      }),
    ],
    [
      'it stands ready for readers without scripts',
      `<title>${TITLE}</title><div id="app"></div><noscript><h1>${TITLE}</h1>${PARAGRAPHS.map((text) => `<p>${text}</p><p>${EXCERPT}</p>`).join('')}</noscript>${SCRIPT}`,
    ],
  ])('reads an article where %s', (_case, html) => {
    const outcome = extraction(html)
    expect(outcome.ok ? textOf(outcome.page) : outcome.message).toContain(PARAGRAPHS[0])
  })
})

describe('extractArticle, articles of few words', () => {
  const caption = (words: string) =>
    `<figure><img src="/${words}.jpg"><figcaption>${words}</figcaption></figure>`
  const verses = [
    'Chiều nghiêng xuống bến sông quê',
    'Con đò nằm đợi lối về của ai',
    'Gió lùa qua kẽ ngón tay',
  ]

  it.each([
    [
      'two sentences',
      '<p>Phà chạy lại từ sáng mai, giá vé không đổi. Bến cũ đóng cửa từ tối nay, sớm hơn dự kiến.</p>',
      'Bến cũ',
    ],
    [
      'a poem',
      [...verses, ...verses.toReversed()].map((line) => `<p>${line} thôi</p>`).join(''),
      'Gió lùa',
    ],
    [
      'pictures',
      ['Ấm trà sớm', 'Con bò lên phà', 'Mưa trên boong', 'Bờ bên kia', 'Đường về']
        .map(caption)
        .join(''),
      'Con bò lên phà',
    ],
    [
      'a table',
      `<table>${Array.from({ length: 9 }, (_, index) => `<tr><td>Tuyến phà số ${index + 1}</td><td>${index + 3}.000 đồng</td></tr>`).join('')}</table>`,
      'Tuyến phà số 4',
    ],
    [
      'paragraphs set as headings',
      `<h3>${PARAGRAPHS[0]} ${PARAGRAPHS[1]}</h3>`,
      'nhà xuất bản nhỏ',
    ],
    [
      'nothing but a standfirst',
      `<p class="sapo">${PARAGRAPHS[0]} ${EXCERPT}</p>`,
      'danh sách chờ',
    ],
    [
      'a standfirst that is the text again',
      `<p class="sapo">${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[0]}</p>`,
      'danh sách chờ',
    ],
  ])('reads one of %s', (_case, body, words) => {
    const outcome = extraction(pageWith({ body, below: `<footer><p>${EXCERPT}</p></footer>` }))
    const text = outcome.ok ? textOf(outcome.page) : outcome.message
    expect(text.toLowerCase()).toContain(words.toLowerCase())
  })

  it('refuses a page whose only prose is its footer', () => {
    const html = pageWith({ body: '', below: `<footer><p>${EXCERPT}</p></footer>` })
    expect(extraction(html)).toMatchObject({ ok: false, reason: 'not-an-article' })
  })
})

describe('extractArticle, pages that cannot be read', () => {
  it.each([
    [
      'letters that were lost',
      pageWith({ body: `<p>${'\ufffd\ufffd sách '.repeat(60)}</p>` }),
      'not-an-article',
    ],
    [
      'frames',
      `<title>Blog</title><frameset><frame src="/a"></frameset><noframes><p>${PARAGRAPHS.join(' ')}</p></noframes>`,
      'not-an-article',
    ],
    [
      'a template of errors',
      pageWith({}).replace('<body>', '<body class="error404 theme">'),
      'not-an-article',
    ],
  ])('refuses %s', (_case, html, reason) => {
    expect(extraction(html)).toMatchObject({ ok: false, reason })
  })

  it('reads a page in which a few letters were lost', () => {
    const html = pageWith({}).replace('gian hàng', 'gian h\ufffdng')
    expect(extraction(html)).toMatchObject({ ok: true })
  })
})
