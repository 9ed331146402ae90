/** The operators' pages: what they show of partners, runs, previews and articles, and what they post. */

import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { adminArticlesPage } from '../../src/pages/desk-articles-page.tsx'
import { deskPage } from '../../src/pages/desk-page.tsx'
import { previewPage } from '../../src/pages/preview-page.tsx'
import { runPage } from '../../src/pages/run-page.tsx'
import { signInPage } from '../../src/pages/sign-in-page.tsx'
import { explanationWith, QUALITY } from '../explanation-with.ts'
import { partnerWith, runWith } from '../partner-with.ts'
import { articleWith, contextWith } from './article-with.ts'

const CONTEXT = contextWith({ path: '/admin' })
const ENGLISH = contextWith({ path: '/admin', language: 'en' })

function actions($: ReturnType<typeof load>): (string | undefined)[] {
  return $('main form')
    .toArray()
    .map((form) => $(form).attr('action'))
}

describe('deskPage', () => {
  it('says what to do while there are no partners', () => {
    const html = deskPage({ partners: [], csrf: 't' }, ENGLISH)
    expect(html).toContain('No partners yet.')
    expect(actions(load(html))).toEqual(['/admin/partners', '/admin/preview'])
  })

  it.each([
    ['active', 'pause', 'Active', {}],
    ['degraded', 'pause', 'Failing', { state: 'degraded' }],
    ['given up for now', 'pause', 'Failing for days', { state: 'paused' }],
    ['paused', 'resume', 'Paused', { state: 'paused', isVisited: false }],
    ['gone', 'pause', 'Gone', { state: 'gone' }],
  ] as const)(
    'lets the operator run a partner that is %s, or %s it',
    (_case, change, label, is) => {
      const partners = [{ partner: partnerWith(is), articles: 1_234, lastRun: runWith() }]
      const $ = load(deskPage({ partners, csrf: 't' }, ENGLISH))
      expect(actions($)).toContain('/admin/partners/nhip-cho/run')
      expect(actions($)).toContain(`/admin/partners/nhip-cho/${change}`)
      expect($('.row .state').first().text()).toBe(label)
      expect($('.row').text()).toContain('Articles: 1,234')
      expect($('.row a[href="/admin/runs/run-1"]').length).toBe(1)
    },
  )

  it.each([
    ['what the operator set', { intervalMinutes: 30 }, 'Every 30 minutes'],
    ['nothing learnt yet', { intervalMinutes: null }, 'By its rhythm ·'],
    ['what was learnt', { intervalMinutes: null, learntMinutes: 95 }, 'now about every 95 minutes'],
    [
      'what was learnt, in hours',
      { intervalMinutes: null, learntMinutes: 1_440 },
      'every 24 hours',
    ],
  ])('says how often a partner is visited: %s', (_case, is, text) => {
    const partners = [{ partner: partnerWith(is), articles: 1, lastRun: null }]
    const $ = load(deskPage({ partners, csrf: 't' }, ENGLISH))
    expect($('.row').text()).toContain(text)
  })

  it.each([
    ['a hub that delivers', { state: 'active' as const }, 'hub.example tells us of news'],
    [
      'one that is being asked',
      { state: 'pending' as const },
      'Asking hub.example to tell us of news',
    ],
    [
      'one that said no',
      { state: 'denied' as const, reason: 'https://hub.example/ answered 403.' },
      'hub.example does not tell us of news: https://hub.example/ answered 403.',
    ],
  ])('says who tells of a partner’s news: %s', (_case, is, text) => {
    const push = {
      ...{ hub: 'https://hub.example/', topic: 'https://nhipcho.example/rss', createdAt: '' },
      ...{ leaseUntil: null, reason: null, lastPushAt: null, isDelivering: false },
      ...is,
    }
    const partners = [{ partner: partnerWith({ push }), articles: 1, lastRun: null }]
    const $ = load(deskPage({ partners, csrf: 't' }, ENGLISH))
    expect($('.row').text()).toContain(text)
  })

  it('says why a partner is not well', () => {
    const stateReason = 'https://nhipcho.example/ answered 503.'
    const partner = partnerWith({ state: 'degraded', stateReason })
    const $ = load(
      deskPage({ partners: [{ partner, articles: 1, lastRun: null }], csrf: 't' }, ENGLISH),
    )
    expect($('.row .wrong').text()).toBe(`Why: ${stateReason}`)
  })

  it('tells at the top and at its row what is wrong with a partner', () => {
    const message = 'https://nhipcho.example/ lists nothing.'
    const open = { kind: 'layout-changed' as const, message, raisedAt: '2026-01-02T03:00:00Z' }
    const alarm = { ...open, id: 'a1', partnerId: 'nhip-cho', clearedAt: null }
    const data = {
      partners: [{ partner: partnerWith({ alarms: [open] }), articles: 1, lastRun: null }],
      alarms: [{ ...alarm, partnerName: 'Nhịp Chợ' }],
      csrf: 't',
    }
    const $ = load(deskPage(data, ENGLISH))
    expect($('.alarms li').text()).toMatch(/^Nhịp Chợ: Layout changed \(.+\) https/)
    expect($('.alarms a').attr('href')).toBe('#partner-nhip-cho')
    expect($('#partner-nhip-cho .wrong').text()).toBe(`Layout changed: ${message}`)
    expect(load(deskPage(data, CONTEXT))('.alarms').text()).toContain('Giao diện đã đổi')
  })

  it('gives back what was typed with the reason why it was refused', () => {
    const form = { name: 'Phố', url: 'ftp://x', error: 'Only http.' }
    const $ = load(deskPage({ partners: [], csrf: 't', form }, CONTEXT))
    expect($('[action="/admin/partners"] [role=alert]').text()).toBe('Only http.')
    expect($('[action="/admin/partners"] [name=url]').attr('value')).toBe('ftp://x')
  })

  it('tells what was just done, and why a preview failed', () => {
    const preview = { error: 'HTTP 500' }
    const $ = load(deskPage({ partners: [], csrf: 't', preview, flash: 'runStarted' }, ENGLISH))
    expect($('[role=status]').text()).toBe('The run is queued.')
    expect($('[role=alert]').text()).toBe('The preview failed: HTTP 500')
  })

  it('gives back a recipe that was refused, with the reason, where it was typed', () => {
    const partners = [
      { partner: partnerWith(), articles: 0, lastRun: null },
      { partner: partnerWith({ id: 'other' }), articles: 0, lastRun: null },
    ]
    const recipe = { partnerId: 'other', text: '{"x"', error: 'No JSON.' }
    const tried = { url: 'https://a.example/', recipe: '[]', error: 'No object.' }
    const $ = load(deskPage({ partners, csrf: 't', recipe, tried }, ENGLISH))
    const form = $('[action="/admin/partners/other/recipe"]')
    expect(form.find('textarea').text()).toBe('{"x"')
    expect(form.find('[role=alert]').text()).toBe('The recipe is not right: No JSON.')
    expect($('details[open]').length).toBe(1)
    expect($('[action="/admin/preview"] [role=alert]').text()).toContain('No object.')
  })

  it('shows the recipe that a partner has, and one that cannot be read any more', () => {
    const recipe = { select: { title: 'h1' } }
    const partners = [
      { partner: partnerWith({ recipe }), articles: 0, lastRun: null },
      {
        partner: partnerWith({ id: 'old', recipeError: 'Unknown: x.' }),
        articles: 0,
        lastRun: null,
      },
    ]
    const $ = load(deskPage({ partners, csrf: 't' }, ENGLISH))
    const shown = $('[action="/admin/partners/nhip-cho/recipe"] textarea').text()
    expect(JSON.parse(shown)).toEqual(recipe)
    expect($('.row .wrong').text()).toContain('Unknown: x.')
  })

  it('switches language where a GET is answered, even after a POST', () => {
    const context = contextWith({ path: '/admin/partners' })
    const $ = load(deskPage({ partners: [], csrf: 't' }, context))
    expect($('a[hreflang=en]').attr('href')).toBe('/admin?lang=en')
  })
})

