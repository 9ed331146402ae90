/** The parts that lists of articles are made of, the empty ones included. */

import type { ArticleSummary } from '../articles/article.ts'
import { ArticleCard } from './article-card.tsx'
import { translate } from './catalogue.ts'
import type { PageContext, TopicLink } from './context.ts'
import { pathWith } from './layout.tsx'

type ListOptions = { articles: ArticleSummary[]; context: PageContext }

export function Cards({ articles, heading, context }: ListOptions & { heading: 'h2' | 'h3' }) {
  return (
    <ul class="cards">
      {articles.map((article) => (
        <ArticleCard article={article} heading={heading} context={context} />
      ))}
    </ul>
  )
}

/** The first stands out; draws nothing where no article is featured. */
export function FeaturedArticles({ articles, context }: ListOptions) {
  if (articles.length === 0) return null
  return (
    <section class="band" aria-labelledby="featured">
      <h2 id="featured">{translate(context.language)('featured')}</h2>
      <ul class="cards">
        {articles.map((article, index) => (
          <ArticleCard
            article={article}
            heading="h3"
            context={context}
            opener={index === 0}
            badge={false}
          />
        ))}
      </ul>
    </section>
  )
}

export function TopicChips({ topics, context }: { topics: TopicLink[]; context: PageContext }) {
  if (topics.length === 0) return null
  return (
    <nav class="chips" aria-label={translate(context.language)('topics')}>
      <ul>
        {topics.map(({ key, name }) => (
          <li>
            <a href={`/topics/${encodeURIComponent(key)}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Works without a script: the next page is an address. */
export function NextPage({ cursor, context }: { cursor: string | null; context: PageContext }) {
  if (cursor === null) return null
  return (
    <p class="next">
      <a href={pathWith(context.path, 'cursor', cursor)} rel="next">
        {translate(context.language)('moreArticles')}
      </a>
    </p>
  )
}

export function EmptyHome({ context }: { context: PageContext }) {
  const t = translate(context.language)
  return (
    <section class="empty">
      <h2>{t('emptyHomeTitle')}</h2>
      <p>{t('emptyHome')}</p>
      <p>
        <a href="/admin">{t('emptyHomeOperator')}</a>
      </p>
    </section>
  )
}

type EmptyListOptions = {
  /** What was searched for; empty before the first search, undefined off the search page. */
  query: string | undefined
  context: PageContext
}

export function EmptyList({ query, context }: EmptyListOptions) {
  const t = translate(context.language)
  if (query === '') return <p class="empty">{t('searchPrompt')}</p>
  return (
    <section class="empty">
      <h2>{query === undefined ? t('emptyListTitle') : t('emptySearchTitle', { query })}</h2>
      <p>{query === undefined ? t('emptyList') : t('emptySearch')}</p>
      <p>
        <a href="/">{t('backHome')}</a>
      </p>
    </section>
  )
}
