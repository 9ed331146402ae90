/** An article in a list: enough to decide whether to read it. */

import type { ArticleSummary } from '../articles/article.ts'
import { translate } from './catalogue.ts'
import type { PageContext } from './context.ts'
import { snippet } from './excerpt.ts'
import { Picture } from './picture.tsx'
import { PublicationTime } from './times.tsx'

/** In UTF-16 code units: four lines of a card, more of the opener. */
const EXCERPT_LENGTH_MAX = 130
const OPENER_LENGTH_MAX = 320

type CardOptions = {
  article: ArticleSummary
  context: PageContext
  /** One level below the heading that the list stands under. */
  heading: 'h2' | 'h3'
  /** The first of a page: larger, and its image is asked for at once. */
  opener?: boolean
  /** Under a heading that says "featured" the badge says nothing new. */
  badge?: boolean
}

/** Lists are cached for longer than a count stays true, so a card shows no views. */
export function ArticleCard(options: CardOptions) {
  const { article, context, heading: Heading, opener = false, badge = true } = options
  const lengthMax = opener ? OPENER_LENGTH_MAX : EXCERPT_LENGTH_MAX
  const excerpt = snippet(article.lead, { robots: article.robots, lengthMax })
  return (
    <li class={opener ? 'card opener' : 'card'}>
      <Picture image={article.image} arrives={opener ? 'first' : 'later'} decorative />
      <Heading>
        <a href={`/articles/${encodeURIComponent(article.slug)}`} lang={article.language}>
          {article.title}
        </a>
      </Heading>
      <CardFacts article={article} context={context} badge={badge} />
      {excerpt !== null && <p lang={article.language}>{excerpt}</p>}
    </li>
  )
}

function CardFacts({
  article,
  context,
  badge,
}: Required<Pick<CardOptions, 'article' | 'context' | 'badge'>>) {
  const t = translate(context.language)
  return (
    <p class="facts">
      {badge && article.featured && <span class="badge">{t('featuredBadge')}</span>}
      {article.partner.name}
      {article.publishedAt !== null && (
        <>
          {' · '}
          <PublicationTime iso={article.publishedAt} context={context} />
        </>
      )}
    </p>
  )
}
