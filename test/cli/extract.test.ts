/** `extract` as a shell would call it: what it prints, and how it ends. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '../../cli/main.ts'
import { articleSchema } from '../../src/articles/article.ts'
import { ioWith } from './io-with.ts'

const URL_OF_PAGE = 'https://blog.example/tin/pho-sach'
const PAGE = `<html lang="vi"><head><meta charset="utf-8"><title>Phố sách mở lại</title></head><body><h1>Phố sách mở lại</h1>
<p class="sapo">Sau hai năm đóng cửa, phố sách mở lại với gấp đôi số gian hàng.</p><div>
<p>Ba mươi gian hàng đã kín chỗ từ <b>tuần đầu</b>, và danh sách chờ cứ dài thêm sau mỗi buổi tối.</p>
<h2>1. Đầu phố</h2><ul><li>Sách cũ</li><li>Sách mới</li></ul><p>Nhà xuất bản nhỏ đứng ở <a href="/dau-pho?utm_source=x">đầu phố</a>, ai cũng đi ngang qua.</p></div></body></html>`

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trendwire-extract-'))
  await writeFile(join(folder, 'page.html'), PAGE)
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function called(
  args: string[],
  stdin: (string | Buffer)[] = [],
  env: NodeJS.ProcessEnv = {},
) {
  const { io, printed } = ioWith({ stdin, env })
  return { code: await main(args, io), ...printed }
}

describe('extract', () => {
  it('prints an article of the published shape', async () => {
    const { code, out, err } = await called(['extract', '-', '--url', URL_OF_PAGE], [PAGE])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(articleSchema.safeParse(JSON.parse(out)).error).toBeUndefined()
    expect(JSON.parse(out)).toMatchObject({
      title: 'Phố sách mở lại',
      slug: 'pho-sach-mo-lai',
      url: 'http://127.0.0.1:8787/articles/pho-sach-mo-lai',
      sourceUrl: URL_OF_PAGE,
      partner: { id: 'blog.example', url: 'https://blog.example' },
      views: 0,
      revision: 1,
    })
  })

  it('reads a file, and standard input where none is named', async () => {
    const fromFile = await called(['extract', join(folder, 'page.html'), '--url', URL_OF_PAGE])
    expect(await called(['extract', '--url', URL_OF_PAGE], [PAGE])).toEqual(fromFile)
  })

  it('explains the article where it is asked to', async () => {
    const { code, out } = await called(['extract', '--explain', '--url', URL_OF_PAGE], [PAGE])
    expect(code).toBe(0)
    expect(JSON.parse(out).explanation).toMatchObject({
      body: { rule: 'density', path: 'html > body' },
      fields: { title: 'h1', lead: 'line', byline: null },
      quality: { title: 1, byline: 0 },
    })
  })

  it('explains in JSON only', async () => {
    const { code, err } = await called(['extract', '--explain', '--format', 'text'], [PAGE])
    expect(code).toBe(2)
    expect(err).toContain('--explain needs the format json.')
  })

  it('fetches an address', async () => {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(PAGE)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const { code, out } = await called(['extract', `http://127.0.0.1:${port}/tin`])
    server.close()
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ sourceUrl: `http://127.0.0.1:${port}/tin` })
  })

  it.each([
    [
      'markdown',
      [
        '# Phố sách mở lại',
        '**tuần đầu**',
        '## 1. Đầu phố',
        '- Sách cũ\n- Sách mới',
        '[đầu phố](https://blog.example/dau-pho)',
      ],
    ],
    [
      'html',
      [
        '<h1>Phố sách mở lại</h1>',
        '<strong>tuần đầu</strong>',
        '<h2>1. Đầu phố</h2>',
        '<li>Sách cũ</li>',
      ],
    ],
    ['text', ['Phố sách mở lại\n\nSau hai năm', '1. Đầu phố\n\nSách cũ\nSách mới']],
  ])('writes %s from the same sections', async (format, parts) => {
    const { code, out } = await called(
      ['extract', '--url', URL_OF_PAGE, '--format', format],
      [PAGE],
    )
    expect(code).toBe(0)
    for (const part of parts) expect(out).toContain(part)
  })

  it('reads dates in the zone of the instance, and gives addresses of its site', async () => {
    const html = PAGE.replace('</h1>', '</h1><p>Ngày đăng: 10:03 AM, 09/07/2024</p>')
    const env = { SITE_TIMEZONE: 'Europe/Berlin', SITE_URL: 'https://tin.example' }
    const { out } = await called(['extract', '--url', URL_OF_PAGE], [html], env)
    expect(JSON.parse(out)).toMatchObject({
      publishedAt: '2024-07-09T10:03:00+02:00',
      url: 'https://tin.example/articles/pho-sach-mo-lai',
    })
  })

  it.each([
    ['a page without an article', ['extract', '-'], 1, 'needs-javascript'],
    ['a file that is not there', ['extract', '/nowhere/page.html'], 1, '/nowhere/page.html'],
    ['a format that is none', ['extract', '--format', 'pdf'], 2, '"pdf" is no format'],
    ['two pages', ['extract', 'a', 'b'], 2, 'one page at a time'],
    ['an address that is none', ['extract', '--url', 'blog'], 2, '"blog" is no http(s) URL'],
    ['an option that is none', ['extract', '--fast'], 2, 'usage: extract'],
    ['a folder', ['extract', tmpdir()], 1, 'cannot be read'],
  ])('refuses %s', async (_case, args, code, words) => {
    const answer = await called(args, ['<div id="root"></div><script src="a.js"></script>'])
    expect(answer).toMatchObject({ code, out: '' })
    expect(answer.err).toContain(words)
  })
})

describe('extract, what is no page', () => {
  it.each([
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
      'not-html',
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'not-html: The address gives a PDF document'],
    ['nothing', Buffer.alloc(0), 'empty: '],
    ['an error page', Buffer.from('<h1>404</h1><p>Trang bạn tìm không có.</p>'), 'no such page'],
  ])('says in one line why it gives no article of %s', async (_case, bytes, words) => {
    const { code, out, err } = await called(['extract', '-'], [bytes])
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({
      code: 1,
      out: '',
      lines: 1,
    })
    expect(err).toContain(words)
  })

  it.each([
    ['SITE_TIMEZONE', 'Asia/Bến Phà', 'is no IANA time zone', ['extract', '--jsonl']],
    ['SITE_URL', 'ben-pha', 'is no http(s) URL', ['extract', '--jsonl']],
    ['SITE_URL', 'ben-pha', 'is no http(s) URL', ['discover', 'https://ben-pha.example/']],
  ])('stops at a wrong %s before anything is read', async (name, value, words, args) => {
    const { code, out, err } = await called(args, [PAGE], { [name]: value })
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({
      code: 2,
      out: '',
      lines: 1,
    })
    expect(err).toContain(`${name}: "${value}" ${words}`)
  })
})

describe('extract --jsonl', () => {
  const line = (id: string, html: string) => `${JSON.stringify({ id, url: URL_OF_PAGE, html })}\n`

  it('answers each line in order, and goes on after a bad one', async () => {
    const input = [
      line('a', PAGE),
      'no json\n',
      line('b', ''),
      '{"id":"c"}\n',
      '\n',
      line('d', PAGE),
    ]
    const { code, out } = await called(['extract', '--jsonl'], input)
    const answers = out
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text))
    expect(code).toBe(1)
    expect(answers).toMatchObject([
      { id: 'a', title: 'Phố sách mở lại', ms: expect.any(Number), cpu: expect.any(Number) },
      { id: null, error: 'bad-line', message: 'The line is no JSON object.' },
      { id: 'b', error: 'empty' },
      { id: 'c', error: 'bad-line', message: '"url" is no http(s) URL.' },
      { id: 'd', title: 'Phố sách mở lại' },
    ])
  })

  it.each([
    ['an id that is a number', { id: 4, url: URL_OF_PAGE, html: PAGE }, '"id" is no string.'],
    [
      'an address of another kind',
      { id: 'a', url: 'mailto:a@b.example', html: '' },
      '"url" is no http(s) URL.',
    ],
    ['a page that is a list', { id: 'a', url: URL_OF_PAGE, html: [] }, '"html" is no string.'],
    ['no object', [1], 'The line is no JSON object.'],
  ])('names the field of a line with %s', async (_case, bad, message) => {
    const { code, out } = await called(['extract', '--jsonl'], [JSON.stringify(bad)])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ error: 'bad-line', message })
  })

  it('cuts lines at line feeds only, wherever the chunks end', async () => {
    const whole = Buffer.from(
      line('a', PAGE.replace('Sách cũ', 'Sách\u2028cũ')) + line('b', PAGE).trim(),
    )
    const chunks = Array.from({ length: Math.ceil(whole.length / 7) }, (_, index) =>
      whole.subarray(index * 7, index * 7 + 7),
    )
    const { code, out } = await called(['extract', '--jsonl'], chunks)
    expect(code).toBe(0)
    expect(
      out
        .trim()
        .split('\n')
        .map((text) => JSON.parse(text).id),
    ).toEqual(['a', 'b'])
  })

  it('writes an answer before the next page has come', async () => {
    const answered: string[] = []
    const first = Promise.withResolvers<void>()
    async function* pages() {
      yield Buffer.from(line('a', PAGE))
      // Whoever waits for the second page before answering waits for ever.
      await first.promise
      yield Buffer.from(line('b', PAGE))
    }
    const out = (text: string) => {
      answered.push(JSON.parse(text).id)
      first.resolve()
    }
    const io = { stdin: Readable.from(pages()), out, err: out, env: {}, fetch }
    await main(['extract', '--jsonl'], io)
    expect(answered).toEqual(['a', 'b'])
  })
})

describe('the command line', () => {
  it.each([
    ['the commands', ['--help'], 0, 'out', 'extract'],
    ['one command', ['extract', '--help'], 0, 'out', 'usage: extract'],
    ['the commands, to whoever names none', [], 2, 'err', 'usage: npm run'],
    [
      'the commands, to whoever names another',
      ['explode'],
      2,
      'err',
      'There is no command "explode"',
    ],
    ['nothing inherited', ['toString'], 2, 'err', 'There is no command'],
  ] as const)('explains %s', async (_case, args, code, stream, words) => {
    const answer = await called([...args])
    expect(answer.code).toBe(code)
    expect(answer[stream]).toContain(words)
  })
})
