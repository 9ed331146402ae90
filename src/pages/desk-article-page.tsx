/** One stored article at the operators' desk: what its page says of its rights, and how it changed. */

import type { Changes } from '../articles/what-changed.ts'
import { type Translate, translate } from './catalogue.ts'
import type { PageContext } from './context.ts'
import { deskDocument } from './desk-layout.tsx'
import { formatNumber } from './formats.ts'
import { StatePill } from './state-pill.tsx'
import { InstantTime } from './times.tsx'

export type AdminArticleData = {
  article: {
    slug: string
    title: string
    partner: { name: string }
    state: 'published' | 'hidden' | 'taken-down' | 'gone'
    revision: number
    licence: string | null
    paywalled: boolean
    robots: string[]
  }
  /** The newest first. */
  revisions: { revision: number; at: string; changes: Changes }[]
  csrf: string
}

const FIELD_LABELS = {
  title: 'fieldTitle',
  byline: 'fieldByline',
  lead: 'lead',
  publishedAt: 'published',
  topics: 'topics',
  image: 'fieldImage',
} as const

/** Returns the whole document. */
export function adminArticlePage(data: AdminArticleData, context: PageContext): string {
  const t = translate(context.language)
  const { article, revisions, csrf } = data
  return deskDocument(
    { title: article.title, context, csrf },
    <>
      <h1>
        <a href={`/articles/${encodeURIComponent(article.slug)}`}>{article.title}</a>
        <StatePill
          label={t(`state-${article.state}`)}
          mood={article.state === 'published' ? 'good' : 'neutral'}
        />
      </h1>
      <p class="facts">
        {article.partner.name} · {t('revision', { revision: article.revision })}
      </p>
      <Rights article={article} t={t} />
      <h2>{t('revisions')}</h2>
      {revisions.length === 0 && <p>{t('noRevisions')}</p>}
      {revisions.length > 0 && <Revisions revisions={revisions} context={context} />}
    </>,
  )
}

function Rights({ article, t }: Pick<AdminArticleData, 'article'> & { t: Translate }) {
  const facts = [
    [t('fieldLicence'), article.licence ?? ''],
    [t('fieldRobots'), article.robots.join(', ')],
    [t('fieldPaywall'), article.paywalled ? '✓' : ''],
  ].filter(([, said]) => said !== '')
  return (
    <>
      {facts.map(([label, said]) => (
        <p>
          {label}: <code>{said}</code>
        </p>
      ))}
    </>
  )
}

function Revisions({
  revisions,
  context,
}: Pick<AdminArticleData, 'revisions'> & { context: PageContext }) {
  return (
    <table>
      <tbody>
        {revisions.map(({ revision, at, changes }) => (
          <tr>
            <th scope="row">{revision}</th>
            <td>
              <InstantTime iso={at} context={context} />
            </td>
            <td>
              {changeLines(changes, context).map((line) => (
                <p>{line}</p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What changed, in sentences without full stops; nothing of what stayed. */
function changeLines({ fields, sections, words }: Changes, context: PageContext): string[] {
  const t = translate(context.language)
  const named = (headings: (string | null)[]) =>
    headings.map((heading) => heading ?? t('openingSection')).join(' · ')
  const count = (figure: number) => formatNumber(figure, context.language)
  const kinds = [
    ['sectionsAdded', sections?.added ?? []],
    ['sectionsRemoved', sections?.removed ?? []],
    ['sectionsChanged', sections?.changed ?? []],
  ] as const
  return [
    ...(fields.length === 0 ? [] : [fields.map((field) => t(FIELD_LABELS[field])).join(', ')]),
    ...kinds.flatMap(([key, headings]) =>
      headings.length === 0 ? [] : [t(key, { headings: named(headings) })],
    ),
    ...(sections?.moved ? [t('sectionsMoved')] : []),
    ...(words.before === null || words.before === words.after
      ? []
      : [t('wordsChanged', { before: count(words.before), after: count(words.after) })]),
  ]
}
