/** Recipes at the desk: tried on a page, and saved with a partner. */

import { Hono } from 'hono'
import { parseRecipe } from '../articles/recipe-text.ts'
import { previewPage } from '../pages/preview-page.tsx'
import { changePartner } from '../storage/change-partner.ts'
import { changeRecipe, findPartner } from '../storage/partners.ts'
import type { AppEnv } from './app-types.ts'
import { answerDesk, deskContext, readForm } from './desk-answer.ts'
import { answerMessage } from './reader-pages.ts'

export const deskRecipeRoutes = new Hono<AppEnv>()

deskRecipeRoutes.post('/preview', async (c) => {
  const { url = '', recipe = '' } = await readForm(c)
  const parsed = parseRecipe(recipe)
  if (!parsed.ok) {
    return answerDesk(c, { tried: { url, recipe, error: parsed.message } }, 400)
  }
  const request = { url, recipe: parsed.recipe }
  const preview = await c.get('doors').preview(request, c.env, c.get('config'))
  const tried = { url, recipe }
  if (!preview.ok) return answerDesk(c, { preview: { error: preview.message }, tried }, 422)
  const { article, quality } = preview
  const report = { article, quality, explanation: preview.explain(), tried }
  return c.html(previewPage({ ...report, csrf: c.get('csrf') }, deskContext(c)))
})

deskRecipeRoutes.post('/partners/:id/recipe', async (c) => {
  const partner = await findPartner(c.env.DB, c.req.param('id'))
  if (partner === undefined) return answerMessage(c, 'not-found')
  const { recipe: text = '' } = await readForm(c)
  const parsed = parseRecipe(text)
  if (!parsed.ok) {
    return answerDesk(c, { recipe: { partnerId: partner.id, text, error: parsed.message } }, 400)
  }
  const now = c.get('doors').now().toISOString()
  const anew = changeRecipe(c.env.DB, partner.id, parsed.recipe, now)
  await changePartner(c.env.DB, { id: partner.id, now }, {}, anew)
  return c.redirect('/admin?did=recipe', 303)
})
