/** Recipes on pages: what they settle, what they leave to the generic rules, and what they say of it. */

import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { recipeSchema } from '../../../src/articles/recipe.ts'
import { extractArticle } from '../../../src/scrapers/extract.ts'
import type { RawArticle } from '../../../src/scrapers/raw-article.ts'
import { PAGE_URL, PARAGRAPHS, pageWith, TITLE, textOf } from '../page-with.ts'

type Wanted = z.infer<typeof recipeSchema>

function extractionBy(recipe: Wanted, html: string, url = PAGE_URL) {
  const now = new Date('2026-11-20T08:00:00Z')
  const checked = z.parse(recipeSchema, recipe)
  return extractArticle(html, { url, timezone: 'Asia/Ho_Chi_Minh', now, recipe: checked })
}

function extractedBy(recipe: Wanted, html: string) {
  const outcome = extractionBy(recipe, html)
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome
}

function removedAs(page: RawArticle, text: string) {
  return page.removed.filter((block) => block.text === text).map(({ reason }) => reason)
}

const [FIRST = '', SECOND = '', THIRD = ''] = PARAGRAPHS

describe('a field that a recipe selects', () => {
  it.each([
    [
      'the title, in place of the first heading',
      { title: '.ten' },
      '<p class="ten">Tên thật của bài</p>',
      { title: 'Tên thật của bài' },
    ],
    [
      'the title in its head',
      { title: { selector: 'meta[name=ten]', attribute: 'content' } },
      '<meta name="ten" content="Tên trong đầu trang">',
      { title: 'Tên trong đầu trang' },
    ],
    [
      'several authors, each once',
      { byline: '.nguoi-viet b' },
      '<p class="nguoi-viet"><b>Minh Anh</b> và <b>Lê Vy</b>, <b>Minh Anh</b></p>',
      { byline: 'Minh Anh, Lê Vy' },
    ],
    [
      'an author without label, role and date',
      { byline: '.ai' },
      '<p class="ai">Bởi Minh Anh, 09/07/2024</p>',
      { byline: 'Minh Anh' },
    ],
    [
      'an office, which no other page would be believed for',
      { byline: '.ai' },
      '<p class="ai">Ban biên tập</p>',
      { byline: 'Ban biên tập' },
    ],
    [
      'a date by its format',
      { publishedAt: { selector: '.luc', format: 'HH:mm | MM.DD.YYYY' } },
      '<p class="luc">10:03 | 07.09.2024</p>',
      { publishedAt: '2024-07-09T10:03:00+07:00' },
    ],
    [
      'a date in the zone of the recipe',
      { publishedAt: { selector: '.luc', timezone: 'Asia/Tokyo' } },
      '<p class="luc">10:03 09/07/2024</p>',
      { publishedAt: '2024-07-09T10:03:00+09:00' },
    ],
    [
      'a date for machines before the one that is shown',
      { modifiedAt: 'time' },
      '<time datetime="2024-07-09T03:03:00Z">hôm qua</time>',
      { modifiedAt: '2024-07-09T10:03:00+07:00' },
    ],
    [
      'a figure without its word',
      { partnerViews: '.mat' },
      '<span class="mat">1,2K</span>',
      { partnerViews: 1_200 },
    ],
    [
      'topics that are like a pattern',
      { topics: { selector: '.the a', pattern: '#*' } },
      '<p class="the"><a href="/a">#ghế nhựa</a> <a href="/b">Chia sẻ</a> <a href="/c">#Ghế Nhựa</a></p>',
      { topics: ['ghế nhựa'] },
    ],
    [
      'a picture inside what is selected',
      { image: '.bia' },
      '<figure class="bia"><img src="/bia.jpg" alt="Bìa" width="600" height="400"></figure>',
      { image: { url: 'https://blog.example/bia.jpg', alt: 'Bìa', width: 600, height: 400 } },
    ],
    [
      'a picture by its address',
      { image: { selector: 'a.anh', attribute: 'data-anh' } },
      '<a class="anh" data-anh="/lon.jpg">Xem ảnh</a>',
      { image: { url: 'https://blog.example/lon.jpg', alt: null, width: null, height: null } },
    ],
  ])('is %s', (_case, select, top, expected) => {
    const { page, recipe, origins } = extractedBy({ select }, pageWith({ top }))
    const [field = ''] = Object.keys(expected)
    expect(page).toMatchObject(expected)
    expect(origins).toMatchObject({ [field]: 'recipe' })
    expect(recipe).toMatchObject({ used: [expect.stringContaining(`select.${field}: `)] })
    expect(recipe?.missed).toEqual([])
  })

  it('is found as on any page where its selector matches nothing, and the recipe says so', () => {
    const top = '<p class="meta">Ngày đăng: 10:03, 09/07/2024</p>'
    const select = { title: 'h2.x', publishedAt: { selector: '.y', timezone: 'Asia/Tokyo' } }
    const { page, recipe, origins } = extractedBy({ select }, pageWith({ top }))
    expect(page).toMatchObject({ title: TITLE, publishedAt: '2024-07-09T10:03:00+09:00' })
    expect(recipe).toEqual({ used: [], missed: ['select.title: h2.x', 'select.publishedAt: .y'] })
    expect(origins).toMatchObject({ title: 'h1', publishedAt: 'line' })
  })

  it.each([
    ['no words', { title: '.text i' }, '<i></i>'],
    ['more words than a title has', { title: '.text' }, `<p>${FIRST.repeat(5)}</p>`],
    ['no date', { publishedAt: '.text p' }, '<p>Chẳng có ngày nào trong câu này cả, thật đấy.</p>'],
    ['no figure', { partnerViews: '.text p' }, '<p>Nhiều người đã ghé qua phố sách hôm nay.</p>'],
    ['no picture', { image: '.text p' }, '<p>Không có ảnh.</p>'],
  ])('is missed where it gives %s', (_case, select, more) => {
    const body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('') + more
    expect(extractedBy({ select }, pageWith({ body })).recipe?.missed).toHaveLength(1)
  })

  it('is no part of the text, where its line says nothing else', () => {
    const meta = '<p class="luc">Lúc 10:03 09/07/2024</p><p class="ai">Bởi Minh Anh</p>'
    const body = `${meta}<p>${FIRST} <b class="noi">Hà Nội</b></p><p>${SECOND}</p><p>${THIRD}</p>`
    const select = { publishedAt: '.luc', byline: '.ai', topics: '.noi' }
    const { page } = extractedBy({ select }, pageWith({ body }))
    expect(textOf(page)).toBe(`${FIRST} Hà Nội\n${SECOND}\n${THIRD}`)
    expect(removedAs(page, 'Lúc 10:03 09/07/2024')).toEqual(['metadata'])
  })

  it('is a lead that is taken out of the body', () => {
    const body = `<p class="dan">${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p>`
    const { page } = extractedBy({ select: { lead: '.dan' } }, pageWith({ body }))
    expect(page.lead).toBe(FIRST)
    expect(textOf(page)).toBe(`${SECOND}\n${THIRD}`)
  })
})

