/** Looks up what every selector of a recipe names on a page, all of them in one walk. */

import type { RemovalReason } from '../../articles/article.ts'
import type { HtmlElement } from '../../articles/html/html-tree.ts'
import type { Recipe } from '../../articles/recipe.ts'
import { parseSelector, type Selector } from '../../articles/selector.ts'
import { matchSelectors } from './match-selectors.ts'

export type RecipeField = keyof NonNullable<Recipe['select']>

/** What a recipe may say of a field; which of it a field allows is up to the schema. */
export type FieldRule = {
  readonly selector: string
  readonly attribute?: string | undefined
  readonly format?: string | undefined
  readonly timezone?: string | undefined
  readonly pattern?: string | undefined
}

/** `label` names the selector in reports: `select.title: h1.name`. */
export type FieldMatch = {
  readonly label: string
  readonly rule: FieldRule
  readonly elements: readonly HtmlElement[]
}

export type Removal = {
  readonly label: string
  readonly reason: RemovalReason
  readonly elements: readonly HtmlElement[]
}

export type RecipeMatches = {
  /** Whether `when.selector`, where there is one, names anything. */
  readonly isMet: boolean
  readonly fields: ReadonlyMap<RecipeField, FieldMatch>
  readonly removals: readonly Removal[]
}

const FIELDS = [
  ...(['title', 'body', 'byline', 'publishedAt', 'modifiedAt', 'lead'] as const),
  ...(['image', 'topics', 'partnerViews'] as const),
]

/** Matches every selector of the recipe below `root`; nothing is changed. */
export function matchRecipe(root: HtmlElement, recipe: Recipe): RecipeMatches {
  const condition = recipe.when?.selector
  const fields = FIELDS.flatMap((field) => {
    const choice = recipe.select?.[field]
    return choice === undefined ? [] : [{ field, rule: ruleOf(choice) }]
  })
  const removals = (recipe.remove ?? []).map((entry) =>
    typeof entry === 'string' ? { selector: entry, reason: undefined } : entry,
  )
  const texts = [
    ...(condition === undefined ? [] : [condition]),
    ...fields.map(({ rule }) => rule.selector),
    ...removals.map(({ selector }) => selector),
  ]
  const found = matchSelectors(root, texts.map(selectorOf))
  const next = found.values()
  const elements = () => next.next().value ?? []
  return {
    isMet: condition === undefined || elements().length > 0,
    fields: new Map(
      fields.map(({ field, rule }) => {
        const label = `select.${field}: ${rule.selector}`
        return [field, { label, rule, elements: elements() }]
      }),
    ),
    removals: removals.map(({ selector, reason = 'boilerplate' }, index) => {
      return { label: `remove.${index}: ${selector}`, reason, elements: elements() }
    }),
  }
}

function ruleOf(choice: string | FieldRule): FieldRule {
  return typeof choice === 'string' ? { selector: choice } : choice
}

/** The schema has seen to it that each can be read; what cannot names nothing. */
function selectorOf(text: string): Selector {
  const parsed = parseSelector(text)
  return parsed.ok ? parsed.selector : []
}
