/** What answers at an article's address and is not it: moves, notices, sign-ins, front pages, parked domains. */

import { beforeEach, describe, expect, it } from 'vitest'
import type { Run } from '../../src/articles/run.ts'
import { createFakePartner, type FakePartner } from './fake-partner.ts'
import {
  addPartner,
  advanceToEnd,
  deafQueue,
  openedRun,
  reportOf,
  rows,
  type TestTools,
  toolsWith,
} from './tools-with.ts'

const HOUR_MS = 3_600_000

const OTHER_TEXT =
  'Tên tuổi của nhà hát được nhắc lại trong một đêm diễn dài, với những vở cũ dựng theo lối mới. ' +
  'Khán giả trẻ ngồi kín tầng trên, còn nghệ sĩ già thì đứng sau cánh gà mà nhẩm từng câu thoại.'

let blog: FakePartner
let tools: TestTools

beforeEach(async () => {
  blog = createFakePartner()
  for (const slug of ['am-tra', 'bep-than', 'cho-dem', 'dan-gian', 'em-be']) {
    blog.put({ slug, title: `Chuyện ${slug}`, body: `Chuyện về ${slug} kể mãi không hết.` })
  }
  tools = toolsWith({ fetch: blog.fetch, deliveryQueue: deafQueue })
  await addPartner()
})

async function run(): Promise<Run> {
  const runId = await openedRun('pho', tools.now())
  await advanceToEnd(runId, tools)
  return await reportOf(runId)
}

async function runs(times: number): Promise<Run> {
  let report = await run()
  for (let time = 1; time < times; time += 1) report = await run()
  return report
}

const html = (body: string) =>
  new Response(`<!doctype html><html lang="vi"><body>${body}</body></html>`, {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })
const page = (title: string, text: string) => () =>
  html(`<article><h1>${title}</h1><p>${text}</p></article>`)
const to =
  (path: string, status = 301) =>
  () =>
    new Response(null, { status, headers: { location: `https://blog.example${path}` } })
const states = async () =>
  (await rows('SELECT state FROM articles ORDER BY url_key')).map(({ state }) => state)
const article = async (key: string) =>
  (await rows(`SELECT * FROM articles WHERE url_key = 'blog.example/${key}'`))[0]
const PUBLISHED = Array.from({ length: 5 }, () => 'published')

describe('an article whose page shows something else', () => {
  it.each([
    ['a sign-in', page('Đăng nhập', 'Bạn cần đăng nhập để đọc tiếp. Mật khẩu của bạn là gì?')],
    ['a text that shares nothing with it', page('Nhà hát đêm nay', OTHER_TEXT)],
    ['nothing', () => html('')],
    ['a redirect to the sign-in', to('/dang-nhap', 302)],
  ])('stays as it is when that is %s', async (_case, answer) => {
    await run()
    const before = await article('am-tra')
    blog.override('/dang-nhap', page('Đăng nhập', 'Mật khẩu của bạn là gì?'))
    blog.override('/am-tra', answer)
    for (let visits = 0; visits < 5; visits += 1) {
      expect(await run()).toMatchObject({ stored: 0, updated: 0, failed: 1 })
      tools.clock.ms += HOUR_MS
    }
    expect(await article('am-tra')).toEqual(before)
    blog.restore('/am-tra')
    expect(await run()).toMatchObject({ failed: 0, updated: 0 })
  })

  it('is replaced by it after a day, where no other page shows the same', async () => {
    await run()
    blog.override('/am-tra', page('Nhà hát đêm nay', OTHER_TEXT))
    expect((await run()).errors).toMatchObject([
      { message: expect.stringContaining('since today') },
    ])
    tools.clock.ms += 25 * HOUR_MS
    expect(await run()).toMatchObject({ updated: 1, failed: 0 })
    expect(await article('am-tra')).toMatchObject({ title: 'Nhà hát đêm nay', revision: 2 })
  })

  it('is replaced by no text that all pages show, however long they do', async () => {
    await run()
    for (const slug of ['am-tra', 'bep-than', 'cho-dem', 'dan-gian', 'em-be']) {
      blog.override(`/${slug}`, page('Nhà hát đêm nay', OTHER_TEXT))
    }
    for (let days = 0; days < 4; days += 1) {
      expect(await run()).toMatchObject({ updated: 0, failed: 5 })
      tools.clock.ms += 30 * HOUR_MS
    }
    expect(await rows('SELECT 1 FROM articles WHERE revision > 1')).toEqual([])
  })

  it('takes another title, and another text under its title', async () => {
    await run()
    blog.put({ slug: 'am-tra', title: 'Tựa mới', body: 'Chuyện về am-tra kể mãi không hết.' })
    expect(await run()).toMatchObject({ updated: 1 })
    blog.override('/am-tra', page('Tựa mới', OTHER_TEXT))
    expect(await run()).toMatchObject({ updated: 1 })
  })
})