describe('a field that a recipe cannot read', () => {
  it.each([
    ['from an attribute that only every object has', { selector: 'h1', attribute: 'constructor' }],
    ['by an attribute that only every object has', { selector: '[constructor^=f]' }],
    ['from a page', { selector: 'body' }],
  ])('is found as on any page: %s', (_case, byline) => {
    const html = pageWith({ top: '<p>Tác giả: Lê An</p>', below: '<i></i>'.repeat(3_000) })
    const { page, recipe } = extractedBy({ select: { byline, image: byline } }, html)
    expect(page).toMatchObject({ byline: 'Lê An', image: null })
    expect(recipe?.missed).toHaveLength(2)
  })

  it('is passed over where the selector names each of many divisions inside each other', () => {
    const below = `${'<div class="x">'.repeat(60)}${'<p>một hai ba bốn</p>'.repeat(20_000)}`
    const select = { byline: '.x', lead: '.x', publishedAt: '.x', topics: '.x', partnerViews: '.x' }
    expect(extractedBy({ select }, pageWith({ below })).recipe?.used).toEqual([])
  }, 60_000)
})

describe('a body that a recipe selects', () => {
  const aside = `<div class="sidebar"><p>${FIRST}</p><p>${SECOND}</p></div>`
  const other = `<div class="khac"><p>${`${THIRD} `.repeat(9)}</p></div>`

  it('is believed, whatever it is called and however little of the page it holds', () => {
    const html = `<h1>${TITLE}</h1>${aside}${other}`
    const { page, explain } = extractedBy({ select: { body: '.sidebar' } }, html)
    expect(textOf(page)).toBe(`${FIRST}\n${SECOND}`)
    expect(explain().body.rule).toBe('recipe')
  })

  it('is believed where it is too short for any other article', () => {
    const html = `<h1>${TITLE}</h1><nav><a href="/">Trang chủ</a></nav><div class="tin"><p>Phố mở lại.</p></div>`
    expect(extractionBy({}, html).ok).toBe(false)
    expect(textOf(extractedBy({ select: { body: '.tin' } }, html).page)).toBe('Phố mở lại.')
  })

  it('may stand in several elements; what stands between them goes', () => {
    const parts = `<div class="phan"><p>${FIRST}</p></div><div><p>${SECOND}</p></div><div class="phan"><p>${THIRD}</p></div>`
    const { page } = extractedBy({ select: { body: '.phan' } }, pageWith({ body: parts }))
    expect(textOf(page)).toBe(`${FIRST}\n${THIRD}`)
    expect(removedAs(page, SECOND)).toEqual(['boilerplate'])
  })

  it('is looked for as on any page where the selector gives no text', () => {
    const { page, recipe } = extractedBy(
      { select: { body: '.rong' } },
      pageWith({ below: '<p class="rong"></p>' }),
    )
    expect(textOf(page)).toBe(PARAGRAPHS.join('\n'))
    expect(recipe).toEqual({ used: [], missed: ['select.body: .rong'] })
  })

  it('still loses what is no article on any page', () => {
    const body = `${aside}<div class="comments"><p>Bài hay quá, cảm ơn!</p></div>`
    const { page } = extractedBy({ select: { body: '.text' } }, pageWith({ body }))
    expect(removedAs(page, 'Bài hay quá, cảm ơn!')).toEqual(['comment'])
  })
})

