/** The allow-list: what passes, in which form, and that nothing else does. */

import { load } from 'cheerio/slim'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sanitise } from '../../src/articles/sanitise.ts'

const BASE = 'https://blog.example/tin/bai-viet'

function clean(html: string) {
  return sanitise(load(html).root()[0]?.children ?? [], { baseUrl: BASE })
}

describe('sanitise', () => {
  it.each([
    ['keeps a paragraph', '<p>Một</p>', '<p>Một</p>'],
    [
      'names bold and italic by what they mean',
      '<p><b>a</b> <i>b</i></p>',
      '<p><strong>a</strong> <em>b</em></p>',
    ],
    [
      'drops scripts and styles with what they hold',
      '<p>a<script>x</script><style>y</style></p>',
      '<p>a</p>',
    ],
    [
      'drops handlers, styles and classes',
      '<p onclick="x()" style="color:red" class="y">a</p>',
      '<p>a</p>',
    ],
    ['unwraps what is not known', '<p><font size="7"><span>a</span></font></p>', '<p>a</p>'],
    ['makes a paragraph of a division', '<div>a</div><div>b</div>', '<p>a</p><p>b</p>'],
    ['drops empty paragraphs', '<p>&nbsp;</p><p><b> </b></p><p><br></p><p>a</p>', '<p>a</p>'],
    ['drops empty wrappers, keeps the space', '<p>a<b> </b>b</p>', '<p>a b</p>'],
    ['makes the first level the second', '<h1>a</h1>', '<h2>a</h2>'],
    [
      'keeps nested lists',
      '<ul><li>a<ol><li>b</li></ol></li></ul>',
      '<ul><li>a<ol><li>b</li></ol></li></ul>',
    ],
    [
      'parts paragraphs that stand in a paragraph',
      '<p>a<span><p>b</p></span></p>',
      '<p>a<br>b</p>',
    ],
    [
      'keeps tables with their spans',
      '<table><tr><th colspan="2">a</th></tr></table>',
      '<table><tr><th colspan="2">a</th></tr></table>',
    ],
    ['keeps the lines of code', '<pre>a\n  b</pre>', '<pre>a\n  b</pre>'],
    [
      'escapes what looks like markup',
      '<p>1 &lt; 2 &amp;&amp; "x"</p>',
      '<p>1 &lt; 2 &amp;&amp; &quot;x&quot;</p>',
    ],
    [
      'keeps a machine-readable time',
      '<p><time datetime="2024-07-09">x</time></p>',
      '<p><time datetime="2024-07-09">x</time></p>',
    ],
    [
      'drops form controls and frames',
      '<p>a<button>b</button><iframe src="x"></iframe><input></p>',
      '<p>a</p>',
    ],
  ])('%s', (_case, html, expected) => {
    expect(clean(html).html).toBe(expected)
  })

  it.each([
    ['relative', '/a', 'https://blog.example/a'],
    ['with tracking', 'https://b.example/?utm_source=x&id=1', 'https://b.example/?id=1'],
    ['to a place on another page', '/a#phan-2', 'https://blog.example/a#phan-2'],
    ['to an address of mail', 'mailto:a@b.example', 'mailto:a@b.example'],
  ])('keeps a link that is %s, absolute and clean', (_case, href, expected) => {
    expect(clean(`<p><a href="${href}" target="_blank">a</a></p>`).html).toBe(
      `<p><a href="${expected}" rel="noopener">a</a></p>`,
    )
  })

  it.each([
    ['runs a script', 'javascript:alert(1)'],
    ['hides it behind a tab', 'java&#9;script:alert(1)'],
    ['hides it behind case and space', ' JaVaScRiPt:alert(1)'],
    ['carries data', 'data:text/html,x'],
    ['stays on the page', '#top'],
    ['carries a password', 'https://a:b@c.example/'],
    ['is no address', 'http://['],
  ])('unwraps a link that %s', (_case, href) => {
    expect(clean(`<p><a href="${href}">a</a></p>`).html).toBe('<p>a</p>')
  })

  it.each([
    ['its source', '<img src="/a.jpg">', '/a.jpg'],
    ['its lazy source', '<img src="data:image/gif;base64,R0" data-src="/b.jpg">', '/b.jpg'],
    ['the widest of its set', '<img srcset="/s.jpg 320w, /l.jpg 1280w">', '/l.jpg'],
    [
      'the source beside it',
      '<picture><source srcset="/w.webp 1x"><img alt=""></picture>',
      '/w.webp',
    ],
    [
      'what is for readers without scripts',
      '<img><noscript><img src="/n.jpg"></noscript>',
      '/n.jpg',
    ],
  ])('shows a picture from %s', (_case, html, path) => {
    expect(clean(`<p>${html}</p>`).html).toBe(
      `<p><img src="https://blog.example${path}" alt=""></p>`,
    )
  })

  it.each([
    ['a tracker', '<img src="/t.gif" width="1" height="1">'],
    ['a placeholder', '<img src="data:image/gif;base64,R0">'],
    ['a script', '<img src="javascript:alert(1)">'],
  ])('drops a picture that is %s', (_case, html) => {
    expect(clean(`<p>${html}</p>`).html).toBe('')
  })

  it('gives the same words as text, a line for each line', () => {
    const html = '<p>a <b>b</b></p><ul><li>c</li><li>d</li></ul><p>e<br>f</p>'
    expect(clean(html).text).toBe('a b\nc\nd\ne\nf')
  })

  it('leaves out what it is told to leave out', () => {
    const nodes = load('<p>a</p><p>b</p>').root()[0]?.children ?? []
    const { html } = sanitise(nodes, { baseUrl: BASE, drop: new Set(nodes.slice(0, 1)) })
    expect(html).toBe('<p>b</p>')
  })

  it.each(['<div>', '<b>', '<ul><li>', '<blockquote>', '<span><p>', '<table><tr><td>'])(
    'survives %s nested ten thousand deep, and nests little itself',
    (open) => {
      const { html, text } = clean(`${open.repeat(10_000)}x`)
      expect(text).toBe('x')
      expect(html.split('<').length).toBeLessThan(100)
    },
  )

  it('lets nothing through but the allow-list, whatever comes in', () => {
    const piece = fc.constantFrom(
      ...['<p>', '</p>', '<b>', '</b>', '<script>', '</script>', '<a href="javascript:x">', '</a>'],
      ...[
        '<img src=x onerror=y>',
        '<svg onload=z>',
        '<style>',
        '</style>',
        '<math><mtext>',
        '<table>',
      ],
      ...[
        '<td>',
        '"',
        "'",
        '>',
        '<',
        '&lt;script&gt;',
        '<!--',
        '-->',
        '<iframe srcdoc="<script>">',
      ],
      ...['<form action=x>', '<li>', 'x', ' ', '<textarea>', '<title>', '</title>', '<noscript>'],
    )
    const tag =
      /<\/?(?:p|h[2-6]|ul|ol|li|dl|dt|dd|blockquote|figure|figcaption|strong|em|sub|sup|code|pre|table|thead|tbody|tfoot|tr|td|th|caption|time|br|a href="https?:[^"<>]*" rel="noopener"|img src="https?:[^"<>]*" alt="[^"<>]*"(?: (?:width|height)="\d+")*)>/g
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { html } = clean(pieces.join(''))
        expect(html.replace(tag, '')).not.toMatch(/[<>]/)
      }),
    )
  })

  it('changes nothing the second time', () => {
    const html =
      '<h2>a</h2><p>b <strong>c</strong><br>d</p><ul><li>e</li></ul><blockquote><p>f</p></blockquote>'
    expect(clean(html).html).toBe(html)
  })
})
