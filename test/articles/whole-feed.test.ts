/** How a feed earns trust, keeps it and loses it. */

import { describe, expect, it } from 'vitest'
import {
  afterComparing,
  afterSparing,
  sparesPage,
  UNKNOWN_FEED,
  type WholeFeed,
} from '../../src/articles/whole-feed.ts'

const NOW = '2026-11-23T10:00:00.000Z'

function compared(times: number, from: WholeFeed = UNKNOWN_FEED): WholeFeed {
  return Array.from({ length: times }).reduce<WholeFeed>(
    (feed) => afterComparing(feed, null, NOW),
    from,
  )
}

describe('sparesPage', () => {
  it.each([
    ['nothing is known', UNKNOWN_FEED, false],
    ['two articles agreed', compared(2), false],
    ['three did', compared(3), true],
    ['more did', compared(7), true],
    [
      'the third of them lacked something',
      compared(1, afterComparing(compared(2), 'x', NOW)),
      false,
    ],
    ['nine were spared since', [...Array(9)].reduce(afterSparing, compared(3)), false],
    ['the tenth agreed', compared(1, [...Array(9)].reduce(afterSparing, compared(3))), true],
  ])('answers where %s', (_case, feed, expected) => {
    expect(sparesPage(feed)).toBe(expected)
  })
})

describe('afterComparing', () => {
  it('remembers since when a feed is trusted', () => {
    const trusted = compared(3)
    expect(afterComparing(trusted, null, '2026-11-24T10:00:00.000Z').since).toBe(NOW)
  })

  it('says why it is not', () => {
    expect(afterComparing(compared(3), 'It has no picture.', NOW)).toEqual({
      agreed: 0,
      since: null,
      spared: 0,
      distrusted: 'It has no picture.',
    })
  })
})
