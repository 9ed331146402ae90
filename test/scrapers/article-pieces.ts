/** Generates articles as a page may write them, piece by piece, for the tests of what always holds. */

import fc from 'fast-check'
import { PARAGRAPHS, TITLE } from './page-with.ts'

const WORDS = fc.constantFrom(
  'sen trắng',
  'nước lên',
  'thuyền nan',
  'gian hàng',
  'phố sách',
  '1 < 2 & 3',
)

/** Each `#` becomes a number of its own: what a page says twice is a lead or a repeat. */
const prose = fc
  .tuple(fc.constantFrom(...PARAGRAPHS), WORDS)
  .map(([text, words]) => `Kỳ #: ${text} Thêm ${escaped(words)}.`)

const inline = fc.constantFrom(
  ...[
    '<strong>gian hàng</strong>',
    '<em>phố</em>',
    '<a href="/tin/khac?utm_source=x">bài khác</a>',
  ],
  ...[
    '<code>a &lt; b</code>',
    'H<sub>2</sub>O',
    '<span style="color:red">đỏ</span>',
    '<q>Được</q>',
  ],
)

const paragraph = fc
  .tuple(prose, inline, fc.constantFrom('p', 'div'))
  .map(([text, part, tag]) => `<${tag}>${text} Và ${part} nữa ở cuối phố.</${tag}>`)

const items = fc.array(prose, { minLength: 2, maxLength: 4 })

const list = fc
  .tuple(items, fc.constantFrom('ul', 'ol'), fc.boolean())
  .map(([texts, tag, wrapped]) => {
    const shown = texts.map((text) => `<li>${wrapped ? `<p>${text}</p>` : text}</li>`)
    return `<${tag}>${shown.join('\n')}</${tag}>`
  })

const image = '<img data-src="/sen.jpg" src="data:image/gif;base64,R0" alt="Sen">'

const other = fc.constantFrom(
  '<blockquote><p>Lời dẫn của một người bán sách ở đầu phố.</p></blockquote>',
  `<figure>${image}<figcaption>Hồ sen lúc sáng sớm</figcaption></figure>`,
  `<p>${image}</p>`,
  `<div class="wp-caption">${image}<p class="wp-caption-text">Hồ sen lúc sáng sớm</p></div>`,
  '<table><tr><th>Gian</th><th>Giá</th></tr><tr><td>Sách cũ</td><td>5</td></tr></table>',
  '<pre><code>a = 1\n  b = 2\n</code></pre>',
  '<iframe src="https://www.youtube.com/embed/sen_trang-1"></iframe>',
  '<iframe src="https://open.spotify.com/embed/track/0123456789abcdefABCDEF"></iframe>',
  '<video src="/v.mp4"></video>',
)

const heading = fc
  .tuple(
    fc.constantFrom('Đầu phố', 'Cuối phố', 'Giá thuê &amp; doanh thu'),
    fc.constantFrom('h2', 'h3'),
  )
  .map(([text, tag]) => `<${tag}>${text}</${tag}>`)

const section = fc
  .tuple(heading, fc.array(fc.oneof(paragraph, list, other), { minLength: 1, maxLength: 4 }))
  .map(([title, parts]) => [title, ...parts].join('\n'))

/** The markup of a body: prose first, then sections of anything. */
export const articleBody = fc
  .tuple(paragraph, paragraph, fc.array(section, { minLength: 1, maxLength: 4 }))
  .map(([first, second, sections]) => numbered([first, second, ...sections].join('\n')))

/** A page with nothing on it but its title and `body`. */
export function minimalPage(body: string, title = TITLE): string {
  const head = `<title>${escaped(title)}</title>`
  const article = `<article><h1>${escaped(title)}</h1>${body}</article>`
  return `<!doctype html><html lang="vi"><head>${head}</head><body>${article}</body></html>`
}

function numbered(markup: string): string {
  return markup.split('#').reduce((before, after, index) => `${before}${index}${after}`)
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
