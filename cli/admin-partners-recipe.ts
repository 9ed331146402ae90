/** `partners preview` and `partners recipe`: what a page would become, and by which recipe. */

import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { segment } from './admin-api.ts'
import { articleText, shownArticleSchema } from './admin-article-text.ts'
import { JSON_OPTION, subcommand } from './admin-subcommand.ts'
import { oneLine } from './admin-text.ts'
import { readRecipeFile, recipeIn, recipeMistake } from './recipe-file.ts'

const ONE = { min: 1, max: 1 }

/** As the instance wrote it, which may be newer than this command. */
const recipeOnlySchema = z.object({
  recipe: z.optional(z.unknown()),
  recipeError: z.optional(z.string()),
})

export const previewSubcommand = subcommand({
  usage: 'URL [--recipe FILE.json] [--json]',
  does: 'shows what would be published of a page, and what would be removed; stores nothing',
  names: ONE,
  parse: (args) =>
    parseArgs({
      args,
      allowPositionals: true,
      options: { recipe: { type: 'string' }, json: JSON_OPTION },
    }),
  findMistake: ({ recipe }) => recipeMistake(recipe),
  async run({ values, positionals: [url] }, session) {
    const preview = await session.ask({
      method: 'POST',
      path: '/api/admin/preview',
      schema: shownArticleSchema,
      body: { url, recipe: recipeIn(values.recipe) },
    })
    if (!preview.ok) return session.fail(preview.message)
    session.print(preview.value, articleText(preview.value))
    return 0
  },
})

export const recipeSubcommand = subcommand({
  usage: 'ID [--set FILE.json | --remove] [--json]',
  does: 'shows the recipe of a partner, or changes it: its pages are read anew by the next run',
  names: ONE,
  parse: (args) =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        set: { type: 'string' },
        remove: { type: 'boolean', default: false },
        json: JSON_OPTION,
      },
    }),
  findMistake: ({ set, remove }) =>
    set !== undefined && remove ? '--set and --remove exclude each other.' : recipeMistake(set),
  async run({ values, positionals: [id = ''] }, session) {
    const path = `/api/admin/partners/${segment(id)}`
    const read = values.set === undefined ? undefined : readRecipeFile(values.set)
    if (read?.ok === false) return session.fail(read.message)
    const isChange = read !== undefined || values.remove
    const answer = await session.ask({
      ...(isChange
        ? { method: 'PATCH' as const, body: { recipe: read?.recipe ?? null } }
        : { method: 'GET' as const }),
      path,
      schema: recipeOnlySchema,
    })
    if (!answer.ok) return session.fail(answer.message)
    const { recipe = null, recipeError } = answer.value
    if (recipeError !== undefined) session.err(`${oneLine(recipeError)}\n`)
    session.print(recipe, `${JSON.stringify(recipe, null, 2)}\n`)
    return 0
  },
})
