/** The readers' JSON API: lists of articles, one article, its views. */

import { Hono } from 'hono'
import * as z from 'zod/mini'
import { slugify } from '../articles/addresses/slug.ts'
import type { Article, ArticleSummary } from '../articles/article.ts'
import { snippet } from '../pages/excerpt.ts'
import {
  findArticle,
  findPagePointer,
  listArticles,
  type StoredArticle,
} from '../storage/articles.ts'
import { findBody } from '../storage/bodies.ts'
import { readCursor } from '../storage/cursor.ts'
import type { AppContext, AppEnv } from './app-types.ts'
import { openApiDocument } from './openapi.ts'
import { problem } from './problem.ts'
import { republished, sayRobots } from './republished.ts'
import { readLimit } from './request-body.ts'

const LIMIT = { standard: 20, max: 100 }
const QUERY_LENGTH_MAX = 200

export const apiRoutes = new Hono<AppEnv>()

const sortSchema = z._default(z.enum(['latest', 'trending']), 'latest')

apiRoutes.get('/articles', async (c) => {
  const limit = readLimit(c, LIMIT)
  if (limit === undefined) return problem(c, 400, `"limit" must be from 1 to ${LIMIT.max}.`)
  const sort = z.safeParse(sortSchema, given(c, 'sort'))
  if (!sort.success) return problem(c, 400, '"sort" must be latest or trending.')
  const cursor = given(c, 'cursor')
  const after = cursor === undefined ? undefined : readCursor(cursor)
  if (cursor !== undefined && after === undefined) {
    return problem(c, 400, '"cursor" is none that this list gave.')
  }
  const topic = given(c, 'topic')
  const articles = await listArticles(
    c.env.DB,
    {
      sort: sort.data,
      partnerId: given(c, 'partner'),
      topic: topic === undefined ? undefined : slugify(topic),
      words: given(c, 'q')?.slice(0, QUERY_LENGTH_MAX),
      after,
      limit,
    },
    c.get('config').siteUrl,
  )
  return answerJson(c, { items: articles.items.map(listed), nextCursor: articles.nextCursor })
})

apiRoutes.get('/articles/:slug', async (c) => {
  const { siteUrl } = c.get('config')
  const stored = await findArticle(c.env.DB, { slug: c.req.param('slug') }, siteUrl)
  if (stored === undefined) return missing(c, c.req.param('slug'))
  if (stored.state !== 'published') return problem(c, 410, 'The article was removed.')
  const body = await findBody(c.env.CONTENT, stored.contentHash)
  if (body === undefined) return problem(c, 503, 'The article is not ready yet; ask again.')
  const { licence, paywalled, originalUrl } = stored
  const article = { ...summary(stored), ...body, removed: [], licence, paywalled, originalUrl }
  sayRobots(c, stored.robots)
  return answerJson(c, forReaders(republished(article, stored.republish)))
})

apiRoutes.get('/articles/:slug/views', async (c) => {
  const slug = c.req.param('slug')
  const pointer = await findPagePointer(c.env.DB, slug)
  if (pointer?.state !== 'published') return missing(c, slug)
  return answerJson(c, { views: pointer.views, asOf: c.get('doors').now().toISOString() })
})

apiRoutes.get('/openapi.json', (c) => {
  const { siteUrl, siteName } = c.get('config')
  c.header('cache-control', 'public, max-age=3600')
  return c.json(openApiDocument(siteUrl, siteName))
})

apiRoutes.all('*', (c) => problem(c, 404, `There is nothing at ${new URL(c.req.url).pathname}.`))

/** Leaves out what only the operator and the cache need to know. */
export function summary(stored: StoredArticle): ArticleSummary {
  const {
    state: _state,
    pageVersion: _pageVersion,
    updatedAt: _updatedAt,
    republish: _republish,
    quality: _quality,
    licence: _licence,
    paywalled: _paywalled,
    originalUrl: _originalUrl,
    ...shown
  } = stored
  return shown
}

/** As `summary`, with no more of the lead than the article's page allows beside its own page. */
function listed(stored: StoredArticle): ArticleSummary {
  const { lead, robots } = stored
  return { ...summary(stored), lead: snippet(lead, { robots }) }
}

/** Leaves out of a whole article what only operators are told. */
function forReaders(article: Article) {
  const {
    removed: _removed,
    licence: _licence,
    paywalled: _paywalled,
    originalUrl: _originalUrl,
    ...shown
  } = article
  return shown
}

/** 410 for what was here once, whatever became of its partner; 404 for what never was. */
async function missing(c: AppContext, slug: string): Promise<Response> {
  const pointer = await findPagePointer(c.env.DB, slug)
  return pointer === undefined
    ? problem(c, 404, 'There is no article of that slug.')
    : problem(c, 410, 'The article was removed.')
}

/** A query parameter; one that is there and empty is as good as not there. */
function given(c: AppContext, name: string): string | undefined {
  return c.req.query(name) || undefined
}

function answerJson(c: AppContext, value: unknown): Response {
  c.header('cache-control', 'no-cache')
  return c.json(value)
}
