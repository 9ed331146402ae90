/** The guarded fetch against a real server that misbehaves; limits are small, so that nobody waits. */

import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FetchOptions, guardedFetch } from '../../../src/crawler/fetch/guarded-fetch.ts'
import { userAgent } from '../../../src/crawler/fetch/user-agent.ts'
import { type OddServer, startOddServer } from '../odd-server.ts'

const TIMEOUT_MS = 150
const BYTES_MAX = 256 * 1024

let server: OddServer

beforeAll(async () => {
  server = await startOddServer()
})

afterAll(async () => {
  await server.close()
})

function fetchFrom(path: string, options: Partial<FetchOptions> = {}) {
  return guardedFetch(`${server.origin}${path}`, {
    fetch: globalThis.fetch,
    accept: 'page',
    allowPrivateHosts: new Set([server.host]),
    ownHost: 'trendwire.example',
    userAgent: userAgent('https://trendwire.example'),
    limits: { timeoutMs: TIMEOUT_MS, pageBytesMax: BYTES_MAX },
    ...options,
  })
}

describe('guardedFetch, answers', () => {
  it('gives the page with its validators and its final address', async () => {
    expect(await fetchFrom('/moved#part')).toEqual({
      ok: true,
      status: 'modified',
      url: `${server.origin}/`,
      body: '<!doctype html><title>Bài viết</title>',
      contentType: 'text/html',
      etag: '"a-1"',
      lastModified: 'Tue, 09 Jul 2024 03:03:00 GMT',
      bytes: 41,
      permanentUrl: `${server.origin}/`,
      freshSeconds: null,
      robotsTag: [],
      links: [],
      isCut: false,
    })
  })

  it('sends validators back byte for byte, and says when nothing has changed', async () => {
    const first = await fetchFrom('/weak')
    const etag = first.ok && first.status === 'modified' ? first.etag : null
    expect(etag).toMatch(/^W\/".+, 2"$/)
    const again = await fetchFrom('/weak', { etag })
    expect(again).toEqual({
      ok: true,
      status: 'not-modified',
      url: `${server.origin}/weak`,
      permanentUrl: null,
      freshSeconds: null,
    })
  })

  it('names itself, and sends neither cookies nor Referer', async () => {
    await fetchFrom('/moved')
    const sent = server.requests.at(-1)?.headers
    expect(sent?.['user-agent']).toBe(
      "Trendwire/0.1 (+https://trendwire.example/about; republishes partners' articles)",
    )
    expect(sent).not.toHaveProperty('cookie')
    expect(sent).not.toHaveProperty('referer')
    expect(sent).not.toHaveProperty('if-none-match')
  })

  it.each([
    ['a page without a content type', '/unlabelled', 'page'],
    ['an empty page', '/empty', 'page'],
    ['a feed that says it is text', '/feed-as-text', 'feed'],
    ['a JSON Feed', '/json-feed', 'feed'],
  ] as const)('accepts %s', async (_case, path, accept) => {
    expect(await fetchFrom(path, { accept })).toMatchObject({ ok: true, status: 'modified' })
  })

  it('decodes what is in another charset than it says', async () => {
    expect(await fetchFrom('/charset')).toMatchObject({ body: '<html lang=vi>Việt' })
  })

  it('follows five redirects', async () => {
    expect(await fetchFrom('/hops-5')).toMatchObject({ ok: true, url: `${server.origin}/` })
  })

  it('cuts a robots.txt that is too long, and drops the line that it cut', async () => {
    const limits = { timeoutMs: TIMEOUT_MS, robotsBytesMax: 100 }
    const outcome = await fetchFrom('/robots.txt', { accept: 'robots', limits })
    expect(outcome).toMatchObject({ ok: true, body: 'User-agent: *\nDisallow: /a\n' })
  })
})

