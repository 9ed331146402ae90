/** Checks that the article does not depend on how a template is put together. */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readArticle } from '../../src/pipeline/read-article.ts'
import { randomPage } from '../fixtures/seed-shaped/random-template.ts'
import {
  BRAND,
  BRANDS,
  expectedOutline,
  expectedRelated,
  expectedText,
  PAGE_URL,
  story,
} from '../fixtures/seed-shaped/story.ts'

const PAGES = 150

/** Any will do; a fixed one makes a failure come again. */
const SEED = 20_240_709

const options = {
  url: PAGE_URL,
  timezone: 'Asia/Ho_Chi_Minh',
  now: new Date('2026-11-20T08:00:00Z'),
}

function pageOf(numbers: Iterator<number>) {
  return randomPage((_piece, choices) => {
    const choice = choices[(numbers.next().value ?? 0) % choices.length]
    if (choice === undefined) throw new Error('A piece has no choices.')
    return choice
  })
}

it('reads the same article whatever pieces a template is composed of', () => {
  const samples = fc.sample(fc.array(fc.nat({ max: 10_000 }), { minLength: 40 }), {
    numRuns: PAGES,
    seed: SEED,
  })
  for (const numbers of samples) {
    const page = pageOf(numbers.values())
    const outcome = readArticle(page.html, options)
    expect(outcome, page.html).toMatchObject({ ok: true, article: expected(page.opening) })
    const sections = outcome.ok ? outcome.article.sections : []
    expect(sections.map(({ level, marker, heading }) => [level, marker, heading])).toEqual(
      expectedOutline(),
    )
  }
})

function expected(opening: string) {
  return {
    title: story.title,
    lead: story.lead,
    publishedAt: '2024-07-09T10:03:00+07:00',
    partnerViews: 59,
    featured: true,
    text: expectedText(opening),
    related: expectedRelated(),
    removed: expect.arrayContaining([{ text: BRAND, count: BRANDS, reason: 'repeated-block' }]),
  }
}
