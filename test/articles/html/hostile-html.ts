/** Generates markup as careless and as hostile as pages hold it, for the tests of safe HTML. */

import fc from 'fast-check'

const TAGS = [
  ...['p', 'div', 'b', 'i', 'span', 'h1', 'h3', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'tr'],
  ...[
    'td',
    'th',
    'tbody',
    'caption',
    'blockquote',
    'figure',
    'figcaption',
    'pre',
    'code',
    'q',
    's',
  ],
  ...['a', 'ruby', 'rt', 'rp', 'sup', 'section', 'details', 'summary', 'center', 'time', 'math'],
  ...['script', 'style', 'svg', 'noscript', 'template', 'textarea', 'iframe', 'form', 'button'],
  ...['object', 'xmp', 'title', 'picture', 'video', 'audio', 'mark', 'cite', 'menu', 'font', 'u'],
]

const ATTRIBUTES = [
  ...['onclick="x()"', 'style="x"', 'class="embed"', 'class="a lineno"', 'id="top"', 'colspan="2"'],
  ...[
    'rowspan="0"',
    'start="7"',
    'type="a"',
    'value="3"',
    'datetime="2024-07-09"',
    'title="t&quot;"',
  ],
  ...[
    'href="/a?utm_source=x&amp;b=1"',
    'href="javascript:x"',
    'href="#note"',
    'href="mailto:a@b.c"',
  ],
  ...[
    'href="https://x.com/sen/status/1234567"',
    'src="data:text/html,x"',
    'src="//b.example/v.mp4"',
  ],
  ...['src="https://www.youtube.com/embed/sen_trang-1"', 'data-youtube-id="sen_trang-1"'],
  ...['srcdoc="&lt;script&gt;"', 'class="twitter-tweet"', 'alt="&lt;b&gt;"', 'poster="/p.jpg"'],
]

const WORDS = [
  ...['sen', 'Súng đỏ', ' ', '\n', '  nước ', '&nbsp;', '&lt;script&gt;', '&amp;amp;', '"', "'"],
  ...['<', '>', '</', '<!--', '-->', '<![CDATA[', ']]>', '\u202e', '\u200b', '\u0000', '<br>'],
  ...['<br/>', '<hr>', '<wbr>', '<img src="/a.jpg">', '<img src=x onerror=y>', '<plaintext>'],
  ...['<img data-src="/b.jpg" alt="b">', '<source srcset="/w.webp 2x">', '\t', 'x\r\ny', '漢字'],
]

const attributes = fc.array(fc.constantFrom(...ATTRIBUTES), { maxLength: 3 })

const word = fc.constantFrom(...WORDS)

/** An opening tag alone, a closing one alone, or a whole element. */
const { markup } = fc.letrec<{ markup: string; element: string }>((tie) => ({
  markup: fc
    .array(
      fc.oneof(
        { maxDepth: 6 },
        { arbitrary: word, weight: 4 },
        { arbitrary: fc.constantFrom(...TAGS).map((tag) => `</${tag}>`), weight: 1 },
        { arbitrary: tie('element'), weight: 4 },
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join('')),
  element: fc
    .tuple(fc.constantFrom(...TAGS), attributes, tie('markup'), fc.boolean())
    .map(([tag, list, inner, isClosed]) => {
      const unique = [...new Map(list.map((one) => [one.split('=')[0], one])).values()]
      return `<${[tag, ...unique].join(' ')}>${inner}${isClosed ? `</${tag}>` : ''}`
    }),
}))

export const hostileHtml = markup
