/** The trend score decays by its half-life and never changes its order with time. */

import { describe, expect, it } from 'vitest'
import { addToTrend, TREND_HALF_LIFE_MS, TREND_NONE } from '../../src/views/trend.ts'

const NOON = Date.UTC(2026, 10, 23, 12)

function scoreOf(times: number[]): number {
  return times.reduce(addToTrend, TREND_NONE)
}

describe('addToTrend', () => {
  it('gives two views at one time the score of one view a half-life later', () => {
    expect(scoreOf([NOON, NOON])).toBeCloseTo(scoreOf([NOON + TREND_HALF_LIFE_MS]), 9)
  })

  it('does not depend on the order in which views arrive', () => {
    const times = [NOON, NOON + 60_000, NOON + TREND_HALF_LIFE_MS, NOON + 5]
    expect(scoreOf([...times].reverse())).toBeCloseTo(scoreOf(times), 9)
  })

  it('puts many old views below few fresh ones', () => {
    const old = scoreOf(Array.from({ length: 100 }, () => NOON - 8 * TREND_HALF_LIFE_MS))
    expect(old).toBeLessThan(scoreOf([NOON]))
  })

  it('grows with every view', () => {
    const one = scoreOf([NOON])
    expect(addToTrend(one, NOON - TREND_HALF_LIFE_MS)).toBeGreaterThan(one)
  })
})
