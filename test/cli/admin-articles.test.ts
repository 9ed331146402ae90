/** The operator's `articles` command: lists, shows, and takes articles out and back. */

import { describe, expect, it } from 'vitest'
import { articles } from '../../cli/admin-articles.ts'
import { relatedWith } from '../pages/article-with.ts'
import { listedArticle, storedArticle } from './admin-article-with.ts'
import { called } from './admin-call.ts'

const PATH = '/api/admin/articles'
const gone = { status: 410, body: { detail: 'The article was removed.' } }

describe('articles list', () => {
  it('cuts a long title but never an id', async () => {
    const id = 'i'.repeat(70)
    const item = { ...listedArticle(id, 'hidden'), title: 'ế'.normalize('NFD').repeat(70) }
    const { code, out } = await called(articles, ['list'], {
      [`GET ${PATH}?limit=100`]: { body: { items: [item], nextCursor: null } },
    })
    const [heading, line = ''] = out.split('\n')
    expect(code).toBe(0)
    expect(heading).toMatch(/^ID +STATE +PUBLISHED +VIEWS +PARTNER +TITLE$/)
    expect(line).toContain(`${id}  hidden`)
    expect(line.normalize('NFC')).toMatch(/ {2}ế{59}…$/)
  })
})

describe('articles show', () => {
  const related = [relatedWith({ title: 'Quán cóc trở lại' })]

  it('finds an article by its id, whatever its state', async () => {
    const { code, out, asked } = await called(articles, ['show', 'a1'], {
      [`GET ${PATH}/a1`]: { body: { ...storedArticle('a1', 'hidden'), related } },
    })
    expect({ code, asked: asked.length }).toEqual({ code: 0, asked: 1 })
    expect(out).toMatch(/^Ghế nhựa lên sóng\n\nid +a1\n/)
    expect(out).toMatch(/state +hidden\n/)
    expect(out).toContain('related:\n  Quán cóc trở lại\n    https://nhipcho.example/quan-coc\n')
    expect(out).toMatch(/\nREMOVED AS +TIMES +TEXT\nrepeated-block +38 +Thương hiệu\n$/)
  })

  it('says how it changed', async () => {
    const sections = { added: ['Giá'], removed: [null], changed: [], moved: true }
    const changes = { fields: ['title'], sections, words: { before: 9, after: 12 } }
    const revisions = [{ revision: 2, at: '2026-11-23T10:00:00Z', changes }]
    const { out } = await called(articles, ['show', 'a1'], {
      [`GET ${PATH}/a1`]: { body: { ...storedArticle('a1', 'published'), revisions } },
    })
    expect(out).toContain(
      '2         2026-11-23T10:00:00Z  title, +"Giá", -"(opening)", order, 9 → 12 words\n',
    )
  })

  it('finds a published article by its slug', async () => {
    const { code, out } = await called(articles, ['show', 'ghe-nhua', '--json'], {
      'GET /api/articles/ghe-nhua': { body: { id: 'a1' } },
      [`GET ${PATH}/a1`]: { body: storedArticle('a1', 'published') },
    })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual(storedArticle('a1', 'published'))
  })

  it.each([
    ['there is neither id nor slug', {}, '404: There is nothing here.\n'],
    [
      'the slug is of an article that is not public',
      { 'GET /api/articles/x': gone },
      '410: The article is not public: name it by its id.\n',
    ],
    [
      'the answer is no article',
      { [`GET ${PATH}/x`]: { body: { title: 1 } } },
      'http://127.0.0.1:8787 answered what Trendwire would not at sourceUrl.\n',
    ],
  ])('says so where %s', async (_case, replies, err) => {
    expect(await called(articles, ['show', 'x'], replies)).toMatchObject({ code: 1, out: '', err })
  })
})

describe('articles hide, restore, takedown', () => {
  it.each([
    ['hide', 'hidden'],
    ['restore', 'published'],
    ['takedown', 'taken-down'],
  ])('%s makes the article %s', async (word, state) => {
    const { code, out } = await called(articles, [word, 'a1'], {
      [`POST ${PATH}/a1/${word}`]: { body: listedArticle('a1', state) },
    })
    expect({ code, out }).toEqual({ code: 0, out: `a1  ${state}  Ghế nhựa lên sóng\n` })
  })

  it('goes on after one that fails, and fails in the end', async () => {
    const { code, out, err } = await called(articles, ['hide', 'x', 'slug'], {
      'GET /api/articles/slug': { body: { id: 'a1' } },
      [`POST ${PATH}/a1/hide`]: { body: listedArticle('a1', 'hidden') },
    })
    expect(code).toBe(1)
    expect(err).toBe('x: 404: There is nothing here.\n')
    expect(out).toMatch(/^a1 {2}hidden/)
  })

  it('fails where the instance left the article as it was', async () => {
    const result = await called(articles, ['hide', 'a1'], {
      [`POST ${PATH}/a1/hide`]: { body: listedArticle('a1', 'taken-down') },
    })
    const err = 'a1: is taken-down, which hide leaves as it is.\n'
    expect(result).toMatchObject({ code: 1, out: '', err })
  })
})