describe('guardedFetch, failures', () => {
  it.each([
    ['a server error', '/500', { reason: 'server-error', httpStatus: 500 }],
    ['a page that is not there', '/404', { reason: 'gone', httpStatus: 404 }],
    ['a page that is gone', '/410', { reason: 'gone', httpStatus: 410 }],
    ['a page that asks for a password', '/401', { reason: 'client-error', httpStatus: 401 }],
    ['a teapot', '/418', { reason: 'client-error', httpStatus: 418 }],
    ['a busy server', '/429', { reason: 'busy', retryAfterSeconds: 120 }],
    ['one that gives no time', '/429-silent', { reason: 'busy', retryAfterSeconds: null }],
    ['one that asks for years', '/429-rude', { reason: 'busy', retryAfterSeconds: 604_800 }],
    ['one that gives a date', '/503', { reason: 'busy', retryAfterSeconds: 600 }],
    ['an unasked 304', '/304', { reason: 'server-error', httpStatus: 304 }],
    ['a PDF', '/pdf', { reason: 'wrong-type' }],
    ['a PDF that says it is a page', '/pdf-as-html', { reason: 'wrong-type' }],
    ['a PDF that says nothing', '/binary', { reason: 'wrong-type' }],
    ['silence', '/silence', { reason: 'timeout' }],
    ['a body that never ends its first line', '/slow-body', { reason: 'timeout' }],
    ['a body shorter than announced', '/cut-off', { reason: 'unreachable' }],
    ['a redirect loop', '/loop-a', { reason: 'redirect-loop' }],
    ['a redirect to itself', '/to-itself', { reason: 'redirect-loop' }],
    ['six redirects', '/hops-6', { reason: 'too-many-redirects' }],
    ['a redirect to a metadata address', '/to-metadata', { reason: 'refused' }],
    ['a redirect to an address in decimal', '/to-decimal', { reason: 'refused' }],
    ['a redirect to a file', '/to-file', { reason: 'refused' }],
    ['a redirect with a user name', '/to-user', { reason: 'refused' }],
    ['a redirect to nowhere', '/to-nowhere', { reason: 'server-error', httpStatus: 302 }],
    ['a redirect to nonsense', '/to-nonsense', { reason: 'server-error', httpStatus: 302 }],
  ])('names %s', async (_case, path, expected) => {
    const outcome = await fetchFrom(path)
    expect(outcome).toMatchObject({ ok: false, ...expected })
    expect(outcome).toHaveProperty('message', expect.stringContaining(server.origin))
  })

  it.each([
    ['of a refused type', '/pdf', 'is "application/pdf", not a page.'],
    [
      'that only says it is a page',
      '/pdf-as-html',
      'is "text/html", but does not look like a page.',
    ],
  ])('says what a body is %s', async (_case, path, end) => {
    expect(await fetchFrom(path)).toHaveProperty('message', `${server.origin}${path} ${end}`)
  })

  it('stops reading a body without end shortly after its limit', async () => {
    const outcome = await fetchFrom('/endless', { limits: { pageBytesMax: BYTES_MAX } })
    expect(outcome).toMatchObject({ ok: false, reason: 'too-large' })
    expect(outcome).toHaveProperty('message', `${server.origin}/endless is larger than 256 KiB.`)
    // What the sockets hold comes on top of what was read.
    expect(server.written()).toBeLessThan(20 * 1024 * 1024)
  })

  it('refuses 20 MB by their announced length, unread', async () => {
    const body = new Uint8Array(20_000_000)
    const outcome = await fetchFrom('/', {
      fetch: async () =>
        new Response(body, {
          headers: { 'content-type': 'text/html', 'content-length': String(body.length) },
        }),
    })
    expect(outcome).toMatchObject({ ok: false, reason: 'too-large' })
  })

  it('counts the bytes of a compressed bomb as they unfold', async () => {
    const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024))
    const bomber = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
      response.end(bomb)
    })
    await new Promise<void>((resolve) => bomber.listen(0, '127.0.0.1', resolve))
    const address = bomber.address()
    const host = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    const outcome = await guardedFetch(`http://${host}/`, {
      fetch: globalThis.fetch,
      accept: 'page',
      allowPrivateHosts: new Set([host]),
      ownHost: 'trendwire.example',
      userAgent: 'test',
      limits: { pageBytesMax: BYTES_MAX },
    })
    bomber.closeAllConnections()
    bomber.close()
    expect(bomb.length).toBeLessThan(BYTES_MAX)
    expect(outcome).toMatchObject({ ok: false, reason: 'too-large' })
  })

  it('names a host that does not answer', async () => {
    const outcome = await fetchFrom('/', {
      fetch: async () => {
        throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') })
      },
    })
    expect(outcome).toEqual({
      ok: false,
      reason: 'unreachable',
      message: `${server.origin}/ could not be reached: connect ECONNREFUSED.`,
    })
  })

  it('asks nobody where the address is refused', async () => {
    const before = server.requests.length
    const outcome = await fetchFrom('/', { allowPrivateHosts: new Set() })
    expect(outcome).toMatchObject({ ok: false, reason: 'refused' })
    expect(server.requests).toHaveLength(before)
  })

  it('asks for permission before each hop, and obeys', async () => {
    const asked: string[] = []
    const outcome = await fetchFrom('/hops-2', {
      permit: async (url) => {
        asked.push(url.slice(server.origin.length))
        return url.endsWith('/hops-1') ? 'Not there.' : undefined
      },
    })
    expect(outcome).toEqual({ ok: false, reason: 'refused', message: 'Not there.' })
    expect(asked).toEqual(['/hops-2', '/hops-1'])
  })

  it('shows a part of an address that has no end', async () => {
    const outcome = await fetchFrom(`/${'a'.repeat(1_000_000)}`)
    expect(outcome).toMatchObject({ ok: false, reason: 'refused' })
    expect(outcome.ok ? 0 : outcome.message.length).toBeLessThan(300)
  })
})
