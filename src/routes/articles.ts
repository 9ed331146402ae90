/** `GET /articles/:slug`, the page that readers come for, and its beacon. */

import { Hono } from 'hono'
import type { Article } from '../articles/article.ts'
import { articlePage } from '../pages/article-page.tsx'
import { fillViews } from '../pages/views-slot.ts'
import { findArticle, findPagePointer, type PagePointer } from '../storage/articles.ts'
import { findBody } from '../storage/bodies.ts'
import { listPartners } from '../storage/partners.ts'
import type { AppContext, AppEnv } from './app-types.ts'
import { countView } from './count-view.ts'
import {
  answerMessage,
  answerPage,
  pageContext,
  readerLanguage,
  siteVersions,
  templateVersion,
} from './reader-pages.ts'
import { republished, sayRobots } from './republished.ts'

/** The strip shows so many partners. */
const STRIP_PARTNERS_MAX = 60

export const articleRoutes = new Hono<AppEnv>()

articleRoutes.get('/:slug', async (c) => {
  const pointer = await findPointer(c, c.req.param('slug'))
  if (pointer === undefined) return answerMessage(c, 'not-found')
  if (pointer.state !== 'published') return answerMessage(c, 'gone')

  const language = readerLanguage(c)
  const { partners } = await siteVersions(c)
  const version = `${pointer.id}-${pointer.pageVersion}-${partners}-${language}-${templateVersion(c)}`
  sayRobots(c, pointer.robots)
  const response = await answerPage(c, version, async () => {
    const cache = c.get('memory').pages
    const tools = {
      content: c.env.CONTENT,
      waitUntil: c.executionCtx.waitUntil.bind(c.executionCtx),
    }
    const page = await cache.page(`article/${version}`, tools, () =>
      render(c, pointer.id, language),
    )
    return { ...page, html: fillViews(page.html, pointer.views, language) }
  })
  // A page that could not be shown has thrown by now: nobody has read it.
  countView(c, pointer.id)
  return response
})

articleRoutes.post('/:slug/view', async (c) => {
  const pointer = await findPointer(c, c.req.param('slug'))
  if (pointer?.state !== 'published') return c.body(null, pointer === undefined ? 404 : 410)
  countView(c, pointer.id)
  return c.body(null, 204)
})

function findPointer(c: AppContext, slug: string): Promise<PagePointer | undefined> {
  const now = c.get('doors').now().getTime()
  return c.get('memory').pointers.recall(slug, now, () => findPagePointer(c.env.DB, slug))
}

async function render(c: AppContext, id: string, language: 'vi' | 'en'): Promise<string> {
  const { siteUrl } = c.get('config')
  const [stored, partners] = await Promise.all([
    findArticle(c.env.DB, { id }, siteUrl),
    listPartners(c.env.DB, { after: '', limit: STRIP_PARTNERS_MAX }),
  ])
  if (stored === undefined) throw new Error(`Article ${id} has a pointer but no row.`)
  const body = await findBody(c.env.CONTENT, stored.contentHash)
  if (body === undefined) throw new Error(`Article ${id} has a row but no body.`)
  const article: Article = republished({ ...stored, ...body, removed: [] }, stored.republish)
  return articlePage(article, pageContext(c, language, `/articles/${stored.slug}`), { partners })
}
