/** Reads a recipe out of the text that an operator wrote: JSON, then the schema. */

import * as z from 'zod/mini'
import { firstComplaint } from './complaints.ts'
import { type Recipe, recipeSchema } from './recipe.ts'

/** The recipe, or one sentence that says where it is wrong; text without words is no recipe. */
export function parseRecipe(
  text: string,
):
  | { readonly ok: true; readonly recipe: Recipe | null }
  | { readonly ok: false; readonly message: string } {
  if (text.trim() === '') return { ok: true, recipe: null }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ok: false, message: `The recipe is no JSON: ${reason}` }
  }
  const parsed = z.safeParse(recipeSchema, json)
  if (parsed.success) return { ok: true, recipe: parsed.data }
  return { ok: false, message: `${firstComplaint(parsed.error, 'The recipe')}.` }
}
