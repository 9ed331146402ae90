/** What the kept blocks of a page become: embeds, pictures with their captions, code. */

import { describe, expect, it } from 'vitest'
import { extracted, PARAGRAPHS, pageWith } from '../page-with.ts'

const VIDEO = '<iframe src="https://www.youtube.com/embed/sen_trang-1"></iframe>'

/** The blocks of an article of two paragraphs with `html` between them, without those. */
function blocksBetween(html: string) {
  const body = `<p>${PARAGRAPHS[0]}</p>${html}<p>${PARAGRAPHS[1]}</p>`
  return extracted(pageWith({ body })).blocks.slice(1, -1)
}

describe('extractArticle, on what the page embeds', () => {
  it.each([
    ['between paragraphs', VIDEO],
    ['in a paragraph', `<p>${VIDEO}</p>`],
    ['in wrappers', `<div class="video-container"><div>${VIDEO}</div></div>`],
    ['as an element of AMP', '<amp-youtube data-videoid="sen_trang-1"></amp-youtube>'],
    ['as an empty box', '<div data-youtube-id="sen_trang-1"><img src="/t.jpg"></div>'],
  ])('keeps a film %s', (_case, html) => {
    const [block, ...others] = blocksBetween(html)
    expect(block).toMatchObject({ kind: 'embed', tag: 'figure', text: '' })
    expect(block?.html).toContain('<a href="https://www.youtube.com/watch?v=sen_trang-1"')
    expect(others).toEqual([])
  })

  it('keeps its caption with it', () => {
    const html = `<figure>${VIDEO}<figcaption>Sen nở</figcaption></figure>`
    expect(blocksBetween(html)).toMatchObject([{ kind: 'figure', text: 'Sen nở' }])
  })

  it('removes it where it is an advertisement', () => {
    const body = `<p>${PARAGRAPHS.join('</p><p>')}</p><div class="ads">${VIDEO}</div>`
    const { blocks, removed } = extracted(pageWith({ body }))
    expect(blocks.filter(({ kind }) => kind === 'embed')).toEqual([])
    expect(removed.find(({ text }) => text.includes('youtube'))?.reason).toBe('ad')
  })
})

describe('extractArticle, on pictures and what they are called', () => {
  const IMG = '<img src="/sen.jpg" alt="Sen">'
  const CAPTION = 'Hồ sen lúc sáng sớm. Ảnh: Lan Anh'
  const SHOWN = '<img src="https://blog.example/sen.jpg" alt="Sen">'

  it.each([
    ['a figure', `<figure>${IMG}<figcaption>${CAPTION}</figcaption></figure>`],
    [
      'a box of WordPress',
      `<div class="wp-caption">${IMG}<p class="wp-caption-text">${CAPTION}</p></div>`,
    ],
    [
      'a table around picture and caption',
      `<table class="picture"><tr><td>${IMG}</td></tr><tr><td>${CAPTION}</td></tr></table>`,
    ],
    ['a paragraph called a caption', `<p>${IMG}</p><p class="pCaption">${CAPTION}</p>`],
    ['a caption in the paragraph of its picture', `<p>${IMG}<br><em>${CAPTION}</em></p>`],
    ['a linked picture', `<p><a href="/sen.jpg">${IMG}</a> <i>${CAPTION}</i></p>`],
  ])('keeps them together in %s', (_case, html) => {
    const [block, ...others] = blocksBetween(html)
    expect(block).toMatchObject({ kind: 'figure', text: CAPTION })
    expect(block?.html.replace(/<\/?(?:em|a)\b[^>]*>/g, '')).toBe(
      `<figure>${SHOWN}<figcaption>${CAPTION}</figcaption></figure>`,
    )
    expect(others).toEqual([])
  })

  it.each([
    ['a paragraph', `<p>${IMG}</p><p>${PARAGRAPHS[2]}</p>`],
    ['the paragraph that the picture stands in', `<p>${IMG}${PARAGRAPHS[2]}</p>`],
    ['an emphasised paragraph of its own', `<p>${IMG}</p><p><em>${PARAGRAPHS[2]}</em></p>`],
  ])('leaves %s a paragraph', (_case, html) => {
    expect(blocksBetween(html).map(({ kind }) => kind)).toEqual(['figure', 'paragraph'])
  })

  it('keeps the pictures of a gallery, each with its caption', () => {
    const item = (name: string) =>
      `<figure><img src="/${name}.jpg"><figcaption>${name}</figcaption></figure>`
    const gallery = `<figure class="wp-block-gallery">${item('sen')}${item('lan')}</figure>`
    const html = blocksBetween(gallery)
      .map((block) => block.html)
      .join('')
    expect(html.match(/<img /g)).toHaveLength(2)
    expect(html.match(/<figcaption>/g)).toHaveLength(2)
  })
})

describe('extractArticle, on signs and formulas among the words', () => {
  it.each([
    ['beside a heading', `<h2>Đầu phố<a href="#dau-pho">¶</a></h2><p>${PARAGRAPHS[2]}</p>`, '¶'],
    ['behind a note', `<ol><li>Sách cũ. <a href="#ref1">↩</a></li><li>b</li></ol>`, '↩'],
  ])('drops the sign that leads about on the page %s', (_case, html, sign) => {
    const shown = blocksBetween(html).map((block) => `${block.html}${block.text}`)
    expect(shown.join('')).not.toContain(sign)
  })

  it('keeps the number that leads to a note', () => {
    const html = `<p>${PARAGRAPHS[2]}<sup><a href="#fn1">1</a></sup></p>`
    expect(blocksBetween(html)[0]?.html).toContain('<sup>1</sup>')
  })

  it('keeps the picture of a formula in its line', () => {
    const html = `<p>${PARAGRAPHS[2]} <img class="mwe-math-fallback-image-inline" src="/x.svg" alt="x"></p>`
    const [block, ...others] = blocksBetween(html)
    expect(block?.html).toContain('alt="x"></p>')
    expect(others).toEqual([])
  })

  it('says a formula once where its page holds it twice', () => {
    const tex =
      '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation></semantics></math>'
    const katex = `<span class="katex-mathml">${tex}</span><span class="katex-html" aria-hidden="true">x1</span>`
    const [block] = blocksBetween(`<p>${PARAGRAPHS[2]} <span class="katex">${katex}</span></p>`)
    expect(block?.text).toBe(`${PARAGRAPHS[2]} x_1`)
  })
})
