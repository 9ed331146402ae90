/** What JSON-LD and microdata say of an article, and what they say of other pages. */

import { describe, expect, it } from 'vitest'
import { extracted, originsOf, PAGE_URL, pageWith } from '../page-with.ts'

const script = (text: string) => `<script type="application/ld+json">${text}</script>`
const ld = (data: unknown) => script(JSON.stringify(data))

describe('JSON-LD', () => {
  it.each([
    ['in a CDATA section', '//<![CDATA[\n{"@type":"Article","author":"Lê An"}\n//]]>'],
    ['in a comment', '<!-- {"@type":"Article","author":"Lê An"} -->'],
    ['with a comma too many', '{"@type":"Article","author":["Lê An",],}'],
    ['with a line break in a string', '{"@type":"Article","about":"hai\ndòng","author":"Lê An"}'],
    ['of a live blog', '{"@type":"LiveBlogPosting","author":[[{"name":"Lê An"}]]}'],
    ['of a recipe', '{"@type":["Recipe"],"author":{"@type":"Person","name":"Lê An"}}'],
    ['with a full type', '{"@type":"https://schema.org/NewsArticle","author":"Lê An"}'],
  ])('is read %s', (_case, text) => {
    expect(extracted(pageWith({ head: script(text) })).byline).toBe('Lê An')
  })

  it('says nothing of its page where it lists other ones', () => {
    const post = { '@type': 'BlogPosting', author: 'Trần Bình', datePublished: '2020-01-01' }
    const head = ld({ '@type': 'Blog', blogPost: [post, post] })
    expect(extracted(pageWith({ head }))).toMatchObject({ byline: null, publishedAt: null })
  })

  it.each([
    ['an object that is no text', { toString: 1 }, false],
    ['a word', 'False', true],
    ['a list of one', [false], true],
  ])('marks a page as not free where it says so, given %s', (_case, isFree, paywalled) => {
    const head = ld({ '@type': 'Article', isAccessibleForFree: isFree })
    expect(extracted(pageWith({ head })).paywalled).toBe(paywalled)
  })

  it('is believed of the article that stands at the page’s address', () => {
    const other = { '@type': 'Article', url: 'https://blog.example/tin/khac', author: 'Trần Bình' }
    const own = { '@type': 'Article', mainEntityOfPage: { '@id': PAGE_URL }, author: 'Lê An' }
    expect(extracted(pageWith({ head: ld([other, own]) })).byline).toBe('Lê An')
    expect(
      extracted(pageWith({ head: ld([other, { ...own, mainEntityOfPage: null }]) })).byline,
    ).toBe('Trần Bình')
  })

  it.each([
    ['the person whom readers are shown', '<p>Tác giả: Lê An</p>', 'Lê An'],
    ['the organisation where nobody is shown', '', 'Tạp chí Phố'],
  ])('is passed over where it names an organisation, for %s', (_case, top, byline) => {
    const author = { '@type': 'NewsMediaOrganization', name: 'Tạp chí Phố' }
    const head = ld({ '@type': 'Article', author })
    expect(extracted(pageWith({ head, top })).byline).toBe(byline)
  })

  it('gives the picture that it names by reference', () => {
    const head = ld({
      '@graph': [
        { '@type': 'Article', image: { '@id': '#1' } },
        { '@id': '#1', '@type': 'ImageObject', url: 'https://blog.example/a.jpg' },
      ],
    })
    expect(extracted(pageWith({ head })).image?.url).toBe('https://blog.example/a.jpg')
  })
})

describe('microdata', () => {
  const author = '<span itemprop="author" itemscope><meta itemprop="name" content="Lê An"></span>'
  const date = '<meta itemprop="datePublished" content="2024-07-09T10:03:00+07:00">'
  const article = (inner: string) =>
    `<div itemscope itemtype="https://schema.org/NewsArticle">${inner}</div>`

  it('gives author and date of the article', () => {
    const html = pageWith({ below: article(`${author}${date}`) })
    expect(extracted(html)).toMatchObject({
      byline: 'Lê An',
      publishedAt: '2024-07-09T10:03:00+07:00',
    })
    expect(originsOf(html)).toMatchObject({ byline: 'microdata', publishedAt: 'microdata' })
  })

  it('says nothing where several items are articles and none has the body', () => {
    const below = article(author) + article(author)
    expect(extracted(pageWith({ below })).byline).toBeNull()
  })

  it('is believed of the item that has the body', () => {
    const own = article(`${author}<p itemprop="articleBody">Phố sách</p>`)
    expect(extracted(pageWith({ below: article('') + own })).byline).toBe('Lê An')
  })
})

describe('topics', () => {
  it.each([
    [
      'a line that lists them',
      { below: '<p>Từ khóa: phố sách, xuất bản</p>' },
      ['phố sách', 'xuất bản'],
    ],
    [
      'each once, whatever its case and marks',
      {
        head: '<meta property="article:tag" content="Phố sách"><meta name="keywords" content="PHO SACH, mùa hè">',
      },
      ['Phố sách', 'mùa hè'],
    ],
    ['no word for none', { head: '<meta property="article:tag" content="Uncategorized">' }, []],
  ])('are %s', (_case, parts, topics) => {
    expect(extracted(pageWith(parts)).topics).toEqual(topics)
  })
})
