/** Redirects in memory: where they may lead, what is sent along, what is remembered of them. */

import { describe, expect, it } from 'vitest'
import { failure } from '../../../src/crawler/fetch/fetch-outcome.ts'
import { type FetchOptions, guardedFetch } from '../../../src/crawler/fetch/guarded-fetch.ts'

const START = 'https://blog.example/tin/1'

type Answer = { status: number; headers?: Record<string, string> }

/** Fetches START from a web of `answers` by address; what is not there is a page. */
async function visit(answers: Record<string, Answer>, options: Partial<FetchOptions> = {}) {
  const requests: { url: string; headers: Record<string, string> }[] = []
  const outcome = await guardedFetch(START, {
    fetch: async (input, init) => {
      const request = new Request(input, init)
      requests.push({ url: request.url, headers: Object.fromEntries(request.headers) })
      const { status, headers = {} } = answers[request.url] ?? { status: 200 }
      const body = status === 200 ? '<p>' : null
      return new Response(body, { status, headers: { 'content-type': 'text/html', ...headers } })
    },
    accept: 'page',
    allowPrivateHosts: new Set(),
    ownHost: 'trendwire.example',
    userAgent: 'Trendwire/0.1 (+https://trendwire.example/about)',
    ...options,
  })
  return { outcome, requests, asked: requests.map(({ url }) => url) }
}

const to = (location: string, status = 302): Answer => ({ status, headers: { location } })

describe('guardedFetch, redirects that are not followed', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1/'],
    ['in decimal', 'http://2130706433/'],
    ['in octal', 'http://0177.0.0.1/'],
    ['in hexadecimal', 'http://0x7f.1/'],
    ['short', 'http://127.1/'],
    ['with a trailing dot', 'http://127.0.0.1./'],
    ['in full-width figures', 'http://１２７.０.０.１/'],
    ['percent-encoded', 'http://%31%32%37.0.0.1/'],
    ['mapped to IPv6', 'http://[::ffff:7f00:1]/'],
    ['IPv6 loopback', 'http://[::1]/'],
    ['localhost', 'http://localhost/'],
    ['localhost with a dot', 'http://localhost./'],
    ['without a scheme', '//127.0.0.1/'],
    ['with backslashes', '\\\\127.0.0.1\\'],
    ['with tabs and line ends', 'ht\ttp://127.0.\n0.1/'],
    ['metadata', 'http://169.254.169.254/latest/meta-data/'],
    ['metadata over IPv6', 'http://[fd00:ec2::254]/'],
    ['metadata by name', 'http://metadata.google.internal/computeMetadata/v1/'],
    ['a private network', 'http://10.0.0.1/'],
    ['another port', 'http://blog.example:6379/'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:text/html,<p>'],
    ['a script', 'javascript:alert(1)'],
    ['ftp', 'ftp://blog.example/'],
    ['a web socket', 'ws://blog.example/'],
    ['a user name', 'https://user@blog.example/'],
    ['a password', 'https://user:secret@blog.example/'],
    ['ourselves', 'https://trendwire.example/'],
    ['ourselves in capitals', 'https://TRENDWIRE.example./'],
    ['an address without end', `/${'a'.repeat(10_000)}`],
  ])('to %s', async (_case, location) => {
    // Headers trim and refuse control characters that a server may well send.
    const headers = new Headers()
    Object.defineProperty(headers, 'get', {
      value: (name: string) => (name === 'location' ? location : null),
    })
    const response = new Response(null, { status: 302 })
    Object.defineProperty(response, 'headers', { value: headers })
    let asked = 0
    const fetch = async () => {
      asked++
      return response
    }
    const { outcome } = await visit({}, { fetch })
    expect(outcome).toMatchObject({ ok: false, reason: 'refused' })
    expect(outcome.ok ? '' : outcome.message).toMatch(
      /^https:\/\/blog\.example\/tin\/1 redirects to .{1,250}, which is refused: .+\.$/u,
    )
    expect(asked).toBe(1)
  })

  it('passes a public name, whatever it resolves to: no Worker can see that', async () => {
    const { asked } = await visit({ [START]: to('http://127.0.0.1.nip.io/') })
    expect(asked).toEqual([START, 'http://127.0.0.1.nip.io/'])
  })

  it.each([
    ['no Location', { status: 302 }],
    ['one that is no address', to('http://[')],
    ['one of an impossible host', to('https://a b/')],
    ['a choice of several', { status: 300 }],
    ['the use of a proxy', to('http://proxy.example/', 305)],
  ])('that give %s', async (_case, answer) => {
    const { outcome } = await visit({ [START]: answer })
    expect(outcome).toMatchObject({ ok: false, reason: 'server-error', httpStatus: answer.status })
  })

  it('that ask for a long wait first: a site in maintenance', async () => {
    const away = { status: 302, headers: { location: '/bao-tri', 'retry-after': '3600' } }
    const { outcome, asked } = await visit({ [START]: away })
    expect(outcome).toEqual({
      ok: false,
      reason: 'busy',
      message: `${START} redirects, but asks to come back in 3600 s first.`,
      httpStatus: 302,
      retryAfterSeconds: 3600,
      url: START,
    })
    expect(asked).toEqual([START])
  })

  it.each([
    ['in a circle', { [START]: to(START) }, 'redirect-loop'],
    [
      'six times',
      Object.fromEntries(
        [START, 'a', 'b', 'c', 'd', 'e'].map((from, hop) => [
          new URL(from, START).href,
          to('abcdef'[hop] ?? ''),
        ]),
      ),
      'too-many-redirects',
    ],
  ])('%s, and asks nobody whether they may be', async (_case, answers, reason) => {
    const permitted: string[] = []
    const permit = async (url: string) => {
      permitted.push(url)
      return undefined
    }
    const { outcome, asked } = await visit(answers, { permit })
    expect(outcome).toMatchObject({ ok: false, reason })
    expect(permitted).toEqual(asked)
  })

  it('with a failure of whoever permits', async () => {
    const outage = failure('unreachable', 'No rules.')
    expect((await visit({}, { permit: async () => outage })).outcome).toBe(outage)
  })
})

