/** Articles whose pages name another canonical address: rightly, or all of them the same one. */

import { beforeEach, describe, expect, it } from 'vitest'
import type { Run } from '../../src/articles/run.ts'
import { createFakePartner, type FakePartner } from './fake-partner.ts'
import {
  addPartner,
  advanceToEnd,
  openedRun,
  reportOf,
  rows,
  type TestTools,
  toolsWith,
} from './tools-with.ts'

const CANONICAL = 'https://blog.example/tin/via-he'

let blog: FakePartner
let tools: TestTools

beforeEach(async () => {
  blog = createFakePartner()
  tools = toolsWith({ fetch: blog.fetch })
  await addPartner()
})

async function run(): Promise<Run> {
  const runId = await openedRun('pho', tools.now())
  await advanceToEnd(runId, tools)
  return await reportOf(runId)
}

const gone = () => new Response('gone', { status: 410 })
const articles = () =>
  rows('SELECT source_url, title, state, revision FROM articles ORDER BY title')

describe('an article whose page names another address', () => {
  const article = { slug: 'p-17', title: 'Vỉa hè lên sóng', canonical: CANONICAL }

  it('is stored under that address, and found unchanged when its page is fetched again', async () => {
    blog.put(article)
    expect(await run()).toMatchObject({ stored: 1 })
    blog.put({ ...article, views: 60 })
    expect(await run()).toMatchObject({ fetched: 1, unchanged: 1, duplicates: 0 })
    expect(await articles()).toMatchObject([{ source_url: CANONICAL, revision: 1 }])
  })

  it('is gone when that page is', async () => {
    blog.put(article)
    await run()
    blog.override('/p-17', gone)
    expect(await run()).toMatchObject({ gone: 1 })
    expect(await articles()).toMatchObject([{ state: 'gone' }])
  })

  it('stays while another of its pages answers', async () => {
    blog.put(article)
    blog.put({ ...article, slug: 'ban-in-17' })
    expect(await run()).toMatchObject({ stored: 1, duplicates: 1 })
    blog.override('/p-17', gone)
    await run()
    expect(await articles()).toMatchObject([{ state: 'published' }])
    blog.override('/ban-in-17', gone)
    await run()
    expect(await articles()).toMatchObject([{ state: 'gone' }])
  })

  it('is one article still when its second page is the first to show a change', async () => {
    blog.put({ ...article, slug: 'ban-in-17' })
    blog.put(article)
    await run()
    blog.put({ ...article, slug: 'p-17', body: 'Thùng đá nay có thêm loa.' })
    blog.put({ ...article, slug: 'ban-in-17', body: 'Thùng đá nay có thêm loa.' })
    expect(await run()).toMatchObject({ updated: 1, unchanged: 1 })
    expect(await articles()).toMatchObject([{ revision: 2 }])
  })
})

describe('an article whose canonical address cannot be true', () => {
  const stored = async (canonical: string) => {
    blog.put({ slug: 'p-17', title: 'Vỉa hè lên sóng', canonical })
    await run()
    return await articles()
  }

  it.each([
    ['the front page', 'https://blog.example/'],
    ['a list', 'https://blog.example/category/pho'],
    ['the partner’s listing', 'https://blog.example/moi-nhat'],
  ])('is stored under its own when that is %s', async (_case, canonical) => {
    await rows(`UPDATE partners SET listing = 'https://blog.example/moi-nhat'`)
    await rows(`UPDATE partners SET feed = 'https://blog.example/rss.xml'`)
    expect(await stored(canonical)).toMatchObject([{ source_url: 'https://blog.example/p-17' }])
  })

  it('is stored under its own when that is on another site, which is kept', async () => {
    await stored('https://bao-khac.example/tin/17')
    expect(await rows('SELECT source_url, original_url FROM articles')).toEqual([
      {
        source_url: 'https://blog.example/p-17',
        original_url: 'https://bao-khac.example/tin/17',
      },
    ])
  })
})

describe('articles that a feed lists under two addresses', () => {
  it('are one by the canonical address that came in the header', async () => {
    blog.put({ slug: 'p-17', title: 'Vỉa hè lên sóng' })
    blog.put({ slug: 'via-he', title: 'Vỉa hè lên sóng' })
    for (const slug of ['p-17', 'via-he']) {
      const page = await (await blog.fetch(`https://blog.example/${slug}`)).text()
      const link = `<${CANONICAL}>; rel="canonical"`
      blog.override(`/${slug}`, () => {
        return new Response(page, { headers: { 'content-type': 'text/html', link } })
      })
    }
    expect(await run()).toMatchObject({ stored: 1, duplicates: 1 })
    expect(await articles()).toMatchObject([{ source_url: CANONICAL }])
  })
})

describe('articles that all name one address', () => {
  const put = (body: string) => {
    for (const slug of ['am-tra', 'bep-than', 'cho-dem']) {
      blog.put({ slug, title: `Chuyện ${slug}`, body, canonical: 'https://blog.example/tin/mau' })
    }
  }

  it('are articles of their own, and stay so', async () => {
    put('Hôm nay trời nắng.')
    expect(await run()).toMatchObject({ stored: 3, updated: 0 })
    put('Hôm nay trời mưa.')
    expect(await run()).toMatchObject({ stored: 0, updated: 3 })
    expect(await articles()).toEqual([
      {
        source_url: 'https://blog.example/tin/mau',
        title: 'Chuyện am-tra',
        state: 'published',
        revision: 2,
      },
      {
        source_url: 'https://blog.example/bep-than',
        title: 'Chuyện bep-than',
        state: 'published',
        revision: 2,
      },
      {
        source_url: 'https://blog.example/cho-dem',
        title: 'Chuyện cho-dem',
        state: 'published',
        revision: 2,
      },
    ])
  })

  it('go one by one', async () => {
    put('Hôm nay trời nắng.')
    await run()
    blog.override('/am-tra', gone)
    await run()
    expect((await articles()).map((article) => article['state'])).toEqual([
      'gone',
      'published',
      'published',
    ])
  })
})
