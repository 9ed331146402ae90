/** Where an operator writes a recipe, with what is wrong with it, and what a recipe gave on a page. */

import type { RecipeUse } from '../articles/recipe.ts'
import { translate } from './catalogue.ts'
import type { PageContext } from './context.ts'
import { DeskForm } from './desk-layout.tsx'

const ROWS = 8

type FieldOptions = {
  /** As it was written, right or wrong. */
  text: string
  /** What it is for, for those who hear the field without seeing what stands around it. */
  about?: string | undefined
  error?: string | undefined
  context: PageContext
}

/** A text field of the name `recipe`. */
export function RecipeField({ text, about, error, context }: FieldOptions) {
  const t = translate(context.language)
  const label = about === undefined ? undefined : `${t('recipe')}: ${about}`
  return (
    <>
      {error !== undefined && (
        <p class="wrong" role="alert">
          {t('recipeRefused')}: {error}
        </p>
      )}
      <label>
        {t('recipe')}
        <textarea
          name="recipe"
          rows={ROWS}
          spellcheck={false}
          autocomplete="off"
          placeholder='{"select": {"title": "h1.title"}, "remove": [".ad"]}'
          aria-label={label}
        >
          {text}
        </textarea>
      </label>
    </>
  )
}

type FormOptions = {
  action: string
  csrf: string
  about: string
  text: string
  error?: string | undefined
  context: PageContext
}

/** A partner's recipe, closed until somebody wants to see it, open where something is wrong. */
export function RecipeForm({ action, csrf, about, text, error, context }: FormOptions) {
  const t = translate(context.language)
  return (
    <details class="recipe" open={error !== undefined}>
      <summary>{t(text === '' ? 'recipeNone' : 'recipe')}</summary>
      <p class="soft">{t('recipeHelp')}</p>
      <DeskForm action={action} csrf={csrf}>
        <RecipeField text={text} about={about} error={error} context={context} />
        <button type="submit">{t('recipeSave')}</button>
      </DeskForm>
    </details>
  )
}

/** Selector by selector: what gave something, and for what the generic rules stood in. */
export function RecipeReport({ use, context }: { use: RecipeUse; context: PageContext }) {
  const t = translate(context.language)
  return (
    <section>
      <h2>{t('recipe')}</h2>
      <Selectors title={t('recipeUsed')} selectors={use.used} />
      <Selectors title={t('recipeMissed')} selectors={use.missed} />
    </section>
  )
}

function Selectors({ title, selectors }: { title: string; selectors: readonly string[] }) {
  if (selectors.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul class="rows">
        {selectors.map((selector) => (
          <li class="row">
            <code>{selector}</code>
          </li>
        ))}
      </ul>
    </>
  )
}
