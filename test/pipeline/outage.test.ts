/** A partner whose site answers that everything is gone: mostly it is the site that is broken. */

import { beforeEach, describe, expect, it } from 'vitest'
import type { Run } from '../../src/articles/run.ts'
import { removeGone } from '../../src/pipeline/remove-gone.ts'
import { createFakePartner, type FakePartner } from './fake-partner.ts'
import {
  addPartner,
  advanceToEnd,
  deafQueue,
  openedRun,
  reportOf,
  rows,
  type TestTools,
  toolsWith,
} from './tools-with.ts'

const SLUGS = ['am-tra', 'bep-than', 'cho-dem', 'dan-gian', 'em-be']

let blog: FakePartner
let tools: TestTools

beforeEach(async () => {
  blog = createFakePartner()
  for (const slug of SLUGS) blog.put({ slug, title: `Chuyện ${slug}`, body: `Về ${slug}.` })
  tools = toolsWith({ fetch: blog.fetch, deliveryQueue: deafQueue })
  await addPartner()
  await run()
})

async function run(cause: 'operator' | 'schedule' = 'operator'): Promise<Run> {
  const runId = await openedRun('pho', tools.now(), cause)
  await advanceToEnd(runId, tools)
  return await reportOf(runId)
}

function answerWith(slugs: string[], status: number): void {
  for (const slug of slugs) blog.override(`/${slug}`, () => new Response('hm', { status }))
}

const goneCount = async () => (await rows(`SELECT 1 FROM articles WHERE state = 'gone'`)).length

describe('when most of a partner’s pages are missing', () => {
  it.each([404, 410])('removes nothing at once for their %i, and says why', async (status) => {
    answerWith(SLUGS, status)
    await run()
    const report = await run()
    expect(report).toMatchObject({ gone: 5, state: 'done' })
    expect(report.errors).toMatchObject([
      { message: expect.stringMatching(/^5 of 5 articles .* seems broken/) },
    ])
    expect(await goneCount()).toBe(0)
    expect(await rows(`SELECT 1 FROM events WHERE type = 'article.removed'`)).toEqual([])
    for (const slug of SLUGS) blog.restore(`/${slug}`)
    expect(await run()).toMatchObject({ gone: 0, updated: 0, unchanged: 5, errors: [] })
  })

  it('removes them in the end, when that goes on for a day', async () => {
    answerWith(SLUGS, 404)
    await run()
    let minutes = 0
    for (let retry = 5; retry <= 5 * 2 ** 7; retry *= 2) {
      expect(await goneCount()).toBe(0)
      tools.clock.ms += (retry + 1) * 60_000
      minutes += retry
      await run('schedule')
    }
    expect(minutes).toBeGreaterThan(21 * 60)
    expect(await rows(`SELECT 1 FROM events WHERE type = 'article.removed'`)).toHaveLength(5)
  })

  it('is not deceived by runs that ask for a single page each', async () => {
    answerWith(SLUGS, 404)
    for (const slug of SLUGS) {
      for (const _sighting of [1, 2]) {
        await rows(
          `UPDATE frontier SET next_attempt_at = iif(url_key = 'blog.example/${slug}', '2026', NULL)`,
        )
        await run('schedule')
      }
    }
    // The first two are few; from the third on it is most of what was asked for.
    expect(await goneCount()).toBeLessThanOrEqual(2)
  })
})

describe('when a few of a partner’s pages are missing', () => {
  it('removes them, with the others there', async () => {
    answerWith(['am-tra', 'bep-than'], 410)
    expect((await run()).errors).toEqual([])
    expect(await goneCount()).toBe(2)
  })

  it('removes them once, however often the end of the run is come to', async () => {
    answerWith(['am-tra'], 410)
    const runId = await openedRun('pho', tools.now())
    await advanceToEnd(runId, tools)
    expect(await removeGone({ id: runId, partnerId: 'pho' }, tools)).toBe(false)
    expect(await rows(`SELECT 1 FROM events WHERE type = 'article.removed'`)).toHaveLength(1)
  })
})
