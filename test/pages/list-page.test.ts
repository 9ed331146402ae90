/** Lists of articles: what a card says, how the next page is found, what an empty one tells. */

import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { homePage, listPage } from '../../src/pages/list-page.tsx'
import { messagePage } from '../../src/pages/message-page.tsx'
import { articleWith, contextWith } from './article-with.ts'

const NOTHING = { featured: [], latest: [], topics: [], partners: [], nextCursor: null }
const FIRST = articleWith({ id: 'a1', title: 'Một', featured: true })
const SECOND = articleWith({ id: 'a2', slug: 'hai', title: 'Hai' })

function titles($: ReturnType<typeof load>, selector: string): string[] {
  return $(selector)
    .toArray()
    .map((element) => $(element).text())
}

describe('homePage', () => {
  it('lists what is featured once, then the latest', () => {
    const data = { ...NOTHING, featured: [FIRST], latest: [FIRST, SECOND] }
    const $ = load(homePage(data, contextWith()))
    expect(titles($, '.card h3')).toEqual(['Một', 'Hai'])
    expect(titles($, '.band > h2')).toEqual(['Bài nổi bật', 'Mới nhất'])
  })

  it('says on a card whose article it is and when it appeared, but not how often it was seen', () => {
    const $ = load(homePage({ ...NOTHING, latest: [SECOND] }, contextWith()))
    expect($('.card .facts').text()).toBe('Nhịp Chợ · 10:03, 09/07/2024')
    expect($('.card a').attr('href')).toBe('/articles/hai')
    expect($('body').text()).not.toContain('Lượt xem')
  })

  it('tells whoever finds it empty when to come back, and operators where to begin', () => {
    const $ = load(homePage(NOTHING, contextWith()))
    expect($('.empty h2').text()).toBe('Chưa có bài nào')
    expect($('.empty a').attr('href')).toBe('/admin')
  })

  it('leads to topics by their key', () => {
    const topics = [{ key: 'am-thuc', name: 'Ẩm thực' }]
    const $ = load(homePage({ ...NOTHING, topics }, contextWith()))
    expect($('.chips a').attr('href')).toBe('/topics/am-thuc')
  })
})

describe('listPage', () => {
  it.each([
    ['a plain path', '/partners/p', '?cursor=a%2Bb'],
    ['a search', '/search?q=ph%E1%BB%9F', '?q=ph%E1%BB%9F&cursor=a%2Bb'],
    ['a later page', '/partners/p?cursor=old', '?cursor=a%2Bb'],
    ['a path like a host', '//elsewhere.example/', '?cursor=a%2Bb'],
  ])('finds the next page from %s', (_case, path, href) => {
    const data = { title: 'x', articles: [SECOND], nextCursor: 'a+b' }
    const $ = load(listPage(data, contextWith({ path })))
    expect($('a[rel=next]').attr('href')).toBe(href)
  })

  it('has no next page at the end', () => {
    const $ = load(listPage({ title: 'x', articles: [SECOND], nextCursor: null }, contextWith()))
    expect($('a[rel=next]').length).toBe(0)
  })

  it.each([
    ['a list without articles', undefined, 'Ở đây chưa có bài'],
    ['a search without results', 'phở', 'Không tìm thấy bài nào cho “phở”'],
    ['before the first search', '', 'Gõ một từ hoặc một cụm từ'],
  ])('has words for %s', (_case, query, text) => {
    const data = { title: 'x', articles: [], nextCursor: null }
    const html = listPage(query === undefined ? data : { ...data, query }, contextWith())
    expect(load(html)('.empty').text()).toContain(text)
  })

  it('keeps what was searched for in the form', () => {
    const data = {
      title: 'x',
      articles: [],
      nextCursor: null,
      query: 'bún "chả"',
      robots: 'noindex',
    }
    const $ = load(listPage(data, contextWith()))
    expect($('form[action="/search"] input[name=q]').attr('value')).toBe('bún "chả"')
    expect($('meta[name=robots]').attr('content')).toBe('noindex')
  })

  it('offers the other language on the same page', () => {
    const path = '/search?q=b%C3%BAn&lang=vi'
    const $ = load(listPage({ title: 'x', articles: [], nextCursor: null }, contextWith({ path })))
    expect($('a[hreflang=en]').attr('href')).toBe('?q=b%C3%BAn&lang=en')
    const canonical = $('link[rel=canonical]').attr('href')
    expect(canonical).toBe('https://trendwire.example/search?q=b%C3%BAn')
  })
})

describe('messagePage', () => {
  it.each([
    ['not-found', 'Không có trang này', 'There is no such page', 1],
    ['gone', 'Bài này đã được gỡ', 'This article has been removed', 1],
    ['error', 'Chúng tôi đang trục trặc', 'Something went wrong on our side', 0],
    ['bad-request', 'Yêu cầu chưa đúng', 'We cannot answer that', 0],
  ] as const)('says %s in both languages and leads on', (message, vietnamese, english, forms) => {
    const $ = load(messagePage(message, contextWith()))
    expect($('h1').text()).toBe(vietnamese)
    expect($('.message a').attr('href')).toBe('/')
    expect($('form').length).toBe(forms)
    expect($('meta[name=robots]').attr('content')).toBe('noindex')
    expect(messagePage(message, contextWith({ language: 'en' }))).toContain(english)
  })
})
