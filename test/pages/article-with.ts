/** A complete, valid article for the tests of pages, differing only where a test cares. */

import type { Article, RelatedPost, Section } from '../../src/articles/article.ts'
import type { PageContext } from '../../src/pages/context.ts'

export function articleWith(changes: Partial<Article> = {}): Article {
  return {
    id: 'a1',
    slug: 'ghe-nhua-len-song',
    url: 'https://trendwire.example/articles/ghe-nhua-len-song',
    sourceUrl: 'https://nhipcho.example/ghe-nhua-len-song',
    partner: { id: 'nhip-cho', name: 'Nhịp Chợ', url: 'https://nhipcho.example/' },
    title: 'Ghế nhựa lên sóng',
    byline: null,
    language: 'vi',
    featured: false,
    lead: 'Chiếc ghế quen thuộc bỗng được tìm mua khắp nơi.',
    publishedAt: '2024-07-09T10:03:00+07:00',
    modifiedAt: null,
    partnerViews: 59,
    views: 21,
    topics: [],
    image: null,
    originalUrl: null,
    licence: null,
    paywalled: false,
    robots: [],
    sections: [sectionWith({ heading: null, html: '<p>Cả phố đều nói về nó.</p>' })],
    text: 'Cả phố đều nói về nó.',
    related: [],
    alsoPublishedBy: [],
    removed: [],
    contentHash: 'c0ffee',
    revision: 1,
    ...changes,
  }
}

export function sectionWith(changes: Partial<Section>): Section {
  return { level: 2, marker: null, heading: 'Mở đầu', html: '', text: '', ...changes }
}

export function relatedWith(changes: Partial<RelatedPost>): RelatedPost {
  return {
    title: 'Quán cóc trở lại',
    url: 'https://nhipcho.example/quan-coc',
    publishedAt: '2023-07-14T01:54:00+07:00',
    partnerViews: 219,
    excerpt: 'Bàn thấp, ghế thấp, trà đá…',
    image: null,
    slug: null,
    ...changes,
  }
}

export function contextWith(changes: Partial<PageContext> = {}): PageContext {
  return {
    siteUrl: 'https://trendwire.example',
    siteName: 'Trendwire',
    language: 'vi',
    timezone: 'Asia/Ho_Chi_Minh',
    path: '/',
    ...changes,
  }
}
