/** The operators' API for articles: what is stored, what was removed, and taking it out or back. */

import { Hono } from 'hono'
import * as z from 'zod/mini'
import { changeArticleState, pinArticle } from '../storage/article-state.ts'
import {
  type ArticleState,
  findArticle,
  findRemovals,
  listAllArticles,
  type StoredArticle,
} from '../storage/articles.ts'
import { findBody } from '../storage/bodies.ts'
import { readCursor } from '../storage/cursor.ts'
import { wakeDeliveries } from '../storage/messages.ts'
import { ANNOUNCE_AFTER_MS } from '../storage/pointer-memory.ts'
import { listRevisions } from '../storage/revisions.ts'
import { summary } from './api.ts'
import type { AppContext, AppEnv } from './app-types.ts'
import { problem } from './problem.ts'
import { readJson, readLimit } from './request-body.ts'

const LIMIT = { standard: 50, max: 100 }

/** From which states each action leads to which; from elsewhere it changes nothing. */
const ACTIONS = {
  hide: { from: ['published'], to: 'hidden' },
  restore: { from: ['hidden', 'taken-down'], to: 'published' },
  takedown: { from: ['published', 'hidden', 'gone'], to: 'taken-down' },
} satisfies Record<string, { from: ArticleState[]; to: ArticleState }>

export type ArticleAction = keyof typeof ACTIONS | 'feature'

export const adminArticleRoutes = new Hono<AppEnv>()

adminArticleRoutes.get('/articles', async (c) => {
  const limit = readLimit(c, LIMIT)
  if (limit === undefined) return problem(c, 400, `"limit" must be from 1 to ${LIMIT.max}.`)
  const cursor = c.req.query('cursor')
  const before = cursor === undefined ? undefined : readCursor(cursor)
  if (cursor !== undefined && before === undefined) {
    return problem(c, 400, '"cursor" is none that this list gave.')
  }
  const { siteUrl } = c.get('config')
  const articles = await listAllArticles(c.env.DB, { before, limit }, siteUrl)
  return c.json({
    items: articles.items.map(forOperator),
    nextCursor: articles.nextCursor,
  })
})

adminArticleRoutes.get('/articles/:id', (c) => answerArticle(c, c.req.param('id')))

adminArticleRoutes.post('/articles/:id/:action{hide|restore|takedown|feature}', async (c) => {
  const { id, action } = c.req.param()
  const known = isAction(action) ? action : undefined
  if (known === undefined || !(await actOnArticle(c, id, known))) return noArticle(c)
  return answerArticle(c, id)
})

adminArticleRoutes.patch('/articles/:id', async (c) => {
  const article = await findByIdOrSlug(c, c.req.param('id'))
  if (article === undefined) return noArticle(c)
  const body = await readJson(c, z.strictObject({ featured: z.boolean() }))
  if (!body.ok) return body.response
  await pinArticle(c.env.DB, article.id, body.value.featured)
  forget(c)
  return answerArticle(c, article.id)
})

/** Does what the operator asks for; false where there is no such article. Doing it twice does it once. */
export async function actOnArticle(
  c: AppContext,
  id: string,
  action: ArticleAction,
): Promise<boolean> {
  const article = await findByIdOrSlug(c, id)
  if (article === undefined) return false
  if (action === 'feature') await pinArticle(c.env.DB, article.id, true)
  else {
    const now = c.get('doors').now()
    await changeArticleState(c.env.DB, {
      articleId: article.id,
      ...ACTIONS[action],
      siteUrl: c.get('config').siteUrl,
      now: now.toISOString(),
      announceAt: new Date(now.getTime() + ANNOUNCE_AFTER_MS).toISOString(),
    })
    await wakeDeliveries(c.env.DELIVERY_QUEUE, ANNOUNCE_AFTER_MS / 1000)
  }
  forget(c)
  return true
}

/** This isolate shows at once what was changed through it. */
function forget(c: AppContext): void {
  c.get('memory').pointers.clear()
  c.get('memory').versions.clear()
}

function isAction(action: string): action is ArticleAction {
  return action === 'feature' || action in ACTIONS
}

async function answerArticle(c: AppContext, id: string): Promise<Response> {
  const stored = await findByIdOrSlug(c, id)
  if (stored === undefined) return noArticle(c)
  const [body, removed, revisions] = await Promise.all([
    findBody(c.env.CONTENT, stored.contentHash),
    findRemovals(c.env.DB, stored.id),
    listRevisions(c.env.DB, stored.id),
  ])
  return c.json({
    ...forOperator(stored),
    sections: body?.sections ?? [],
    text: body?.text ?? '',
    removed,
    revisions,
  })
}

/** What readers are not told: the state, the rights, how far the extraction can be trusted. */
function forOperator(stored: StoredArticle) {
  const { state, quality, licence, paywalled, originalUrl } = stored
  return { ...summary(stored), state, quality, licence, paywalled, originalUrl }
}

/** Operators may name an article either way; an id is never a slug of another one in practice. */
async function findByIdOrSlug(c: AppContext, name: string): Promise<StoredArticle | undefined> {
  const { siteUrl } = c.get('config')
  return (
    (await findArticle(c.env.DB, { id: name }, siteUrl)) ??
    (await findArticle(c.env.DB, { slug: name }, siteUrl))
  )
}

function noArticle(c: AppContext): Response {
  return problem(c, 404, 'There is no article of that id.')
}
