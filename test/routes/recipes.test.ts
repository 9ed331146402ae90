/** Recipes over HTTP: how operators give, change, see and try them. */

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Doors } from '../../src/routes/app-types.ts'
import { explanationWith, QUALITY } from '../explanation-with.ts'
import { scrapedWith } from '../scraped-with.ts'
import { appWith } from './app-with.ts'

const PARTNER = { name: 'Phố Xu Hướng', url: 'https://blog.example' }
const RECIPE = { when: { url: '*/tin/*' }, select: { title: 'h1' }, remove: ['.qc'] }
const USE = { used: ['select.title: h1'], missed: ['remove.0: .qc'] }

const BAD_RECIPES = [
  ['an unknown key', { titles: 'h1' }, 'recipe', 'unknown: titles'],
  ['a selector that is none', { select: { body: 'a[' } }, 'recipe.select.body', 'no selector'],
  ['no object', 'h1', 'recipe', 'must be an object'],
] as const

describe('a partner’s recipe', () => {
  it('is stored with the partner, shown, changed and taken away', async () => {
    const app = appWith()
    const added = await app.operate('POST', '/partners', { ...PARTNER, recipe: RECIPE })
    expect(added.status).toBe(201)
    expect(await added.json()).toMatchObject({ recipe: RECIPE })
    const path = '/partners/pho-xu-huong'
    expect(await (await app.operate('GET', path)).json()).toMatchObject({ recipe: RECIPE })
    const other = { select: { lead: '.sapo' } }
    const changed = await app.operate('PATCH', path, { recipe: other })
    expect(await changed.json()).toMatchObject({ recipe: other, recipeRevision: 1 })
    const paused = await app.operate('PATCH', path, { state: 'paused' })
    expect(await paused.json()).toMatchObject({ recipe: other, recipeRevision: 1 })
    const removed = await app.operate('PATCH', path, { recipe: null })
    expect(await removed.json()).toMatchObject({ recipe: null, recipeRevision: 2 })
    expect(await (await app.operate('GET', path)).json()).toMatchObject({ recipe: null })
  })

  it('replaces one that cannot be read any more', async () => {
    const app = appWith()
    await app.operate('POST', '/partners', PARTNER)
    await env.DB.prepare(`UPDATE partners SET recipe = '{"old":1}'`).run()
    const path = '/partners/pho-xu-huong'
    const shown = await (await app.operate('GET', path)).json()
    expect(shown).toMatchObject({ recipe: null, recipeError: expect.stringContaining('old') })
    const changed = await (await app.operate('PATCH', path, { recipe: RECIPE })).json()
    expect(changed).toMatchObject({ recipe: RECIPE })
    expect(changed).not.toHaveProperty('recipeError')
  })

  it.each(BAD_RECIPES)('is refused by its path with %s', async (_case, recipe, path, message) => {
    const app = appWith()
    await app.operate('POST', '/partners', PARTNER)
    for (const answer of [
      await app.operate('POST', '/partners', { ...PARTNER, name: 'Another', recipe }),
      await app.operate('PATCH', '/partners/pho-xu-huong', { recipe }),
      await app.operate('POST', '/preview', { url: 'https://blog.example/a', recipe }),
    ]) {
      expect(answer.status).toBe(400)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(await answer.json()).toMatchObject({
        detail: expect.stringContaining(message),
        errors: [{ path, message: expect.stringContaining(message) }],
      })
    }
  })
})

describe('POST /api/admin/preview', () => {
  it('hands the recipe on, and says what of it gave something', async () => {
    const asked: unknown[] = []
    const explain = () => explanationWith({ recipe: USE })
    const preview: Doors['preview'] = async (request) => {
      asked.push(request)
      return {
        ok: true,
        article: scrapedWith({ title: 'Phố sách' }),
        recipe: USE,
        quality: QUALITY,
        explain,
      }
    }
    const app = appWith({ doors: { preview } })
    const request = { url: 'https://blog.example/a', html: '<h1>Phố sách</h1>', recipe: RECIPE }
    const answer = await app.operate('POST', '/preview', request)
    expect(await answer.json()).toMatchObject({
      ...{ title: 'Phố sách', removed: [], recipe: USE },
      explanation: { quality: QUALITY, ...explain() },
    })
    expect(asked).toEqual([request])
  })
})
