/** A blog with a hub on loopback: its news are read here when the hub tells of them, over real HTTP. */

import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { type LocalRuntime, startRuntime } from '../../scripts/local-runtime.ts'
import { type OperatorClient, operatorClient } from '../../scripts/operator-client.ts'
import { eventually, freePort } from './servers.ts'

const ADMIN_TOKEN = 'end-to-end-admin-token'
const TIMEOUT_MS = 60_000

const partnerSchema = z.object({
  push: z.nullable(
    z.object({ hub: z.string(), state: z.string(), leaseUntil: z.nullable(z.string()) }),
  ),
})

const slugs = ['pho-co-len-den']
/** What the hub was asked last. */
let subscription = new URLSearchParams()
let verified = ''
let server: Server
let origin: string
let folder: string
let runtime: LocalRuntime
let operator: OperatorClient

beforeAll(async () => {
  server = createServer((request, response) => {
    let form = ''
    request.on('data', (chunk) => {
      form += String(chunk)
    })
    request.on('end', () => {
      const [status, type, body] = answerTo(request.url ?? '', form)
      response.writeHead(status, { 'content-type': type }).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  origin = `http://127.0.0.1:${address.port}`
  folder = await mkdtemp(join(tmpdir(), 'trendwire-push-'))
  const port = await freePort()
  runtime = await startRuntime({
    host: '127.0.0.1',
    port,
    persistTo: folder,
    vars: {
      ADMIN_TOKEN,
      SITE_URL: `http://127.0.0.1:${port}`,
      ALLOW_PRIVATE_HOSTS: new URL(origin).host,
    },
    onLog: () => undefined,
  })
  operator = operatorClient(runtime.url, ADMIN_TOKEN)
})

afterAll(async () => {
  await runtime?.stop()
  server?.closeAllConnections()
  server?.close()
  await rm(folder, { recursive: true, force: true })
})

function answerTo(path: string, form: string): [number, string, string] {
  const slug = slugs.find((candidate) => path === `/${candidate}`)
  if (slug !== undefined) return [200, 'text/html; charset=utf-8', page(slug)]
  if (path === '/rss.xml') return [200, 'application/rss+xml', feed()]
  if (path === '/') {
    return [200, 'text/html', '<link rel=alternate type=application/rss+xml href=/rss.xml>']
  }
  if (path !== '/hub') return [404, 'text/plain', '']
  subscription = new URLSearchParams(form)
  setTimeout(() => void verify(), 50)
  return [202, 'text/plain', '']
}

async function verify(): Promise<void> {
  const callback = new URL(subscription.get('hub.callback') ?? '')
  for (const name of ['hub.mode', 'hub.topic', 'hub.lease_seconds']) {
    callback.searchParams.set(name, subscription.get(name) ?? '')
  }
  callback.searchParams.set('hub.challenge', 'a-challenge')
  verified = await (await fetch(callback)).text()
}

function feed(): string {
  const items = slugs.map(
    (slug) => `<item><title>${title(slug)}</title><link>${origin}/${slug}</link></item>`,
  )
  return `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Phố</title>
    <atom:link rel="hub" href="${origin}/hub"/><atom:link rel="self" href="${origin}/rss.xml"/>
    ${items.join('')}</channel></rss>`
}

function page(slug: string): string {
  const paragraphs = [1, 2, 3, 4].map(
    (n) => `<p>${title(slug)}, đoạn ${n}: người bán kể chuyện từ sáng đến tối, người mua ngồi lại
      lâu hơn một ly cà phê, và cả con phố nhớ nhau bằng những câu chào quen thuộc.</p>`,
  )
  return `<!doctype html><html lang="vi"><title>${title(slug)}</title><article>
    <h1>${title(slug)}</h1>${paragraphs.join('')}</article></html>`
}

function title(slug: string): string {
  return `Chuyện kể hôm nay: ${slug.replaceAll('-', ' ')}`
}

async function push(): Promise<z.infer<typeof partnerSchema>['push']> {
  const response = await fetch(`${runtime.url}/api/admin/partners/pho`, {
    headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
  })
  return partnerSchema.parse(await response.json()).push
}

describe('a blog whose feed names a hub', () => {
  it('is subscribed to, and its news are published when the hub tells of them', async () => {
    await operator.addPartner({ name: 'Pho', url: `${origin}/`, webhookUrl: `${origin}/told` })
    const runId = await operator.startRun('pho')
    await operator.finishedRun(runId, TIMEOUT_MS)
    await runtime.tick()
    await eventually('the hub verified', TIMEOUT_MS, () => verified || undefined)
    expect(verified).toBe('a-challenge')
    expect(await push()).toMatchObject({ hub: `${origin}/hub`, state: 'active' })

    slugs.unshift('cho-dem-mo-lai')
    const signature = createHmac('sha512', subscription.get('hub.secret') ?? '').update(feed())
    const answer = await fetch(subscription.get('hub.callback') ?? '', {
      method: 'POST',
      body: feed(),
      headers: {
        'content-type': 'application/rss+xml',
        'x-hub-signature': `sha512=${signature.digest('hex')}`,
      },
    })
    expect(answer.status).toBe(204)
    await eventually('the article is published', TIMEOUT_MS, async () => {
      const articles = await (await fetch(`${runtime.url}/api/articles`)).text()
      return articles.includes(title('cho-dem-mo-lai')) || undefined
    })
  })
})