describe('an article whose address leads elsewhere', () => {
  it('moves with it: same article, same slug, the new address as its source', async () => {
    await run()
    const before = await article('am-tra')
    blog.override('/tin/am-tra', () =>
      html(`<article><h1>Chuyện am-tra</h1><p>${OTHER_TEXT}</p></article>`),
    )
    blog.override('/am-tra', to('/tin/am-tra'))
    expect(await run()).toMatchObject({ stored: 0, updated: 1 })
    const { id, slug } = before ?? {}
    expect(await article('am-tra')).toMatchObject({
      ...{ id, slug, revision: 2, source_url: 'https://blog.example/tin/am-tra' },
    })
    expect(await run()).toMatchObject({ stored: 0, updated: 0, unchanged: 5 })
    expect(await states()).toEqual(PUBLISHED)
  })

  it.each([
    ['the front page', '/'],
    ['a list', '/category/pho'],
    ['another article', '/bep-than'],
    ['an article of another name', '/tin/nha-hat'],
  ])('is gone when it leads to %s again and again, and overwrites nothing', async (_case, path) => {
    await run()
    const other = await article('bep-than')
    blog.override('/tin/nha-hat', page('Nhà hát đêm nay', OTHER_TEXT))
    blog.override('/category/pho', () => html('<h1>Phố</h1><a href="/am-tra">Chuyện am-tra</a>'))
    blog.override('/am-tra', to(path))
    expect(await runs(2)).toMatchObject({ gone: 1, stored: 0, updated: 0 })
    expect(await states()).toEqual(PUBLISHED)
    await run()
    expect(await article('am-tra')).toMatchObject({ state: 'gone', revision: 1 })
    expect(await article('bep-than')).toEqual(other)
    blog.restore('/am-tra')
    await run()
    expect(await states()).toEqual(PUBLISHED)
  })

  it('is gone when its page says so with status 200, again and again', async () => {
    await run()
    const words = '<h1>404</h1><p>Trang bạn tìm không tồn tại hoặc đã bị xoá.</p>'
    blog.override('/am-tra', () => html(words))
    expect(await runs(2)).toMatchObject({ gone: 1, errors: [{ message: expect.any(String) }] })
    expect(await states()).toEqual(PUBLISHED)
    await run()
    expect(await article('am-tra')).toMatchObject({ state: 'gone' })
  })
})

describe('articles that say the same word for word', () => {
  it('are one under two addresses, and stay it when one of them goes', async () => {
    const same = { title: 'Chuyện hai lần', body: 'Kể hai lần ở hai nơi.' }
    blog.put({ slug: 'p-17', ...same })
    blog.put({ slug: 'hai-lan', ...same })
    expect(await run()).toMatchObject({ stored: 6, duplicates: 1 })
    expect(await run()).toMatchObject({ stored: 0, updated: 0, failed: 0 })
    blog.override('/p-17', () => new Response('gone', { status: 410 }))
    expect(await run()).toMatchObject({ gone: 1 })
    expect(await states()).toEqual([...PUBLISHED, 'published'])
    // The address that is left is the article's from now on.
    blog.put({ slug: 'hai-lan', ...same, views: 60 })
    await run()
    expect(await article('p-17')).toMatchObject({ source_url: 'https://blog.example/hai-lan' })
  })

  it('are one when one follows the other that is gone', async () => {
    await run()
    const before = await article('am-tra')
    blog.override('/am-tra', () => new Response('gone', { status: 410 }))
    await run()
    blog.put({ slug: 'tra-am', title: 'Chuyện am-tra', body: 'Chuyện về am-tra kể mãi không hết.' })
    expect(await run()).toMatchObject({ updated: 1, stored: 0 })
    const { id, slug } = before ?? {}
    expect(await article('am-tra')).toMatchObject({ id, slug, state: 'published' })
  })
})
