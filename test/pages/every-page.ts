/** One of every page with hostile words in it, for the rules that hold for all of them. */

import { articlePage } from '../../src/pages/article-page.tsx'
import { backfillsPage } from '../../src/pages/backfills-page.tsx'
import type { Language } from '../../src/pages/catalogue.ts'
import { adminArticlePage } from '../../src/pages/desk-article-page.tsx'
import { adminArticlesPage } from '../../src/pages/desk-articles-page.tsx'
import { deskPage } from '../../src/pages/desk-page.tsx'
import { homePage, listPage } from '../../src/pages/list-page.tsx'
import { messagePage } from '../../src/pages/message-page.tsx'
import { previewPage } from '../../src/pages/preview-page.tsx'
import { runPage } from '../../src/pages/run-page.tsx'
import { signInPage } from '../../src/pages/sign-in-page.tsx'
import { backfillWith } from '../backfill-with.ts'
import { explanationWith, QUALITY } from '../explanation-with.ts'
import { partnerWith, runWith } from '../partner-with.ts'
import { articleWith, contextWith, relatedWith, sectionWith } from './article-with.ts'

/** Would run, were it ever written unescaped, in text or in an attribute. */
export const HOSTILE = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`

const BAD_ADDRESS = 'javascript:alert(1)'

const article = articleWith({
  title: HOSTILE,
  byline: HOSTILE,
  lead: HOSTILE,
  featured: true,
  topics: [HOSTILE],
  sourceUrl: BAD_ADDRESS,
  partner: { id: HOSTILE, name: HOSTILE, url: BAD_ADDRESS },
  image: { url: BAD_ADDRESS, alt: HOSTILE, width: null, height: null },
  modifiedAt: '2024-07-10T10:03:00+07:00',
  sections: [
    sectionWith({ marker: '1.', heading: HOSTILE, html: '<p>Một.</p>' }),
    sectionWith({ level: 3, marker: 'a.', heading: 'Hai', html: '<table><tr><td>1</table>' }),
  ],
  related: [relatedWith({ title: HOSTILE, url: BAD_ADDRESS, excerpt: HOSTILE })],
  alsoPublishedBy: [
    { partner: { id: 'x', name: HOSTILE, url: BAD_ADDRESS }, url: BAD_ADDRESS, publishedAt: null },
  ],
  removed: [{ text: HOSTILE, count: 38, reason: 'repeated-block' }],
})

const partner = partnerWith({
  name: HOSTILE,
  url: BAD_ADDRESS,
  push: {
    ...{ hub: HOSTILE, topic: BAD_ADDRESS, state: 'denied', reason: HOSTILE, createdAt: '' },
    ...{ leaseUntil: null, lastPushAt: null, isDelivering: false },
  },
})
const run = runWith({ state: 'running', errors: [{ url: BAD_ADDRESS, message: HOSTILE }] })
const partners = [{ id: HOSTILE, name: HOSTILE }]
const line = {
  id: HOSTILE,
  slug: HOSTILE,
  title: HOSTILE,
  partnerName: HOSTILE,
  state: 'published' as const,
  revision: 1,
  publishedAt: null,
  quality: 0.87,
}

const changed = {
  article: {
    ...{ slug: HOSTILE, title: HOSTILE, partner, state: 'gone' as const, revision: 2 },
    ...{ licence: HOSTILE, paywalled: true, robots: [HOSTILE] },
  },
  revisions: [
    {
      revision: 2,
      at: '2026-11-23T10:00:00Z',
      changes: {
        fields: ['title' as const],
        sections: { added: [HOSTILE], removed: [null], changed: [HOSTILE], moved: true },
        words: { before: 1, after: 2 },
      },
    },
  ],
}

/** Every page by name, in `language`. */
export function everyPage(language: Language): [string, string][] {
  const context = contextWith({ language, siteName: HOSTILE, path: `/x?q=${HOSTILE}` })
  const articles = [article]
  const topics = [{ key: HOSTILE, name: HOSTILE }]
  const csrf = HOSTILE
  const nextCursor = HOSTILE
  const tried = { url: HOSTILE, recipe: HOSTILE, error: HOSTILE }
  const explanation = explanationWith({
    body: { rule: 'density', widened: true, path: HOSTILE },
    recipe: { used: [HOSTILE], missed: [HOSTILE] },
  })
  const desk = {
    partners: [{ partner, articles: 3, lastRun: run }],
    preview: { error: HOSTILE },
    form: { name: HOSTILE, url: HOSTILE, error: HOSTILE },
    tried,
    recipe: { partnerId: partner.id, text: HOSTILE, error: HOSTILE },
    csrf,
  }
  const errors = [{ url: BAD_ADDRESS, message: HOSTILE }]
  const backfill = backfillWith({ partnerId: HOSTILE, message: HOSTILE, errors })
  const form = { partnerId: HOSTILE, since: HOSTILE, error: HOSTILE }
  return [
    ['article', articlePage(article, context, { partners })],
    [
      'home',
      homePage({ featured: articles, latest: articles, topics, partners, nextCursor }, context),
    ],
    ['search', listPage({ title: HOSTILE, articles, nextCursor, query: HOSTILE }, context)],
    ['empty search', listPage({ title: 'x', articles: [], nextCursor, query: HOSTILE }, context)],
    ['message', messagePage('not-found', context)],
    ['sign-in', signInPage({ failed: true }, context)],
    ['desk', deskPage(desk, context)],
    [
      'backfills',
      backfillsPage({ backfills: [backfill], partners, nextCursor, csrf, form }, context),
    ],
    ['run', runPage({ run, partner }, context)],
    ['preview', previewPage({ article, explanation, quality: QUALITY, tried, csrf }, context)],
    ['desk article', adminArticlePage({ ...changed, csrf }, context)],
    ['desk articles', adminArticlesPage({ articles: [line], nextCursor, csrf }, context)],
  ]
}
