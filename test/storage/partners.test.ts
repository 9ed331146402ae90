/** Partners as they are kept: their recipes, and what a change of one makes due. */

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { unaskedSource } from '../../src/articles/discovery-source.ts'
import { changePartner } from '../../src/storage/change-partner.ts'
import { takeInListed } from '../../src/storage/frontier.ts'
import { findKeptPartner } from '../../src/storage/kept-partner.ts'
import { rememberSources } from '../../src/storage/partner-sources.ts'
import {
  changeRecipe,
  findPartner,
  insertPartner,
  listPartners,
} from '../../src/storage/partners.ts'
import { recordVisit, type Visit } from '../../src/storage/record-visit.ts'
import { partnerWith } from '../partner-with.ts'

const NOW = '2026-11-23T10:00:00.000Z'
const LATER = '2026-11-23T10:06:00.000Z'
const RECIPE = { select: { title: 'h1.ten' }, remove: [{ selector: '.qc', reason: 'ad' as const }] }

const VISIT: Visit = {
  runId: 'r1',
  partnerId: 'p1',
  urlKey: 'a',
  outcome: 'stored',
  fetched: true,
  unanswered: false,
  message: null,
  state: 'fetched',
  failures: 0,
  notFound: 0,
  validators: { etag: '"1"', lastModified: 'Mon', from: null },
  moved: undefined,
  articleKey: 'a',
  recipeRevision: 0,
  missed: null,
  now: NOW,
  nextAttemptAt: null,
}

async function frontier() {
  const sql = 'SELECT url_key, etag, last_modified, next_attempt_at FROM frontier ORDER BY url_key'
  return (await env.DB.prepare(sql).all()).results
}

beforeEach(async () => {
  await insertPartner(env.DB, partnerWith({ id: 'p1', recipe: RECIPE }), 'p1', [])
  const listed = ['a', 'b'].map((key) => ({ url: `https://blog.example/${key}`, urlKey: key }))
  await env.DB.batch(takeInListed(env.DB, 'p1', listed, NOW))
})

describe('a recipe', () => {
  it('is given back as it was written', async () => {
    expect(await findPartner(env.DB, 'p1')).toMatchObject({ recipe: RECIPE, recipeRevision: 0 })
    expect((await findPartner(env.DB, 'p1'))?.recipeError).toBeUndefined()
  })

  it.each([
    ['words of another version', '{"choose":{}}', 'The recipe is not understood: unknown: choose.'],
    ['no JSON', '{', 'The recipe is not understood: is no JSON.'],
  ])(
    'that holds %s is told and not used, and kept by whoever changes something else',
    async (_case, text, why) => {
      await env.DB.prepare('UPDATE partners SET recipe = ?').bind(text).run()
      const [partner] = await listPartners(env.DB, { after: '', limit: 10 })
      expect(partner).toMatchObject({ recipe: null, recipeError: why })
      await changePartner(env.DB, { id: 'p1', now: NOW }, { state: 'paused' })
      const row = await env.DB.prepare('SELECT recipe, state FROM partners').first()
      expect(row).toEqual({ recipe: text, state: 'paused' })
    },
  )
})

describe('changeRecipe', () => {
  it('makes what is listed due, and forgets what would have it answered with 304', async () => {
    await env.DB.batch(recordVisit(env.DB, VISIT))
    await env.DB.batch(recordVisit(env.DB, { ...VISIT, urlKey: 'b', state: 'gone' }))
    await env.DB.batch(changeRecipe(env.DB, 'p1', null, LATER))
    expect(await frontier()).toEqual([
      { url_key: 'a', etag: null, last_modified: null, next_attempt_at: LATER },
      { url_key: 'b', etag: null, last_modified: null, next_attempt_at: null },
    ])
    expect(await findPartner(env.DB, 'p1')).toMatchObject({ recipe: null, recipeRevision: 1 })
  })

  it('reaches a page that is being read by the recipe before', async () => {
    await env.DB.batch(changeRecipe(env.DB, 'p1', null, NOW))
    await env.DB.batch(recordVisit(env.DB, { ...VISIT, now: LATER }))
    expect((await frontier())[0]).toEqual({
      ...{ url_key: 'a', etag: null, last_modified: null, next_attempt_at: LATER },
    })
    await env.DB.batch(recordVisit(env.DB, { ...VISIT, recipeRevision: 1 }))
    expect((await frontier())[0]).toMatchObject({ etag: '"1"', next_attempt_at: null })
  })
})

describe('changePartner', () => {
  const FEED = 'https://blog.example/feed'
  const SOURCE = { ...unaskedSource('feed', FEED), etag: '"1"' }

  beforeEach(async () => {
    await changePartner(env.DB, { id: 'p1', now: NOW }, { feed: FEED })
    await env.DB.batch([rememberSources(env.DB, 'p1', { source: SOURCE, second: SOURCE })])
  })

  it.each([
    ['a pause keeps it', { state: 'paused' }, true],
    ['another name keeps it', { name: 'Chợ' }, true],
    ['the same feed said again keeps it', { feed: FEED, sitemap: null }, true],
    ['another feed', { feed: 'https://blog.example/rss' }, false],
    ['no feed', { feed: null }, false],
    ['another listing', { listing: 'https://blog.example/tin' }, false],
  ] as const)(
    'forgets where articles were listed only with its address: %s',
    async (_case, change, kept) => {
      await changePartner(env.DB, { id: 'p1', now: NOW }, change)
      const remembered = kept ? SOURCE : null
      expect((await findKeptPartner(env.DB, 'p1'))?.upkeep).toMatchObject({
        source: remembered,
        second: remembered,
      })
    },
  )

  it('leaves what a run has written meanwhile', async () => {
    await env.DB.prepare(`UPDATE partners SET state = 'degraded', failures = 3`).run()
    await changePartner(env.DB, { id: 'p1', now: NOW }, { name: 'Chợ', pagesPerDay: 10 })
    expect(await findPartner(env.DB, 'p1')).toMatchObject({
      ...{ name: 'Chợ', pagesPerDay: 10, state: 'degraded', failures: 3, intervalMinutes: 30 },
    })
    await changePartner(env.DB, { id: 'p1', now: NOW }, { intervalMinutes: null })
    expect(await findPartner(env.DB, 'p1')).toMatchObject({ intervalMinutes: null, name: 'Chợ' })
  })

  it('is no visit any more while an operator has it paused, and due at once afterwards', async () => {
    await env.DB.prepare(`UPDATE partners SET failures = 9, failing_since = ?`).bind(NOW).run()
    await changePartner(env.DB, { id: 'p1', now: NOW }, { state: 'paused' })
    await changePartner(env.DB, { id: 'p1', now: LATER }, { state: 'paused' })
    expect(await findPartner(env.DB, 'p1')).toMatchObject({
      ...{ state: 'paused', stateReason: 'An operator paused it.', stateSince: NOW },
      ...{ isVisited: false, failures: 9 },
    })
    await changePartner(env.DB, { id: 'p1', now: LATER }, { state: 'active' })
    expect(await findPartner(env.DB, 'p1')).toMatchObject({
      ...{ state: 'active', stateReason: null, stateSince: LATER, isVisited: true },
      ...{ failures: 0, failingSince: null, nextRunAt: LATER },
    })
  })
})
