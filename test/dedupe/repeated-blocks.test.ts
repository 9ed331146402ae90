/** What a page says twice: what goes, what stays, and how it is counted. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/articles/block.ts'
import { withoutRepeats } from '../../src/dedupe/repeated-blocks.ts'
import { heading, paragraph, picture } from './block-with.ts'

const TITLE = 'Phố Sách Mở Lại'
const LEAD = 'Phố sách mở lại sau hai năm, đông hơn trước.'
const NEWS =
  'Ba mươi gian hàng đã kín chỗ từ tuần đầu, và danh sách chờ dài thêm mỗi ngày một chút.'
const MORE = 'Nhà xuất bản nhỏ được xếp ở đầu phố, nơi người đi bộ nào cũng phải ngang qua một lần.'

function clean(blocks: readonly Block[], said: { lead?: string | null } = {}) {
  return withoutRepeats({ title: TITLE, lead: said.lead ?? null, blocks, removed: [] })
}

const textsOf = (blocks: readonly Block[]) => blocks.map(({ text }) => text)

describe('withoutRepeats, the title', () => {
  it.each([
    ['as a heading', heading(TITLE)],
    ['as a paragraph, in other case and punctuation', paragraph('phố sách mở lại.')],
    ['with white space of its own', paragraph('Phố  Sách\u00a0Mở Lại')],
  ])('takes out the title said again %s', (_case, again) => {
    const { blocks, removed } = clean([again, paragraph(NEWS)])
    expect(textsOf(blocks)).toEqual([NEWS])
    expect(removed).toEqual([{ text: again.text, count: 1, reason: 'repeated-title' }])
  })

  it('keeps the words of the title far below, where they are a heading of their own', () => {
    const far = [
      ...Array.from({ length: 8 }, (_, index) => paragraph(`${NEWS} ${index}`)),
      heading(TITLE),
    ]
    expect(clean(far).blocks).toHaveLength(9)
  })
})

describe('withoutRepeats, the lead', () => {
  it('takes out a paragraph that only repeats the lead', () => {
    const { blocks, removed } = clean([paragraph(LEAD), paragraph(NEWS)], { lead: LEAD })
    expect(textsOf(blocks)).toEqual([NEWS])
    expect(removed).toEqual([{ text: LEAD, count: 1, reason: 'repeated-lead' }])
  })

  it.each([
    ['plain', `<p>${LEAD} ${NEWS}</p>`, `<p>${NEWS}</p>`],
    ['when it is bold', `<p><strong>${LEAD}</strong> ${NEWS}</p>`, `<p>${NEWS}</p>`],
    [
      'inside a bold part',
      `<p><strong>${LEAD} ${NEWS}</strong></p>`,
      `<p><strong>${NEWS}</strong></p>`,
    ],
    ['before a line break', `<p>${LEAD}<br>${NEWS}</p>`, `<p>${NEWS}</p>`],
    ['cut by a tag inside a word', `<p>Ph<em>ố</em>${LEAD.slice(3)} ${NEWS}</p>`, `<p>${NEWS}</p>`],
  ])('keeps what goes on after the lead, %s', (_case, html, expected) => {
    const [block] = clean([paragraph(`${LEAD} ${NEWS}`, html)], { lead: LEAD }).blocks
    expect(block).toMatchObject({ text: NEWS, html: expected })
  })

  it.each([
    ['case', LEAD.toUpperCase()],
    ['punctuation', 'Phố sách mở lại – sau hai năm – đông hơn trước!'],
    ['decomposed letters', LEAD.normalize('NFD')],
  ])('knows the lead in another %s', (_case, again) => {
    expect(textsOf(clean([paragraph(`${again} ${NEWS}`)], { lead: LEAD }).blocks)).toEqual([NEWS])
  })

  it('counts an entity as the one character that readers see', () => {
    const html = `<p>Q&amp;A về phố sách. ${NEWS}</p>`
    const [block] = clean([paragraph(`Q&A về phố sách. ${NEWS}`, html)], {
      lead: 'Q&A về phố sách.',
    }).blocks
    expect(block?.html).toBe(`<p>${NEWS}</p>`)
  })

  it('keeps a paragraph that only begins like the lead', () => {
    const { blocks } = clean([paragraph('Phố sách mở lại sau ba tháng.')], { lead: LEAD })
    expect(blocks).toHaveLength(1)
  })
})

describe('withoutRepeats, strips and copies', () => {
  it('takes out a strip of logos below the article, once, with its count', () => {
    const { blocks, removed } = clean([
      paragraph(NEWS),
      ...Array.from({ length: 38 }, (_, index) =>
        picture('Đối tác', `https://p.example/${index}.png`),
      ),
    ])
    expect(textsOf(blocks)).toEqual([NEWS])
    expect(removed).toEqual([{ text: 'Đối tác', count: 38, reason: 'repeated-block' }])
  })

  it('counts what was left outside the body with what stood inside', () => {
    const outside = { text: 'Đối tác', count: 1, reason: 'boilerplate' } as const
    const { removed } = withoutRepeats({
      ...{ title: TITLE, lead: null, removed: [outside] },
      blocks: [paragraph(NEWS), paragraph('Đối tác'), paragraph('Đối tác'), paragraph('Đối tác')],
    })
    expect(removed).toEqual([{ text: 'Đối tác', count: 4, reason: 'repeated-block' }])
  })

  it('leaves a line its own reason where only the others say more about it', () => {
    const crumb = { text: TITLE, count: 1, reason: 'navigation' } as const
    const { removed } = withoutRepeats({
      ...{ title: TITLE, lead: null, removed: [crumb] },
      blocks: [heading(TITLE), paragraph(TITLE), paragraph(NEWS)],
    })
    expect(removed).toEqual([crumb, { text: TITLE, count: 2, reason: 'repeated-title' }])
  })

  it('takes out the copy of a run that was written for another screen', () => {
    const run = [heading('Đầu phố'), paragraph(NEWS), paragraph(MORE)]
    expect(clean([...run, ...run]).blocks).toEqual(run)
  })

  it.each([
    [
      'a price under each product',
      ['Bàn gỗ', 'Giá: 200.000đ', 'Ghế mây', 'Giá: 200.000đ', 'Đèn', 'Giá: 200.000đ'],
    ],
    [
      'a label in each part',
      ['Quán một', 'Ưu điểm', 'Rẻ', 'Quán hai', 'Ưu điểm', 'Gần', 'Quán ba', 'Ưu điểm'],
    ],
    [
      'a refrain of short lines',
      ['Về đây em', 'Về với sông', 'Trời xanh', 'Về đây em', 'Về với sông'],
    ],
    ['a line said twice in a row', ['Đi!', 'Đi!']],
  ])('keeps %s', (_case, texts) => {
    expect(textsOf(clean(texts.map((text) => paragraph(text))).blocks)).toEqual(texts)
  })

  it('keeps a gallery whose pictures share their words', () => {
    const gallery = Array.from({ length: 5 }, (_, index) =>
      picture('Phố sách', `https://p.example/${index}.jpg`),
    )
    const article = [paragraph(NEWS), ...gallery, paragraph(MORE)]
    expect(clean(article).blocks).toEqual(article)
  })

  it('is done after one pass, and loses nothing', () => {
    const texts = fc.constantFrom(TITLE, LEAD, NEWS, MORE, 'Giá: 5đ', 'Đối tác', `${LEAD} ${NEWS}`)
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 20 }), (said) => {
        const once = clean(
          said.map((text) => paragraph(text)),
          { lead: LEAD },
        )
        const left = [...textsOf(once.blocks), ...once.removed.map(({ text }) => text)].join(' ')
        for (const text of said) {
          for (const word of text.split(' ')) expect(left).toContain(word)
        }
      }),
    )
  })
})
