/** Articles as the admin API answers them, for the tests of the operator's commands. */

import type { ScrapedArticle } from '../../src/articles/article.ts'
import { articleWith } from '../pages/article-with.ts'

const REMOVED = [{ text: 'Thương hiệu', count: 38, reason: 'repeated-block' as const }]

/** A page that was only looked at: no id, no slug, no views of ours. */
export function previewOf(changes: Partial<ScrapedArticle>) {
  const {
    id: _id,
    slug: _slug,
    url: _url,
    partner: _partner,
    views: _views,
    alsoPublishedBy: _alsoPublishedBy,
    contentHash: _contentHash,
    revision: _revision,
    ...scraped
  } = articleWith({ removed: REMOVED })
  return { ...scraped, ...changes }
}

export function storedArticle(id: string, state: string) {
  return { ...articleWith({ id, removed: REMOVED }), state }
}

/** As a list or an action shows it. */
export function listedArticle(id: string, state: string) {
  const { sections: _sections, text: _text, removed: _removed, ...item } = storedArticle(id, state)
  return item
}
