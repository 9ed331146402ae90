/** Pages of one article joined into it: what each repeats is said once, and nothing is lost. */

import { describe, expect, it } from 'vitest'
import { type ArticlePage, joinPage } from '../../../src/scrapers/paging/join-pages.ts'
import type { RawArticle } from '../../../src/scrapers/raw-article.ts'
import { extraction, PAGE_URL, PARAGRAPHS, pageWith, TITLE, textOf } from '../page-with.ts'

const LATER = [
  'Trang hai kể chuyện người coi kho, ông giữ chìa khóa của cả dãy phố đã mười một năm nay.',
  'Ông không bán sách, nhưng thuộc tên từng tủ và biết cuốn nào đã đổi chủ mấy lần rồi.',
]
const LAST = [
  'Trang ba khép lại ở gốc me, nơi bọn trẻ đọc ké truyện tranh mà chưa ai nỡ xua đi cả.',
  'Mùa mưa sắp về, và mái bạt mới đã căng xong trên đầu cả ba mươi gian hàng ngoài phố.',
]

const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('')

function pageOf(body: string, below = '', partOf: string | undefined = undefined): ArticlePage {
  const outcome = extraction(pageWith({ body, below }), PAGE_URL, { partOf })
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome
}

const first = pageOf(paragraphs(PARAGRAPHS))
const second = pageOf(paragraphs(LATER))
const third = pageOf(paragraphs(LAST))

/** All of them, in order; what is no later page changes nothing. */
function joinPages({ page }: ArticlePage, later: readonly ArticlePage[]): RawArticle {
  return later.reduce((whole, next) => joinPage(whole, next) ?? whole, page)
}

/** Reason and text of what joining `next` to the first page removed, beyond what the first removed. */
function removedBy(next: ArticlePage): [string, string][] {
  const joined = joinPages(first, [next])
  return joined.removed
    .slice(first.page.removed.length)
    .map(({ reason, text }): [string, string] => [reason, text])
}

describe('joinPage', () => {
  it('keeps every paragraph once, in the order of the pages', () => {
    const joined = joinPages(first, [second, third])
    expect(textOf(joined)).toBe([...PARAGRAPHS, ...LATER, ...LAST].join('\n'))
  })

  it('keeps the metadata of the first page', () => {
    const joined: RawArticle = joinPages(first, [second])
    const { blocks: _, removed: __, related: ___, ...metadata } = first.page
    expect(joined).toMatchObject(metadata)
  })

  it('changes nothing when the same pages are joined again', () => {
    const once = joinPages(first, [second, third])
    expect(joinPages({ ...first, page: once }, [second, third])).toEqual(once)
  })

  it('joins nothing of a page that is the first once more', () => {
    expect(joinPages(first, [first])).toBe(first.page)
    expect(joinPages(first, [second, first])).toEqual(joinPages(first, [second]))
  })

  it('says the title once, whatever figure the later page adds to it', () => {
    expect(removedBy(second)).toContainEqual(['repeated-title', TITLE])
  })

  it('makes a heading of a later page that is headed otherwise', () => {
    const html = pageWith({ body: paragraphs(LATER) }).replaceAll(
      TITLE,
      'Người giữ chìa khóa của phố',
    )
    const outcome = extraction(html, PAGE_URL)
    if (!outcome.ok) throw new Error(outcome.message)
    const { blocks } = joinPages(first, [outcome])
    expect(blocks[PARAGRAPHS.length]).toMatchObject({ kind: 'heading', tag: 'h2' })
    expect(blocks[PARAGRAPHS.length]?.text).toBe('Người giữ chìa khóa của phố')
  })

  it.each([
    ['before its text', [PARAGRAPHS[0] ?? '', ...LATER]],
    ['behind its text', [...LATER, PARAGRAPHS[2] ?? '']],
    ['inside its text', [LATER[0] ?? '', PARAGRAPHS[1] ?? '', LATER[1] ?? '']],
  ])('drops what a later page repeats %s', (_case, texts) => {
    const repeating = pageOf(paragraphs(texts))
    expect(textOf(joinPages(first, [repeating]))).toBe([...PARAGRAPHS, ...LATER].join('\n'))
    expect(removedBy(repeating).map(([reason]) => reason)).toContain('repeated-block')
  })

  it('keeps a short line that is said again between the paragraphs', () => {
    const refrain = (texts: readonly string[]) =>
      pageOf(paragraphs([texts[0] ?? '', 'Phố vẫn đông.', texts[1] ?? '']))
    const joined = joinPages(refrain(PARAGRAPHS), [refrain(LATER)])
    expect(textOf(joined).split('Phố vẫn đông.')).toHaveLength(3)
  })

  it('drops a picture that every page shows, and keeps those of its own', () => {
    const figure = (name: string) =>
      `<figure><img src="/${name}.jpg" alt="${name} &amp; phố"></figure>`
    const pictured = pageOf(figure('co-dong') + paragraphs(PARAGRAPHS))
    const later = pageOf(figure('co-dong') + paragraphs(LATER) + figure('kho-sach'))
    const { blocks, removed } = joinPages(pictured, [later])
    const pictures = blocks.filter(({ kind }) => kind === 'figure').map(({ html }) => html)
    expect(pictures).toHaveLength(2)
    expect(pictures[1]).toContain('kho-sach')
    expect(removed).toContainEqual({ text: 'co-dong & phố', count: 1, reason: 'repeated-block' })
  })

  it('counts what stands around every page once, and cards by where they lead', () => {
    const menu = first.page.removed.filter(({ text }) => text === 'Trang chủ')
    const joined = joinPages(first, [second, third])
    expect(menu).toHaveLength(1)
    expect(joined.removed.filter(({ text }) => text === 'Trang chủ')).toHaveLength(1)
    const post = { title: 'A', url: 'https://blog.example/a', slug: null, image: null }
    const card = { ...post, publishedAt: null, partnerViews: null, excerpt: null }
    const with_ = (page: ArticlePage) => ({ ...page, page: { ...page.page, related: [card] } })
    expect(joinPages(with_(first), [with_(second)]).related).toEqual([card])
  })

  it('leaves out what would make the article too long', () => {
    const long = paragraphs(Array.from({ length: 9_000 }, (_, index) => `${index} ${LATER[0]}`))
    const whole = pageOf(long)
    const [next] = [pageOf(long.replaceAll('chìa khóa', 'xâu chìa'))]
    expect(joinPage(whole.page, next)).toBeUndefined()
  })
})

describe('a later page', () => {
  const end = '<p>Phố sách mở đến hai mươi hai giờ.</p>'

  it('may be too short for an article of its own', () => {
    expect(extraction(pageWith({ body: end }), PAGE_URL)).toMatchObject({ ok: false })
    expect(textOf(joinPages(first, [pageOf(end, '', TITLE)]))).toContain('hai mươi hai giờ')
  })

  it('has to be headed as the article is', () => {
    const other = extraction(pageWith({ body: end }), PAGE_URL, { partOf: 'Chợ hoa đêm' })
    expect(other).toMatchObject({ ok: false, reason: 'not-an-article' })
  })
})
