/** What stands under an article, and what machines read in its head. */

import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/articles/article.ts'
import { articlePage } from '../../src/pages/article-page.tsx'
import { articleWith, contextWith, relatedWith } from './article-with.ts'

const PARTNERS = [
  { id: 'nhip-cho', name: 'Nhịp Chợ' },
  { id: 'pho-mang', name: 'Phố Mạng' },
  { id: 'nhip-cho', name: 'Nhịp Chợ' },
]

function draw(changes: Partial<Article> = {}) {
  return load(articlePage(articleWith(changes), contextWith(), { partners: PARTNERS }))
}

describe('under the article', () => {
  it('shows each related post once, with date, views and excerpt', () => {
    const $ = draw({ related: [relatedWith({}), relatedWith({})] })
    expect($('.card').length).toBe(1)
    expect($('.card h3').text()).toBe('Quán cóc trở lại')
    expect($('.card .facts').text()).toBe('01:54, 14/07/2023 · 219 lượt xem')
    expect($('.card > p').last().text()).toBe('Bàn thấp, ghế thấp, trà đá…')
  })

  it.each([
    ['to our page where we have it', 'quan-coc', '/articles/quan-coc'],
    ['to the partner otherwise', null, 'https://nhipcho.example/quan-coc'],
  ])('leads a related post %s', (_case, slug, href) => {
    expect(draw({ related: [relatedWith({ slug })] })('.card a').attr('href')).toBe(href)
  })

  it('loads the pictures of related posts when they come near', () => {
    const image = { url: 'https://a.example/i.png', alt: 'Quán', width: 300, height: 200 }
    const picture = draw({ related: [relatedWith({ image })] })('.card img')
    expect(picture.attr('loading')).toBe('lazy')
    expect(picture.attr('width')).toBe('300')
    expect(picture.attr('alt')).toBe('')
  })

  it('shows each partner once', () => {
    const $ = draw()
    const links = $('.strip a').toArray()
    expect(links.map((link) => $(link).attr('href'))).toEqual([
      '/partners/nhip-cho',
      '/partners/pho-mang',
    ])
  })

  it('names who else published it, and its topics', () => {
    const partner = { id: 'pho-mang', name: 'Phố Mạng', url: 'https://pho.example/' }
    const also = { partner, url: 'https://pho.example/ghe', publishedAt: null }
    const $ = draw({ alsoPublishedBy: [also], topics: ['Ẩm thực đường phố'] })
    expect($('.also a').attr('href')).toBe('https://pho.example/ghe')
    expect($('.chips a').attr('href')).toBe('/topics/am-thuc-duong-pho')
  })

  it('says nothing of what is not there', () => {
    expect(draw()('.also, .chips, .cards').length).toBe(0)
  })
})

describe('the article’s head', () => {
  it('names the address under which the page is known', () => {
    const canonical = draw()('link[rel=canonical]').attr('href')
    expect(canonical).toBe('https://trendwire.example/articles/ghe-nhua-len-song')
  })

  it('describes the article to link previews', () => {
    const $ = draw({ title: 'Ghế & "bàn"' })
    expect($('meta[property="og:title"]').attr('content')).toBe('Ghế & "bàn"')
    expect($('meta[property="og:type"]').attr('content')).toBe('article')
    expect($('meta[name=description]').attr('content')).toMatch(/^Chiếc ghế/)
  })

  it('tells search engines whose article it is, and where the original stands', () => {
    const data = JSON.parse(draw()('script[type="application/ld+json"]').text())
    expect(data).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Ghế nhựa lên sóng',
      publisher: { name: 'Nhịp Chợ' },
      isBasedOn: 'https://nhipcho.example/ghe-nhua-len-song',
      datePublished: '2024-07-09T10:03:00+07:00',
    })
  })

  it('keeps a title from ending the data', () => {
    const title = '</script><script>alert(1)</script><!--'
    const $ = draw({ title })
    const scripts = $('script[type="application/ld+json"]')
    expect(scripts.length).toBe(1)
    expect(JSON.parse(scripts.text()).headline).toBe(title)
  })
})