describe('what a recipe removes', () => {
  it('goes with the reason that is given, from blocks and from lines', () => {
    const body = `<p>${FIRST} <i class="qc">Mua ngay!</i></p><div class="hop"><p>Khung thứ nhất.</p><p>${SECOND}</p></div><p>${THIRD}</p>`
    const remove = ['.hop', { selector: '.qc', reason: 'ad' as const }, '.khong-co']
    const { page, recipe, explain } = extractedBy({ remove }, pageWith({ body }))
    expect(textOf(page)).toBe(`${FIRST}\n${THIRD}`)
    expect(removedAs(page, 'Khung thứ nhất.')).toEqual(['boilerplate'])
    expect(removedAs(page, SECOND)).toEqual(['boilerplate'])
    expect(removedAs(page, 'Mua ngay!')).toEqual(['ad'])
    expect(recipe).toEqual({
      used: ['remove.0: .hop', 'remove.1: .qc'],
      missed: ['remove.2: .khong-co'],
    })
    expect(explain().removed).toContainEqual({
      text: 'Mua ngay!',
      reason: 'ad',
      rule: 'remove.1: .qc',
    })
  })

  it('is counted once where elements stand inside each other', () => {
    const body = `<div class="a"><div class="a"><p>Trong cùng.</p></div></div><p>${FIRST}</p><p>${SECOND}</p>`
    const { page } = extractedBy({ remove: ['.a'] }, pageWith({ body }))
    expect(removedAs(page, 'Trong cùng.')).toEqual(['boilerplate'])
  })

  it('can still be selected', () => {
    const below = '<div class="tac-gia"><b>Minh Anh</b><p>Viết về phố xá và sách cũ.</p></div>'
    const recipe = { select: { byline: '.tac-gia b' }, remove: ['.tac-gia'] }
    expect(extractedBy(recipe, pageWith({ below })).page.byline).toBe('Minh Anh')
  })
})

describe('a page that a recipe is for', () => {
  it.each([
    ['the address that the recipe gives', { url: '*/tin/*' }, true],
    ['another address', { url: '*/bai-viet/*' }, false],
    ['what the recipe looks for', { selector: 'h1' }, true],
    ['nothing of what it looks for', { selector: 'article' }, false],
    ['the address, but not the element', { url: '*', selector: 'article' }, false],
  ])('has %s', (_case, when, isMeant) => {
    expect(extractionBy({ when }, pageWith({})).ok).toBe(isMeant)
  })

  it('may have an address with marks, written as readers see it', () => {
    const url = 'https://blog.example/b%C3%A0i/pho-sach'
    expect(extractionBy({ when: { url: '*/bài/*' } }, pageWith({}), url).ok).toBe(true)
  })

  it('goes on over pages that have other addresses', () => {
    const now = new Date('2026-11-20T08:00:00Z')
    const options = { url: 'https://blog.example/tiep', timezone: 'Asia/Ho_Chi_Minh', now }
    const recipe = { when: { url: '*/tin/*', selector: '.trang-dau' } }
    const outcome = extractArticle(pageWith({}), { ...options, recipe, partOf: TITLE })
    expect(outcome.ok).toBe(true)
  })

  it('is named by the rule where it is none', () => {
    expect(extractionBy({ when: { url: '*/a/*' } }, pageWith({}))).toEqual({
      ok: false,
      reason: 'not-an-article',
      message:
        'The page is no article: the recipe\'s "when.url" is */a/*, which its address is not like.',
    })
  })

  it('is read as without a recipe, where that says nothing', () => {
    const html = pageWith({ top: '<p>Đăng ngày 09/07/2024</p>' })
    const { recipe, explain: _, ...bare } = extractedBy({}, html)
    expect(recipe).toEqual({ used: [], missed: [] })
    const now = new Date('2026-11-20T08:00:00Z')
    const generic = extractArticle(html, { url: PAGE_URL, timezone: 'Asia/Ho_Chi_Minh', now })
    expect(generic).toMatchObject({ ...bare, recipe: null })
  })
})
