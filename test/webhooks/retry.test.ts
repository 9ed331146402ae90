/** The retry table, its spread and its end. */

import { describe, expect, it } from 'vitest'
import { retryDelaySeconds } from '../../src/webhooks/retry.ts'

const HOUR = 3600

describe('retryDelaySeconds', () => {
  it.each([
    [1, 5],
    [2, 300],
    [3, 1800],
    [4, 2 * HOUR],
    [5, 5 * HOUR],
    [6, 10 * HOUR],
    [7, 14 * HOUR],
    [8, 20 * HOUR],
    [9, 24 * HOUR],
  ])('waits, after attempt %d, about %d seconds', (attempts, seconds) => {
    expect(retryDelaySeconds(attempts, 0.5)).toBeCloseTo(seconds)
    expect(retryDelaySeconds(attempts, 0)).toBeCloseTo(seconds * 0.8)
    expect(retryDelaySeconds(attempts, 0.999999)).toBeLessThan(seconds * 1.2)
  })

  it('gives up after the tenth attempt', () => {
    expect(retryDelaySeconds(10, 0.5)).toBeUndefined()
  })
})
