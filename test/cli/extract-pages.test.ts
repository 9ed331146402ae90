/** `extract` on an article over several pages: an address is followed, a file is not. */

import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { main } from '../../cli/main.ts'
import { ioWith } from './io-with.ts'

const TEXTS = ['Trang một', 'Trang hai', 'Trang ba'].map(
  (page) =>
    `${page} kể chuyện con phố, ba mươi gian hàng đã kín chỗ từ tuần đầu, và danh sách chờ của ${page} còn dài thêm sau mỗi buổi tối có đèn.`,
)

let server: Server
let origin: string
let asked: string[]
let broken: number | undefined

function storyPage(page: number): string {
  const links = TEXTS.map((_, index) => `<a href="/bai?trang=${index + 1}">${index + 1}</a>`)
  return `<html lang="vi"><head><meta charset="utf-8"><title>Phố sách mở lại</title></head>
<body><h1>Phố sách mở lại</h1><div><p>${TEXTS[page - 1]}</p></div><p>${links.join(' ')}</p></body></html>`
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    asked.push(request.url ?? '')
    const page = Number(searchParams.get('trang') ?? 1)
    response.statusCode = pathname !== '/bai' || page === broken ? 404 : 200
    response.setHeader('content-type', 'text/html')
    response.end(response.statusCode === 200 ? storyPage(page) : 'không có')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})

afterAll(() => {
  server.close()
})

beforeEach(() => {
  asked = []
  broken = undefined
})

async function called(args: string[], stdin = '') {
  const { io, printed } = ioWith({ stdin: [stdin] })
  return { code: await main(['extract', ...args], io), ...printed }
}

describe('extract, an article over several pages', () => {
  it('joins the pages of an address, asking robots.txt for those behind the first', async () => {
    const { code, out, err } = await called([`${origin}/bai`, '--format', 'text'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const text of TEXTS) expect(out.split(text)).toHaveLength(2)
    expect(asked).toEqual(['/bai', '/robots.txt', '/bai?trang=2', '/bai?trang=3'])
  })

  it.each([
    ['one', '1', 0],
    ['two', '2', 1],
  ])('joins no more than %s where --pages says so', async (_case, pages, last) => {
    const { code, out } = await called([`${origin}/bai`, '--pages', pages])
    expect(code).toBe(0)
    expect(TEXTS.map((text) => out.includes(text))).toEqual(TEXTS.map((_, index) => index <= last))
  })

  it('prints what there is of an article whose page is missing, and ends in 1', async () => {
    broken = 2
    const { code, out, err } = await called([`${origin}/bai`])
    expect(code).toBe(1)
    expect(out).toContain('Trang một')
    expect(err).toContain('trang=2 answered 404')
  })

  it('asks nobody about a file, and says in its explanation where it goes on', async () => {
    const { code, out } = await called(['-', '--url', `${origin}/bai`, '--explain'], storyPage(1))
    expect(code).toBe(0)
    expect(JSON.parse(out).explanation.paging).toEqual({
      nextPage: `${origin}/bai?trang=2`,
      firstPage: null,
      pagingRule: 'figure',
    })
    expect(asked).toEqual([])
  })

  it.each(['0', 'x', '1.5'])('refuses --pages %s', async (pages) => {
    expect((await called([`${origin}/bai`, '--pages', pages])).code).toBe(2)
  })
})
