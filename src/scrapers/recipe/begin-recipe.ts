/** Begins a recipe on a page as it came: is it one of those meant, and what of it goes at once? */

import { matchesGlob } from '../../articles/glob.ts'
import type { HtmlElement } from '../../articles/html/html-tree.ts'
import type { Recipe, RecipeUse } from '../../articles/recipe.ts'
import type { ExtractFailure, ExtractOptions } from '../raw-article.ts'
import { type FieldMatch, matchRecipe, type RecipeField } from './recipe-matches.ts'
import { detachRemovals, type RecipeRemoval } from './recipe-removals.ts'

/** What the recipe named on the page as it came, before the page is cut into blocks. */
export type BegunRecipe = {
  readonly fields: ReadonlyMap<RecipeField, FieldMatch>
  readonly removed: readonly RecipeRemoval[]
  readonly use: RecipeUse
}

/**
 * Takes what the recipe removes out of the tree below `root`, or says that the page is none of those
 * it is for: a later page of an article is, whatever its address, as its first page was.
 */
export function beginRecipe(
  root: HtmlElement,
  recipe: Recipe,
  { url, partOf }: Pick<ExtractOptions, 'url' | 'partOf'>,
): { readonly ok: true; readonly begun: BegunRecipe } | ExtractFailure {
  const { url: pattern, selector } = (partOf === undefined && recipe.when) || {}
  if (pattern !== undefined && !isAddressLike(url, pattern)) {
    return unlike(`the recipe's "when.url" is ${pattern}, which its address is not like`)
  }
  const { isMet, fields, removals } = matchRecipe(root, recipe)
  if (!isMet && partOf === undefined)
    return unlike(`the recipe's "when.selector", ${selector}, matches nothing on it`)
  const labels = (isUsed: boolean) =>
    removals.flatMap(({ label, elements }) => (elements.length > 0 === isUsed ? [label] : []))
  const use = { used: labels(true), missed: labels(false) }
  return { ok: true, begun: { fields, removed: detachRemovals(removals), use } }
}

/** The zone of every date of the page that names none, where the recipe knows it. */
export function recipeZone(recipe: Recipe | null | undefined): string | undefined {
  const choice = recipe?.select?.publishedAt
  return typeof choice === 'object' ? choice.timezone : undefined
}

/** An address may be given as a reader sees it, or as it is sent. */
function isAddressLike(url: string, pattern: string): boolean {
  const shown = pattern.toWellFormed().normalize('NFC')
  return matchesGlob(url, shown) || matchesGlob(url, encodeURI(shown))
}

function unlike(why: string): ExtractFailure {
  return { ok: false, reason: 'not-an-article', message: `The page is no article: ${why}.` }
}
