/** How the operator's commands find the instance, explain themselves, and fail when nobody is there. */

import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { articles } from '../../cli/admin-articles.ts'
import { partners } from '../../cli/admin-partners.ts'
import { webhooks } from '../../cli/admin-webhooks.ts'
import { partnerWith } from '../partner-with.ts'
import { called, calledWith } from './admin-call.ts'

const FIRST = 'GET /api/admin/partners?limit=100'
const EMPTY = { [FIRST]: { body: { items: [], nextCursor: null } } }

let folder: string
let devVarsFile: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trendwire-admin-'))
  devVarsFile = join(folder, '.dev.vars')
  await writeFile(devVarsFile, '# local\nADMIN_TOKEN="from-the-file"\n')
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

describe('the token', () => {
  it.each([
    ['of the environment goes before the file', { TRENDWIRE_TOKEN: 'mine' }, 'Bearer mine'],
    ['of the file serves on this machine', {}, 'Bearer from-the-file'],
    [
      'of the file serves at localhost',
      { TRENDWIRE_URL: 'http://localhost:1/' },
      'Bearer from-the-file',
    ],
    ['of the file serves at ::1', { TRENDWIRE_URL: 'http://[::1]:1' }, 'Bearer from-the-file'],
  ])('%s', async (_case, env, token) => {
    const { asked } = await called(partners, ['list'], EMPTY, { env, devVarsFile })
    expect(asked).toMatchObject([{ token }])
  })

  it.each([
    [
      'the file is for this machine alone',
      { TRENDWIRE_URL: 'https://a.example' },
      'TRENDWIRE_TOKEN is not set',
    ],
    [
      'a name may only look local',
      { TRENDWIRE_URL: 'http://127.0.0.1.a.example' },
      'TRENDWIRE_TOKEN is not set',
    ],
    ['no header can carry it', { TRENDWIRE_TOKEN: 'a\nb' }, 'no token may hold'],
    [
      'the address has no scheme',
      { TRENDWIRE_URL: 'a.example' },
      'TRENDWIRE_URL is no http(s) address',
    ],
    [
      'the address is no web address',
      { TRENDWIRE_URL: 'ftp://a.example' },
      'TRENDWIRE_URL is no http(s) address',
    ],
  ])('is sent nowhere where %s', async (_case, env, message) => {
    const { code, err, asked } = await called(partners, ['list'], EMPTY, { env, devVarsFile })
    expect({ code, asked }).toEqual({ code: 2, asked: [] })
    expect(err).toContain(message)
  })

  it('is asked for where there is no file', async () => {
    const { code, err } = await called(partners, ['list'], EMPTY, { env: {} })
    expect(code).toBe(2)
    expect(err).toContain('"npm start" makes one')
  })
})

describe('an answer that is none', () => {
  it.each([
    ['a problem without words', { status: 503, body: '' }, '503: no reason is given.'],
    ['a problem with a title alone', { status: 500, body: { title: 'Oh' } }, '500: Oh'],
    ['a page of somebody else', { body: '<html></html>' }, 'answered what Trendwire would not'],
    [
      'an item that is no partner',
      { body: { items: [{}], nextCursor: null } },
      'would not at items.0.id',
    ],
    [
      'a redirect, which would lose the token',
      { status: 308, body: '', location: 'https://a.example/' },
      '308: moved to https://a.example/; set TRENDWIRE_URL.',
    ],
  ])('is told on one line: %s', async (_case, reply, message) => {
    const { code, out, err } = await called(partners, ['list'], { [FIRST]: reply })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(message)
    expect(err.split('\n')).toHaveLength(2)
  })

  it.each([
    ['a timeout', new DOMException('Too late.', 'TimeoutError'), 'has not answered within 90 s'],
    [
      'an unknown host',
      new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } }),
      'ENOTFOUND',
    ],
    ['anything else', new TypeError('terminated'), 'terminated'],
  ])('names %s', async (_case, error, message) => {
    const { code, err } = await calledWith(partners, ['list'], () => Promise.reject(error))
    expect(code).toBe(1)
    expect(err).toContain(message)
  })
})

describe('a real server', () => {
  it('answers under a path, and is missed once it is closed', async () => {
    const server = createServer((request, response) => {
      const isMine = request.headers.authorization === 'Bearer mine'
      const isList = request.url === '/news/api/admin/partners?limit=100'
      response.writeHead(isMine && isList ? 200 : 404, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ items: [partnerWith({ id: 'real' })], nextCursor: null }))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const env = { TRENDWIRE_URL: `http://127.0.0.1:${port}/news/`, TRENDWIRE_TOKEN: 'mine' }
    const open = await calledWith(partners, ['list', '--json'], fetch, { env })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    const closed = await calledWith(partners, ['list'], fetch, { env })

    expect(open.code).toBe(0)
    expect(JSON.parse(open.out).id).toBe('real')
    expect(closed.code).toBe(1)
    expect(closed.err).toBe(
      `Nothing answers at http://127.0.0.1:${port}/news: start it with "npm start", or set TRENDWIRE_URL.\n`,
    )
  })
})

describe('help', () => {
  it.each([
    ['a group', partners, ['--help'], 'usage: partners SUBCOMMAND'],
    ['a subcommand', partners, ['add', '--help'], 'usage: partners add --name NAME'],
    ['a subcommand, in short', webhooks, ['test', '-h'], 'usage: webhooks test WEBHOOK'],
    ['what is no subcommand', articles, ['stats', '--help'], 'usage: articles SUBCOMMAND'],
  ])('explains %s on standard output', async (_case, group, args, beginning) => {
    const { code, out, err } = await called(group, args, {})
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.startsWith(beginning)).toBe(true)
  })

  it.each([
    ['no subcommand', partners, []],
    ['one whose API is missing', articles, ['reprocess', 'a']],
    ['one that every object has', webhooks, ['constructor']],
    ['no id', partners, ['run']],
    ['an empty id', partners, ['remove', '']],
    ['an id too many', articles, ['show', 'a', 'b']],
    ['a limit of nothing', articles, ['list', '--limit', '0']],
    ['a limit that is no number', webhooks, ['deliveries', 'a', '--limit', '1e3']],
  ])('comes on standard error, with code 2, for %s', async (_case, group, args) => {
    const { code, out, err, asked } = await called(group, args, {})
    expect({ code, out, asked }).toEqual({ code: 2, out: '', asked: [] })
    expect(err).toContain('usage: ')
  })
})
