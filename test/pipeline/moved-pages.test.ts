/** Articles that have moved: followed at once, remembered after three sightings, and the same ones still. */

import { beforeEach, describe, expect, it } from 'vitest'
import { createFakePartner, type FakePartner } from './fake-partner.ts'
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

const DAY_MS = 24 * 60 * 60 * 1000

let blog: FakePartner
let tools: TestTools

beforeEach(async () => {
  blog = createFakePartner()
  blog.put({ slug: 'cu', title: 'Vỉa hè lên sóng' })
  tools = toolsWith({ fetch: blog.fetch })
  await addPartner()
  await visit()
  blog.put({ slug: 'moi', title: 'Vỉa hè lên sóng' })
})

async function visit(cause: 'operator' | 'schedule' = 'operator') {
  await makeSourceDue()
  const runId = await openedRun('pho', tools.now(), cause)
  blog.log.length = 0
  await advanceToEnd(runId, tools)
  tools.clock.ms += DAY_MS
  return await reportOf(runId)
}

function moves(status: number, to = 'https://blog.example/moi'): void {
  blog.override('/cu', () => new Response(null, { status, headers: { location: to } }))
  // The feed goes on listing the old address, and that one alone.
  blog.override('/rss.xml', () => new Response(feedOf('cu')))
}

function feedOf(slug: string): string {
  return `<rss version="2.0"><channel><title>Phố</title><item><title>Vỉa hè</title>
    <link>https://blog.example/${slug}</link></item></channel></rss>`
}

/** From the last visit of the only page to the next one. */
async function waitMs(): Promise<number> {
  const [row] = await rows('SELECT next_attempt_at, fetched_at FROM frontier')
  return Date.parse(String(row?.['next_attempt_at'])) - Date.parse(String(row?.['fetched_at']))
}

const askedPages = () => blog.log.filter((line) => /GET \/(cu|moi) /.test(line))

describe('an article whose address has moved', () => {
  it('is asked for under the new one after three sightings in a row', async () => {
    moves(301)
    for (const _sighting of [1, 2, 3]) {
      await visit()
      expect(askedPages()[0]).toBe('GET /cu 301')
    }
    await visit()
    expect(askedPages()).toEqual(['GET /moi 304'])
    expect(await rows('SELECT moved_to, url_key, moved_times FROM frontier')).toEqual([
      { moved_to: 'https://blog.example/moi', url_key: 'blog.example/cu', moved_times: 3 },
    ])
    expect(await rows('SELECT COUNT(*) AS articles FROM articles')).toEqual([{ articles: 1 }])
  })

  it.each([
    ['redirects for now', 302, 'https://blog.example/moi'],
    ['redirects for now, whatever the method', 307, 'https://blog.example/moi'],
    ['leads off the site', 301, 'https://other.example/moi'],
  ])('is asked for where it was when it %s', async (_case, status, to) => {
    moves(status, to)
    for (const _sighting of [1, 2, 3, 4]) await visit()
    expect(askedPages()[0]).toBe(`GET /cu ${status}`)
    expect(await rows('SELECT url FROM frontier')).toEqual([{ url: 'https://blog.example/cu' }])
  })

  it('is counted anew when the redirect was gone in between', async () => {
    moves(308)
    await visit()
    await visit()
    blog.restore('/cu')
    await visit()
    expect(await rows('SELECT moved_to, moved_times FROM frontier')).toEqual([
      { moved_to: null, moved_times: 0 },
    ])
  })

  it('sends the validators of the new address to it, and to no other', async () => {
    moves(301)
    await visit()
    expect(askedPages()).toEqual(['GET /cu 301', 'GET /moi 200'])
    await visit()
    expect(askedPages()).toEqual(['GET /cu 301', 'GET /moi 304'])
  })

  it('is no second article when the partner lists the new address', async () => {
    moves(301)
    await visit()
    blog.override('/rss.xml', () => new Response(feedOf('moi')))
    const report = await visit()
    expect(report).toMatchObject({ state: 'done', stored: 0 })
    expect(await rows('SELECT COUNT(*) AS articles FROM articles')).toEqual([{ articles: 1 }])
  })

  it('is asked for under its own address again when there is nothing at the new one', async () => {
    moves(301)
    for (const _sighting of [1, 2, 3]) await visit()
    blog.override('/moi', () => new Response('not here', { status: 404 }))
    await visit()
    blog.restore('/cu')
    await visit()
    expect(askedPages()).toEqual(['GET /cu 200'])
  })
})

describe('a page without validators', () => {
  it('is asked for once a day at most, though it is young', async () => {
    const page = await (await blog.fetch('https://blog.example/cu')).text()
    blog.override('/cu', () => new Response(page, { headers: { 'content-type': 'text/html' } }))
    await visit()
    expect(await waitMs()).toBeGreaterThanOrEqual(DAY_MS)
  })

  it('that is no article is tried once more soon, and then once a day', async () => {
    blog.override('/cu', () => new Response('', { headers: { 'content-type': 'text/html' } }))
    const waits: number[] = []
    for (const _visit of [1, 2, 3]) {
      await visit()
      waits.push(await waitMs())
    }
    expect(waits).toEqual([300_000, DAY_MS, DAY_MS])
  })
})

describe('an article that its partner lists under another address', () => {
  const articles = () => rows(`SELECT url_key, revision FROM articles WHERE state = 'published'`)

  function listsOnly(slug: string): void {
    blog.override('/rss.xml', () => new Response(feedOf(slug)))
  }

  it.each([
    ['and nobody has said that it moved', {}],
    [
      'with other pictures',
      { head: '<meta property="og:image" content="https://blog.example/a.png">' },
    ],
  ])('is the same one %s', async (_case, changes) => {
    blog.put({ slug: 'moi', title: 'Vỉa hè lên sóng', ...changes })
    listsOnly('moi')
    expect(await visit()).toMatchObject({ stored: 0 })
    expect(await articles()).toHaveLength(1)
  })

  it('is the same one still when it is corrected there', async () => {
    listsOnly('moi')
    await visit()
    blog.put({ slug: 'moi', title: 'Vỉa hè lên sóng, có sửa', body: 'Nay đã khác.' })
    expect(await visit()).toMatchObject({ stored: 0, updated: 1 })
    expect(await articles()).toMatchObject([{ revision: 2 }])
  })

  it('stays when its old address is gone', async () => {
    listsOnly('moi')
    await visit()
    blog.override('/cu', () => new Response(null, { status: 410 }))
    tools.clock.ms += 7 * DAY_MS
    await visit('schedule')
    expect(await articles()).toHaveLength(1)
  })

  it.each([
    ['another date', { date: '10:03 AM, 10/07/2024' }],
    ['another title', { title: 'Vỉa hè lên sóng lần hai' }],
    ['no date', { date: '' }],
  ])('is another one with %s', async (_case, changes) => {
    blog.put({ slug: 'moi', title: 'Vỉa hè lên sóng', ...changes })
    listsOnly('moi')
    await visit()
    expect(await articles()).toHaveLength(2)
  })
})
