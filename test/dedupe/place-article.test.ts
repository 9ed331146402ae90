/** Articles as they arrive: which story each joins, whatever the order, and what no adversary gets. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryIndex } from '../../src/dedupe/memory-index.ts'
import { type Arrival, placeArticle } from '../../src/dedupe/place-article.ts'
import { COMPARED_MAX } from '../../src/dedupe/story-index.ts'
import { arrivalWith, edited, paragraphs } from './story-with.ts'

/** The story of each, and how each was placed. */
async function placed(arrivals: readonly Arrival[]) {
  const index = memoryIndex()
  const placements = []
  for (const arrival of arrivals) {
    const placement = await placeArticle(arrival, index)
    await index.add(arrival, placement)
    placements.push(placement)
  }
  return { stories: arrivals.map((_arrival, at) => index.storyOf(at)), placements }
}

const BODY = paragraphs(1)
const OTHER = paragraphs(2)
const textOf = (lines: readonly string[]) => lines.join('\n')

describe('placeArticle', () => {
  it('joins a copy to its story and leaves the others alone', async () => {
    const { stories } = await placed([
      arrivalWith(),
      arrivalWith({ title: 'Chợ hoa đêm', text: textOf(OTHER) }),
      arrivalWith({ site: 'b.example', text: edited(textOf(BODY), 0.1) }),
    ])
    expect(stories).toEqual([0, 1, 0])
  })

  it('keeps the figures of every comparison, the closest first', async () => {
    const { placements } = await placed([
      arrivalWith(),
      arrivalWith({ text: edited(textOf(BODY), 0.1) }),
      arrivalWith(),
    ])
    const last = placements.at(-1)?.matches
    expect(last?.map(({ number, comparison: { reason } }) => [number, reason])).toEqual([
      [0, 'equal'],
      [1, 'text'],
    ])
  })

  it('finds texts too short for a sketch where they are equal', async () => {
    const note = { title: 'Tạm nghỉ', text: 'Phố sách nghỉ hôm nay.' }
    const { stories } = await placed([
      arrivalWith(note),
      arrivalWith({ ...note, title: 'Thông báo' }),
      arrivalWith({ ...note, site: 'b.example' }),
    ])
    expect(stories).toEqual([0, 1, 0])
  })

  it('makes no story of empty texts', async () => {
    const { stories } = await placed([arrivalWith({ text: '' }), arrivalWith({ text: '' })])
    expect(stories).toEqual([0, 1])
  })
})

describe('placeArticle, the lines of a site', () => {
  const FURNITURE = [
    'Trang chủ Tin tức Xu hướng',
    ...paragraphs(50, 2).map((line) => line.slice(0, 90)),
  ]
  const onSite = (seed: number, changes: Partial<Arrival> = {}) =>
    arrivalWith({
      title: `Bài ${'abcdefghij'[seed]}`,
      text: textOf([...FURNITURE, paragraphs(20 + seed, 1)[0] ?? '']),
      ...changes,
    })

  it('leaves out what a site says on every page', async () => {
    const { stories, placements } = await placed([1, 2, 3, 4].map((seed) => onSite(seed)))
    expect(new Set(stories).size).toBe(4)
    expect(placements.map(({ fingerprint }) => fingerprint.length)).toEqual([93, 93, 45, 45])
  })

  it('says the same of an article whatever lines of its site are added', async () => {
    const known = [1, 2, 3].map((seed) => onSite(seed))
    const lines = fc.shuffledSubarray([...FURNITURE, ...BODY.keys()], { minLength: BODY.length })
    const plain = await placed([...known, arrivalWith()])
    await fc.assert(
      fc.asyncProperty(lines, async (order) => {
        const furniture = order.filter((line) => typeof line === 'string')
        const text = textOf([...furniture, ...BODY, ...furniture])
        const { placements } = await placed([...known, arrivalWith({ text })])
        expect(placements.at(-1)?.fingerprint).toEqual(plain.placements.at(-1)?.fingerprint)
      }),
      { numRuns: 20 },
    )
  })

  it('keeps the news of a long line in which only the numbers change', async () => {
    const day = (price: number) =>
      arrivalWith({
        title: 'Giá vàng hôm nay',
        address: `a.example/${price}`,
        text: `Sáng nay vàng miếng mua vào ${price}10.000 đồng, bán ra ${price}90.000 đồng, cao hơn hôm qua ${price} nghìn đồng một lượng.\n${BODY[0]}`,
      })
    const { stories } = await placed([31, 32, 33, 34, 35].map(day))
    expect(stories).toEqual([0, 1, 2, 3, 4])
  })

  it('takes two copies of one story on a site for no template', async () => {
    const again = [1, 2, 3, 4, 5].map((day) => arrivalWith({ address: `a.example/${day}` }))
    const { placements } = await placed(again)
    expect(placements.at(-1)?.fingerprint.length).toBe(270)
  })

  it('knows a copy again under the lines of another site', async () => {
    const { stories } = await placed([
      ...[1, 2, 3].map((seed) => onSite(seed, { site: 'b.example' })),
      onSite(4, { site: 'b.example' }),
      arrivalWith({ title: 'Bài e', text: paragraphs(24, 1)[0] ?? '' }),
    ])
    expect(stories).toEqual([0, 1, 2, 3, 3])
  })
})

