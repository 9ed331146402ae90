/** The articles that a demo blog holds at the moment, and what an editor does to them. */

import type { ArticleChange, DemoArticle } from './article.ts'
import { instantOf } from './dates.ts'

interface ShelvedArticle {
  readonly article: DemoArticle
  readonly modified: Date
}

export interface Shelf {
  /** Newest first. */
  all(): readonly ShelvedArticle[]
  find(slug: string): ShelvedArticle | undefined
  /** The cards under an article, as far as the shelf holds them. */
  related(article: DemoArticle): readonly DemoArticle[]
  /** True for an article that was here and has been removed. */
  wasRemoved(slug: string): boolean
  /** @throws {Error} if there is no such article. */
  edit(slug: string, change: ArticleChange): void
  /** Adds an article, or puts back one that was removed. */
  publish(article: DemoArticle): void
  /** @throws {Error} if there is no such article. */
  remove(slug: string): void
}

/** A shelf of its own memory; `now` dates the editor's changes. */
export function shelfOf(articles: readonly DemoArticle[], now: () => Date): Shelf {
  const held = new Map(articles.map((article) => [article.slug, shelved(article)]))
  const removed = new Set<string>()

  const heldArticle = (slug: string): ShelvedArticle => {
    const found = held.get(slug)
    if (found === undefined) throw new Error(`The blog holds no article "${slug}".`)
    return found
  }

  return {
    all: () => [...held.values()].sort(newestFirst),
    find: (slug) => held.get(slug),
    related: (article) =>
      article.related.flatMap((slug) => {
        const found = held.get(slug)
        return found === undefined ? [] : [found.article]
      }),
    wasRemoved: (slug) => removed.has(slug),
    edit(slug, change) {
      held.set(slug, { article: { ...heldArticle(slug).article, ...change }, modified: now() })
    },
    publish(article) {
      removed.delete(article.slug)
      held.set(article.slug, { article, modified: now() })
    },
    remove(slug) {
      held.delete(heldArticle(slug).article.slug)
      removed.add(slug)
    },
  }
}

function shelved(article: DemoArticle): ShelvedArticle {
  return { article, modified: instantOf(article.published) }
}

/** Local times of one form sort as text. */
function newestFirst(one: ShelvedArticle, other: ShelvedArticle): number {
  return other.article.published.localeCompare(one.article.published)
}
