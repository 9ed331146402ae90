/** The article's page shows every part of the article, right and once. */

import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/articles/article.ts'
import { articlePage } from '../../src/pages/article-page.tsx'
import type { PageContext } from '../../src/pages/context.ts'
import { fillViews, VIEWS_SLOT } from '../../src/pages/views-slot.ts'
import { articleWith, contextWith, sectionWith } from './article-with.ts'

const IMAGE = { url: 'https://nhipcho.example/g.jpg', alt: 'Ghế', width: 1200, height: 675 }

function draw(changes: Partial<Article> = {}, context: Partial<PageContext> = {}) {
  const at = contextWith({ path: '/articles/ghe-nhua-len-song', ...context })
  const html = articlePage(articleWith(changes), at, { partners: [] })
  return load(fillViews(html, 21, at.language))
}

describe('articlePage', () => {
  it.each([
    ['vi', 'Ngày đăng: 10:03, 09/07/2024 · Lượt xem: 21'],
    ['en', 'Published: 10:03, 9 July 2024 · Views: 21'],
  ] as const)('says in %s when it was published and how often it was seen', (language, line) => {
    const $ = draw({}, { language })
    expect($('.figures').text().trim()).toBe(line)
    expect($('.figures time').attr('datetime')).toBe('2024-07-09T10:03:00+07:00')
  })

  it.each([
    ['no date', { publishedAt: null }, '.figures', 'Lượt xem: 21'],
    ['badge', { featured: true }, '.badge', 'Nổi bật'],
    ['no badge', { featured: false }, '.badge', ''],
    ['title', {}, 'h1', 'Ghế nhựa lên sóng'],
    ['lead', {}, '.lead', 'Chiếc ghế quen thuộc bỗng được tìm mua khắp nơi.'],
    ['no lead', { lead: null }, '.lead', ''],
    ['partner', {}, '.from', 'Nhịp Chợ'],
  ])('shows what there is: %s', (_case, changes, selector, text) => {
    expect(draw(changes)(selector).text().trim()).toBe(text)
  })

  it('names the author, the reading time and the last change', () => {
    const byline = 'Hà My'
    const text = 'x'.repeat(4_500)
    const facts = draw({ byline, text, modifiedAt: '2024-07-10T08:00:00+07:00' })('.facts').text()
    expect(facts).toContain('Tác giả: Hà My · 5 phút đọc · Cập nhật: 08:00, 10/07/2024')
  })

  it('links to the original and lets the partner see whence readers come', () => {
    const original = draw()('.original')
    expect(original.attr('href')).toBe('https://nhipcho.example/ghe-nhua-len-song')
    expect(original.attr('rel')).toBe('noopener')
  })

  it('sets sections under headings of their level, with marker and anchor', () => {
    const $ = draw({
      sections: [
        sectionWith({ heading: null, html: '<p>Mở.</p>' }),
        sectionWith({ marker: '1.', heading: 'Giá', html: '<p>Rẻ.</p>' }),
        sectionWith({ level: 3, marker: 'a.', heading: 'Chợ', html: '<p>Gần.</p>' }),
      ],
    })
    expect($('.body').text()).toBe('Mở.1. GiáRẻ.a. ChợGần.')
    expect($('.body h2#s-gia').text()).toBe('1. Giá')
    expect($('.body h3#s-cho').text()).toBe('a. Chợ')
    expect($('.contents a[href="#s-gia"]').parent().find('ol a').attr('href')).toBe('#s-cho')
  })

  it('draws no contents for an article without headings', () => {
    expect(draw()('.contents').length).toBe(0)
  })

  it('marks the article’s own language where the page has another', () => {
    const $ = draw({}, { language: 'en' })
    expect($('article').attr('lang')).toBe('vi')
    expect($('article .figures').closest('[lang]').attr('lang')).toBe('en')
  })

  it('lets a table scroll in a box that the keyboard reaches', () => {
    const html = '<table><tbody><tr><td>1</td></tr></tbody></table>'
    const box = draw({ sections: [sectionWith({ html })] })('.scroll')
    expect(box.attr('tabindex')).toBe('0')
    expect(box.attr('aria-label')).toBe('Bảng')
    expect(box.find('td').text()).toBe('1')
  })

  it('adds nothing to an attribute that could end it', () => {
    const html = '<p><img src="https://a.example/i.png" alt="<table onerror=x><img "></p>'
    const $ = draw({ sections: [sectionWith({ html })] })
    expect($('.body img').length).toBe(1)
    expect($('.body table').length).toBe(0)
  })

  it('shows the count in its place alone, whatever an article says', () => {
    const $ = draw({ title: VIEWS_SLOT, lead: VIEWS_SLOT })
    expect($('h1').text()).toBe(VIEWS_SLOT)
    expect($('.views').text()).toBe('21')
  })

  it.each([
    ['on top when the body lacks it', '<p>Không ảnh.</p>', 1],
    ['once when the body has it', `<figure><img src="${IMAGE.url}"></figure>`, 0],
  ])('shows the image %s', (_case, html, covers) => {
    const $ = draw({ image: IMAGE, sections: [sectionWith({ html })] })
    expect($('.cover img').length).toBe(covers)
    expect($(`img[src="${IMAGE.url}"]`).length).toBe(1)
  })
})
