/** Pages of every kind: which hold an article, what of them is the article, and why the rest is not. */

import { describe, expect, it } from 'vitest'
import {
  extracted,
  extraction,
  PAGE_URL,
  PARAGRAPHS,
  pageWith,
  TITLE,
  textOf,
} from './page-with.ts'

const card = (name: string) =>
  `<li><a href="/tin/${name}"><h3>Bài viết khác về ${name}</h3></a><p>01:54 AM, 14/07/2023 219 Lượt xem</p></li>`

describe('extractArticle, pages without an article', () => {
  it.each([
    ['nothing at all', '', 'empty'],
    ['white space', ' \n\t', 'empty'],
    ['a frameset', '<frameset><frame src="a.html"></frameset>', 'empty'],
    ['comments only', `<!-- ${'x'.repeat(1_000)} -->`, 'empty'],
    [
      'a shell for scripts',
      '<div id="root"></div><script src="a.js"></script>',
      'needs-javascript',
    ],
    [
      'a shell that says so',
      '<h1>Blog</h1><noscript>Bật JavaScript</noscript><script src="a.js"></script>',
      'needs-javascript',
    ],
    ['bytes of a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR', 'not-html'],
    [
      'a login page',
      '<h1>Đăng nhập</h1><form><input name="user"><button>Vào</button></form>',
      'not-an-article',
    ],
    [
      'an error page',
      '<title>404</title><h1>Không tìm thấy trang</h1><p>Trang bạn tìm đã được dời đi, hoặc chưa từng có ở đây.</p>',
      'not-an-article',
    ],
    [
      'a listing',
      `<h1>Tin mới</h1><ul>${[...'abcdefgh'].map(card).join('')}</ul>`,
      'not-an-article',
    ],
    ['a page cut off in a tag', '<h1>Tiêu đề</h1><p>Chữ <a href="', 'not-an-article'],
    ['more tags than we read', '<p>a<br>b'.repeat(60_000), 'too-large'],
    ['more than we read', `<p>${'x'.repeat(6_000_001)}</p>`, 'too-large'],
  ])('says why %s is none', (_case, html, reason) => {
    expect(extraction(html)).toMatchObject({ ok: false, reason, message: expect.any(String) })
  })
})

describe('extractArticle, what is left out', () => {
  it.each([
    [
      'a menu without a name',
      '<div><a href="/a">Mục một</a> <a href="/b">Mục hai</a></div>',
      'Mục một',
      'navigation',
    ],
    [
      'a table of contents',
      '<ul><li><a href="#a">Phần một</a></li><li><a href="#b">Phần hai</a></li></ul>',
      'Phần một',
      'navigation',
    ],
    ['a date line', '<p>Ngày đăng: 09/07/2024</p>', 'Ngày đăng', 'metadata'],
    ['a byline', '<p>Tác giả: Lê Minh An</p>', 'Lê Minh An', 'metadata'],
    ['a line of tags', '<p>Từ khóa: <a href="/tag/a">sách</a></p>', 'Từ khóa', 'metadata'],
    [
      'a cookie bar',
      '<div class="cookie-bar"><p>Trang này lưu cookie trên máy của bạn.</p></div>',
      'cookie',
      'notice',
    ],
    ['a footer', '<footer>Bản quyền của Blog</footer>', 'Bản quyền', 'boilerplate'],
    [
      'an author’s card',
      '<div class="author-box"><p>Minh An viết về sách từ lâu.</p></div>',
      'viết về sách',
      'boilerplate',
    ],
    [
      'a box of further reading',
      '<p>Xem thêm: <a href="/tin/b">Bài khác của phố sách</a></p>',
      'Bài khác',
      'related',
    ],
    ['a button', '<button>Nghe bài viết</button>', 'Nghe bài', 'widget'],
    [
      'an advertisement',
      '<div class="ads"><p>Mua một tặng một trong hôm nay.</p></div>',
      'tặng một',
      'ad',
    ],
    ['share links', '<p>Chia sẻ</p>', 'Chia sẻ', 'share'],
    [
      'comments',
      '<div id="comments"><p>Hay quá, mai tôi ghé phố sách xem.</p></div>',
      'Hay quá',
      'comment',
    ],
    [
      'a frame of another site',
      '<iframe src="https://ad.example/x"></iframe>',
      'ad.example',
      'unsafe',
    ],
    ['a picture that says nothing', '<aside><img src="/x.png"></aside>', '', 'empty'],
    ['the title said again', `<footer><p>${TITLE}</p></footer>`, TITLE, 'boilerplate'],
  ])('says why %s is gone', (_case, below, words, reason) => {
    const article = extracted(pageWith({ below: `${below}` }))
    const found = article.removed.find(({ text }) =>
      words === '' ? text === '' : text.includes(words),
    )
    expect(found?.reason).toBe(reason)
    expect(textOf(article)).toBe(PARAGRAPHS.join('\n'))
  })

  it('removes nothing that readers do not see, and does not speak of it', () => {
    const html = pageWith({
      below: '<div style="display: none"><p>Chữ ẩn cho máy tìm kiếm đọc thôi.</p></div>',
    })
    expect(JSON.stringify(extracted(html))).not.toContain('Chữ ẩn')
  })
})