describe('runPage', () => {
  it('reports counts and errors', () => {
    const errors = [{ url: 'https://nhipcho.example/x', message: 'HTTP 500' }]
    const $ = load(runPage({ run: runWith({ errors }), partner: partnerWith() }, ENGLISH))
    expect($('h1').text()).toContain('Run: Nhịp Chợ')
    expect($('.counts').text()).toContain('Stored11')
    expect($('.row').text()).toContain('HTTP 500')
    expect($('[data-reload], progress').length).toBe(0)
  })

  it.each(['queued', 'running'] as const)('shows progress and reloads while %s', (state) => {
    const run = runWith({ state, finishedAt: null, stored: 4, failed: 0 })
    const $ = load(runPage({ run, partner: partnerWith() }, ENGLISH))
    expect($('progress').attr('value')).toBe('6')
    expect($('progress').attr('max')).toBe('14')
    expect($('main').attr('data-reload')).toBe('3')
    expect($('noscript').html()).toContain('http-equiv="refresh"')
  })
})

describe('previewPage', () => {
  const previewWith = (changes: Partial<Parameters<typeof previewPage>[0]> = {}) => ({
    ...{ article: articleWith(), explanation: explanationWith(), quality: QUALITY },
    ...{ tried: { url: '', recipe: '' }, csrf: 't' },
    ...changes,
  })

  it('shows what a recipe gave and what not, and lets it be tried again', () => {
    const recipe = { used: ['select.title: h1'], missed: ['remove.0: .ad'] }
    const explanation = explanationWith({ recipe })
    const tried = { url: 'https://nhipcho.example/a', recipe: '{"remove":[".ad"]}' }
    const $ = load(previewPage(previewWith({ explanation, tried }), ENGLISH))
    expect($('h3:contains("Gave something") + ul').text()).toBe('select.title: h1')
    expect($('h3:contains("Gave nothing") + ul').text()).toBe('remove.0: .ad')
    expect($('[action="/admin/preview"] [name=url]').attr('value')).toBe(tried.url)
    expect($('[action="/admin/preview"] textarea').text()).toBe(tried.recipe)
  })

  it('shows what would be published and every removed block with its count and reason', () => {
    const removed = [{ text: 'Thương hiệu', count: 38, reason: 'repeated-block' as const }]
    const $ = load(previewPage(previewWith({ article: articleWith({ removed }) }), ENGLISH))
    expect($('.proof h3').text()).toBe('Ghế nhựa lên sóng')
    expect($('.proof').text()).toContain('Cả phố đều nói về nó.')
    const cells = $('table').last().find('td').toArray()
    expect(cells.map((cell) => $(cell).text())).toEqual(['Thương hiệu', 'Repeated block', '38'])
  })

  it('tells where the body and each field were read, and how sure that is', () => {
    const $ = load(previewPage(previewWith(), ENGLISH))
    const cell = (label: string) => $(`th:contains("${label}") + td`).text()
    expect(cell('Body')).toBe('by its name: html > body > div.post-content')
    expect([cell('Title'), cell('Byline')]).toEqual(['h1', 'not found'])
    expect($('.facts:contains("confidence 90%")')).toHaveLength(1)
    expect($('th[scope=row]')).toHaveLength(1 + Object.keys(explanationWith().fields).length)
  })

  it('says so when nothing was removed', () => {
    expect(previewPage(previewWith(), CONTEXT)).toContain('Không bỏ khối nào.')
  })
})

