/** What storing an article changes beside its own row. */

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { ScrapedArticle } from '../../src/articles/article.ts'
import { findKnownArticle } from '../../src/storage/known-article.ts'
import { storeArticle } from '../../src/storage/store-article.ts'
import { addPartner, START } from '../pipeline/tools-with.ts'
import { scrapedWith } from '../scraped-with.ts'

const tools = { db: env.DB, content: env.CONTENT, now: () => new Date(START) }

function incoming(changes: Partial<ScrapedArticle> = {}, now = START) {
  const scraped = scrapedWith(changes)
  return {
    id: 'a000000000000001',
    urlKey: 'blog.example/a',
    partnerId: 'pho',
    scraped,
    quality: 0.9,
    recipeRevision: 0,
    formerBody: undefined,
    contentHash: 'c1',
    detailsHash: JSON.stringify(changes),
    relatedKeys: [],
    topicKeys: [],
    siteUrl: 'https://trendwire.example',
    now: new Date(now).toISOString(),
  }
}

async function read(sql: string) {
  return await env.DB.prepare(sql).first()
}

describe('storeArticle', () => {
  it('keeps an article without a date where it was first seen', async () => {
    await addPartner()
    await storeArticle(tools, incoming({ publishedAt: null }), undefined, () => [])
    const first = await read('SELECT sort_at FROM articles')
    const known = await findKnown()
    await storeArticle(
      tools,
      incoming({ publishedAt: null, partnerViews: 7 }, START + 3_600_000),
      known,
      () => [],
    )
    expect(await read('SELECT sort_at FROM articles')).toEqual(first)
    expect(await read('SELECT partner_views FROM articles')).toEqual({ partner_views: 7 })
  })

  it('keeps how far the last extraction can be trusted', async () => {
    await addPartner()
    await storeArticle(tools, incoming(), undefined, () => [])
    expect(await read('SELECT quality FROM articles')).toEqual({ quality: 0.9 })
    const worse = { ...incoming({ partnerViews: 7 }), quality: 0.4 }
    await storeArticle(tools, worse, await findKnown(), () => [])
    expect(await read('SELECT quality, revision FROM articles')).toEqual({
      quality: 0.4,
      revision: 1,
    })
  })

  it('lets lists show a badge that came or went', async () => {
    await addPartner()
    await storeArticle(tools, incoming({ featured: false }), undefined, () => [])
    const before = await read('SELECT lists_version FROM site')
    await storeArticle(tools, incoming({ featured: true }), await findKnown(), () => [])
    expect(await read('SELECT lists_version FROM site')).not.toEqual(before)
    expect(await read('SELECT featured, badge, revision FROM articles')).toEqual({
      featured: 1,
      badge: 1,
      revision: 1,
    })
  })

  it('gives many articles of one title slugs of their own', async () => {
    await addPartner()
    for (const number of [1, 2, 3]) {
      const id = `a00000000000000${number}`
      await storeArticle(
        tools,
        { ...incoming(), id, urlKey: `blog.example/${number}` },
        undefined,
        () => [],
      )
    }
    const { results } = await env.DB.prepare('SELECT slug FROM articles ORDER BY number').all()
    const slugs = results.map((row) => row['slug'])
    expect(slugs).toEqual([
      'ghe-nhua-len-song',
      'ghe-nhua-len-song-a00000',
      'ghe-nhua-len-song-a000000000000003',
    ])
  })
})

async function findKnown() {
  const known = await findKnownArticle(env.DB, 'blog.example/a')
  expect(known).toBeDefined()
  return known
}
