/** The first screen of an article: what it is, whose, when, how often seen, how long. */

import type { Article } from '../articles/article.ts'
import { translate } from './catalogue.ts'
import type { PageContext } from './context.ts'
import { Picture } from './picture.tsx'
import { ViewsSlot } from './raw-html.tsx'
import { readingMinutes } from './reading-time.ts'
import { PublicationTime } from './times.tsx'
import { webAddress } from './web-address.ts'

type HeaderOptions = { article: Article; context: PageContext }

export function ArticleHeader({ article, context }: HeaderOptions) {
  const t = translate(context.language)
  return (
    <header>
      <div lang={context.language}>
        {article.featured && <p class="badge">{t('featuredBadge')}</p>}
      </div>
      <h1>{article.title}</h1>
      <div class="facts" lang={context.language}>
        <Origin article={article} context={context} />
        <Figures article={article} context={context} />
        <SmallFacts article={article} context={context} />
      </div>
      {article.lead !== null && <p class="lead">{article.lead}</p>}
      <Cover article={article} />
    </header>
  )
}

/** `rel` is `noopener` alone: the partner is to see in its referrers that a reader comes from us. */
function Origin({ article, context }: HeaderOptions) {
  const t = translate(context.language)
  const original = webAddress(article.sourceUrl)
  return (
    <p class="origin">
      <a class="from" href={`/partners/${encodeURIComponent(article.partner.id)}`}>
        {article.partner.name}
      </a>
      {original !== undefined && (
        <a class="original" href={original} rel="noopener">
          {t('readOriginal')} <span aria-hidden="true">↗</span>
        </a>
      )}
    </p>
  )
}

function Figures({ article, context }: HeaderOptions) {
  const t = translate(context.language)
  return (
    <p class="figures">
      {article.publishedAt !== null && (
        <>
          {t('published')}: <PublicationTime iso={article.publishedAt} context={context} />
          {' · '}
        </>
      )}
      {t('views')}:{' '}
      <span class="views" data-views={article.slug}>
        <ViewsSlot />
      </span>
    </p>
  )
}

function SmallFacts({ article, context }: HeaderOptions) {
  const t = translate(context.language)
  return (
    <p>
      {article.byline !== null && `${t('byline', { name: article.byline })} · `}
      {t('readingTime', { minutes: readingMinutes(article.text) })}
      {article.modifiedAt !== null && article.modifiedAt !== article.publishedAt && (
        <>
          {' · '}
          {t('modified')}: <PublicationTime iso={article.modifiedAt} context={context} />
        </>
      )}
    </p>
  )
}

/** The article's image, unless its body shows it anyway. */
function Cover({ article }: { article: Article }) {
  const { image, sections } = article
  if (image === null || webAddress(image.url) === undefined) return null
  const inAttribute = image.url.replaceAll('&', '&amp;')
  if (sections.some(({ html }) => html.includes(image.url) || html.includes(inAttribute)))
    return null
  return (
    <figure class="cover">
      <Picture image={image} arrives="first" />
    </figure>
  )
}
