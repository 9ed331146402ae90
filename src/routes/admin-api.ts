/** The operators' API: everything under `/api/admin`, for the operator alone. */

import { Hono } from 'hono'
import * as z from 'zod/mini'
import { recipeSchema } from '../articles/recipe.ts'
import { adminAlarmRoutes } from './admin-alarms.ts'
import { adminArticleRoutes } from './admin-articles.ts'
import { adminBackfillRoutes } from './admin-backfills.ts'
import { adminPartnerRoutes } from './admin-partners.ts'
import { adminWebhookRoutes } from './admin-webhooks.ts'
import type { AppEnv } from './app-types.ts'
import { operatorOnly } from './operator-auth.ts'
import { problem } from './problem.ts'
import { readJson } from './request-body.ts'

const previewSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  html: z.optional(z.string()),
  recipe: z.optional(z.nullable(recipeSchema)),
})

export const adminRoutes = new Hono<AppEnv>()

adminRoutes.use(operatorOnly)

adminRoutes.post('/preview', async (c) => {
  const body = await readJson(c, previewSchema)
  if (!body.ok) return body.response
  const preview = await c.get('doors').preview(body.value, c.env, c.get('config'))
  if (!preview.ok) return problem(c, 422, preview.message, { reason: preview.reason })
  const { article, recipe, quality } = preview
  return c.json({ ...article, recipe, explanation: { quality, ...preview.explain() } })
})

adminRoutes.route('/', adminPartnerRoutes)
adminRoutes.route('/', adminAlarmRoutes)
adminRoutes.route('/', adminArticleRoutes)
adminRoutes.route('/', adminBackfillRoutes)
adminRoutes.route('/', adminWebhookRoutes)
