/** A complete, valid scraped article, differing only where a test cares. */

import type { ScrapedArticle } from '../src/articles/article.ts'

export function scrapedWith(changes: Partial<ScrapedArticle> = {}): ScrapedArticle {
  return {
    sourceUrl: 'https://blog.example/a',
    title: 'Ghế nhựa lên sóng',
    byline: null,
    language: 'vi',
    featured: false,
    lead: 'Chiếc ghế quen thuộc bỗng được tìm mua khắp nơi.',
    publishedAt: '2024-07-09T10:03:00+07:00',
    modifiedAt: null,
    partnerViews: 59,
    topics: [],
    image: null,
    originalUrl: null,
    licence: null,
    paywalled: false,
    robots: [],
    sections: [
      {
        level: 2,
        marker: null,
        heading: null,
        html: '<p>Cả phố đều nói về nó.</p>',
        text: 'Cả phố đều nói về nó.',
      },
    ],
    text: 'Cả phố đều nói về nó.',
    related: [],
    removed: [],
    ...changes,
  }
}