describe('adminArticlesPage', () => {
  const line = {
    id: 'a1',
    slug: 's',
    title: 'T',
    partnerName: 'P',
    revision: 2,
    publishedAt: null,
    quality: 0.87,
  }

  it.each([
    ['published', ['hide', 'takedown']],
    ['hidden', ['restore', 'takedown']],
    ['taken-down', ['restore']],
    ['gone', []],
  ] as const)('offers for an article that is %s: %j', (state, expected) => {
    const articles = [{ ...line, state }]
    const $ = load(adminArticlesPage({ articles, nextCursor: null, csrf: 't' }, CONTEXT))
    expect(actions($)).toEqual(expected.map((action) => `/admin/articles/a1/${action}`))
  })

  it('tells how far an extraction can be trusted, where that is known', () => {
    const shown = (quality: number | null) =>
      adminArticlesPage(
        { articles: [{ ...line, state: 'published', quality }], nextCursor: null, csrf: 't' },
        CONTEXT,
      )
    expect(shown(0.87)).toContain('độ tin cậy 87%')
    expect(shown(null)).not.toContain('độ tin cậy')
  })

  it('says so when there are none', () => {
    const html = adminArticlesPage({ articles: [], nextCursor: null, csrf: 't' }, CONTEXT)
    expect(html).toContain('Chưa có bài nào được lưu.')
  })
})

describe('signInPage', () => {
  it.each([
    ['before the first try', false, 0],
    ['after a wrong token', true, 1],
  ])('asks for the token %s', (_case, failed, alerts) => {
    const $ = load(signInPage({ failed }, CONTEXT))
    expect($('[role=alert]').length).toBe(alerts)
    expect($('form[action="/admin/sign-in"] input[name=token]').attr('type')).toBe('password')
  })
})
