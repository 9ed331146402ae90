/** Pages that list articles: the front page, a partner's, a topic's, what trends, what a search found. */

import type { ArticleSummary } from '../articles/article.ts'
import {
  Cards,
  EmptyHome,
  EmptyList,
  FeaturedArticles,
  NextPage,
  TopicChips,
} from './article-list.tsx'
import { translate } from './catalogue.ts'
import type { PageContext, PartnerLink, TopicLink } from './context.ts'
import { canonicalAddress, documentText, ReaderPage } from './layout.tsx'
import { PartnerStrip } from './partner-strip.tsx'
import { SearchForm } from './search-form.tsx'

export type HomeData = {
  featured: ArticleSummary[]
  latest: ArticleSummary[]
  topics: TopicLink[]
  partners: PartnerLink[]
  nextCursor: string | null
}

export type ListData = {
  title: string
  intro?: string
  articles: ArticleSummary[]
  nextCursor: string | null
  partners?: PartnerLink[]
  /** For `<meta name="robots">`, as in `noindex`. */
  robots?: string
  /** Given on the search page only, empty before the first search: draws the search form. */
  query?: string
}

/** Returns the front page; an article that is featured is not listed a second time. */
export function homePage(data: HomeData, context: PageContext): string {
  const t = translate(context.language)
  const featuredIds = new Set(data.featured.map(({ id }) => id))
  const latest = data.latest.filter(({ id }) => !featuredIds.has(id))
  const empty = data.featured.length === 0 && latest.length === 0
  const head = {
    title: context.siteName,
    description: t('tagline'),
    canonical: `${context.siteUrl}/`,
  }
  return documentText(
    <ReaderPage head={head} context={context}>
      <header class="page-head">
        <h1 class="tagline">{t('tagline')}</h1>
        <TopicChips topics={data.topics} context={context} />
      </header>
      {empty && <EmptyHome context={context} />}
      <FeaturedArticles articles={data.featured} context={context} />
      {latest.length > 0 && (
        <section class="band" aria-labelledby="latest">
          <h2 id="latest">{t('latest')}</h2>
          <Cards articles={latest} heading="h3" context={context} />
        </section>
      )}
      <NextPage cursor={data.nextCursor} context={context} />
      <PartnerStrip partners={data.partners} context={context} />
    </ReaderPage>,
  )
}

/** Returns a list of articles under a title, with a link to the next page where there is one. */
export function listPage(data: ListData, context: PageContext): string {
  const { title, intro, articles, query } = data
  const head = {
    title,
    description: intro,
    canonical: canonicalAddress(context),
    robots: data.robots,
  }
  return documentText(
    <ReaderPage head={head} context={context}>
      <header class="page-head">
        <h1>{title}</h1>
        {intro !== undefined && <p>{intro}</p>}
        {query !== undefined && <SearchForm query={query} context={context} />}
      </header>
      {articles.length === 0 && <EmptyList query={query} context={context} />}
      {articles.length > 0 && (
        <section class="band" aria-label={title}>
          <Cards articles={articles} heading="h2" context={context} />
        </section>
      )}
      <NextPage cursor={data.nextCursor} context={context} />
      <PartnerStrip partners={data.partners ?? []} context={context} />
    </ReaderPage>,
  )
}
