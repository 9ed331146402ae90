/** Checks that a page of the seed's shape becomes the same article in whatever template it is written. */

import { describe, expect, it } from 'vitest'
import type { ScrapedArticle } from '../../src/articles/article.ts'
import { readArticle } from '../../src/pipeline/read-article.ts'
import { pageText } from '../fixtures/page-text.ts'
import {
  BRAND,
  BRANDS,
  expectedOutline,
  expectedRelated,
  expectedText,
  PAGE_URL,
  story,
} from '../fixtures/seed-shaped/story.ts'
import { templates } from '../fixtures/seed-shaped/templates.ts'

const options = {
  url: PAGE_URL,
  timezone: 'Asia/Ho_Chi_Minh',
  now: new Date('2026-11-20T08:00:00Z'),
}

/** Lets each check fail for itself. */
const NOTHING: ScrapedArticle = {
  ...{ sourceUrl: '', title: '', byline: null, language: '', featured: false, lead: null },
  ...{ publishedAt: null, modifiedAt: null, partnerViews: null, topics: [], image: null },
  ...{
    sections: [],
    text: '',
    related: [],
    removed: [],
    licence: null,
    paywalled: false,
    robots: [],
    originalUrl: null,
  },
}

function read(html: string): ScrapedArticle {
  const outcome = readArticle(html, options)
  return outcome.ok ? outcome.article : { ...NOTHING, title: outcome.message }
}

describe.each(Object.entries(templates))('a page as %s', (_template, { html, opening }) => {
  const article = read(html)

  it('has its title, lead, date, views and badge', () => {
    expect(article).toMatchObject({
      title: story.title,
      lead: story.lead,
      publishedAt: '2024-07-09T10:03:00+07:00',
      partnerViews: 59,
      featured: true,
      language: 'vi',
    })
  })

  it('has its sections in order, lettered ones below their number, markers put right', () => {
    expect(article.sections.map(({ level, marker, heading }) => [level, marker, heading])).toEqual(
      expectedOutline(),
    )
  })

  it('has the whole text of the article, and nothing else', () => {
    expect(article.text).toBe(expectedText(opening))
  })

  it('lists each related post once, with date, views, excerpt and a clean address', () => {
    expect(article.related).toEqual(expectedRelated())
  })

  it('says once, and counts, that the strip of logos was removed', () => {
    expect(article.removed.filter(({ text }) => text === BRAND)).toEqual([
      { text: BRAND, count: BRANDS, reason: 'repeated-block' },
    ])
  })

  it('says why badge, date line, navigation and footer are gone', () => {
    const reasonOf = (part: string) =>
      article.removed.find(({ text }) => text.includes(part))?.reason
    expect(reasonOf(story.badge)).toBe('metadata')
    expect(reasonOf('10:03 AM')).toBe('metadata')
    expect(reasonOf('Trang chủ')).toBe('navigation')
    expect(reasonOf('Xu Hướng')).toBe('boilerplate')
  })

  it('holds no markup but the allow-list’s', () => {
    const markup = article.sections.map((section) => section.html).join('')
    expect(markup).not.toMatch(/<(?:script|style|font|span|div)|on\w+=|style=|javascript:/i)
    expect(markup).not.toMatch(/<p>(?:\s|&nbsp;|<br>)*<\/p>/)
  })

  it('accounts for every word that readers see', () => {
    const said = [
      article.title,
      article.lead,
      article.text,
      ...article.removed.map(({ text }) => text),
    ]
    const words = new Set(said.join(' ').split(/\s+/))
    const spoilt = new Set(['Một.', 'nghĩa', 'là'])
    const lost = pageText(html).filter((word) => !words.has(word) && !spoilt.has(word))
    expect(lost).toEqual([])
  })
})
