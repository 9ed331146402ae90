/** What is said of the way from one revision of an article to the next. */

import { describe, expect, it } from 'vitest'
import type { ScrapedArticle, Section } from '../../src/articles/article.ts'
import { changesSchema, whatChanged } from '../../src/articles/what-changed.ts'
import { scrapedWith } from '../scraped-with.ts'

const section = (heading: string | null, text: string): Section => {
  return { level: 2, marker: null, heading, html: `<p>${text}</p>`, text }
}

const withSections = (...sections: Section[]) =>
  scrapedWith({ sections, text: sections.map(({ text }) => text).join('\n\n') })

const OPENING = section(null, 'Cả phố nói về nó.')
const FIRST = section('Khách tìm gì', 'Một chỗ ngồi rẻ.')
const SECOND = section('Kết luận', 'Kể chuyện của mình.')
const NOTHING = { added: [], removed: [], changed: [], moved: false }

describe('whatChanged', () => {
  it.each<[string, Partial<ScrapedArticle>, string[]]>([
    ['nothing', {}, []],
    ['the title', { title: 'Ghế gỗ lên sóng' }, ['title']],
    ['the author', { byline: 'Minh Châu' }, ['byline']],
    ['the lead, which is taken away', { lead: null }, ['lead']],
    ['the date', { publishedAt: null }, ['publishedAt']],
    ['topics', { topics: ['ghế'] }, ['topics']],
    [
      'a picture',
      { image: { url: 'https://blog.example/a.png', alt: null, width: null, height: null } },
      ['image'],
    ],
    ['no word of what changes without a revision', { partnerViews: 99, featured: true }, []],
  ])('names %s', (_case, changes, fields) => {
    expect(whatChanged(scrapedWith(), scrapedWith(changes)).fields).toEqual(fields)
  })

  it('calls a picture the same whose words alone are others', () => {
    const image = { url: 'https://blog.example/a.png', alt: null, width: null, height: null }
    const after = scrapedWith({ image: { ...image, alt: 'Ghế' } })
    expect(whatChanged(scrapedWith({ image }), after).fields).toEqual([])
  })

  it.each<[string, Section[], Partial<typeof NOTHING> | object]>([
    ['nothing', [OPENING, FIRST, SECOND], {}],
    [
      'another text',
      [OPENING, section('Khách tìm gì', 'Góc đẹp.'), SECOND],
      { changed: ['Khách tìm gì'] },
    ],
    [
      'another heading',
      [OPENING, FIRST, { ...SECOND, heading: 'Tóm lại' }],
      { changed: ['Tóm lại'] },
    ],
    [
      'another marker',
      [OPENING, { ...FIRST, marker: '1.' }, SECOND],
      { changed: ['Khách tìm gì'] },
    ],
    ['a section more', [OPENING, FIRST, section('Giá', 'Rẻ.'), SECOND], { added: ['Giá'] }],
    ['a section less', [OPENING, SECOND], { removed: ['Khách tìm gì'] }],
    ['no opening any more', [FIRST, SECOND], { removed: [null] }],
    ['another order', [OPENING, SECOND, FIRST], { moved: true }],
    [
      'all of it at once',
      [section('Kết luận', 'Hết.'), section('Giá', 'Rẻ.'), FIRST],
      { added: ['Giá'], removed: [null], changed: ['Kết luận'], moved: true },
    ],
    ['one more of the same', [OPENING, FIRST, FIRST, SECOND], { added: ['Khách tìm gì'] }],
  ])('sees in sections %s', (_case, sections, expected) => {
    const changes = whatChanged(withSections(OPENING, FIRST, SECOND), withSections(...sections))
    expect(changes.sections).toEqual({ ...NOTHING, ...expected })
  })

  it('counts words', () => {
    const { words } = whatChanged(withSections(OPENING), withSections(OPENING, FIRST))
    expect(words).toEqual({ before: 5, after: 9 })
  })

  it('says less where the former text is lost', () => {
    const { sections: _sections, text: _text, ...before } = scrapedWith()
    const changes = whatChanged(before, scrapedWith({ title: 'Ghế gỗ' }))
    expect(changes).toEqual({
      fields: ['title'],
      sections: null,
      words: { before: null, after: 6 },
    })
    expect(changesSchema.parse(changes)).toEqual(changes)
  })

  it('stays small for an article of ten thousand sections, and is not slow', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      section(`${'x'.repeat(500)}${index}`, 'y'),
    )
    const changes = whatChanged(scrapedWith(), withSections(...many, ...many.slice(0, 10)))
    expect(JSON.stringify(changes).length).toBeLessThan(5_000)
  })
})
