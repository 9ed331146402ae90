/** The stored articles at the operators' desk, whatever their state, with what can be done to them. */

import { translate } from './catalogue.ts'
import type { PageContext } from './context.ts'
import { ActionButton, deskDocument } from './desk-layout.tsx'
import { type Flash, FlashLine } from './desk-page.tsx'
import { formatShare } from './formats.ts'
import { pathWith } from './layout.tsx'
import { StatePill } from './state-pill.tsx'
import { PublicationTime } from './times.tsx'

type ArticleLine = {
  id: string
  slug: string
  title: string
  partnerName: string
  state: 'published' | 'hidden' | 'taken-down' | 'gone'
  revision: number
  quality: number | null
  publishedAt: string | null
}

export type AdminArticlesData = {
  articles: ArticleLine[]
  nextCursor: string | null
  csrf: string
  flash?: Flash
}

type Action = 'hide' | 'restore' | 'takedown'

/** What makes sense from each state; what the partner deleted is not ours to bring back. */
const ACTIONS = {
  published: ['hide', 'takedown'],
  hidden: ['restore', 'takedown'],
  'taken-down': ['restore'],
  gone: [],
} as const satisfies Record<ArticleLine['state'], Action[]>

/** Returns one page of articles; the next one is a link. */
export function adminArticlesPage(data: AdminArticlesData, context: PageContext): string {
  const t = translate(context.language)
  const { articles, nextCursor, csrf } = data
  return deskDocument(
    { title: t('deskArticles'), context, csrf },
    <>
      <h1>{t('deskArticles')}</h1>
      <FlashLine flash={data.flash} context={context} />
      {articles.length === 0 && <p>{t('noArticles')}</p>}
      {articles.length > 0 && (
        <ul class="rows">
          {articles.map((article) => (
            <ArticleRow article={article} csrf={csrf} context={context} />
          ))}
        </ul>
      )}
      {nextCursor !== null && (
        <p>
          <a href={pathWith(context.path, 'cursor', nextCursor)} rel="next">
            {t('moreArticles')}
          </a>
        </p>
      )}
    </>,
  )
}

type RowOptions = { article: ArticleLine; csrf: string; context: PageContext }

function ArticleRow({ article, csrf, context }: RowOptions) {
  const t = translate(context.language)
  return (
    <li class="row">
      <div>
        <h2>
          <a href={`/articles/${encodeURIComponent(article.slug)}`}>{article.title}</a>
          <StatePill
            label={t(`state-${article.state}`)}
            mood={article.state === 'published' ? 'good' : 'neutral'}
          />
        </h2>
        <p class="facts">
          {article.partnerName} ·{' '}
          <a href={`/admin/articles/${encodeURIComponent(article.id)}`}>
            {t('revision', { revision: article.revision })}
          </a>
          {article.quality !== null &&
            ` · ${t('quality', { quality: formatShare(article.quality, context.language) })}`}
          {article.publishedAt !== null && (
            <>
              {' · '}
              <PublicationTime iso={article.publishedAt} context={context} />
            </>
          )}
        </p>
      </div>
      <div class="actions">
        {ACTIONS[article.state].map((action) => (
          <ArticleAction action={action} article={article} csrf={csrf} context={context} />
        ))}
      </div>
    </li>
  )
}

/** Taking down asks once more, without a script: its button is folded away until it is wanted. */
function ArticleAction({ action, article, csrf, context }: RowOptions & { action: Action }) {
  const t = translate(context.language)
  const path = `/admin/articles/${encodeURIComponent(article.id)}/${action}`
  const shared = { action: path, csrf, about: article.title }
  if (action !== 'takedown') return <ActionButton {...shared} label={t(action)} kind="quiet" />
  return (
    <details>
      <summary>{t('takeDown')}</summary>
      <p class="soft">{t('takeDownWarning')}</p>
      <ActionButton {...shared} label={t('confirmTakeDown')} kind="danger" />
    </details>
  )
}
