/** A server on loopback that misbehaves in every way a partner's can. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type OddServer = {
  /** Without a trailing slash. */
  origin: string
  host: string
  /** Headers of the requests so far, by path. */
  requests: { path: string; headers: IncomingMessage['headers'] }[]
  /** Bytes that were written to an endless body before its reader left. */
  written: () => number
  close: () => Promise<void>
}

const CHUNK = Buffer.alloc(64 * 1024, 'a')

export async function startOddServer(): Promise<OddServer> {
  const requests: OddServer['requests'] = []
  let written = 0
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    requests.push({ path, headers: request.headers })
    if (path === '/endless') {
      pour(response, (bytes) => {
        written += bytes
      })
    } else answer(path, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    requests,
    written: () => written,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Answer = { status?: number; headers?: Record<string, string>; body?: string | Uint8Array }

const PAGE = '<!doctype html><title>Bài viết</title>'

const ANSWERS: Record<string, Answer> = {
  '/': { headers: { etag: '"a-1"', 'last-modified': 'Tue, 09 Jul 2024 03:03:00 GMT' }, body: PAGE },
  '/weak': { headers: { etag: 'W/"é, 2"' }, body: PAGE },
  '/unlabelled': { headers: { 'content-type': '' }, body: PAGE },
  '/binary': { headers: { 'content-type': 'application/octet-stream' }, body: '%PDF-1.7' },
  '/pdf': { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7' },
  '/pdf-as-html': { body: '%PDF-1.7 <' },
  '/empty': { body: '' },
  '/json-feed': {
    headers: { 'content-type': 'application/feed+json' },
    body: '{"version":"https://jsonfeed.org/version/1.1","title":"<","items":[]}',
  },
  '/feed-as-text': { headers: { 'content-type': 'text/plain' }, body: '<rss><channel/></rss>' },
  '/charset': {
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: Uint8Array.from([...Buffer.from('<html lang=vi>'), 0x56, 0x69, 0xea, 0xf2, 0x74]),
  },
  '/401': { status: 401 },
  '/404': { status: 404 },
  '/410': { status: 410 },
  '/418': { status: 418 },
  '/429': { status: 429, headers: { 'retry-after': '120' } },
  '/429-silent': { status: 429 },
  '/429-rude': { status: 429, headers: { 'retry-after': '99999999' } },
  '/500': { status: 500 },
  '/503': {
    status: 503,
    headers: {
      date: 'Tue, 09 Jul 2024 03:00:00 GMT',
      'retry-after': 'Tue, 09 Jul 2024 03:10:00 GMT',
    },
  },
  '/304': { status: 304 },
  '/loop-a': { status: 302, headers: { location: '/loop-b' } },
  '/loop-b': { status: 302, headers: { location: '/loop-a' } },
  '/to-itself': { status: 301, headers: { location: '/to-itself#again' } },
  '/to-metadata': { status: 302, headers: { location: 'http://169.254.169.254/latest/' } },
  '/to-decimal': { status: 307, headers: { location: 'http://2130706433/' } },
  '/to-file': { status: 302, headers: { location: 'file:///etc/passwd' } },
  '/to-user': { status: 302, headers: { location: 'http://user@blog.example/' } },
  '/to-nowhere': { status: 302 },
  '/to-nonsense': { status: 302, headers: { location: 'http://[' } },
  '/moved': { status: 301, headers: { location: '/#top', 'set-cookie': 'id=1' } },
  '/robots.txt': {
    headers: { 'content-type': 'text/plain' },
    body: `User-agent: *\nDisallow: /a\n${'#'.repeat(500)}\nDisallow: /b`,
  },
}

function answer(path: string, request: IncomingMessage, response: ServerResponse): void {
  const special = SPECIAL[path]
  const hops = /^\/hops-(\d+)$/.exec(path)?.[1]
  if (special !== undefined) special(response)
  else if (hops !== undefined) send(response, hopAnswer(Number(hops)))
  else sendKnown(ANSWERS[path] ?? { status: 404 }, request, response)
}

const SPECIAL: Record<string, (response: ServerResponse) => void> = {
  '/silence': () => {},
  '/slow-body': drip,
  '/cut-off': cutOff,
}

function sendKnown(known: Answer, request: IncomingMessage, response: ServerResponse): void {
  const etag = known.headers?.['etag']
  const isKnown = etag !== undefined && request.headers['if-none-match'] === etag
  send(response, isKnown ? { status: 304 } : known)
}

/** `/hops-3` leads over two more to the home page. */
function hopAnswer(left: number): Answer {
  return { status: 302, headers: { location: left <= 1 ? '/' : `/hops-${left - 1}` } }
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '' }: Answer): void {
  const { 'content-type': type = 'text/html', ...others } = headers
  response.writeHead(status, type === '' ? others : { 'content-type': type, ...others })
  response.end(body)
}

function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html' })
  response.write('<p>')
}

function cutOff(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' })
  response.write('<p>', () => response.destroy())
}

/** Goes on for as long as somebody reads, without a length. */
function pour(response: ServerResponse, count: (bytes: number) => void): void {
  response.writeHead(200, { 'content-type': 'text/html' })
  const more = () => {
    while (!response.destroyed && response.write(CHUNK)) count(CHUNK.length)
  }
  response.on('drain', more)
  more()
}
