/** What the kept blocks of a page become: embeds, pictures with their captions, code. */

import { describe, expect, it } from 'vitest'
import { extracted, PARAGRAPHS, pageWith } from './page-with.ts'

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
