/** What a preview says besides the article, complete and valid. */

import type { Explanation, Quality } from '../src/articles/explanation.ts'

export const QUALITY: Quality = { score: 0.9, body: 1, title: 1, date: 0.8, byline: 0, image: 0 }

export function explanationWith(changes: Partial<Explanation> = {}): Explanation {
  return {
    body: { rule: 'name', widened: false, path: 'html > body > div.post-content' },
    fields: {
      ...{ title: 'h1', byline: null, publishedAt: 'line', modifiedAt: null, lead: null },
      ...{ partnerViews: null, topics: null, image: null, sourceUrl: 'url', language: 'text' },
      ...{ licence: null, paywalled: null, robots: null, originalUrl: null },
    },
    removed: [{ text: 'Chia sẻ', reason: 'share', rule: 'line' }],
    recipe: null,
    ...changes,
  }
}
