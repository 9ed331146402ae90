/** Readers' lists: home, a partner, a topic, what is trending, and search. */

import { Hono } from 'hono'
import { type Language, translate } from '../pages/catalogue.ts'
import { homePage, listPage } from '../pages/list-page.tsx'
import { type ArticleQuery, findTopicName, listArticles, listTopics } from '../storage/articles.ts'
import type { Position } from '../storage/cursor.ts'
import { readCursor } from '../storage/cursor.ts'
import { findPartner, listPartners } from '../storage/partners.ts'
import type { AppContext, AppEnv } from './app-types.ts'
import {
  answerMessage,
  answerPage,
  pageContext,
  readerLanguage,
  siteVersions,
  templateVersion,
} from './reader-pages.ts'

const LIST_ARTICLES = 20
const FEATURED_ARTICLES = 4
const HOME_TOPICS = 12
const STRIP_PARTNERS_MAX = 60
const QUERY_LENGTH_MAX = 200

/** Trending moves with every view; a page of it is drawn anew this often. */
const TRENDING_AGE_MS = 10_000

export const listRoutes = new Hono<AppEnv>()

listRoutes.get('/', async (c) => {
  const cursor = readPosition(c)
  if (cursor === 'malformed') return answerMessage(c, 'bad-request')
  return answerList(c, 'home', cursor, (language) => renderHome(c, language, cursor))
})

listRoutes.get('/partners/:id', async (c) => {
  const cursor = readPosition(c)
  if (cursor === 'malformed') return answerMessage(c, 'bad-request')
  const partner = await findPartner(c.env.DB, c.req.param('id'))
  if (partner === undefined) return answerMessage(c, 'not-found')
  return answerList(c, `partner-${partner.id}`, cursor, (language) =>
    renderList(c, language, {
      title: partner.name,
      query: { sort: 'latest', partnerId: partner.id, after: cursor, limit: LIST_ARTICLES },
      path: `/partners/${partner.id}`,
    }),
  )
})

listRoutes.get('/topics/:topic', async (c) => {
  const cursor = readPosition(c)
  if (cursor === 'malformed') return answerMessage(c, 'bad-request')
  const topic = c.req.param('topic')
  const name = await findTopicName(c.env.DB, topic)
  if (name === undefined) return answerMessage(c, 'not-found')
  return answerList(c, `topic-${topic}`, cursor, (language) =>
    renderList(c, language, {
      title: name,
      query: { sort: 'latest', topic, after: cursor, limit: LIST_ARTICLES },
      path: `/topics/${encodeURIComponent(topic)}`,
    }),
  )
})

listRoutes.get('/trending', async (c) => {
  const cursor = readPosition(c)
  if (cursor === 'malformed') return answerMessage(c, 'bad-request')
  const language = readerLanguage(c)
  const { lists } = await siteVersions(c)
  // Its order moves with every view: a version a period, and nothing of it in the caches.
  const period = Math.floor(c.get('doors').now().getTime() / TRENDING_AGE_MS)
  const version = `trending-${lists}-${period}${placeOf(cursor)}-${language}-${templateVersion(c)}`
  return answerPage(c, version, async () => ({
    html: await renderList(c, language, {
      title: translate(language)('trending'),
      query: { sort: 'trending', after: cursor, limit: LIST_ARTICLES },
      path: '/trending',
    }),
    origin: 'uncached',
  }))
})

listRoutes.get('/search', async (c) => {
  const cursor = readPosition(c)
  if (cursor === 'malformed') return answerMessage(c, 'bad-request')
  const words = (c.req.query('q') ?? '').slice(0, QUERY_LENGTH_MAX).trim()
  const language = readerLanguage(c)
  const { lists } = await siteVersions(c)
  const version = `search-${lists}-${language}-${encodeURIComponent(words)}${placeOf(cursor)}-${templateVersion(c)}`
  return answerPage(c, version.replaceAll('"', ''), async () => ({
    html: await renderSearch(c, language, words, cursor),
    origin: 'uncached',
  }))
})

/** `undefined` for the first page of a list. */
function readPosition(c: AppContext): Position | undefined | 'malformed' {
  const cursor = c.req.query('cursor')
  return cursor === undefined || cursor === '' ? undefined : (readCursor(cursor) ?? 'malformed')
}

/** What a place in a list adds to its version; it stands in an ETag, so it is encoded. */
function placeOf(cursor: Position | undefined): string {
  return cursor === undefined ? '' : `-${encodeURIComponent(cursor.join('|'))}`
}

/** First pages are cached; later ones are rendered: whoever makes up cursors must not fill the cache. */
async function answerList(
  c: AppContext,
  name: string,
  cursor: Position | undefined,
  render: (language: Language) => Promise<string>,
): Promise<Response> {
  const language = readerLanguage(c)
  const { lists } = await siteVersions(c)
  const version = `${name}-${lists}${placeOf(cursor)}-${language}-${templateVersion(c)}`
  return answerPage(c, version, async () => {
    if (cursor !== undefined) return { html: await render(language), origin: 'uncached' }
    const waitUntil = c.executionCtx.waitUntil.bind(c.executionCtx)
    const tools = { content: c.env.CONTENT, waitUntil }
    return c.get('memory').pages.page(`list/${version}`, tools, () => render(language))
  })
}

async function renderHome(
  c: AppContext,
  language: Language,
  cursor: Position | undefined,
): Promise<string> {
  const { siteUrl } = c.get('config')
  const [featured, latest, topics, partners] = await Promise.all([
    cursor === undefined
      ? listArticles(
          c.env.DB,
          { sort: 'latest', featured: true, limit: FEATURED_ARTICLES },
          siteUrl,
        )
      : { items: [] },
    listArticles(c.env.DB, { sort: 'latest', after: cursor, limit: LIST_ARTICLES }, siteUrl),
    listTopics(c.env.DB, HOME_TOPICS),
    listPartners(c.env.DB, { after: '', limit: STRIP_PARTNERS_MAX }),
  ])
  return homePage(
    {
      featured: featured.items,
      latest: latest.items,
      topics,
      partners,
      nextCursor: latest.nextCursor,
    },
    pageContext(c, language, '/'),
  )
}

async function renderList(
  c: AppContext,
  language: Language,
  list: { title: string; query: ArticleQuery; path: string },
): Promise<string> {
  const articles = await listArticles(c.env.DB, list.query, c.get('config').siteUrl)
  return listPage(
    { title: list.title, articles: articles.items, nextCursor: articles.nextCursor },
    pageContext(c, language, list.path),
  )
}

async function renderSearch(
  c: AppContext,
  language: Language,
  words: string,
  cursor: Position | undefined,
): Promise<string> {
  const found =
    words === ''
      ? { items: [], nextCursor: null }
      : await listArticles(
          c.env.DB,
          { sort: 'latest', words, after: cursor, limit: LIST_ARTICLES },
          c.get('config').siteUrl,
        )
  return listPage(
    {
      title: translate(language)('search'),
      query: words,
      articles: found.items,
      nextCursor: found.nextCursor,
      robots: 'noindex',
    },
    pageContext(c, language, `/search?q=${encodeURIComponent(words)}`),
  )
}
