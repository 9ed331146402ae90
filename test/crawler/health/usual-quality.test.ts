/** Quality that has fallen, told from quality that varies; and pages that can no longer be read. */

import { describe, expect, it } from 'vitest'
import { NO_HEALTH, type UsualQuality } from '../../../src/articles/health.ts'
import { isUnreadable, learnReadable } from '../../../src/crawler/health/readable-pages.ts'
import { learnQuality, qualityVerdict } from '../../../src/crawler/health/usual-quality.ts'
import { randomFrom } from '../simulated-partner.ts'

/** Qualities as partners have them: mostly high, with a tail of short notes and galleries. */
function varied(random: () => number, middle: number): number {
  const tail = random() < 0.15 ? -0.35 * random() : 0
  return Math.min(1, Math.max(0, middle + 0.12 * (random() + random() - 1) + tail))
}

function usualOf(qualities: number[]): UsualQuality | null {
  return learnQuality(null, qualities)
}

describe('qualityVerdict', () => {
  it('is not moved by chance in a hundred partners’ years', () => {
    const random = randomFrom(7)
    let falls = 0
    for (let partner = 0; partner < 100; partner += 1) {
      let usual: UsualQuality | null = null
      const latest: number[] = []
      for (let article = 0; article < 365; article += 1) {
        const quality = varied(random, 0.85)
        usual = learnQuality(usual, [quality])
        latest.unshift(quality)
        const verdict = qualityVerdict(usual, latest.slice(0, 10))
        if (typeof verdict === 'object') falls += 1
      }
    }
    expect(falls).toBe(0)
  })

  it('is told within ten articles when quality falls by a third, and over when it is back', () => {
    const random = randomFrom(8)
    const good = Array.from({ length: 60 }, () => varied(random, 0.85))
    const poor = Array.from({ length: 10 }, () => varied(random, 0.5))
    const usual = learnQuality(usualOf(good), poor)
    expect(qualityVerdict(usual, poor)).toMatchObject({ mean: expect.closeTo(0.48, 1) })
    const again = Array.from({ length: 10 }, () => varied(random, 0.85))
    expect(qualityVerdict(learnQuality(usual, again), again)).toBe('well')
  })

  it.each([
    ['nothing is known', null, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
    ['little is known', usualOf([0.9, 0.9, 0.9]), [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['there are few articles', usualOf(new Array(50).fill(0.9)), [0, 0, 0]],
  ])('says nothing where %s', (_case, usual, latest) => {
    expect(qualityVerdict(usual, latest)).toBeUndefined()
  })

  it('does not mind a hair’s breadth where all articles are alike', () => {
    const usual = usualOf(new Array(100).fill(0.9))
    expect(qualityVerdict(usual, new Array(10).fill(0.88))).toBe('well')
  })
})

describe('learnReadable', () => {
  const read = (pages: [readable: number, unreadable: number][]) =>
    pages.reduce(
      (health, [readable, unreadable]) => learnReadable(health, { readable, unreadable }),
      NO_HEALTH,
    )

  it.each<[string, [number, number][], boolean]>([
    ['nothing was ever read', [[0, 5]], false],
    [
      'all is well',
      [
        [20, 0],
        [3, 0],
      ],
      false,
    ],
    [
      'one page among many is none',
      [
        [20, 0],
        [5, 1],
      ],
      false,
    ],
    [
      'most pages of a run are none',
      [
        [20, 0],
        [1, 4],
      ],
      true,
    ],
    [
      'one after the other is none',
      [
        [20, 0],
        [0, 1],
        [0, 1],
        [0, 1],
      ],
      true,
    ],
    [
      'two are not enough',
      [
        [20, 0],
        [0, 1],
        [0, 1],
      ],
      false,
    ],
    [
      'runs without pages come in between',
      [
        [20, 0],
        [0, 2],
        [0, 0],
        [0, 1],
      ],
      true,
    ],
    [
      'pages can be read again',
      [
        [20, 0],
        [0, 6],
        [1, 0],
      ],
      false,
    ],
    [
      'a partner of whose pages most never were articles',
      [
        [1, 9],
        [0, 3],
      ],
      false,
    ],
  ])('%s', (_case, pages, expected) => {
    expect(isUnreadable(read(pages))).toBe(expected)
  })
})
