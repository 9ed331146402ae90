/** Tests what the demo blogs have to tell: enough articles, of the shape that partners write. */

import { describe, expect, it } from 'vitest'
import type { DemoArticle } from '../../demo/article.ts'
import { articleBody } from '../../demo/article-body.ts'
import { articlesOfBlogA } from '../../demo/articles-a.ts'
import { articlesOfBlogB } from '../../demo/articles-b.ts'

const BLOGS = [
  ['the blog with a feed', articlesOfBlogA],
  ['the blog with a paged listing', articlesOfBlogB],
] as const

describe.each(BLOGS)('the articles of %s', (_blog, articles) => {
  it('are at least twelve, each at its own address and time', () => {
    expect(articles.length).toBeGreaterThanOrEqual(12)
    expect(new Set(articles.map(({ slug }) => slug)).size).toBe(articles.length)
    expect(new Set(articles.map(({ published }) => published)).size).toBe(articles.length)
  })

  it('are 400 to 900 words long, in composed Vietnamese', () => {
    for (const article of articles) {
      const words = wordsOf(article).length
      expect(words, article.slug).toBeGreaterThan(400)
      expect(words, article.slug).toBeLessThan(900)
      expect(article.lead.normalize('NFC')).toBe(article.lead)
    }
  })

  it('have three to six numbered sections and a conclusion', () => {
    for (const article of articles) {
      expect(article.sections.length, article.slug).toBeGreaterThanOrEqual(3)
      expect(article.sections.length, article.slug).toBeLessThanOrEqual(6)
      expect(article.conclusion.length, article.slug).toBeGreaterThan(0)
    }
  })

  it('lead to four others of the same blog', () => {
    const slugs = articles.map(({ slug }) => slug)
    for (const article of articles) {
      expect(slugs, article.slug).toEqual(expect.arrayContaining([...article.related]))
      expect(new Set(article.related).size, article.slug).toBe(4)
      expect(article.related).not.toContain(article.slug)
    }
  })

  it('have letters that machine translation spoilt, in some but not in all', () => {
    const markers = articles.map((article) =>
      article.sections.flatMap(({ subsections }) => subsections.map((each) => each.spoiltMarker)),
    )
    expect(markers.flat()).toEqual(expect.arrayContaining(['Một.', 'khoảng', 'nghĩa là']))
    expect(markers.some((each) => each.every((marker) => marker === undefined))).toBe(true)
  })
})

describe('the articles of both blogs', () => {
  it('share three, slightly edited', () => {
    const pairs = articlesOfBlogA.flatMap((original) =>
      articlesOfBlogB
        .filter(({ lead }) => lead === original.lead)
        .map((copy) => [original, copy] as const),
    )
    expect(pairs).toHaveLength(3)
    for (const [original, copy] of pairs) {
      expect(copy.title).not.toBe(original.title)
      expect(copy.published > original.published).toBe(true)
      const kept = new Set(blockTexts(original))
      const changed = blockTexts(copy).filter((text) => !kept.has(text))
      expect(changed.length, copy.slug).toBeGreaterThanOrEqual(3)
      expect(changed.length, copy.slug).toBeLessThanOrEqual(6)
    }
  })
})

describe('articleBody', () => {
  it('numbers sections, letters what is below them, and keeps a spoilt letter', () => {
    const headings = articleBody(firstArticle()).flatMap((block) =>
      block.kind === 'numbered' || block.kind === 'lettered' ? [block.text.slice(0, 4)] : [],
    )
    expect(headings.slice(0, 6)).toEqual(['1. H', 'a. K', 'b. K', '2. T', 'Một.', 'b. G'])
  })

  it.each([
    ['in one paragraph with what follows', 'joined', ['Lời dẫn. Tiếp theo.']],
    ['as a paragraph of its own', 'alone', ['Lời dẫn.', 'Tiếp theo.']],
    ['not at all', 'none', ['Tiếp theo.']],
  ] as const)('repeats the lead %s', (_case, leadRepeat, opening) => {
    const changed = { ...firstArticle(), leadRepeat, lead: 'Lời dẫn.', intro: ['Tiếp theo.'] }
    const texts = blockTexts(changed).slice(1, 1 + opening.length)
    expect(texts).toEqual(opening)
  })
})

function firstArticle(): DemoArticle {
  const [article] = articlesOfBlogA
  if (article === undefined) throw new Error('The blog is empty.')
  return article
}

function blockTexts(article: DemoArticle): string[] {
  return articleBody(article).flatMap((block) => (block.kind === 'list' ? block.items : block.text))
}

function wordsOf(article: DemoArticle): string[] {
  return blockTexts(article).join(' ').split(' ')
}
