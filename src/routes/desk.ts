/** `/admin`: the operators' API as pages, for a signed-in session; every form carries its CSRF token. */

import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import * as z from 'zod/mini'
import { complaintsOf } from '../articles/complaints.ts'
import { adminArticlePage } from '../pages/desk-article-page.tsx'
import { adminArticlesPage } from '../pages/desk-articles-page.tsx'
import { runPage } from '../pages/run-page.tsx'
import { signInPage } from '../pages/sign-in-page.tsx'
import { findArticle, listAllArticles } from '../storage/articles.ts'
import { changePartner } from '../storage/change-partner.ts'
import { readCursor } from '../storage/cursor.ts'
import { findPartner } from '../storage/partners.ts'
import { listRevisions } from '../storage/revisions.ts'
import { findRun } from '../storage/run-reports.ts'
import { actOnArticle } from './admin-articles.ts'
import { startRun } from './admin-partners.ts'
import type { AppContext, AppEnv } from './app-types.ts'
import { answerDesk, deskContext, readFlash, readForm } from './desk-answer.ts'
import { deskBackfillRoutes } from './desk-backfills.ts'
import { deskRecipeRoutes } from './desk-recipes.ts'
import { addPartner } from './new-partner.ts'
import { csrfToken, findSession, sameText, signIn, signOut } from './operator-auth.ts'
import { answerMessage } from './reader-pages.ts'
import { newPartnerSchema } from './wanted-partner.ts'

const DESK_ARTICLES = 50

export const deskRoutes = new Hono<AppEnv>()

deskRoutes.get('/sign-in', (c) => c.html(signInPage({ failed: false }, deskContext(c))))

deskRoutes.post('/sign-in', async (c) => {
  const { token } = await readForm(c)
  if (!(await sameText(token ?? '', c.get('config').adminToken))) {
    return c.html(signInPage({ failed: true }, deskContext(c)), 401)
  }
  await signIn(c)
  return c.redirect('/admin', 303)
})

const signedIn = createMiddleware<AppEnv>(async (c, next) => {
  const session = await findSession(c)
  if (session === undefined) return c.redirect('/admin/sign-in', 303)
  c.set('csrf', await csrfToken(c, session))
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const { csrf } = await readForm(c)
    if (!(await sameText(csrf ?? '', c.get('csrf')))) return answerMessage(c, 'bad-request')
  }
  return next()
})

const desk = new Hono<AppEnv>()
desk.use(signedIn)

desk.get('/', (c) => answerDesk(c, {}))

desk.post('/sign-out', (c) => {
  signOut(c)
  return c.redirect('/admin/sign-in', 303)
})

desk.post('/partners', async (c) => {
  const { name = '', url = '' } = await readForm(c)
  const wanted = z.safeParse(newPartnerSchema, { name, url })
  if (!wanted.success) {
    const error = complaintsOf(wanted.error).map(({ path, message }) => `${path}: ${message}`)
    return answerDesk(c, { form: { name, url, error: error.join('; ') } }, 400)
  }
  const added = await addPartner(c, wanted.data)
  if (!added.ok) {
    return answerDesk(c, { form: { name, url, error: added.detail } }, added.status)
  }
  await startRun(c, added.partner.id)
  return c.redirect('/admin?did=added', 303)
})

desk.post('/partners/:id/run', async (c) => {
  const partner = await findPartner(c.env.DB, c.req.param('id'))
  if (partner === undefined) return answerMessage(c, 'not-found')
  return c.redirect(`/admin/runs/${await startRun(c, partner.id)}`, 303)
})

desk.post('/partners/:id/pause', (c) => changeState(c, c.req.param('id'), 'paused'))
desk.post('/partners/:id/resume', (c) => changeState(c, c.req.param('id'), 'active'))

desk.get('/runs/:id', async (c) => {
  const run = await findRun(c.env.DB, c.req.param('id'))
  const partner = run === undefined ? undefined : await findPartner(c.env.DB, run.partnerId)
  if (run === undefined || partner === undefined) return answerMessage(c, 'not-found')
  return c.html(runPage({ run, partner }, deskContext(c)))
})

desk.get('/articles', async (c) => {
  const cursor = c.req.query('cursor')
  const before = cursor === undefined ? undefined : readCursor(cursor)
  const { items, nextCursor } = await listAllArticles(
    c.env.DB,
    { before, limit: DESK_ARTICLES },
    c.get('config').siteUrl,
  )
  const articles = items.map((article) => ({ ...article, partnerName: article.partner.name }))
  const flash = readFlash(c)
  const data = { articles, nextCursor, csrf: c.get('csrf'), ...(flash ? { flash } : {}) }
  return c.html(adminArticlesPage(data, deskContext(c)))
})

desk.get('/articles/:id', async (c) => {
  const id = c.req.param('id')
  const [article, revisions] = await Promise.all([
    findArticle(c.env.DB, { id }, c.get('config').siteUrl),
    listRevisions(c.env.DB, id),
  ])
  if (article === undefined) return answerMessage(c, 'not-found')
  return c.html(adminArticlePage({ article, revisions, csrf: c.get('csrf') }, deskContext(c)))
})

desk.post('/articles/:id/:action{hide|restore|takedown}', async (c) => {
  const { id, action } = c.req.param()
  const known = (['hide', 'restore', 'takedown'] as const).find((name) => name === action)
  if (known === undefined || !(await actOnArticle(c, id, known))) {
    return answerMessage(c, 'not-found')
  }
  return c.redirect(`/admin/articles?did=${known}`, 303)
})

desk.route('/', deskBackfillRoutes)
desk.route('/', deskRecipeRoutes)
deskRoutes.route('/', desk)

async function changeState(
  c: AppContext,
  id: string,
  state: 'active' | 'paused',
): Promise<Response> {
  const partner = await findPartner(c.env.DB, id)
  if (partner === undefined) return answerMessage(c, 'not-found')
  const now = c.get('doors').now().toISOString()
  await changePartner(c.env.DB, { id, now }, { state })
  return c.redirect(`/admin?did=${state === 'paused' ? 'paused' : 'resumed'}`, 303)
}
