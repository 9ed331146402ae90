/** The crawler's commands as a shell would call them: what they print, and how they end. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run as discover } from '../../cli/discover.ts'
import { run as feed } from '../../cli/feed.ts'
import type { Command } from '../../cli/io.ts'
import { run as robots } from '../../cli/robots.ts'
import { run as urlkey } from '../../cli/urlkey.ts'
import { startDemo } from '../../demo/server.ts'
import { ioWith } from './io-with.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trendwire-cli-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function saved(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

async function called(command: Command, args: string[], stdin = '') {
  const { io, printed } = ioWith({ stdin: [stdin] })
  return { code: await command(args, io), ...printed }
}

const ROBOTS = 'User-agent: *\nDisallow: /a'

describe('robots', () => {
  it('prints a line for each address, and fails where one is disallowed', async () => {
    const file = await saved('robots.txt', ROBOTS)
    const urls = ['https://a.example/a', 'https://a.example/b']
    expect(await called(robots, [file, '--agent', 'x', ...urls])).toEqual({
      code: 1,
      out: 'disallow\thttps://a.example/a\nallow\thttps://a.example/b\n',
      err: '',
    })
  })

  it('succeeds where all are allowed, and reads standard input', async () => {
    const result = await called(robots, ['-', 'https://a.example/b', '--agent', 'x'], ROBOTS)
    expect(result).toMatchObject({ code: 0, out: 'allow\thttps://a.example/b\n' })
  })

  it.each([
    ['no file', []],
    ['no agent', ['-', 'https://a.example/']],
    ['no address', ['-', '--agent', 'x']],
    ['an unknown option', ['-', '--agent', 'x', '--what', 'https://a.example/']],
  ])('explains itself for %s', async (_case, args) => {
    const result = await called(robots, args)
    expect(result).toMatchObject({ code: 2, out: '' })
    expect(result.err).toMatch(/^usage: robots/)
  })

  it('names a file that is not there', async () => {
    const result = await called(robots, [join(folder, 'no'), '--agent', 'x', 'https://a.example/'])
    expect(result).toMatchObject({ code: 1, out: '' })
    expect(result.err).toContain('cannot be read')
  })
})

describe('feed', () => {
  const text =
    '<rss><channel><title>T</title><item><title>A</title><link>/1</link><guid>g</guid><pubDate>Tue, 09 Jul 2024 10:03:00 +0700</pubDate></item></channel></rss>'

  it('prints what the feed lists as JSON', async () => {
    const file = await saved('feed.xml', text)
    const { code, out } = await called(feed, [file, '--url', 'https://a.example/'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      title: 'T',
      entries: [
        { url: 'https://a.example/1', title: 'A', publishedAt: '2024-07-09T10:03:00+07:00' },
      ],
    })
  })

  it('fails on what is no feed', async () => {
    expect(await called(feed, ['-'], '<html></html>')).toMatchObject({ code: 1, out: '' })
  })

  it.each([
    ['no file', []],
    ['two files', ['a', 'b']],
    ['a base that is no address', ['-', '--url', 'a.example']],
  ])('explains itself for %s', async (_case, args) => {
    expect(await called(feed, args)).toMatchObject({ code: 2, out: '' })
  })
})

describe('urlkey', () => {
  it('gives a line for a line, an empty one for what is no address', async () => {
    const stdin = 'https://www.a.example/x/?utm_source=b\nnonsense\r\nhttp://a.example/x\n'
    const { code, out } = await called(urlkey, [], stdin)
    const lines = out.split('\n')
    expect(code).toBe(1)
    expect(lines).toHaveLength(4)
    expect(lines[0]).toBe(lines[2])
    expect(lines[1]).toBe('')
  })

  it('cuts lines at line feeds only', async () => {
    const stdin = 'https://a.example/x\u2028y\nhttps://a.example/z\n'
    const { out } = await called(urlkey, [], stdin)
    expect(out.split('\n')).toHaveLength(3)
  })

  it('succeeds where every line is an address', async () => {
    expect(await called(urlkey, [], 'https://a.example/x')).toMatchObject({ code: 0 })
  })

  it('explains itself for an argument', async () => {
    expect(await called(urlkey, ['https://a.example/'])).toMatchObject({ code: 2 })
  })
})

describe('discover', () => {
  it('says of both demo blogs what the crawler would use', async () => {
    const demo = await startDemo({ ports: { trendA: 0, trendB: 0 } })
    try {
      const [withFeed, withListing] = await Promise.all(
        demo.blogs.map((blog) => called(discover, [blog.url, '--json'])),
      )
      const first = JSON.parse(withFeed?.out ?? '')
      const second = JSON.parse(withListing?.out ?? '')
      expect(first.uses.via).toBe('feed')
      expect(first.why).toMatch(/^The feed lists 12 of the 12 newest articles/)
      expect(first.second.via).toBe('listing')
      expect(first.robots).toEqual({ allowed: true, crawlDelaySeconds: null })
      expect(first.entries).toHaveLength(demo.articles(0).length)
      expect(second.uses.via).toBe('listing')
      expect(second.uses.url).toMatch(/\/tin-tuc$/)
      expect(second.why).toMatch(/the listing is used, for no feed and no sitemap serves/)
      expect(second.entries).toHaveLength(demo.articles(1).length)
    } finally {
      await demo.close()
    }
  })

  it('prints sentences for people, and the sitemaps that robots.txt names', async () => {
    const pages: Record<string, string> = {
      '/robots.txt': 'User-agent: *\nAllow: /\nSitemap: https://a.example/sitemap.xml',
      '/': '<h3><a href="/bai/1">Xu hướng số một trong tuần</a></h3>',
    }
    const server = createServer((request, response) => {
      const body = pages[request.url ?? '']
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html' })
      response.end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    const { code, out } = await called(discover, [origin])
    server.closeAllConnections()
    server.close()
    expect(code).toBe(0)
    expect(out).toContain('would be read by its listing')
    expect(out).toContain('sitemap\thttps://a.example/sitemap.xml')
    expect(out).toContain(`${origin}/bai/1\tXu hướng số một trong tuần`)
  })

  it('says why nothing was found', async () => {
    const result = await called(discover, ['https://user@a.example/'])
    expect(result).toMatchObject({ code: 1, out: '' })
    expect(result.err).toContain('user name or password')
  })

  it.each([
    ['nothing', []],
    ['what is no address', ['a.example']],
    ['two addresses', ['https://a.example/', 'https://b.example/']],
  ])('explains itself for %s', async (_case, args) => {
    expect(await called(discover, args)).toMatchObject({ code: 2, out: '' })
  })
})
