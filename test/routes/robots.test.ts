/** What a partner's page asks of robots, from its head to what we answer about it. */

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { listArticles } from '../../src/storage/articles.ts'
import { appWith } from './app-with.ts'
import { type Ingestion, idOf, ingested } from './stored-articles.ts'

const PATH = '/articles/via-he-len-song'
const SITE_URL = 'https://trendwire.example'

async function withRobots(content: string): Promise<Ingestion> {
  const ingestion = await ingested()
  await ask(ingestion, content)
  return ingestion
}

/** Has the partner's page ask for this from now on. */
async function ask({ blog, ingest }: Ingestion, content: string): Promise<void> {
  const head = `<meta name="robots" content="${content}">`
  blog.put({ slug: 'bai-1', title: 'Vỉa hè lên sóng', head })
  await ingest()
}

describe('an article whose page asks robots for something', () => {
  it('asks the same of those who read ours, in every answer', async () => {
    await withRobots('noindex, noai, noodp')
    const app = appWith()
    const page = await app.ask(PATH)
    expect(page.headers.get('x-robots-tag')).toBe('noai, noindex')
    expect(await page.text()).toContain('<meta name="robots" content="noai, noindex"/>')
    const headers = { 'if-none-match': page.headers.get('etag') ?? '' }
    const again = await app.ask(PATH, { headers })
    expect([again.status, again.headers.get('x-robots-tag')]).toEqual([304, 'noai, noindex'])
    const api = await app.ask(`/api${PATH}`)
    expect(api.headers.get('x-robots-tag')).toBe('noai, noindex')
    expect(await api.json()).toMatchObject({ robots: ['noai', 'noindex'] })
  })

  it('is not among those that machines are led to', async () => {
    await withRobots('noindex')
    const query = { sort: 'latest', limit: 5 } as const
    const now = '2026-11-23T10:00:00Z'
    expect((await listArticles(env.DB, query, SITE_URL)).items).toHaveLength(1)
    expect((await listArticles(env.DB, { ...query, indexableAt: now }, SITE_URL)).items).toEqual([])
  })

  it('is among them until the instant that its page names', async () => {
    await withRobots('unavailable_after: 2026-12-01')
    const found = async (indexableAt: string) =>
      (await listArticles(env.DB, { sort: 'latest', limit: 5, indexableAt }, SITE_URL)).items.length
    expect(await found('2026-11-30T23:59:59.000Z')).toBe(1)
    expect(await found('2026-12-01T00:00:01.000Z')).toBe(0)
  })

  it('shows nothing of its text in a list where it wants no snippet', async () => {
    await withRobots('nosnippet')
    const app = appWith()
    const listed = await (await app.ask('/api/articles')).json()
    expect(listed).toMatchObject({ items: [{ lead: null, robots: ['nosnippet'] }] })
    expect(await (await app.ask('/search?q=via')).text()).not.toContain('bỗng đông khách trẻ')
    expect(await (await app.ask(`/api${PATH}`)).json()).toMatchObject({
      lead: expect.stringContaining('bỗng đông khách trẻ'),
    })
    const id = await idOf('via-he-len-song')
    const operators = await (await app.operate('GET', `/articles/${id}`)).json()
    expect(operators).toMatchObject({ lead: expect.stringContaining('bỗng đông khách trẻ') })
  })

  it('has them from the header as well, as far as they are meant for us', async () => {
    const { blog, ingest } = await ingested('Vỉa hè lên sóng')
    const page = await (await blog.fetch('https://blog.example/bai-1')).text()
    const tag = 'noarchive, googlebot: noindex, trendwire: nosnippet'
    blog.override('/bai-1', () => {
      return new Response(page, { headers: { 'content-type': 'text/html', 'x-robots-tag': tag } })
    })
    await ingest()
    const response = await appWith().ask(PATH)
    expect(response.headers.get('x-robots-tag')).toBe('noarchive, nosnippet')
  })

  it('is shown by a new page when that alone changes, and is the same revision', async () => {
    const ingestion = await withRobots('noai')
    const before = await appWith().ask(PATH)
    const home = await appWith().ask('/')
    await ask(ingestion, 'nosnippet')
    const after = await appWith().ask(PATH)
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
    expect(after.headers.get('x-robots-tag')).toBe('nosnippet')
    expect((await appWith().ask('/')).headers.get('etag')).not.toBe(home.headers.get('etag'))
    expect(await (await appWith().ask(`/api${PATH}`)).json()).toMatchObject({ revision: 1 })
    await ask(ingestion, 'all')
    expect((await appWith().ask(PATH)).headers.get('x-robots-tag')).toBeNull()
  })
})