describe('guardedFetch, redirects that are followed', () => {
  it.each([
    ['relative', '2?a=b', 'https://blog.example/tin/2?a=b'],
    ['from the root', '/2', 'https://blog.example/2'],
    ['without a scheme', '//www.blog.example/', 'https://www.blog.example/'],
    ['of only a query', '?trang=2', `${START}?trang=2`],
    ['with a fragment', '/2#top', 'https://blog.example/2'],
    ['with white space', '  /2  ', 'https://blog.example/2'],
    ['with octets of UTF-8', '/tin-t\u00e1\u00bb\u00a9c', 'https://blog.example/tin-t%E1%BB%A9c'],
    ['with a letter of Latin-1', '/caf\u00e9', 'https://blog.example/caf%C3%A9'],
  ])('%s', async (_case, location, expected) => {
    expect((await visit({ [START]: to(location) })).outcome).toMatchObject({ url: expected })
  })

  it('tells whoever permits how long a redirect asks to wait', async () => {
    const waits: number[] = []
    const later = { status: 301, headers: { location: '/2', 'retry-after': '5' } }
    await visit(
      { [START]: later },
      {
        permit: async (_url, waitSeconds) => {
          waits.push(waitSeconds)
          return undefined
        },
      },
    )
    expect(waits).toEqual([0, 5])
  })

  it.each([
    ['301', [301], 'https://blog.example/a'],
    ['308', [308], 'https://blog.example/a'],
    ['301, 308', [301, 308], 'https://blog.example/b'],
    ['301, 302: as far as it is for good', [301, 302], 'https://blog.example/a'],
    ['302, 301: not from the asked address', [302, 301], null],
    ['303', [303], null],
    ['307', [307], null],
    ['none', [], null],
  ])('remembers where they lead for good: %s', async (_case, statuses, permanentUrl) => {
    const addresses = [START, 'https://blog.example/a', 'https://blog.example/b']
    const answers = statuses.map(
      (status, hop) => [addresses[hop] ?? '', to(addresses[hop + 1] ?? '', status)] as const,
    )
    const { outcome } = await visit(Object.fromEntries(answers))
    expect(outcome).toMatchObject({ ok: true, url: addresses[statuses.length], permanentUrl })
  })

  it('names itself on each hop, and sends nothing else about us', async () => {
    const cookie = { ...to('https://other.example/'), status: 302 }
    const { requests } = await visit({
      [START]: { status: 302, headers: { ...cookie.headers, 'set-cookie': 'id=1' } },
    })
    const sent = {
      accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1',
      'user-agent': 'Trendwire/0.1 (+https://trendwire.example/about)',
    }
    expect(requests).toEqual([
      { url: START, headers: sent },
      { url: 'https://other.example/', headers: sent },
    ])
  })
})

