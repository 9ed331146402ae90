/** Articles over several pages, in a run: joined once, waited for, and never cut in half. */

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Run } from '../../src/articles/run.ts'
import { previewArticle } from '../../src/pipeline/preview-article.ts'
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

const STORY = 'https://blog.example/nguoi-giu-kho'
const TITLE = 'Người giữ kho của phố sách'
const TEXTS = [
  'Trang một kể chuyện con phố, ba mươi gian hàng đã kín chỗ từ tuần đầu, và danh sách chờ cứ dài thêm sau mỗi buổi tối.',
  'Trang hai kể chuyện người coi kho, ông giữ chìa khóa của cả dãy phố đã mười một năm nay và thuộc tên từng tủ sách.',
  'Trang ba khép lại ở gốc me, nơi bọn trẻ đọc ké truyện tranh mà chưa ai nỡ xua đi, dù trời đã tối hẳn từ lâu.',
]

const status = (code: number) => () => new Response('hm', { status: code })

let blog: FakePartner
let tools: TestTools
/** What a page answers in place of its text, by its figure. */
let broken: Map<number, () => Response>
let texts: string[]

beforeEach(async () => {
  broken = new Map()
  texts = [...TEXTS]
  blog = createFakePartner()
  blog.put({ slug: 'nguoi-giu-kho', title: TITLE })
  blog.override('/nguoi-giu-kho', (request) => {
    const page = Number(new URL(request.url).searchParams.get('trang') ?? 1)
    return broken.get(page)?.() ?? storyPage(request, page)
  })
  tools = toolsWith({ fetch: blog.fetch })
  await addPartner()
})

function storyPage(request: Request, page: number): Response {
  const text = texts[page - 1] ?? texts[0] ?? ''
  const links = texts.map(
    (_, index) => `<a href="/nguoi-giu-kho?trang=${index + 1}">${index + 1}</a>`,
  )
  const html = `<!doctype html><html lang="vi"><head><title>${TITLE}</title></head><body>
    <nav><a href="/">Trang chủ</a></nav><h1>${TITLE}</h1><div class="text"><p>${text}</p>
    <p>Ảnh và chữ trong bài là của người viết, xin ghi nguồn khi dùng lại ở nơi khác.</p></div>
    <p>Trang: ${links.filter((_, index) => index + 1 !== page).join(' ')}</p></body></html>`
  const etag = `"${page}-${text.length}"`
  return request.headers.get('if-none-match') === etag
    ? new Response(null, { status: 304 })
    : new Response(html, { headers: { etag, 'content-type': 'text/html; charset=utf-8' } })
}

async function run(cause: 'operator' | 'schedule' = 'operator'): Promise<Run> {
  const runId = await openedRun('pho', tools.now(), cause)
  await advanceToEnd(runId, tools)
  return await reportOf(runId)
}

const articles = () => rows('SELECT title, source_url, content_hash, revision FROM articles')

async function storedText(): Promise<string> {
  const [article] = await articles()
  const body = await env.CONTENT.get(`body:${String(article?.['content_hash'])}`, 'text')
  return body === null ? '' : String(JSON.parse(body).text)
}

const asked = () => blog.log.filter((line) => line.startsWith('GET /nguoi-giu-kho')).length

describe('an article over several pages', () => {
  it('is stored once, with each page’s text once, in order', async () => {
    expect(await run()).toMatchObject({ discovered: 1, fetched: 1, stored: 1, failed: 0 })
    expect(await articles()).toMatchObject([{ title: TITLE, source_url: STORY }])
    const text = await storedText()
    expect(TEXTS.map((page) => text.indexOf(page))).toEqual(
      TEXTS.map((page) => text.indexOf(page)).toSorted((one, other) => one - other),
    )
    for (const page of TEXTS) expect(text.split(page)).toHaveLength(2)
    expect(text.split('Ảnh và chữ trong bài')).toHaveLength(2)
    expect(text).not.toMatch(/\d/)
  })

  it('is asked for politely: two seconds between its pages, robots.txt obeyed', async () => {
    const times: number[] = []
    tools.fetch = (input, init) => {
      times.push(tools.clock.ms)
      return blog.fetch(input, init)
    }
    blog.override('/robots.txt', () => new Response('User-agent: *\nDisallow: /*trang=3'))
    const report = await run()
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2_000)
    expect(asked()).toBe(2)
    expect(report).toMatchObject({ stored: 1, failed: 0 })
    expect(report.errors[0]?.message).toContain('robots.txt')
  })

  it('is one question while its first page has not changed', async () => {
    await run()
    blog.log.length = 0
    expect(await run()).toMatchObject({ fetched: 0, unchanged: 1 })
    expect(asked()).toBe(1)
  })

  it('is read whole again when its first page has changed', async () => {
    await run()
    texts[0] = `${TEXTS[0]} Danh sách ấy vừa thêm một tên.`
    texts[2] = `${TEXTS[2]} Gốc me vừa được chống lại.`
    expect(await run()).toMatchObject({ updated: 1 })
    expect(await storedText()).toContain('Gốc me vừa được chống lại.')
  })

  it('is not asked for without end where any figure gives the first page', async () => {
    texts = [TEXTS[0] ?? '', TEXTS[0] ?? '', TEXTS[0] ?? '']
    await run()
    expect(asked()).toBe(2)
    expect((await storedText()).split(TEXTS[0] ?? '-')).toHaveLength(2)
  })

  it('ends after twenty pages', async () => {
    texts = Array.from({ length: 30 }, (_, index) => `${TEXTS[1]} Lần đổi chủ thứ ${index}.`)
    await run()
    expect(asked()).toBe(20)
    expect(await storedText()).toContain('Lần đổi chủ thứ 19.')
  })
})

