/** The allow-list: what passes, in which form, and that nothing else does. */

import { load } from 'cheerio/slim'
import { describe, expect, it } from 'vitest'
import { sanitise } from '../../../src/articles/html/sanitise.ts'

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
    ['keys', '<p><kbd>F5</kbd></p>', '<p><kbd>F5</kbd></p>'],
    [
      'what was struck out',
      '<p><s>a</s> <strike>b</strike></p>',
      '<p><del>a</del> <del>b</del></p>',
    ],
    ['what was marked', '<p><mark>a</mark></p>', '<p><mark>a</mark></p>'],
    ['quotation marks as characters', '<p>a <q>b</q></p>', '<p>a “b”</p>'],
    ['titles of works', '<p><cite>a</cite></p>', '<p><em>a</em></p>'],
    [
      'glosses, with brackets for plain text',
      '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>',
      '<p><ruby>漢<rp>（</rp><rt>kan</rt><rp>）</rp></ruby></p>',
    ],
    [
      'formulas as their TeX',
      '<p><math><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></math></p>',
      '<p><code>x^2</code></p>',
    ],
    ['formulas as what they show', '<p>a <math><mi>x</mi><mo>+</mo></math></p>', '<p>a x+</p>'],
    [
      'how a list counts',
      '<ol start="7" type="a"><li>a</li><li value="12">b</li></ol>',
      '<ol start="7" type="a"><li>a</li><li value="12">b</li></ol>',
    ],
    [
      'the heads of a table',
      '<table><caption>a</caption><thead><tr><th>b</th></tr></thead></table>',
      '<table><caption>a</caption><thead><tr><th>b</th></tr></thead></table>',
    ],
    ['definitions', '<dl><dt>a</dt><dd>b</dd></dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
    [
      'what a reader can open',
      '<details><summary>a</summary><p>b</p></details>',
      '<p>a</p><p>b</p>',
    ],
    ['the number of a note', '<p>a<sup><a href="#fn1">1</a></sup></p>', '<p>a<sup>1</sup></p>'],
  ])('keeps %s', (_case, html, expected) => {
    expect(clean(html).html).toBe(expected)
  })

  it.each([
    ['a cell without a row', '<table><td>a</td><td>b</td></table>', 'tr'],
    ['words between items', '<ul>a<li>b</li></ul>', 'li'],
    ['words between rows', '<table>a<tr><td>b</td></tr></table>', 'td'],
  ])('gives %s the tag that it lacks', (_case, html, tag) => {
    expect(clean(html).html).toContain(`<${tag}>`)
    expect(clean(html).text.replace(/\s+/g, '')).toBe('ab')
  })

  it.each([
    ['a division a line', '<div>a = 1</div><div>  b = 2</div>'],
    ['a break a line', 'a = 1<br>  b = 2'],
    ['a span a line', '<span>a = 1\n</span><span>  b = 2</span>'],
    [
      'a number before each line',
      '<span class="ln">1</span>a = 1\n<span class="ln">2</span>  b = 2',
    ],
    [
      'a row a line',
      '<table><tr><td class="blob-num">1</td><td>a = 1</td></tr><tr><td>  b = 2</td></tr></table>',
    ],
  ])('keeps the lines of code that a highlighter wrote as %s', (_case, html) => {
    expect(clean(`<pre><code>${html}</code></pre>`)).toEqual({
      html: '<pre><code>a = 1\n  b = 2</code></pre>',
      text: 'a = 1\n  b = 2',
    })
  })

  it('parts words beside paragraphs from them', () => {
    expect(clean('<div><p>a</p>b</div><div>c<p>d</p></div>').html).toBe(
      '<p>a</p><p>b</p><p>c</p><p>d</p>',
    )
  })

  it('leaves the tags of an only paragraph out of an item', () => {
    expect(clean('<ul><li><div><p>a</p></div></li></ul>').html).toBe('<ul><li>a</li></ul>')
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
    ['its lazy set', '<img src="/a.svg" data-srcset="/b.jpg 320w, /c.jpg 900w">', '/c.jpg'],
    ['its set behind a placeholder', '<img src="/blank.gif" srcset="/d.jpg 320w">', '/d.jpg'],
    ['its source where no set replaces it', '<img src="/loading.png">', '/loading.png'],
    ['its source where its set repeats it', '<img src="/e.jpg" srcset="/f.jpg 320w">', '/e.jpg'],
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
    [
      'what is for readers without scripts, behind a placeholder',
      '<img src="/lazy.png"><noscript><img src="/n.jpg"></noscript>',
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
})
