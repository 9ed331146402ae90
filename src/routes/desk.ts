/** `/admin`: the operators' API as pages, for a signed-in session; every form carries its CSRF token. */

import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import * as z from 'zod/mini'
import { adminArticlesPage } from '../pages/desk-articles-page.tsx'
import { type DeskData, deskPage, type Flash } from '../pages/desk-page.tsx'
import { previewPage } from '../pages/preview-page.tsx'
import { runPage } from '../pages/run-page.tsx'
import { signInPage } from '../pages/sign-in-page.tsx'
import { countArticles, listAllArticles } from '../storage/articles.ts'
import { readCursor } from '../storage/cursor.ts'
import { findPartner, listPartners, updatePartner } from '../storage/partners.ts'
import { findLastRuns, findRun } from '../storage/runs.ts'
import { actOnArticle } from './admin-articles.ts'
import { addPartner, newPartnerSchema, startRun } from './admin-partners.ts'
import type { AppContext, AppEnv } from './app-types.ts'
import { csrfToken, findSession, sameText, signIn, signOut } from './operator-auth.ts'
import { answerMessage, pageContext, readerLanguage } from './reader-pages.ts'

const DESK_PARTNERS_MAX = 200
const DESK_ARTICLES = 50
const FORM_BYTES_MAX = 64 * 1024

const FLASHES = {
  added: 'partnerAdded',
  paused: 'partnerPaused',
  resumed: 'partnerResumed',
  hide: 'articleHidden',
  restore: 'articleRestored',
  takedown: 'articleTakenDown',
} as const satisfies Record<string, Flash>

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

desk.get('/', (c) => answerDesk(c, c.get('csrf'), {}))

desk.post('/sign-out', (c) => {
  signOut(c)
  return c.redirect('/admin/sign-in', 303)
})

desk.post('/partners', async (c) => {
  const { name = '', url = '' } = await readForm(c)
  const wanted = z.safeParse(newPartnerSchema, { name, url })
  if (!wanted.success) {
    const error = wanted.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    return answerDesk(c, c.get('csrf'), { form: { name, url, error: error.join('; ') } }, 400)
  }
  const added = await addPartner(c, wanted.data)
  if (!added.ok) {
    return answerDesk(c, c.get('csrf'), { form: { name, url, error: added.detail } }, added.status)
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

desk.post('/preview', async (c) => {
  const { url = '' } = await readForm(c)
  const preview = await c.get('doors').preview({ url }, c.env, c.get('config'))
  return preview.ok
    ? c.html(previewPage(preview.article, deskContext(c)))
    : answerDesk(c, c.get('csrf'), { preview: { error: preview.message } }, 422)
})

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

desk.post('/articles/:id/:action{hide|restore|takedown}', async (c) => {
  const { id, action } = c.req.param()
  const known = (['hide', 'restore', 'takedown'] as const).find((name) => name === action)
  if (known === undefined || !(await actOnArticle(c, id, known))) {
    return answerMessage(c, 'not-found')
  }
  return c.redirect(`/admin/articles?did=${known}`, 303)
})

deskRoutes.route('/', desk)

async function answerDesk(
  c: AppContext,
  csrf: string,
  more: Pick<DeskData, 'preview' | 'form'>,
  status: 200 | 400 | 409 | 422 = 200,
): Promise<Response> {
  const partners = await listPartners(c.env.DB, { after: '', limit: DESK_PARTNERS_MAX })
  const ids = partners.map((partner) => partner.id)
  const [lastRuns, articles] = await Promise.all([
    findLastRuns(c.env.DB, ids),
    countArticles(c.env.DB, ids),
  ])
  const lines = partners.map((partner) => ({
    partner,
    articles: articles.get(partner.id) ?? 0,
    lastRun: lastRuns.get(partner.id) ?? null,
  }))
  const flash = readFlash(c)
  const data = { partners: lines, csrf, ...more, ...(flash ? { flash } : {}) }
  return c.html(deskPage(data, deskContext(c)), status)
}

async function changeState(
  c: AppContext,
  id: string,
  state: 'active' | 'paused',
): Promise<Response> {
  const partner = await findPartner(c.env.DB, id)
  if (partner === undefined) return answerMessage(c, 'not-found')
  await updatePartner(c.env.DB, { ...partner, state })
  return c.redirect(`/admin?did=${state === 'paused' ? 'paused' : 'resumed'}`, 303)
}

function readFlash(c: AppContext): Flash | undefined {
  const did = c.req.query('did')
  return Object.entries(FLASHES).find(([name]) => name === did)?.[1]
}

function deskContext(c: AppContext) {
  c.header('cache-control', 'no-store')
  return pageContext(c, readerLanguage(c), new URL(c.req.url).pathname)
}

/** A posted form's text fields; Hono keeps the parsed body, so asking twice reads once. */
async function readForm(c: AppContext): Promise<Record<string, string>> {
  if (Number(c.req.header('content-length') ?? 0) > FORM_BYTES_MAX) return {}
  const form = await c.req.parseBody().catch(() => ({}))
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()]] : [],
    ),
  )
}