describe('guardedFetch, validators', () => {
  const etag = 'W/"a,\u00e9 b"'
  const lastModified = 'Tuesday, 09-Jul-24 03:03:00 GMT'
  const conditional = { 'if-none-match': etag, 'if-modified-since': lastModified }
  const MOVED = 'https://blog.example/moved'

  it.each([
    ['to the asked address, byte for byte', undefined, [conditional, {}]],
    ['to the address that gave them', MOVED, [{}, conditional]],
    ['to no other', 'https://other.example/', [{}, {}]],
  ])('go %s', async (_case, validatorsFrom, expected) => {
    const extras = { etag, lastModified, validatorsFrom }
    const { requests } = await visit({ [START]: to(MOVED) }, extras)
    requests.forEach(({ headers }, hop) => {
      const { accept: _accept, 'user-agent': _agent, ...others } = headers
      expect(others).toEqual(expected[hop])
    })
  })

  it.each([
    [
      '304 to them: nothing has changed',
      START,
      { ok: true, status: 'not-modified', freshSeconds: 60 },
    ],
    ['304 where none were sent', MOVED, { ok: false, reason: 'server-error', httpStatus: 304 }],
  ])('%s', async (_case, unchanged, expected) => {
    const answers = {
      [START]: to(MOVED),
      [unchanged]: { status: 304, headers: { 'cache-control': 'max-age=60' } },
    }
    const { outcome } = await visit(answers, { etag })
    expect(outcome).toMatchObject(expected)
  })

  it('a 200 to them: a page as any other', async () => {
    expect((await visit({}, { etag })).outcome).toMatchObject({ status: 'modified' })
  })
})

describe('guardedFetch, statuses without a page', () => {
  it.each([
    [201, 'which is no answer to a request for a page'],
    [202, 'which promises an answer for later'],
    [204, 'without content'],
    [205, 'without content'],
    [206, 'a part of it, unasked'],
  ])('%i', async (status, why) => {
    const { outcome } = await visit({ [START]: { status } })
    const message = `${START} answered ${status}, ${why}.`
    expect(outcome).toEqual({
      ok: false,
      reason: 'server-error',
      message,
      httpStatus: status,
      url: START,
    })
  })

  it.each([201, 204, 206])('%i is rules where they are asked for', async (status) => {
    const { outcome } = await visit({ [START]: { status } }, { accept: 'robots' })
    expect(outcome).toMatchObject({ ok: true, body: '' })
  })

  it.each([
    [403, '60', 60],
    [500, '60', 60],
    [404, '60', 60],
    [500, 'soon', undefined],
  ])('%i carries its Retry-After: %s', async (status, value, expected) => {
    const { outcome } = await visit({ [START]: { status, headers: { 'retry-after': value } } })
    expect(outcome.ok ? null : outcome.retryAfterSeconds).toBe(expected)
  })
})
