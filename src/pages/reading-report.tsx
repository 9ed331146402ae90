/** Why a previewed article is as it is: where its body and its fields were read, and how sure that is. */

import type { Explanation, Field, Quality } from '../articles/explanation.ts'
import { type TextKey, translate } from './catalogue.ts'
import type { PageContext } from './context.ts'
import { formatShare } from './formats.ts'

/** In the order of an article's page. */
const FIELDS = [
  ['title', 'fieldTitle'],
  ['lead', 'lead'],
  ['byline', 'fieldByline'],
  ['publishedAt', 'published'],
  ['modifiedAt', 'updated'],
  ['partnerViews', 'fieldViews'],
  ['topics', 'topics'],
  ['image', 'fieldImage'],
  ['language', 'language'],
  ['licence', 'fieldLicence'],
  ['paywalled', 'fieldPaywall'],
  ['robots', 'fieldRobots'],
  ['sourceUrl', 'fieldAddress'],
  ['originalUrl', 'fieldOriginal'],
] as const satisfies (readonly [Field, TextKey])[]

type Options = { explanation: Explanation; quality: Quality; context: PageContext }

/** A table with a row for the body and one for each field, in the words of `extract --explain`. */
export function ReadingReport({ explanation, quality, context }: Options) {
  const t = translate(context.language)
  const { body, fields } = explanation
  return (
    <section>
      <h2>{t('howRead')}</h2>
      <p class="facts">{t('quality', { quality: formatShare(quality.score, context.language) })}</p>
      <table>
        <tbody>
          <tr>
            <th scope="row">{t('fieldBody')}</th>
            <td>
              {t(`body-${body.rule}`)}
              {body.widened && ` ${t('bodyWidened')}`}: <code>{body.path}</code>
            </td>
          </tr>
          {FIELDS.map(([field, label]) => (
            <tr>
              <th scope="row">{t(label)}</th>
              <td>{fields[field] === null ? t('fieldMissing') : <code>{fields[field]}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
