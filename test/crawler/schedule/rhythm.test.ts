/** What is learnt of when a partner publishes, and what it is good for. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Rhythm, rhythmSchema } from '../../../src/articles/rhythm.ts'
import { chanceOfSilence, unexplainedSilence } from '../../../src/crawler/health/silence.ts'
import { nextVisitAt } from '../../../src/crawler/schedule/forecast.ts'
import { learnRhythm } from '../../../src/crawler/schedule/rhythm.ts'
import {
  type Outcome,
  officeHours,
  type Pattern,
  simulate,
  wakingHours,
  wholeDay,
} from '../simulated-partner.ts'

/** A Monday, 17:00 in Việt Nam. */
const NOW = Date.UTC(2026, 10, 23, 10)
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const SEEDS = [1, 2, 3]
/** Days that show some hundreds of articles: of a busy partner three weeks do. */
const daysFor = (perDay: number) => (perDay > 20 ? 24 : 90)

function dated(...instants: number[]) {
  return instants.map((ms) => ({ publishedAt: new Date(ms).toISOString() }))
}

/** One article every `everyMs` until now, as a first visit sees them. */
function steady(everyMs: number, count = 20): Rhythm {
  const instants = Array.from({ length: count }, (_, index) => NOW - index * everyMs - MINUTE_MS)
  return learnRhythm(null, dated(...instants), new Date(NOW))
}

function waitMinutes(rhythm: Rhythm, nowMs: number): number {
  return (nextVisitAt(rhythm, new Date(nowMs)).getTime() - nowMs) / MINUTE_MS
}

/** Silent visits at the times that the rhythm asks for, for so long. */
function silentFor(rhythm: Rhythm, ms: number): { rhythm: Rhythm; nowMs: number } {
  let [learnt, nowMs] = [rhythm, NOW]
  while (nowMs < NOW + ms) {
    nowMs = nextVisitAt(learnt, new Date(nowMs)).getTime()
    learnt = learnRhythm(learnt, [], new Date(nowMs))
  }
  return { rhythm: learnt, nowMs }
}

