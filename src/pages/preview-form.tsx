/** The form that tries a page, with a recipe or without. */

import { translate } from './catalogue.ts'
import type { PageContext } from './context.ts'
import { DeskForm } from './desk-layout.tsx'
import { RecipeField } from './recipe-field.tsx'

/** What was typed last, and why the recipe was refused. */
export type TriedPage = { url: string; recipe: string; error?: string | undefined }

type FormOptions = { tried: TriedPage | undefined; csrf: string; context: PageContext }

/** Posts `url` and `recipe`, filled with what was typed last. */
export function PreviewForm({ tried, csrf, context }: FormOptions) {
  const t = translate(context.language)
  return (
    <DeskForm action="/admin/preview" csrf={csrf}>
      <label>
        {t('previewUrl')}
        <input type="url" name="url" value={tried?.url} required placeholder="https://" />
      </label>
      <RecipeField text={tried?.recipe ?? ''} error={tried?.error} context={context} />
      <button type="submit">{t('preview')}</button>
    </DeskForm>
  )
}
