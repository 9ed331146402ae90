/** What a hub's answer to a form means, hostile ones included, against a real server on loopback. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guardedPost } from '../../../src/crawler/fetch/guarded-post.ts'

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void

let server: Server
let origin: string
let handler: Handler
const requests: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += String(chunk)
    })
    request.on('end', () => {
      requests.push(`${request.method} ${request.url} ${request.headers['content-type']} ${body}`)
      handler(request, response, body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function post(path = '/hub', permit = async (_url: string): Promise<undefined> => undefined) {
  return guardedPost(`${origin}${path}`, 'hub.mode=subscribe', {
    fetch,
    permit,
    userAgent: 'Trendwire/test',
    allowPrivateHosts: new Set([new URL(origin).host]),
    ownHost: 'trendwire.example',
    timeoutMs: 300,
  })
}

const answers = (status: number, headers: Record<string, string> = {}, body = ''): Handler => {
  return (_request, response) => void response.writeHead(status, headers).end(body)
}

describe('guardedPost', () => {
  it.each([
    ['202 is what section 5.1.1 asks for', answers(202), { kind: 'accepted' }],
    ['204 of a hub that verified at once', answers(204), { kind: 'accepted' }],
    [
      '400 with its reason',
      answers(400, { 'content-type': 'text/plain' }, 'no\u0000 such\n topic.'),
      { kind: 'denied', message: expect.stringMatching(/answered 400: no such topic\.$/) },
    ],
    [
      '404 with a page',
      answers(404, { 'content-type': 'text/html' }, '<h1>Not found</h1>'),
      { kind: 'denied', message: expect.stringMatching(/answered 404\.$/) },
    ],
    [
      '429 with Retry-After',
      answers(429, { 'retry-after': '120' }),
      { kind: 'failed', retryAfterSeconds: 120 },
    ],
    ['500', answers(500), { kind: 'failed', retryAfterSeconds: null }],
    [
      'a redirect that drops the form',
      answers(303, { location: '/elsewhere' }),
      { kind: 'failed', message: expect.stringContaining('303') },
    ],
    [
      'a redirect to a private address',
      answers(307, { location: 'http://169.254.169.254/' }),
      { kind: 'denied', message: expect.stringContaining('is refused') },
    ],
    [
      'redirects without end',
      (request: IncomingMessage, response: ServerResponse) =>
        void response.writeHead(307, { location: `${request.url}x` }).end(),
      { kind: 'failed', message: expect.stringContaining('more than 5 times') },
    ],
    [
      'a redirect to nowhere',
      answers(307, { location: 'http://[' }),
      { kind: 'failed', message: expect.stringContaining('307') },
    ],
    ['no answer', () => undefined, { kind: 'failed', message: expect.stringContaining('in time') }],
    [
      'an endless reason',
      (_request: IncomingMessage, response: ServerResponse) => {
        response.writeHead(400, { 'content-type': 'text/plain' })
        const timer = setInterval(() => response.write('no '.repeat(1_000)), 5)
        response.on('close', () => clearInterval(timer))
      },
      { kind: 'denied', message: expect.stringMatching(/400: no no/) },
    ],
    [
      'a broken connection',
      (request: IncomingMessage) => void request.socket.destroy(),
      { kind: 'failed', message: expect.stringContaining('could not be reached') },
    ],
  ] satisfies [string, Handler, unknown][])('reads %s', async (_case, answer, expected) => {
    handler = answer
    expect(await post()).toMatchObject(expected)
  })

  it('keeps the method and the form on 307 and 308', async () => {
    requests.length = 0
    handler = (request, response) => {
      if (request.url === '/moved') response.writeHead(202).end()
      else response.writeHead(308, { location: '/moved' }).end()
    }
    expect(await post()).toEqual({ kind: 'accepted' })
    expect(requests).toEqual([
      'POST /hub application/x-www-form-urlencoded hub.mode=subscribe',
      'POST /moved application/x-www-form-urlencoded hub.mode=subscribe',
    ])
  })

  it('asks nobody who may not be asked', async () => {
    requests.length = 0
    const options = { fetch, userAgent: 'x', allowPrivateHosts: new Set<string>(), ownHost: 'us' }
    const permit = async () => ({ until: 5 })
    const refused = await guardedPost(`${origin}/hub`, '', { ...options, permit })
    expect(refused).toMatchObject({ kind: 'denied' })
    const waiting = await guardedPost('https://hub.example/', '', { ...options, permit })
    expect(waiting).toEqual({ kind: 'waiting', until: 5 })
    expect(requests).toEqual([])
  })
})
