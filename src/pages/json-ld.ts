/** An article as schema.org describes it, for search engines: the partner's work, shown by us. */

import type { Article } from '../articles/article.ts'
import { snippet } from './excerpt.ts'
import { webAddress } from './web-address.ts'

/** Returns a `NewsArticle`; https://schema.org/NewsArticle. What is unknown is left out. */
export function newsArticle(article: Article, pageUrl: string): object {
  const { partner, robots } = article
  const publisher = { '@type': 'Organization', name: partner.name, url: webAddress(partner.url) }
  const author = article.byline === null ? publisher : { '@type': 'Person', name: article.byline }
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    description: snippet(article.lead, { robots }) ?? undefined,
    inLanguage: article.language,
    datePublished: article.publishedAt ?? undefined,
    dateModified: article.modifiedAt ?? article.publishedAt ?? undefined,
    image: article.image === null ? undefined : webAddress(article.image.url),
    keywords: article.topics.length === 0 ? undefined : article.topics,
    author,
    publisher,
    mainEntityOfPage: pageUrl,
    isBasedOn: webAddress(article.sourceUrl),
    isAccessibleForFree: true,
  }
}
