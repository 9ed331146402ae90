/** The ways to a partner's articles over several runs: sitemaps packed and named by robots.txt, lessons, changes of place. */

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { unaskedSource } from '../../src/articles/discovery-source.ts'
import { previewArticle } from '../../src/pipeline/preview-article.ts'
import { rememberSources } from '../../src/storage/partner-sources.ts'
import { createFakePartner } from './fake-partner.ts'
import {
  addPartner,
  advanceToEnd,
  makeSourceDue,
  openedRun,
  reportOf,
  rows,
  type TestTools,
  toolsWith,
} from './tools-with.ts'

const ORIGIN = 'https://blog.example'

function sitemap(changed: string, ...paths: string[]): string {
  const urls = paths.map(
    (path) => `<url><loc>${ORIGIN}${path}</loc><lastmod>${changed}</lastmod></url>`,
  )
  return `<urlset>${urls.join('')}</urlset>`
}

async function packed(text: string): Promise<ArrayBuffer> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return await new Response(stream).arrayBuffer()
}

/** Articles under these slugs; a sitemap at `/bai.xml.gz`, named by robots.txt, lists them and a page that is none. */
function blogOf(slugs: string[], others: string[] = []) {
  const blog = createFakePartner(ORIGIN)
  for (const slug of slugs) blog.put({ slug, title: `Chuyện ngõ nhỏ ${slug}` })
  blog.override('/robots.txt', () => new Response(`Sitemap: ${ORIGIN}/bai.xml.gz`))
  blog.override('/rss.xml', () => new Response('', { status: 404 }))
  for (const other of others) {
    blog.override(
      `/${other}`,
      () => new Response('<p>Ảnh.</p>', { headers: { 'content-type': 'text/html' } }),
    )
  }
  const paths = [...slugs, ...others].map((slug) => `/${slug}`)
  blog.override('/bai.xml.gz', async () => {
    const body = await packed(sitemap('2026-11-20', ...paths))
    return new Response(body, { headers: { 'content-type': 'application/gzip' } })
  })
  return blog
}

async function run(tools: TestTools, cause: 'operator' | 'schedule' = 'schedule') {
  await makeSourceDue()
  const id = await openedRun('pho', tools.now(), cause)
  await advanceToEnd(id, tools)
  return await reportOf(id)
}

describe('a partner without a feed', () => {
  it('is read by the packed sitemap that its robots.txt names', async () => {
    const blog = blogOf(['chuyen-1-cua-ngo-nho', 'chuyen-2-cua-ngo-nho'])
    await addPartner()
    const report = await run(toolsWith({ fetch: blog.fetch }))
    expect(report).toMatchObject({ state: 'done', discovered: 2, stored: 2, failed: 0 })
    const [row] = await rows(
      `SELECT source ->> 'kind' AS kind, source ->> 'url' AS url FROM partners`,
    )
    expect(row).toEqual({ kind: 'sitemap', url: `${ORIGIN}/bai.xml.gz` })
  })

  it('teaches with each run which of its addresses are articles', async () => {
    const blog = blogOf(['chuyen-1-cua-ngo-nho'], ['anh/a', 'anh/b', 'anh/c'])
    await addPartner()
    await run(toolsWith({ fetch: blog.fetch }))
    const [row] = await rows('SELECT patterns FROM partners')
    expect(JSON.parse(String(row?.['patterns']))).toEqual({ '*': [1, 0], 'anh/w': [0, 3] })
  })
})

describe('a partner with a second way', () => {
  it('is read by it from the run on that finds the first one stale, and the report says so', async () => {
    const slugs = ['chuyen-1-cua-ngo-nho', 'chuyen-2-cua-ngo-nho', 'chuyen-3-cua-ngo-nho']
    const blog = blogOf(slugs)
    const item = `<item><title>Cũ</title><link>${ORIGIN}/cu</link></item>`
    blog.override('/rss.xml', () => {
      return new Response(`<rss><channel>${item}</channel></rss>`, {
        headers: { 'content-type': 'application/rss+xml' },
      })
    })
    await addPartner()
    await rememberSources(env.DB, 'pho', {
      source: unaskedSource('feed', `${ORIGIN}/rss.xml`),
      second: unaskedSource('sitemap', `${ORIGIN}/bai.xml.gz`),
    }).run()
    const report = await run(toolsWith({ fetch: blog.fetch }))
    expect(report.stored).toBe(3)
    expect(report.errors).toContainEqual({
      url: `${ORIGIN}/bai.xml.gz`,
      message: `The feed at ${ORIGIN}/rss.xml lacks 3 articles of this week that another way lists: the sitemap at ${ORIGIN}/bai.xml.gz is used from now on.`,
    })
    const [row] = await rows(
      `SELECT source ->> 'kind' AS first, second_source ->> 'kind' AS second FROM partners`,
    )
    expect(row).toEqual({ first: 'sitemap', second: 'feed' })
  })
})

describe('previewArticle of a page that lists articles', () => {
  it('says what it is good for', async () => {
    const card = (n: number) => `<h3><a href="/bai/${n}">Xu hướng số ${n} trong tuần</a></h3>`
    const html = `<title>Phố</title><link rel="alternate" type="application/rss+xml" href="/rss.xml">
      ${[1, 2, 3, 4, 5, 6, 7].map(card).join('')}`
    const preview = await previewArticle({ url: `${ORIGIN}/`, html }, toolsWith())
    expect(preview).toMatchObject({
      ok: false,
      reason: 'not-an-article',
      message: expect.stringContaining(
        `It shows 7 articles and names the feed ${ORIGIN}/rss.xml: add it as a partner`,
      ),
    })
  })
})
