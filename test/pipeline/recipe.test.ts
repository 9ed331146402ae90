/** Runs over a partner that has a recipe: what it decides, and what of it a run reports. */

import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Recipe } from '../../src/articles/recipe.ts'
import { previewArticle } from '../../src/pipeline/preview-article.ts'
import { changeRecipe } from '../../src/storage/partners.ts'
import { createFakePartner, type FakePartner } from './fake-partner.ts'
import {
  addPartner,
  advanceToEnd,
  openedRun,
  reportOf,
  rows,
  type TestTools,
  toolsWith,
} from './tools-with.ts'

const RECIPE: Recipe = {
  when: { url: '*.example/*' },
  select: { title: '.content h3', byline: '.khong-co', modifiedAt: '.cung-khong' },
  remove: ['.content h2'],
}

let blog: FakePartner
let tools: TestTools

beforeEach(async () => {
  blog = createFakePartner()
  blog.put({ slug: 'via-he', title: 'Vỉa hè lên sóng' })
  blog.put({ slug: 'tra-da', title: 'Trà đá và thế hệ mới' })
  blog.put({ slug: 'cho-dem', title: 'Chợ đêm kể chuyện' })
  tools = toolsWith({ fetch: blog.fetch })
})

async function run(cause: 'operator' | 'schedule' = 'operator') {
  const runId = await openedRun('pho', tools.now(), cause)
  await advanceToEnd(runId, tools)
  return await reportOf(runId)
}

async function titles() {
  return (await rows('SELECT DISTINCT title FROM articles')).map(({ title }) => title)
}

describe('a run over a partner with a recipe', () => {
  it('reads its pages by it, and reports once what gave nothing on any of them', async () => {
    await addPartner({ recipe: RECIPE })
    expect(await run()).toMatchObject({
      state: 'done',
      failed: 0,
      errors: [
        {
          url: 'https://blog.example/',
          message:
            "The recipe's select.byline: .khong-co gave nothing on any of the pages read: 3.",
        },
        {
          url: 'https://blog.example/',
          message:
            "The recipe's select.modifiedAt: .cung-khong gave nothing on any of the pages read: 3.",
        },
      ],
    })
    expect(await titles()).toEqual(['Góc chụp có nắng'].map((title) => `Một. ${title}`))
  })

  it('does not report what one of the pages has', async () => {
    blog.override('/via-he', () => {
      const page = '<html lang="vi"><h1>Vỉa hè</h1><b class="khong-co">Minh Anh</b>'
      const text =
        '<p>Vỉa hè không cần giống trung tâm thương mại, nó chỉ cần kể được chuyện của chính mình, mỗi ngày một ít.</p>'
      return new Response(
        page +
          `${text}<p>Nắng buổi sáng đi qua tán bàng, rơi xuống ly cà phê của người đến sớm nhất.</p>`,
        { headers: { 'content-type': 'text/html' } },
      )
    })
    await addPartner({ recipe: { select: { byline: '.khong-co' } } })
    expect(await run()).toMatchObject({ stored: 3, errors: [] })
  })

  it('reports a body or a title that is missing, be it on the only page', async () => {
    for (const path of ['/tra-da', '/cho-dem'])
      blog.override(path, () => new Response('', { status: 500 }))
    await addPartner({ recipe: { select: { body: '.than', lead: '.dan' } } })
    const { errors } = await run()
    expect(errors.filter(({ message }) => message.includes('recipe'))).toEqual([
      {
        url: 'https://blog.example/',
        message: "The recipe's select.body: .than gave nothing on any of the pages read: 1.",
      },
    ])
  })

  it('names the rule that a page is not like', async () => {
    await addPartner({ recipe: { when: { url: '*/tra-*' } } })
    expect(await run()).toMatchObject({
      stored: 1,
      failed: 2,
      errors: [1, 2].map(() => ({
        message: expect.stringContaining('the recipe\'s "when.url" is */tra-*'),
      })),
    })
  })

  it.each(['operator', 'schedule'] as const)(
    'reads pages anew by %s when the recipe has changed, unasked-for 304 or not',
    async (cause) => {
      await addPartner()
      await run()
      expect(await run()).toMatchObject({ fetched: 0, unchanged: 3 })
      await env.DB.batch(changeRecipe(env.DB, 'pho', RECIPE, tools.now().toISOString()))
      expect(await run(cause)).toMatchObject({ fetched: 3 })
      expect(await titles()).toEqual(['Một. Góc chụp có nắng'])
    },
  )

  it('goes on by the generic rules where the recipe cannot be read, and logs that', async () => {
    await addPartner()
    await env.DB.prepare(`UPDATE partners SET recipe = '{"choose":1}'`).run()
    expect(await run()).toMatchObject({ state: 'done', stored: 3, errors: [] })
    expect(tools.logged.join()).toContain('recipe.unreadable {"partnerId":"pho"')
  })
})

describe('previewArticle', () => {
  it('shows what a recipe would give, and what of it gives nothing', async () => {
    const preview = await previewArticle(
      { url: 'https://blog.example/via-he', recipe: RECIPE },
      tools,
    )
    expect(preview).toMatchObject({
      ok: true,
      article: { title: 'Một. Góc chụp có nắng' },
      recipe: {
        used: ['select.title: .content h3', 'remove.0: .content h2'],
        missed: ['select.byline: .khong-co', 'select.modifiedAt: .cung-khong'],
      },
    })
  })
})
