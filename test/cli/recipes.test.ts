/** Recipes on the command line: files that hold them, what they give, and what is said of bad ones. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { partners } from '../../cli/admin-partners.ts'
import { main } from '../../cli/main.ts'
import { partnerWith } from '../partner-with.ts'
import { previewOf } from './admin-article-with.ts'
import { called as calledGroup } from './admin-call.ts'
import { ioWith } from './io-with.ts'

const RECIPE = { select: { title: '.ten', byline: '.ai' }, remove: ['.hop'] }
const URL_OF_PAGE = 'https://blog.example/tin/pho-sach'
const PAGE = `<html lang="vi"><h1>Blog của phố</h1><p class="ten">Phố sách mở lại</p><div>
<p>Ba mươi gian hàng đã kín chỗ từ tuần đầu, và danh sách chờ cứ dài thêm sau mỗi buổi tối.</p>
<p class="hop">Khung này không thuộc về bài viết, dù nó đứng ngay giữa hai đoạn văn của bài.</p>
<p>Nhà xuất bản nhỏ được xếp ở đầu phố, nơi người đi bộ nào cũng phải ngang qua ít nhất một lần.</p></div></html>`

const FILES = {
  'good.json': JSON.stringify(RECIPE),
  'key.json': '{"select":{"titel":"h1"}}',
  'selector.json': '{"remove":[".a","a["]}',
  'cut.json': '{"remove":',
  'empty.json': ' ',
}

let folder: string
const file = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trendwire-recipes-'))
  for (const [name, text] of Object.entries(FILES)) await writeFile(file(name), text)
})

afterAll(() => rm(folder, { recursive: true }))

async function called(args: string[], stdin: string) {
  const { io, printed } = ioWith({ stdin: [stdin] })
  return { code: await main(args, io), ...printed }
}

const BAD_FILES = [
  ['an unknown field', 'key.json', '"select" is not understood: unknown: titel'],
  ['a selector that is none', 'selector.json', '"remove.1" is not understood: is no selector'],
  ['half a recipe', 'cut.json', 'cut.json: The recipe is no JSON'],
  ['nothing', 'empty.json', 'empty.json is empty'],
  ['no file', 'nowhere.json', 'nowhere.json cannot be read'],
] as const

describe('extract --recipe', () => {
  it('reads a page by the recipe, and says what of it gave nothing', async () => {
    const args = ['extract', '--url', URL_OF_PAGE, '--recipe', file('good.json')]
    const { code, out, err } = await called(args, PAGE)
    expect({ code, err }).toEqual({
      code: 0,
      err: "The recipe's select.byline: .ai gave nothing.\n",
    })
    const article = JSON.parse(out)
    expect(article).toMatchObject({ title: 'Phố sách mở lại', byline: null })
    expect(article.text).not.toContain('Khung này')
    expect(JSON.stringify(article.removed)).toContain('Khung này')
  })

  it('reads each line by it', async () => {
    const line = `${JSON.stringify({ id: 'a', url: URL_OF_PAGE, html: PAGE })}\n`
    const { out } = await called(['extract', '--jsonl', '--recipe', file('good.json')], line)
    expect(JSON.parse(out)).toMatchObject({
      id: 'a',
      title: 'Phố sách mở lại',
      recipe: {
        used: ['select.title: .ten', 'remove.0: .hop'],
        missed: ['select.byline: .ai'],
      },
    })
  })

  it.each(BAD_FILES)('refuses a file that holds %s', async (_case, name, words) => {
    const { code, out, err } = await called(['extract', '--recipe', file(name)], PAGE)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(words)
  })
})

describe('partners add and preview', () => {
  it('send the recipe of a file', async () => {
    const args = ['--name', 'A', '--url', 'https://a.example/', '--recipe', file('good.json')]
    const added = await calledGroup(partners, ['add', ...args], {
      'POST /api/admin/partners': { status: 201, body: partnerWith({ recipe: RECIPE }) },
    })
    expect(added.code).toBe(0)
    expect(added.asked[0]?.body).toMatchObject({ recipe: RECIPE })
    const recipe = { used: ['select.title: .ten'], missed: ['select.byline: .ai'] }
    const preview = await calledGroup(
      partners,
      ['preview', 'https://a.example/1', '--recipe', file('good.json')],
      { 'POST /api/admin/preview': { body: { ...previewOf({ title: 'Phố' }), recipe } } },
    )
    expect(preview.asked[0]?.body).toEqual({ url: 'https://a.example/1', recipe: RECIPE })
    expect(preview.out).toMatch(
      /gave something +select.title: .ten\ngave nothing +select.byline: .ai/,
    )
  })

  it.each(BAD_FILES)('ask nobody where a file holds %s', async (_case, name, words) => {
    const common = ['--recipe', file(name)]
    for (const args of [
      ['add', '--name', 'A', '--url', 'https://a.example/', ...common],
      ['preview', 'https://a.example/1', ...common],
      ['recipe', 'a', '--set', file(name)],
    ]) {
      const { code, err, asked } = await calledGroup(partners, args, {})
      expect({ code, asked }).toEqual({ code: 2, asked: [] })
      expect(err).toContain(words)
    }
  })
})

describe('partners recipe', () => {
  const path = '/api/admin/partners/a'

  it.each([
    ['shows it', [], 'GET', undefined, RECIPE],
    ['sets it', ['--set', 'good.json'], 'PATCH', { recipe: RECIPE }, RECIPE],
    ['takes it away', ['--remove'], 'PATCH', { recipe: null }, null],
  ] as const)('%s', async (_case, options, method, body, recipe) => {
    const args = options.map((word) => (word.endsWith('.json') ? file(word) : word))
    const { code, out, asked } = await calledGroup(partners, ['recipe', 'a', ...args], {
      [`${method} ${path}`]: { body: partnerWith({ recipe }) },
    })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual(recipe)
    expect(asked).toMatchObject([{ call: `${method} ${path}`, body }])
  })

  it('tells why a stored one is not used', async () => {
    const { err } = await calledGroup(partners, ['recipe', 'a'], {
      [`GET ${path}`]: { body: partnerWith({ recipeError: 'Unknown: x.' }) },
    })
    expect(err).toBe('Unknown: x.\n')
  })

  it('does one thing at a time', async () => {
    const args = ['recipe', 'a', '--remove', '--set', file('good.json')]
    expect(await calledGroup(partners, args, {})).toMatchObject({ code: 2, asked: [] })
  })
})
