/** What becomes of a partner whose visits fail, step by step. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_HEALTH } from '../../../src/articles/health.ts'
import type { DiscoveryFailure } from '../../../src/crawler/discovery/discovery.ts'
import { afterFailure, afterSuccess } from '../../../src/crawler/health/partner-state.ts'

const NOW = new Date('2026-11-23T10:00:00.000Z')
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const WELL = {
  state: 'active' as const,
  stateReason: null,
  stateSince: '2026-01-01T00:00:00.000Z',
  failures: 0,
  failingSince: null,
  health: NO_HEALTH,
}
const DOWN: DiscoveryFailure = { ok: false, reason: 'unreachable', message: 'It did not answer.' }
const GONE: DiscoveryFailure = { ok: false, reason: 'gone', message: 'Gone.', httpStatus: 410 }
const LOST: DiscoveryFailure = { ok: false, reason: 'gone', message: 'Not found.', httpStatus: 404 }
const EMPTY: DiscoveryFailure = { ok: false, reason: 'nothing-found', message: 'It lists nothing.' }
const FORBIDDEN: DiscoveryFailure = { ok: false, reason: 'refused', message: 'It forbids us.' }

function ago(ms: number): string {
  return new Date(NOW.getTime() - ms).toISOString()
}

function failing(failures: number, forMs: number, goneForMs?: number) {
  const goneSince = goneForMs === undefined ? null : ago(goneForMs)
  const health = { ...NO_HEALTH, goneSince }
  return { ...WELL, failures, failingSince: ago(forMs), health }
}

describe('afterFailure', () => {
  it.each([
    ['the first is a slip', WELL, DOWN, 'active'],
    ['the second may be one', failing(1, HOUR_MS), DOWN, 'active'],
    ['the third in a row is none', failing(2, HOUR_MS), DOWN, 'degraded'],
    ['nor is the second after six hours', failing(1, 6 * HOUR_MS), DOWN, 'degraded'],
    ['a week of nothing but failures', failing(11, 7 * DAY_MS), DOWN, 'paused'],
    ['a month of them', failing(15, 30 * DAY_MS), DOWN, 'gone'],
    ['a month of robots.txt forbidding us', failing(15, 30 * DAY_MS), FORBIDDEN, 'paused'],
    ['410 once', failing(2, HOUR_MS), GONE, 'degraded'],
    [
      '410 twice within a day (RFC 9110, 15.5.11)',
      failing(5, DAY_MS, 23 * HOUR_MS),
      GONE,
      'degraded',
    ],
    ['410 twice a day apart', failing(5, 2 * DAY_MS, DAY_MS), GONE, 'gone'],
    ['410 and then 404', failing(5, 2 * DAY_MS, DAY_MS), LOST, 'degraded'],
  ])('%s', (_case, partner, failure, state) => {
    const { standing } = afterFailure(partner, failure, { now: NOW, random: 0 })
    expect(standing.state).toBe(state)
    expect(standing.stateReason === null).toBe(state === 'active')
    expect(standing.stateSince).toBe(state === 'active' ? WELL.stateSince : NOW.toISOString())
  })

  it.each([
    ['once: perhaps it is being edited', WELL, 5],
    ['twice: what did not change is not fetched again within a day', failing(1, HOUR_MS), 24 * 60],
    ['for weeks: as late as all that fails', failing(13, 21 * DAY_MS), 7 * 24 * 60],
  ])('looks again for articles where it found none %s', (_case, partner, minutes) => {
    const { retryAt } = afterFailure(partner, EMPTY, { now: NOW, random: 0 })
    expect(retryAt.getTime() - NOW.getTime()).toBe(minutes * 60_000)
  })

  it('says since when, how often and why', () => {
    const { standing } = afterFailure(failing(2, HOUR_MS), DOWN, { now: NOW, random: 0 })
    const since = 'Nothing has come of 3 visits since 2026-11-23 09:00 UTC.'
    expect(standing.stateReason).toBe(`It did not answer. ${since}`)
  })

  it('takes a month as gone where the server had failed before it forbade us', () => {
    const first = afterFailure(WELL, DOWN, { now: new Date(ago(31 * DAY_MS)), random: 0 })
    const known = { ...first.standing, health: first.health }
    expect(afterFailure(known, FORBIDDEN, { now: NOW, random: 0 }).standing.state).toBe('gone')
  })

  it('waits twice as long each time, jitter only delays, a week is the most', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 5_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, random) => {
          const { retryAt } = afterFailure(failing(failures, HOUR_MS), DOWN, { now: NOW, random })
          const waitMs = retryAt.getTime() - NOW.getTime()
          const planMs = Math.min(5 * 60_000 * 2 ** Math.min(failures, 40), 7 * DAY_MS)
          expect(waitMs).toBeGreaterThanOrEqual(planMs)
          expect(waitMs).toBeLessThanOrEqual(Math.min(planMs * 1.1 + 1, 7 * DAY_MS))
        },
      ),
    )
  })
})

describe('afterSuccess', () => {
  it('makes up for any number of failures at once', () => {
    const { health: _health, ...gone } = { ...failing(40, 60 * DAY_MS), state: 'gone' as const }
    expect(afterSuccess(gone, NOW)).toEqual({
      ...{ state: 'active', stateReason: null, stateSince: NOW.toISOString() },
      ...{ failures: 0, failingSince: null },
    })
  })

  it('is no news of a partner that is well', () => {
    expect(afterSuccess(WELL, NOW).stateSince).toBe(WELL.stateSince)
  })
})