describe('placeArticle, against adversaries', () => {
  it('merges no two stories through a page that holds both', async () => {
    const { stories, placements } = await placed([
      arrivalWith(),
      arrivalWith({ title: 'Chợ hoa đêm', text: textOf(OTHER) }),
      arrivalWith({ title: 'Phố sách mở lại sau mùa mưa', text: textOf([...BODY, ...OTHER]) }),
    ])
    expect(stories).toEqual([0, 1, 0])
    expect(placements.at(-1)?.merged).toEqual([])
  })

  it('merges two excerpts of one story when its whole text arrives', async () => {
    const { stories } = await placed([
      arrivalWith({ text: textOf(BODY.slice(0, 3)) }),
      arrivalWith({ text: textOf(BODY.slice(3)) }),
      arrivalWith(),
    ])
    expect(new Set(stories).size).toBe(1)
  })

  it('takes a famous title for no copy', async () => {
    const { stories } = await placed([arrivalWith(), arrivalWith({ text: textOf(OTHER) })])
    expect(stories).toEqual([0, 1])
  })

  it('compares no more than it may in a story of thousands', async () => {
    const wire = Array.from({ length: 3_000 }, (_none, at) => {
      return arrivalWith({ site: `${at}.example`, address: `${at}.example/a` })
    })
    const { stories, placements } = await placed(wire)
    expect(new Set(stories).size).toBe(1)
    expect(Math.max(...placements.map(({ matches }) => matches.length))).toBeLessThanOrEqual(
      COMPARED_MAX,
    )
  })

  it('finds the copy of an old article among hundreds from the same mould', async () => {
    const post = (seed: number) =>
      arrivalWith({
        site: `${seed}.example`,
        address: `${seed}.example/a`,
        title: `Mẫu áo số ${seed}`,
        text: textOf([...BODY, ...paragraphs(seed, 3)]),
      })
    const posts = Array.from({ length: 300 }, (_none, at) => post(100 + at))
    const copy = { ...post(100), site: 'b.example', address: 'b' }
    const { stories } = await placed([...posts, { ...copy, text: edited(copy.text, 0.03) }])
    expect(new Set(stories).size).toBe(posts.length)
    expect(stories.at(-1)).toBe(0)
  })

  it('reads two million characters and 100,000 equal lines like any text', async () => {
    const { stories } = await placed([
      arrivalWith({ text: `${textOf(BODY)}\n`.repeat(1_500) }),
      arrivalWith({ text: 'Xem thêm bài khác của chúng tôi\n'.repeat(100_000) }),
      arrivalWith(),
    ])
    expect(stories).toEqual([0, 1, 0])
  })
})

const STORIES = [11, 12, 13].map((seed) => paragraphs(seed, 5))

/** Copies of three stories on sites of their own. */
const COPIES = STORIES.flatMap((lines, story) =>
  [lines, lines.slice(0, 3), lines.toReversed()].map((some, copy) =>
    arrivalWith({
      site: `${story}${copy}.example`,
      address: `${story}${copy}`,
      title: `Chuyện ${'xyz'[story]}`,
      text: edited(textOf(some), 0.03, copy),
    }),
  ),
)

describe('placeArticle, properties', () => {
  it('groups the same articles whatever the order of arrival', async () => {
    const order = fc.shuffledSubarray([...COPIES.keys()], { minLength: COPIES.length })
    await fc.assert(
      fc.asyncProperty(order, async (numbers) => {
        const { stories } = await placed(numbers.flatMap((number) => COPIES[number] ?? []))
        const told = numbers.map((number, at) => [Math.floor(number / 3), stories[at]].join())
        expect(new Set(told).size).toBe(3)
      }),
      { numRuns: 40 },
    )
  })

  it('places an article that comes again in the story that it has', async () => {
    const once = await placed(COPIES)
    const twice = await placed([...COPIES, ...COPIES])
    expect(twice.stories).toEqual([...once.stories, ...once.stories])
  })

  it('says the same of an article whatever the order of its blocks', async () => {
    const lines = fc.shuffledSubarray([...BODY.keys()], { minLength: BODY.length })
    const [first] = (await placed([arrivalWith()])).placements
    await fc.assert(
      fc.asyncProperty(lines, async (order) => {
        const text = textOf(order.map((at) => BODY[at] ?? ''))
        const [other] = (await placed([arrivalWith({ text })])).placements
        expect(other?.fingerprint).toEqual(first?.fingerprint)
      }),
      { numRuns: 20 },
    )
  })
})
