/** Feeds that carry whole articles: when their pages are spared, and when they are asked for again. */

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { WholeFeed } from '../../src/articles/whole-feed.ts'
import { createFakePartner, type FakePartner } from './fake-partner.ts'
import {
  addPartner,
  advanceToEnd,
  openedRun,
  rows,
  type TestTools,
  toolsWith,
} from './tools-with.ts'

type Post = { slug: string; body: string; extra: string; robots: string }

const DATE = '2024-07-09T10:03:00+07:00'

let blog: FakePartner
let tools: TestTools
let posts: Post[]

beforeEach(async () => {
  blog = createFakePartner()
  posts = []
  tools = toolsWith({ fetch: blog.fetch })
  await addPartner()
  blog.override('/rss.xml', () => new Response(feed(), { headers: { 'content-type': 'text/xml' } }))
})

function titleOf({ slug }: Post): string {
  return `Chuyện ${slug} bên vỉa hè`
}

function feed(): string {
  const items = posts.map(
    (post) => `<item><title>${titleOf(post)}</title><link>https://blog.example/${post.slug}</link>
      <pubDate>Tue, 09 Jul 2024 10:03:00 +0700</pubDate>
      <content:encoded><![CDATA[${post.body}]]></content:encoded></item>`,
  )
  return `<rss version="2.0"><channel><title>T</title>${items.join('')}</channel></rss>`
}

function page(post: Post): string {
  return `<!doctype html><html lang="vi"><head><title>${titleOf(post)} | Phố</title>
    <meta property="article:published_time" content="${DATE}">${post.robots}</head><body>
    <nav><a href="/">Trang chủ</a></nav><main><article><h1>${titleOf(post)}</h1>
    ${post.body}${post.extra}</article></main><footer>© Phố Xu Hướng</footer></body></html>`
}

/** Publishes an article; `extra` stands on its page only. */
function publish(slug: string, change: Partial<Post> = {}): Post {
  const body = `<p>Cả tuần nay, quán ${slug} đông như hội. Người bán kể rằng từ ngày có phố đi bộ, khách tăng gấp đôi so với năm ngoái.</p>
    <h2>1. Vì sao khách đến ${slug}</h2><p>Ban quản lý cho biết sẽ mở thêm ba mươi quầy hàng vào mùa lễ. Mỗi quầy được hỗ trợ điện, nước và chỗ đổ rác riêng.</p>
    <p>Người dân trong khu phố đồng tình, nhưng mong giờ đóng cửa sớm hơn để trẻ con còn ngủ.</p>`
  const post = { slug, body, extra: '', robots: '', ...change }
  posts.unshift(post)
  blog.override(
    `/${slug}`,
    () => new Response(page(post), { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  )
  return post
}

/** What one run asked for besides the feed and robots.txt. */
async function run(): Promise<string[]> {
  tools.clock.ms += 60_000
  const before = blog.log.length
  await advanceToEnd(await openedRun('pho', tools.now()), tools)
  const known = ['/', '/robots.txt', '/rss.xml']
  const asked = blog.log.slice(before).map((line) => line.split(' ')[1] ?? '')
  return asked.filter((path) => !known.includes(path))
}

/** Publishes and visits one article after the other. */
async function runEach(slugs: readonly string[]): Promise<string[]> {
  const asked: string[] = []
  for (const slug of slugs) {
    publish(slug)
    asked.push(...(await run()).filter((path) => path === `/${slug}`))
  }
  return asked
}

async function learnt(): Promise<WholeFeed | null> {
  const [row] = await rows("SELECT source ->> '$.whole' AS whole FROM partners")
  return JSON.parse(String(row?.['whole'] ?? 'null'))
}

/** As if so many articles had been read from the feed alone since one was compared. */
async function spared(count: number): Promise<void> {
  await env.DB.prepare("UPDATE partners SET source = json_set(source, '$.whole.spared', ?)")
    .bind(count)
    .run()
}

async function revisions(): Promise<unknown[]> {
  const articles = await rows('SELECT revision FROM articles ORDER BY title')
  return articles.map(({ revision }) => revision)
}

describe('a feed that carries whole articles', () => {
  it('is compared with three pages, and then spares them', async () => {
    expect(await runEach(['a', 'b', 'c', 'd', 'e'])).toEqual(['/a', '/b', '/c'])
    expect(await revisions()).toHaveLength(5)
    expect(await learnt()).toMatchObject({ agreed: 3, spared: 2, distrusted: null })
    const visits = await rows(
      "SELECT next_attempt_at FROM frontier WHERE entry_hash <> '' ORDER BY url",
    )
    expect(visits).toEqual([{ next_attempt_at: null }, { next_attempt_at: null }])
  })

  it('stores of an entry what it would have stored of the page', async () => {
    await runEach(['a', 'b', 'c', 'd'])
    const stored = await rows(
      'SELECT title, published_at FROM articles ORDER BY title DESC LIMIT 1',
    )
    expect(stored).toEqual([{ title: 'Chuyện d bên vỉa hè', published_at: DATE }])
  })

  it('is compared with every tenth page again', async () => {
    await runEach(['a', 'b', 'c'])
    await spared(8)
    expect(await runEach(['d', 'e', 'f'])).toEqual(['/e'])
  })

  it('gives an article that it changes a new revision, without its page', async () => {
    await runEach(['a', 'b', 'c', 'd'])
    const post = posts[0]
    if (post === undefined) throw new Error('Nothing was published.')
    posts[0] = { ...post, body: post.body.replace('gấp đôi', 'gấp ba') }
    expect(await run()).not.toContain('/d')
    expect(await revisions()).toEqual([1, 1, 1, 2])
    expect(await run()).not.toContain('/d')
    expect(await revisions()).toEqual([1, 1, 1, 2])
  })

  it('is asked for pages again as soon as one says more', async () => {
    await runEach(['a', 'b', 'c'])
    await spared(9)
    publish('m', {
      extra:
        '<p>Đoạn này chỉ đứng trên trang, dài và nhiều chữ, không có trong nguồn tin, và ai đọc nguồn tin sẽ thiếu nó.</p>',
    })
    expect(await run()).toContain('/m')
    expect(await learnt()).toMatchObject({
      agreed: 0,
      since: null,
      distrusted: 'It does not have the whole text.',
    })
    expect(await runEach(['n', 'o'])).toEqual(['/n', '/o'])
  })

  it('is not trusted where pages ask something of robots', async () => {
    for (const slug of 'abcd') {
      publish(slug, { robots: '<meta name="robots" content="noarchive">' })
      expect(await run()).toContain(`/${slug}`)
    }
    expect(await learnt()).toMatchObject({ agreed: 0, since: null })
  })

  it('is not read where a recipe speaks of the pages', async () => {
    await env.DB.prepare('UPDATE partners SET recipe = ?')
      .bind(JSON.stringify({ select: { title: 'h1' } }))
      .run()
    expect(await runEach([...'abcde'])).toEqual(['/a', '/b', '/c', '/d', '/e'])
    expect(await learnt()).toBeNull()
  })
})
