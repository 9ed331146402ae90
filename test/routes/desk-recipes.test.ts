/** Recipes at the operators' desk: tried on a page, refused with what was typed, saved with a partner. */

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { findPartner } from '../../src/storage/partners.ts'
import { explanationWith, QUALITY } from '../explanation-with.ts'
import { scrapedWith } from '../scraped-with.ts'
import { appWith, TOKEN } from './app-with.ts'

const URL_OF_PAGE = 'https://blog.example/a'

/** Posts a form as the signed-in operator; a partner is there. */
async function deskWith() {
  const asked: unknown[] = []
  const app = appWith({
    doors: {
      preview: async (request) => {
        asked.push(request)
        const recipe = { used: ['select.title: h1'], missed: [] }
        const explain = () => explanationWith({ recipe })
        return { ok: true, article: scrapedWith(), recipe, quality: QUALITY, explain }
      },
    },
  })
  await app.operate('POST', '/partners', { name: 'Phố', url: 'https://blog.example' })
  const body = new URLSearchParams({ token: TOKEN })
  const signIn = await app.ask('/admin/sign-in', { method: 'POST', body })
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const desk = await (await app.ask('/admin', { headers: { cookie } })).text()
  const csrf = /name="csrf" value="([0-9a-f]+)"/.exec(desk)?.[1] ?? ''
  const post = (path: string, fields: Record<string, string>) =>
    app.ask(`/admin${path}`, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, csrf }),
      headers: { cookie },
    })
  return { post, asked }
}

describe('POST /admin/preview', () => {
  it.each([
    ['a recipe', '{"select":{"title":"h1"}}', { select: { title: 'h1' } }],
    ['none', '', null],
  ])('tries a page with %s', async (_case, text, recipe) => {
    const { post, asked } = await deskWith()
    const answer = await post('/preview', { url: URL_OF_PAGE, recipe: text })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('select.title: h1')
    expect(asked).toEqual([{ url: URL_OF_PAGE, recipe }])
  })

  it('says what is wrong with a recipe, and gives back what was typed', async () => {
    const { post, asked } = await deskWith()
    const answer = await post('/preview', { url: URL_OF_PAGE, recipe: '{"titles":"h1"}' })
    expect(answer.status).toBe(400)
    const page = await answer.text()
    expect(page).toContain('The recipe is not understood: unknown: titles.')
    expect(page).toContain(`value="${URL_OF_PAGE}"`)
    expect(asked).toEqual([])
  })
})

describe('POST /admin/partners/:id/recipe', () => {
  it('saves a recipe, and takes it away where the field is empty', async () => {
    const { post } = await deskWith()
    const saved = await post('/partners/pho/recipe', { recipe: '{"remove":[".qc"]}' })
    expect(saved.status).toBe(303)
    expect(saved.headers.get('location')).toBe('/admin?did=recipe')
    expect(await findPartner(env.DB, 'pho')).toMatchObject({ recipe: { remove: ['.qc'] } })
    await post('/partners/pho/recipe', { recipe: ' ' })
    expect(await findPartner(env.DB, 'pho')).toMatchObject({ recipe: null, recipeRevision: 2 })
  })

  it('keeps what it had where the new one is wrong', async () => {
    const { post } = await deskWith()
    const answer = await post('/partners/pho/recipe', { recipe: '{"remove":' })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('The recipe is no JSON')
    expect(await findPartner(env.DB, 'pho')).toMatchObject({ recipe: null, recipeRevision: 0 })
    expect((await post('/partners/nobody/recipe', { recipe: '' })).status).toBe(404)
  })
})