describe('learnRhythm', () => {
  it('knows at the first visit about how often a partner publishes, by the dates it shows', () => {
    for (const hours of [1, 6, 24]) {
      const { minutes } = steady(hours * HOUR_MS)
      expect(minutes).toBeGreaterThan(hours * 60 * 0.8)
      expect(minutes).toBeLessThan(hours * 60 * 1.25)
    }
  })

  it.each([
    ['no date at all', [{ publishedAt: null }]],
    ['nothing listed', []],
    ['dates to come', dated(NOW + DAY_MS)],
    ['no dates', [{ publishedAt: 'yesterday' }]],
  ])(
    'starts with three hours, and with twice as long each silent visit for a while: %s',
    (_case, articles) => {
      let rhythm = learnRhythm(null, articles, new Date(NOW))
      const waits: number[] = []
      for (let nowMs = NOW; waits.length < 5; ) {
        waits.push(Math.round(waitMinutes(rhythm, nowMs) / 60))
        nowMs = nextVisitAt(rhythm, new Date(nowMs)).getTime()
        rhythm = learnRhythm(rhythm, [], new Date(nowMs))
      }
      expect(waits[0]).toBe(3)
      expect(waits[1]).toBeGreaterThanOrEqual(6)
      expect(waits.at(-1)).toBeGreaterThanOrEqual(10)
    },
  )

  it('takes an archive that appears for no news', () => {
    const rhythm = steady(DAY_MS)
    const old = Array.from({ length: 300 }, (_, index) => NOW - (index + 60) * DAY_MS)
    const later = new Date(NOW + DAY_MS)
    expect(learnRhythm(rhythm, dated(...old), later)).toEqual(learnRhythm(rhythm, [], later))
  })

  it('spreads an article over the day where its date has no time', () => {
    const articles = [{ publishedAt: '2026-11-20T00:00:00+07:00' }, ...dated(NOW - 9 * DAY_MS)]
    const { hourCounts } = learnRhythm(null, articles, new Date(NOW))
    expect(Math.max(...hourCounts)).toBeLessThan(0.05)
    expect(Math.min(...hourCounts)).toBeGreaterThan(0.03)
  })

  it('learns the same from the same articles in any order', () => {
    const instants = [1, 5, 9, 30, 31, 32, 70].map((hours) => NOW - hours * HOUR_MS)
    const one = learnRhythm(null, dated(...instants), new Date(NOW))
    expect(learnRhythm(null, dated(...instants.toReversed()), new Date(NOW))).toEqual(one)
  })

  it('fits a row and reads it back, whatever it has seen', () => {
    const visits = fc.array(
      fc.record({
        waitMinutes: fc.integer({ min: 0, max: 30_000 }),
        agesMinutes: fc.array(fc.integer({ min: -500, max: 100_000 }), { maxLength: 40 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(visits, (list) => {
        let rhythm: Rhythm | null = null
        let nowMs = NOW
        for (const { waitMinutes: minutes, agesMinutes } of list) {
          nowMs += minutes * MINUTE_MS
          const ages = agesMinutes.map((age) => nowMs - age * MINUTE_MS)
          rhythm = learnRhythm(rhythm, dated(...ages), new Date(nowMs))
          const gapMs = nextVisitAt(rhythm, new Date(nowMs)).getTime() - nowMs
          expect(gapMs).toBeGreaterThanOrEqual(5 * MINUTE_MS)
          expect(gapMs).toBeLessThanOrEqual(DAY_MS)
        }
        const text = JSON.stringify(rhythm)
        expect(text.length).toBeLessThan(2_048)
        expect(rhythmSchema.parse(JSON.parse(text))).toEqual(rhythm)
      }),
      { numRuns: 60 },
    )
  })
})

describe('nextVisitAt', () => {
  it('comes sooner to a partner that publishes more', () => {
    const twiceAsMuch = fc.record({
      everyMinutes: fc.integer({ min: 5, max: 600 }),
      factor: fc.double({ min: 1, max: 8, noNaN: true }),
    })
    fc.assert(
      fc.property(twiceAsMuch, ({ everyMinutes, factor }) => {
        const rhythm = steady(everyMinutes * MINUTE_MS, 60)
        const more = (counts: number[]) => counts.map((count) => count * factor)
        const busier = {
          ...rhythm,
          hourCounts: more(rhythm.hourCounts),
          dayCounts: more(rhythm.dayCounts),
        }
        expect(busier.hourCounts.length).toBe(24)
        expect(waitMinutes(busier, NOW)).toBeLessThanOrEqual(waitMinutes(rhythm, NOW) + 1)
      }),
    )
  })

  it('waits longer the longer a partner is silent, a day at most', () => {
    const rhythm = steady(HOUR_MS, 100)
    const first = waitMinutes(rhythm, NOW)
    const after = silentFor(rhythm, 2 * DAY_MS)
    const week = silentFor(rhythm, 8 * DAY_MS)
    expect(waitMinutes(after.rhythm, after.nowMs)).toBeGreaterThan(3 * first)
    expect(waitMinutes(week.rhythm, week.nowMs)).toBeLessThanOrEqual(24 * 60)
  })

  it('comes sooner after a burst', () => {
    const rhythm = steady(6 * HOUR_MS)
    const nowMs = NOW + 6 * HOUR_MS
    const burst = Array.from({ length: 8 }, (_, index) => nowMs - index * 10 * MINUTE_MS)
    const usual = learnRhythm(rhythm, dated(nowMs - HOUR_MS), new Date(nowMs))
    const busy = learnRhythm(rhythm, dated(...burst), new Date(nowMs))
    expect(waitMinutes(busy, nowMs)).toBeLessThan(waitMinutes(usual, nowMs) / 2)
  })

  it('stays away at night from a partner that sleeps', () => {
    const days = Array.from({ length: 30 }, (_, day) => day)
    const instants = days.flatMap((day) =>
      [2, 4, 6, 8].map((hour) => Date.UTC(2026, 10, 22 - day, hour, 30)),
    )
    const rhythm = learnRhythm(null, dated(...instants), new Date(NOW))
    expect(waitMinutes(rhythm, NOW)).toBeGreaterThan(12 * 60)
    expect(waitMinutes(rhythm, NOW)).toBeLessThan(20 * 60)
  })

  it('asks a partner of one article a week once a day, behind the hours in which it publishes', () => {
    const weekly = Array.from({ length: 8 }, (_, week) => Date.UTC(2026, 10, 20 - 7 * week, 3, 10))
    const rhythm = learnRhythm(null, dated(...weekly), new Date(NOW))
    const at = nextVisitAt(rhythm, new Date(NOW))
    expect(at.getUTCHours()).toBeGreaterThanOrEqual(4)
    expect(at.getUTCHours()).toBeLessThanOrEqual(6)
    expect(nextVisitAt(rhythm, at).getTime() - at.getTime()).toBe(DAY_MS)
  })
})

describe('a partner visited by its rhythm', () => {
  it.each<[string, { perDay: number; pattern: Pattern }, { checks: number; gain: number }]>([
    ['forty a day, awake', { perDay: 40, pattern: wakingHours }, { checks: 1.1, gain: 1.2 }],
    ['forty a day, day and night', { perDay: 40, pattern: wholeDay }, { checks: 1.1, gain: 0.95 }],
    ['five a day, awake', { perDay: 5, pattern: wakingHours }, { checks: 1.15, gain: 1.1 }],
    ['one a day, awake', { perDay: 1, pattern: wakingHours }, { checks: 1.5, gain: 1.1 }],
    ['one a week, awake', { perDay: 1 / 7, pattern: wakingHours }, { checks: 14, gain: 1 }],
    ['eight a day in office hours', { perDay: 8, pattern: officeHours }, { checks: 1.2, gain: 2 }],
    ['two a day in office hours', { perDay: 2, pattern: officeHours }, { checks: 1.3, gain: 1.5 }],
  ])(
    'costs about a check an article, and is sooner noticed than by a clock: %s',
    (_case, partner, limits) => {
      const days = daysFor(partner.perDay)
      const outcomes = SEEDS.map((seed) => simulate({ ...partner, days }, seed))
      const mean = (of: (outcome: Outcome) => number) =>
        outcomes.reduce((sum, outcome) => sum + of(outcome), 0) / outcomes.length
      const checksPerArticle = mean(({ checks }) => checks) / mean(({ articles }) => articles)
      expect(checksPerArticle).toBeGreaterThan(0.8)
      expect(checksPerArticle).toBeLessThan(limits.checks)
      const gain = mean(({ fixedDelay }) => fixedDelay) / mean(({ medianDelay }) => medianDelay)
      expect(gain).toBeGreaterThan(limits.gain)
      expect(mean(({ silences }) => silences)).toBe(0)
      expect(mean(({ bytes }) => bytes)).toBeLessThan(2_048)
    },
  )
})

describe('unexplainedSilence', () => {
  it.each([
    ['forty a day', 36 * MINUTE_MS, 100, 1, 3],
    ['five a day', 5 * HOUR_MS, 100, 1, 3],
    ['one a day', DAY_MS, 30, 5, 16],
  ])('is told of a partner with %s', (_case, everyMs, count, fromDays, untilDays) => {
    const rhythm = steady(everyMs, count)
    const early = new Date(NOW + fromDays * DAY_MS - 12 * HOUR_MS)
    expect(unexplainedSilence(rhythm, early)).toBeUndefined()
    const late = silentFor(rhythm, untilDays * DAY_MS)
    expect(unexplainedSilence(late.rhythm, new Date(late.nowMs))).toBeGreaterThanOrEqual(1)
    expect(chanceOfSilence(late.rhythm, new Date(late.nowMs))).toBeLessThan(0.001)
  })

  it.each([
    ['nothing was ever published', learnRhythm(null, [], new Date(NOW))],
    ['one article was', learnRhythm(null, dated(NOW - DAY_MS, NOW - HOUR_MS), new Date(NOW))],
    ['one a week', steady(7 * DAY_MS, 8)],
  ])('is none where %s', (_case, rhythm) => {
    const { rhythm: later, nowMs } = silentFor(rhythm, 30 * DAY_MS)
    expect(unexplainedSilence(later, new Date(nowMs))).toBeUndefined()
  })

  it('is none while five articles come every Monday and nothing else', () => {
    const weeks = Array.from({ length: 8 }, (_, week) => week)
    const instants = weeks.flatMap((week) =>
      [1, 2, 3, 4, 5].map((minutes) => NOW - 7 * week * DAY_MS - minutes * MINUTE_MS),
    )
    const rhythm = learnRhythm(null, dated(...instants), new Date(NOW))
    const { rhythm: later, nowMs } = silentFor(rhythm, 13 * DAY_MS)
    expect(unexplainedSilence(later, new Date(nowMs))).toBeUndefined()
  })
})
