/** Cards that lead to other articles, however a template builds them, and however much they weigh. */

import { describe, expect, it } from 'vitest'
import { extracted, PARAGRAPHS, pageWith, textOf } from '../page-with.ts'

const EXCERPT =
  'Một góc nhỏ của phố vẫn sáng đèn tới khuya, nơi người ta ngồi đọc rồi quên mất giờ về.'
const NAMES = ['phố đi bộ', 'chợ đêm ven sông', 'quán trà đầu ngõ', 'hàng hoa cuối tuần']
const titleOf = (name: string) => `Ghi chép về ${name}`
const slugOf = (name: string) => `/tin/${name.replaceAll(' ', '-')}`
const rowOf = (write: (title: string, address: string) => string, times = 1) =>
  Array.from({ length: times }, (_, round) =>
    NAMES.map((name) =>
      write(
        round === 0 ? titleOf(name) : `${titleOf(name)} ${round}`,
        `${slugOf(name)}-${round + 1}`,
      ),
    ).join(''),
  ).join('')

const plain = (title: string, address: string) =>
  `<div class="o"><h3><a href="${address}">${title}</a></h3><p>01:54 AM, 14/07/2023 219 Lượt xem</p><p>${EXCERPT}</p></div>`
const undated = (title: string, address: string) =>
  `<div class="o"><h3><a href="${address}">${title}</a></h3><p>${EXCERPT}</p></div>`

describe('extractArticle, rows of cards', () => {
  it.each([
    ['heavier than a short article, with dates', `<div>${rowOf(plain, 4)}</div>`, 16],
    [
      'heavier than a short article, in a box that is named',
      `<section class="news-related">${rowOf(plain, 3)}</section>`,
      12,
    ],
    [
      'date and views in elements that only a style sheet parts',
      `<div>${rowOf((title, address) => `<div><h3><a href="${address}">${title}</a></h3><p><time>01:54 AM, 14/07/2023</time><em>219 Lượt xem</em></p><p>${EXCERPT}</p></div>`)}</div>`,
      4,
    ],
    [
      'a picture’s link before the title’s, in one line with the date',
      `<ul>${rowOf((title, address) => `<li><a href="${address}"><img src="/a.png" alt="${title}"></a><a href="${address}"><strong>${title}</strong></a><span>01:54 AM, 14/07/2023</span> <span>219 Lượt xem</span><p>${EXCERPT}</p></li>`)}</ul>`,
      4,
    ],
    [
      'a link without words over the whole card',
      `<div>${rowOf((title, address) => `<article><img src="/a.png" alt=""><h3>${title}</h3><p>01:54 AM, 14/07/2023 219 Lượt xem</p><p>${EXCERPT}</p><a class="over" href="${address}" aria-label="${title}"></a></article>`)}</div>`,
      4,
    ],
    [
      'items and paragraphs that are never closed',
      `<ul>${rowOf((title, address) => `<li><h3><a href="${address}">${title}</a></h3><p>01:54 AM, 14/07/2023 219 Lượt xem<p>${EXCERPT}`)}</ul>`,
      4,
    ],
    [
      'whose titles are cut, and whole in what stands for the picture',
      `<div>${rowOf((title, address) => `<div><a href="${address}"><img src="/a.png" alt="${title}"></a><h3><a href="${address}">${title.slice(0, -4)}...</a></h3><p>01:54 AM, 14/07/2023 219 Lượt xem</p><p>${EXCERPT}</p></div>`)}</div>`,
      4,
    ],
    [
      'whose titles are cut, and whole where a pointer rests on the link',
      `<div>${rowOf((title, address) => `<div><h3><a href="${address}" title="${title}">${title.slice(0, -4)}…</a></h3><p>01:54 AM, 14/07/2023 219 Lượt xem</p><p>${EXCERPT}</p></div>`)}</div>`,
      4,
    ],
    [
      'an excerpt that ends in a link to read on',
      `<div>${rowOf((title, address) => `<div><h3><a href="${address}">${title}</a></h3><p>01:54 AM, 14/07/2023 219 Lượt xem</p><p>${EXCERPT} <a href="${address}">Xem thêm</a></p></div>`)}</div>`,
      4,
    ],
    [
      'beside the list of what is read most',
      `<div><h4>Bài viết liên quan</h4>${rowOf(plain)}</div><div class="col"><h3>Đọc nhiều</h3><ul><li><a href="/tin/x">Năm điều nên biết trước khi đi</a></li><li><a href="/tin/y">Bảy món nên thử ở chợ đêm</a></li></ul></div>`,
      4,
    ],
  ])('reads cards %s', (_case, below, count) => {
    const article = extracted(pageWith({ below }))
    expect(article.related).toHaveLength(count)
    expect(article.related[0]).toMatchObject({
      title: titleOf('phố đi bộ'),
      url: 'https://blog.example/tin/ph%E1%BB%91-%C4%91i-b%E1%BB%99-1',
      publishedAt: '2023-07-14T01:54:00+07:00',
      partnerViews: 219,
      excerpt: EXCERPT,
    })
    expect(textOf(article)).toBe(PARAGRAPHS.join('\n'))
  })

  it('reads a single card under a heading', () => {
    const [name = ''] = NAMES
    const card = plain(titleOf(name), slugOf(name))
    const article = extracted(pageWith({ below: `<h2>Bài viết cùng chủ đề</h2>${card}` }))
    expect(article.related.map(({ title }) => title)).toEqual([titleOf(name)])
    expect(textOf(article)).toBe(PARAGRAPHS.join('\n'))
  })

  it('keeps the sections of an article whose headings are links', () => {
    const article = extracted(pageWith({ body: `<p>${PARAGRAPHS[0]}</p>${rowOf(undated)}` }))
    expect(textOf(article)).toContain(EXCERPT)
    expect(article.related).toEqual([])
  })
})
