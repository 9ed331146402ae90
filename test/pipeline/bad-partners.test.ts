/** Partners that answer badly: each gets its clear error in the report, and the rest goes on. */

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Run } from '../../src/articles/run.ts'
import { advanceRun } from '../../src/pipeline/advance-run.ts'
import { findRun } from '../../src/storage/run-reports.ts'
import { createFakePartner, type FakePartner } from './fake-partner.ts'
import { addPartner, openedRun, toolsWith } from './tools-with.ts'

const HTML = { 'content-type': 'text/html' }

/** A body that never ends: the limit has to. */
function endless(): ReadableStream<Uint8Array> {
  const chunk = new TextEncoder().encode(`<p>${'dài '.repeat(4_000)}</p>`)
  return new ReadableStream({ pull: (controller) => controller.enqueue(chunk) })
}

async function runWith(blog: FakePartner): Promise<Run> {
  const tools = toolsWith({
    fetch: blog.fetch,
    fetchLimits: { timeoutMs: 200, pageBytesMax: 200_000 },
  })
  await addPartner()
  const runId = await openedRun('pho', tools.now())
  await advanceRun(runId, tools)
  const run = await findRun(env.DB, runId)
  if (run === undefined) throw new Error('The run is not there.')
  return run
}

describe('a run over pages of which one is bad', () => {
  it.each<[string, (request: Request) => Response | Promise<Response>, RegExp]>([
    ['a 500', () => new Response('oops', { status: 500 }), /500/],
    [
      'silence',
      (request) =>
        new Promise((_resolve, reject) => {
          request.signal.addEventListener('abort', () => reject(request.signal.reason))
        }),
      /did not answer|in time|0\.2 s/i,
    ],
    ['20 MB', () => new Response(endless(), { headers: HTML }), /larger|bytes/i],
    [
      'a PDF',
      () => new Response('%PDF-1.7', { headers: { 'content-type': 'application/pdf' } }),
      /application\/pdf/,
    ],
    [
      'a redirect to itself',
      () => new Response(null, { status: 302, headers: { location: '/bad' } }),
      /redirect/i,
    ],
    [
      'a redirect to a metadata address',
      () => new Response(null, { status: 302, headers: { location: 'http://169.254.169.254/' } }),
      /169\.254\.169\.254/,
    ],
    [
      'a page without an article',
      () => new Response('<html><body><p>Xin chào.</p></body></html>', { headers: HTML }),
      /has no title/,
    ],
    ['an empty page', () => new Response('', { headers: HTML }), /The page is empty/],
  ])('names %s in the report and stores the others', async (_case, answer, message) => {
    const blog = createFakePartner()
    blog.put({ slug: 'good', title: 'Trà đá và thế hệ mới' })
    blog.put({ slug: 'bad', title: 'Bài hỏng' })
    blog.override('/bad', answer)
    const run = await runWith(blog)
    expect(run).toMatchObject({ state: 'done', discovered: 2, stored: 1, failed: 1 })
    expect(run.errors).toHaveLength(1)
    expect(run.errors[0]?.url).toBe('https://blog.example/bad')
    expect(run.errors[0]?.message).toMatch(message)
  })

  it('names an address of a megabyte that the feed lists, and stores the others', async () => {
    const blog = createFakePartner()
    blog.put({ slug: 'good', title: 'Trà đá và thế hệ mới' })
    const items = ['good', 'x'.repeat(1_000_000)].map(
      (slug) => `<item><title>T</title><link>https://blog.example/${slug}</link></item>`,
    )
    blog.override('/rss.xml', () => new Response(`<rss><channel>${items.join('')}</channel></rss>`))
    const run = await runWith(blog)
    expect(run).toMatchObject({ state: 'done', discovered: 1, stored: 1 })
    const [error] = run.errors
    expect(error?.message).toMatch(
      /cannot be asked for: https:\/\/blog\.example\/x{50,200}… \(1 in all\)/,
    )
  })

  it('reads a page whose header names the wrong charset', async () => {
    const blog = createFakePartner()
    blog.put({ slug: 'chu-viet', title: 'Chữ Việt còn nguyên dấu' })
    const original = blog.fetch
    blog.fetch = async (input, init) => {
      const response = await original(input, init)
      if (!String(input).endsWith('/chu-viet')) return response
      const body = `<meta charset="utf-8">${await response.text()}`
      return new Response(new TextEncoder().encode(body), { headers: HTML })
    }
    expect(await runWith(blog)).toMatchObject({ stored: 1 })
    const row = await env.DB.prepare('SELECT title FROM articles').first()
    expect(row).toEqual({ title: 'Chữ Việt còn nguyên dấu' })
  })
})
