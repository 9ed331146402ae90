/** Reads a recipe from a file that a command was pointed at. */

import { readFileSync } from 'node:fs'
import type { Recipe } from '../src/articles/recipe.ts'
import { parseRecipe } from '../src/articles/recipe-text.ts'

/** The recipe, or one sentence that names the file and what is wrong in it. */
export function readRecipeFile(
  name: string,
):
  | { readonly ok: true; readonly recipe: Recipe }
  | { readonly ok: false; readonly message: string } {
  let text: string
  try {
    text = readFileSync(name, 'utf8')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ok: false, message: `${name} cannot be read: ${reason}` }
  }
  const parsed = parseRecipe(text)
  if (!parsed.ok) return { ok: false, message: `${name}: ${parsed.message}` }
  if (parsed.recipe === null) return { ok: false, message: `${name} is empty.` }
  return { ok: true, recipe: parsed.recipe }
}

/** What is wrong with the file of an option; undefined where the option is not given. */
export function recipeMistake(name: string | undefined): string | undefined {
  const read = name === undefined ? undefined : readRecipeFile(name)
  return read?.ok === false ? read.message : undefined
}

/** The recipe of a file that has been looked at; undefined where there is none. */
export function recipeIn(name: string | undefined): Recipe | undefined {
  const read = name === undefined ? undefined : readRecipeFile(name)
  return read?.ok === true ? read.recipe : undefined
}
