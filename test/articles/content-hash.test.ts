/** The hash that tells revisions apart: what changes it, and what does not. */

import { expect, it } from 'vitest'
import type { ScrapedArticle } from '../../src/articles/article.ts'
import { contentHash } from '../../src/articles/content-hash.ts'

const article: ScrapedArticle = {
  ...{ sourceUrl: 'https://p.example/a', title: 'Phố sách', byline: null, language: 'vi' },
  ...{ featured: false, lead: null, publishedAt: null, modifiedAt: null, partnerViews: 1 },
  ...{ topics: [], image: null, text: 'Một', related: [], removed: [] },
  ...{ licence: null, paywalled: false, robots: [], originalUrl: null },
  sections: [{ level: 2, marker: null, heading: null, html: '<p>Một</p>', text: 'Một' }],
}

it('is a hexadecimal SHA-256', async () => {
  expect(await contentHash(article)).toMatch(/^[0-9a-f]{64}$/)
})

it.each([
  ['the views', { partnerViews: 2 }],
  ['the date of modification', { modifiedAt: '2024-07-10T00:00:00+07:00' }],
  ['what was removed', { removed: [{ text: 'x', count: 1, reason: 'ad' } as const] }],
  ['the licence', { licence: 'https://licences.example/by' }],
  ['a paywall', { paywalled: true }],
  ['what it asks of robots', { robots: ['noindex'] }],
  ['the address', { sourceUrl: 'https://p.example/b' }],
])('stays the same when only %s changes', async (_case, change) => {
  expect(await contentHash({ ...article, ...change })).toBe(await contentHash(article))
})

it.each([
  ['the title', { title: 'Phố hoa' }],
  ['the lead', { lead: 'Mở lại' }],
  ['the date', { publishedAt: '2024-07-09T00:00:00+07:00' }],
  ['a topic', { topics: ['sách'] }],
  ['a section', { sections: [] }],
])('changes with %s', async (_case, change) => {
  expect(await contentHash({ ...article, ...change })).not.toBe(await contentHash(article))
})