describe('an article whose second page does not come', () => {
  it('waits for it, and is stored whole when it has come back', async () => {
    broken.set(2, status(503))
    const report = await run()
    expect(report).toMatchObject({ stored: 0, failed: 1 })
    expect(report.errors[0]?.message).toContain('trang=2 answered 503')
    expect(await articles()).toEqual([])
    broken.clear()
    tools.clock.ms += 5 * 60_000
    expect(await run('schedule')).toMatchObject({ stored: 1 })
    expect(await storedText()).toContain('Trang ba')
  })

  it('is stored without it after three times, and made whole later', async () => {
    broken.set(2, status(503))
    for (let time = 0; time < 3; time += 1) expect(await run()).toMatchObject({ failed: 1 })
    const report = await run()
    expect(report).toMatchObject({ stored: 1, failed: 0 })
    expect(report.errors).toHaveLength(1)
    broken.clear()
    expect(await run()).toMatchObject({ updated: 1 })
    expect(await storedText()).toContain('Trang ba')
  })

  it.each([
    ['it is not there', status(404)],
    ['it is no page of the article', () => Response.redirect('https://blog.example/', 302)],
    [
      'it is no page',
      () => new Response('%PDF', { headers: { 'content-type': 'application/pdf' } }),
    ],
  ])('is stored at once without it where %s, and the report says so', async (_case, answer) => {
    broken.set(2, answer)
    const report = await run()
    expect(report).toMatchObject({ stored: 1, failed: 0 })
    expect(report.errors[0]?.message).toContain('trang=2')
    expect(await storedText()).toContain('Trang một')
  })

  it.each([
    ['for now', status(503)],
    ['for good', status(404)],
  ])('stays whole where it was whole before, be it gone %s', async (_case, answer) => {
    await run()
    broken.set(2, answer)
    texts[0] = `${TEXTS[0]} Danh sách ấy vừa thêm một tên.`
    for (let time = 0; time < 5; time += 1) {
      expect(await run()).toMatchObject({ updated: 0, failed: 1 })
    }
    expect(await articles()).toMatchObject([{ revision: 1 }])
    expect(await storedText()).toContain('Trang ba')
    broken.clear()
    expect(await run()).toMatchObject({ updated: 1 })
    expect(await storedText()).toContain('vừa thêm một tên')
  })

  it('becomes shorter where its partner has made it so', async () => {
    await run()
    texts = [`${TEXTS[0]} Hết.`]
    expect(await run()).toMatchObject({ updated: 1 })
    expect(await storedText()).not.toContain('Trang hai')
  })
})

describe('a later page that is listed by itself', () => {
  beforeEach(() => {
    const items = [`${STORY}?trang=2`, STORY].map((url) => `<item><link>${url}</link></item>`)
    const feed = `<rss version="2.0"><channel><title>Phố</title>${items.join('')}</channel></rss>`
    blog.override('/rss.xml', () => new Response(feed, { headers: { 'content-type': 'text/xml' } }))
  })

  it('is the article of the first', async () => {
    expect(await run()).toMatchObject({ discovered: 2, stored: 1, failed: 0 })
    expect(await articles()).toMatchObject([{ source_url: STORY }])
    expect(await storedText()).toContain('Trang ba')
  })

  it('stays so when the article changes', async () => {
    await run()
    texts[0] = `${TEXTS[0]} Danh sách ấy vừa thêm một tên.`
    expect(await run()).toMatchObject({ stored: 0, updated: 1, duplicates: 0 })
    expect(await articles()).toHaveLength(1)
  })

  it('is no article while the first does not come', async () => {
    broken.set(1, status(503))
    expect(await run()).toMatchObject({ stored: 0, failed: 2 })
  })

  it('begins the article itself where there is no first any more', async () => {
    broken.set(1, status(410))
    await run()
    expect(await storedText()).toMatch(/^Trang hai[\s\S]+Trang ba/)
  })
})

describe('the preview', () => {
  it('shows an article with all its pages', async () => {
    const preview = await previewArticle({ url: STORY }, tools)
    expect(preview).toMatchObject({ ok: true, article: { sourceUrl: STORY } })
    expect(JSON.stringify(preview)).toContain('Trang ba')
  })
})