describe('extractArticle, the body', () => {
  const body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')

  it.each([
    [
      'a body in a sidebar',
      `<div class="sidebar-1"><h1>${TITLE}</h1>${body}</div><div class="content"><p>Góp ý cho chúng tôi qua thư.</p></div>`,
    ],
    [
      'a body in two siblings',
      `<h1>${TITLE}</h1><div><p>${PARAGRAPHS[0]}</p></div><div><p>${PARAGRAPHS[1]}</p><p>${PARAGRAPHS[2]}</p></div>`,
    ],
    ['a body in a page’s form', `<form><h1>${TITLE}</h1>${body}</form>`],
    [
      'a page whose comments are longer',
      `<h1>${TITLE}</h1><div>${body}</div><div class="comments">${'<p>Một bình luận dài dòng của ai đó ghé qua phố sách hôm ấy.</p>'.repeat(20)}</div>`,
    ],
    ['a page without a body tag', `<h1>${TITLE}</h1>${body}`],
    ['a page with two body tags', `<body><h1>${TITLE}</h1></body><body>${body}</body>`],
    [
      'a builder whose every block is a widget',
      `<div class="e-widget"><h1>${TITLE}</h1></div>${PARAGRAPHS.map((text) => `<div class="e-widget"><p>${text}</p></div>`).join('')}`,
    ],
    [
      'paragraphs parted by line breaks',
      `<h1>${TITLE}</h1><div>${PARAGRAPHS.join('<br><br>')}</div>`,
    ],
    [
      'paragraphs in links that hold blocks',
      `<h1>${TITLE}</h1><div>${body}<a href="/x"><div>Xem tất cả</div></a></div>`,
    ],
  ])('is whole in %s', (_case, html) => {
    expect(textOf(extracted(`<html>${html}</html>`))).toBe(PARAGRAPHS.join('\n'))
  })

  it('holds lists, quotes, pictures, tables and code, each as one block', () => {
    const html = `<p>${PARAGRAPHS[0]}</p><ul><li>một</li><li>hai</li></ul><blockquote><p>Lời dẫn của ai đó.</p></blockquote>
<figure><img src="/a.jpg" alt="Phố"><figcaption>Phố sách buổi tối</figcaption></figure>
<table><tr><th>Gian</th><th>Giá</th></tr><tr><td>A</td><td>5</td></tr></table><pre>a = 1</pre><p>${PARAGRAPHS[1]}</p>`
    const { blocks } = extracted(pageWith({ body: html }))
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', PARAGRAPHS[0]],
      ['list', 'một\nhai'],
      ['quote', 'Lời dẫn của ai đó.'],
      ['figure', 'Phố sách buổi tối'],
      ['table', 'Gian Giá\nA 5'],
      ['code', 'a = 1'],
      ['paragraph', PARAGRAPHS[1]],
    ])
  })

  it('numbers headings that stand in the items of an ordered list', () => {
    const items = ['Đầu phố', 'Cuối phố'].map(
      (name) => `<li><h3>${name}</h3><p>${PARAGRAPHS[0]}</p></li>`,
    )
    const { blocks } = extracted(pageWith({ body: `<ol start="3">${items.join('')}</ol>` }))
    const headings = blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text)
    expect(headings).toEqual(['3. Đầu phố', '4. Cuối phố'])
  })
})

