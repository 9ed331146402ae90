/** The desk's page of backfills: how far they are, and what can be done about them. */

import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import type { Backfill } from '../../src/articles/backfill.ts'
import { backfillsPage } from '../../src/pages/backfills-page.tsx'
import { backfillWith } from '../backfill-with.ts'
import { contextWith } from './article-with.ts'

const CONTEXT = contextWith({ path: '/admin/backfills', language: 'en' })
const partners = [
  { id: 'nhip-cho', name: 'Nhịp Chợ' },
  { id: 'pho', name: 'Phố' },
]

function pageOf(backfills: Backfill[], form?: Parameters<typeof backfillsPage>[0]['form']) {
  return load(backfillsPage({ backfills, partners, nextCursor: null, csrf: 't', form }, CONTEXT))
}

function actions($: ReturnType<typeof load>): (string | undefined)[] {
  return $('main form')
    .toArray()
    .map((form) => $(form).attr('action'))
}

describe('backfillsPage', () => {
  it.each([
    ['queued', ['/admin/backfills/backfill_1/stop']],
    ['running', ['/admin/backfills/backfill_1/stop']],
    ['stopped', ['/admin/backfills/backfill_1/resume']],
    ['done', []],
    ['failed', []],
  ] as const)('offers for one that is %s what can be done', (state, expected) => {
    const $ = pageOf([backfillWith({ state })])
    expect(actions($)).toEqual(['/admin/backfills', ...expected])
    const isUnderWay = state === 'queued' || state === 'running'
    expect($('main').attr('data-reload')).toBe(isUnderWay ? '10' : undefined)
  })

  it('shows how far it is, in days, pages and words', () => {
    const errors = [{ url: 'https://a.example/m.xml', message: 'answered 404.' }]
    const $ = pageOf([backfillWith({ since: '2020-01-01', isListed: false, errors })])
    expect($('progress').attr('value')).toBe('100')
    expect($('progress').attr('max')).toBe('300')
    const text = $('.row').text()
    for (const part of ['Nhịp Chợ', 'From 2020-01-01 to …', '100 of 300 pages', 'being read']) {
      expect(text).toContain(part)
    }
    expect($('.row details').text()).toContain('answered 404.')
  })

  it('keeps what was typed, and says why it was refused', () => {
    const $ = pageOf([], { partnerId: 'pho', since: '2020-01-01', error: 'until: is no day' })
    expect($('option[selected]').text()).toBe('Phố')
    expect($('input[name=since]').val()).toBe('2020-01-01')
    expect($('[role=alert]').text()).toBe('until: is no day')
    expect($('main').text()).toContain('No archive has been fetched yet.')
  })
})
