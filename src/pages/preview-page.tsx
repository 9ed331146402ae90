/** A page as it would be published, and every block that was left out of it. */

import type { ScrapedArticle, Section } from '../articles/article.ts'
import type { Explanation, Quality } from '../articles/explanation.ts'
import { translate } from './catalogue.ts'
import type { PageContext } from './context.ts'
import { deskDocument } from './desk-layout.tsx'
import { shortened } from './excerpt.ts'
import { formatNumber } from './formats.ts'
import { PreviewForm, type TriedPage } from './preview-form.tsx'
import { SectionBody } from './raw-html.tsx'
import { ReadingReport } from './reading-report.tsx'
import { RecipeReport } from './recipe-field.tsx'
import { PublicationTime } from './times.tsx'
import { webAddress } from './web-address.ts'

/** In UTF-16 code units: enough to recognise a block. */
const REMOVED_TEXT_LENGTH_MAX = 240

/** The report's own headings are `h1` and `h2`; the outermost section comes below them. */
const HEADING_TAGS = ['h4', 'h5', 'h6'] as const

type PreviewOptions = { article: ScrapedArticle; context: PageContext }

type PreviewData = {
  article: ScrapedArticle
  explanation: Explanation
  quality: Quality
  tried: TriedPage
  csrf: string
}

/** Returns the report as a page of its own, with the form below it to try again. */
export function previewPage(data: PreviewData, context: PageContext): string {
  const { article, explanation, quality, tried, csrf } = data
  const t = translate(context.language)
  return deskDocument(
    { title: t('previewTitle'), context, at: '/admin', csrf },
    <>
      <h1>{t('previewTitle')}</h1>
      <ProofOf article={article} context={context} />
      <ReadingReport explanation={explanation} quality={quality} context={context} />
      {explanation.recipe !== null && <RecipeReport use={explanation.recipe} context={context} />}
      <RelatedTitles article={article} context={context} />
      <RemovedBlocks article={article} context={context} />
      <section class="pane">
        <h2>{t('previewAgain')}</h2>
        <PreviewForm tried={tried} csrf={csrf} context={context} />
      </section>
    </>,
  )
}

function ProofOf({ article, context }: PreviewOptions) {
  return (
    <section>
      <h2>{translate(context.language)('wouldBePublished')}</h2>
      <p class="facts">
        <a href={webAddress(article.sourceUrl)}>{article.sourceUrl}</a>
      </p>
      <article class="proof" lang={article.language}>
        <h3>{article.title}</h3>
        <PreviewFacts article={article} context={context} />
        {article.lead !== null && <p class="lead">{article.lead}</p>}
        {article.sections.map((section) => (
          <PreviewSection section={section} context={context} />
        ))}
      </article>
    </section>
  )
}

function PreviewFacts({ article, context }: PreviewOptions) {
  const t = translate(context.language)
  const views = article.partnerViews
  const facts = [
    article.featured ? t('featuredBadge') : '',
    article.byline === null ? '' : t('byline', { name: article.byline }),
    views === null ? '' : t('partnerViews', { views: formatNumber(views, context.language) }),
    `${t('language')}: ${article.language}`,
    article.topics.length === 0 ? '' : `${t('topics')}: ${article.topics.join(', ')}`,
  ]
  return (
    <p class="facts" lang={context.language}>
      {article.publishedAt !== null && (
        <>
          {t('published')}: <PublicationTime iso={article.publishedAt} context={context} />
          {' · '}
        </>
      )}
      {facts.filter((fact) => fact !== '').join(' · ')}
    </p>
  )
}

function PreviewSection({ section, context }: { section: Section; context: PageContext }) {
  const Tag = HEADING_TAGS[section.level - 2] ?? 'h6'
  return (
    <>
      {section.heading !== null && (
        <Tag>
          {section.marker !== null && `${section.marker} `}
          {section.heading}
        </Tag>
      )}
      <SectionBody html={section.html} tableLabel={translate(context.language)('table')} />
    </>
  )
}

function RelatedTitles({ article, context }: PreviewOptions) {
  if (article.related.length === 0) return null
  return (
    <section>
      <h2>{translate(context.language)('related')}</h2>
      <ul class="rows">
        {article.related.map(({ title, url }) => (
          <li class="row">
            <a href={webAddress(url)}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function RemovedBlocks({ article, context }: PreviewOptions) {
  const t = translate(context.language)
  return (
    <section>
      <h2>{t('removedBlocks')}</h2>
      {article.removed.length === 0 && <p class="soft">{t('nothingRemoved')}</p>}
      {article.removed.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('removedText')}</th>
              <th scope="col">{t('removedReason')}</th>
              <th scope="col" class="number">
                {t('removedCount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {article.removed.map(({ text, count, reason }) => (
              <tr>
                <td>{shortened(text, REMOVED_TEXT_LENGTH_MAX)}</td>
                <td>{t(`reason-${reason}`)}</td>
                <td class="number">{formatNumber(count, context.language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