describe('extractArticle, the lead', () => {
  const LEAD = 'Sau hai năm đóng cửa, phố sách mở lại với gấp đôi số gian hàng.'
  const body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')

  it.each([
    ['a paragraph called one', `<p class="sapo">${LEAD}</p>`, LEAD],
    ['a heading called one', `<h2 class="article__summary">${LEAD}</h2>`, LEAD],
    ['the only paragraph before the body', `<p>${LEAD}</p>`, LEAD],
    ['the description for machines', `<meta name="description" content="${LEAD}">`, null],
  ])('%s', (_case, top, lead) => {
    const article = extracted(pageWith({ top }))
    expect(article.lead).toBe(lead)
    expect(textOf(article)).toBe(PARAGRAPHS.join('\n'))
  })

  it('is none where the paragraph stands once, inside the body', () => {
    const article = extracted(pageWith({ body: `<p class="lead">${LEAD}</p>${body}` }))
    expect(article.lead).toBeNull()
    expect(textOf(article)).toContain(LEAD)
  })

  it('is what the body says again', () => {
    expect(extracted(pageWith({ top: `<p>${LEAD}</p>`, body: `<p>${LEAD}</p>${body}` })).lead).toBe(
      LEAD,
    )
  })

  it('is no cut-off copy of the first paragraph', () => {
    const article = extracted(pageWith({ top: `<p>${PARAGRAPHS[0]?.slice(0, 50)}…</p>` }))
    expect(article.lead).toBeNull()
    expect(article.removed.map(({ reason }) => reason)).toContain('repeated-lead')
  })
})

/** Busy machines are slow, but work that grew with the square of these pages would take hours. */
const HOSTILE_TIMEOUT_MS = 60_000

describe('extractArticle, hostile pages', () => {
  const many = (count: number, write: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => write(index)).join('')

  it.each([
    ['divisions nested ten thousand deep', '<div>'.repeat(10_000)],
    ['bold nested ten thousand deep', '<b>'.repeat(10_000)],
    ['bold nested ninety thousand deep', '<b>'.repeat(90_000)],
    ['attributes nested deep', '<span title="<b>">'.repeat(45_000)],
    ['lists nested ten thousand deep', '<ul><li>'.repeat(10_000)],
    ['tables nested two hundred deep', '<table><tr><td>'.repeat(200)],
    ['links that hold blocks, nested', '<a href="/x"><div>'.repeat(5_000)],
    [
      'ten thousand different links',
      many(10_000, (index) => `<p><a href="/p/${index}">Một tiêu đề khá dài số ${index}</a></p>`),
    ],
    [
      'ten thousand cards',
      many(
        10_000,
        (index) => `<div><h3><a href="/p/${index}">Bài số ${index}</a></h3><p>09/07/2024</p></div>`,
      ),
    ],
    ['ten thousand headings', '<h2>1. abc</h2>'.repeat(10_000)],
    ['line after line', 'một dòng<br>'.repeat(50_000)],
    ['one endless word', 'x'.repeat(500_000)],
    ['endless white space', `a${' '.repeat(500_000)}b`],
    ['an endless class', `<div class="${'a-b_c '.repeat(50_000)}">x</div>`],
    ['comments never closed', '<!--'.repeat(50_000)],
    ['opening brackets', '<'.repeat(100_000)],
    ['broken JSON-LD', `<script type="application/ld+json">${'['.repeat(50_000)}</script>`],
    ['an endless source set', `<img srcset="${'a.jpg 1x, '.repeat(20_000)}">`],
    ['a plaintext tag', '<plaintext>'],
  ])(
    'comes to an end with %s',
    (_case, hostile) => {
      expect(extraction(pageWith({ below: hostile })).ok).toBe(true)
    },
    HOSTILE_TIMEOUT_MS,
  )

  it('never throws on a page cut anywhere', () => {
    const html = pageWith({
      head: '<meta property="og:title" content="x">',
      below: `<ul>${card('a')}${card('b')}</ul>`,
    })
    for (let end = 0; end < html.length; end += 7) {
      expect(extraction(html.slice(0, end), PAGE_URL)).toHaveProperty('ok')
    }
  })
})
