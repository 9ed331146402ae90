/** What an entry may lack of its page, and what it may not; and what an entry makes as a page. */

import { describe, expect, it } from 'vitest'
import type { ScrapedArticle } from '../../src/articles/article.ts'
import { entryLack } from '../../src/pipeline/entry-lack.ts'
import { readArticle } from '../../src/pipeline/read-article.ts'
import { entryPage } from '../../src/scrapers/feed/entry-page.ts'
import { scrapedWith } from '../scraped-with.ts'

const WORDS = Array.from({ length: 200 }, (_, index) => `từ${index}`)
const IMAGE = { url: 'https://blog.example/a.jpg', alt: null, width: null, height: null }

function withText(words: readonly string[], changes: Partial<ScrapedArticle> = {}): ScrapedArticle {
  return scrapedWith({ lead: null, text: words.join(' '), ...changes })
}

const PAGE = withText(WORDS, { byline: 'Lan', image: IMAGE })

describe('entryLack', () => {
  it.each([
    ['nothing', PAGE],
    ['three words of two hundred', { ...PAGE, text: WORDS.slice(0, 197).join(' ') }],
    ['topics and views', { ...PAGE, topics: [], partnerViews: null }],
    ['the offset of its date', { ...PAGE, publishedAt: '2024-07-09T03:03:00+00:00' }],
    [
      'a lead apart from the text',
      { ...PAGE, lead: WORDS[0] ?? '', text: WORDS.slice(1).join(' ') },
    ],
  ])('lets an entry lack %s', (_case, entry) => {
    expect(entryLack(entry, PAGE)).toBeNull()
  })

  it.each([
    ['words', { text: WORDS.slice(0, 190).join(' ') }, 'whole text'],
    ['its title', { title: 'Khác' }, 'title'],
    ['its address', { sourceUrl: 'https://blog.example/b' }, 'address'],
    ['its date', { publishedAt: null }, 'date'],
    ['the right date', { publishedAt: '2024-07-09T10:03:00+00:00' }, 'date'],
    ['its picture', { image: null }, 'picture'],
    ['its author', { byline: null }, 'author'],
    ['its language', { language: 'en' }, 'language'],
  ])('does not let it lack %s', (_case, change, word) => {
    expect(entryLack({ ...PAGE, ...change }, PAGE)).toContain(word)
  })

  it('does not let it have a footer of its own', () => {
    const entry = { ...PAGE, text: `${PAGE.text} ${WORDS.slice(0, 20).join(' ')}` }
    expect(entryLack(entry, PAGE)).toBe('It has words that the page has not.')
  })

  it('does not let it have other headings', () => {
    const sections = PAGE.sections.map((section) => ({ ...section, heading: 'Vì sao' }))
    expect(entryLack(PAGE, { ...PAGE, sections })).toBe('Its headings are others.')
  })

  it.each([
    ['asks something of robots', { robots: ['noarchive' as const] }],
    ['is for subscribers', { paywalled: true }],
    ['is a copy of another', { originalUrl: 'https://other.example/a' }],
  ])('trusts no entry whose page %s', (_case, change) => {
    expect(entryLack(PAGE, { ...PAGE, ...change })).not.toBeNull()
  })
})

const ENTRY = {
  url: 'https://blog.example/a?x="1"',
  title: 'Ghế <nhựa> & "sóng"',
  publishedAt: '2024-07-09T10:03:00+07:00',
  updatedAt: '2024-07-10T10:03:00+07:00',
  html: `<p>${'Cả phố đều nói về nó, từ đầu ngõ đến cuối chợ, suốt cả tuần nay. '.repeat(6)}</p><script>x()</script>`,
  authors: ['Lan Nguyễn'],
  categories: ['Phố', 'Chợ'],
  image: IMAGE.url,
}

describe('entryPage', () => {
  it('makes of an entry a page that reads as the article', () => {
    const now = new Date('2026-11-23T10:00:00Z')
    const html = entryPage(ENTRY) ?? ''
    const read = readArticle(html, { url: 'https://blog.example/a', timezone: 'UTC', now })
    expect(read.ok && read.article).toMatchObject({
      title: ENTRY.title,
      byline: 'Lan Nguyễn',
      publishedAt: ENTRY.publishedAt,
      modifiedAt: ENTRY.updatedAt,
      topics: ['Phố', 'Chợ'],
      image: { url: IMAGE.url },
    })
    expect(read.ok && read.article.sections[0]?.html).not.toContain('script')
  })

  it.each([
    ['content', { html: null }],
    ['title', { title: null }],
    ['address', { url: null }],
  ])('makes none of an entry without %s', (_case, change) => {
    expect(entryPage({ ...ENTRY, ...change })).toBeNull()
  })
})
