/** What a partner lets us show of an article: all of it or an excerpt by agreement, and what its page asks. */

import type { Article } from '../articles/article.ts'
import type { AppContext } from './app-types.ts'

/** Sections of an excerpt: what stands before the first heading, or the first section. */
const EXCERPT_SECTIONS = 1

/** Returns the article as it may be republished; an excerpt leads on to the original. */
export function republished(article: Article, republish: 'full' | 'excerpt'): Article {
  if (republish === 'full') return article
  const sections = article.sections.slice(0, EXCERPT_SECTIONS)
  return { ...article, sections, text: sections.map((section) => section.text).join('\n\n') }
}

/** Passes the page's directives on, also to those who read no HTML. */
export function sayRobots(c: AppContext, robots: readonly string[]): void {
  if (robots.length > 0) c.header('x-robots-tag', robots.join(', '))
}
