/** When a source is asked next: never sooner than it asks for, however sure we are of news. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allowedVisit,
  type NextVisit,
  nextSourceVisit,
} from '../../../src/crawler/schedule/next-visit.ts'

/** A Monday. */
const NOW = new Date('2026-11-23T10:20:00.000Z')
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const DAY_MINUTES = 24 * 60

const WISHES = { everySeconds: null, skipHours: [], skipDays: [] }
const SOURCE = {
  etag: '"1"',
  lastModified: null,
  freshUntil: null,
  unchangedAt: null,
  wishes: null,
}
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

function inMinutes(minutes: number): Date {
  return new Date(NOW.getTime() + minutes * MINUTE_MS)
}

function visitWith(changes: Partial<NextVisit> = {}): NextVisit {
  return {
    now: NOW,
    wantedAt: inMinutes(30),
    source: SOURCE,
    retryAfter: null,
    isPushed: false,
    random: 0,
    ...changes,
  }
}

/** A source like `SOURCE` but for what is said. */
function sourceWith(changes: Partial<NonNullable<NextVisit['source']>>) {
  return { source: { ...SOURCE, ...changes } }
}

describe('nextSourceVisit', () => {
  it.each<[string, Partial<NextVisit>, string]>([
    ['nothing is asked for: as the rhythm says', {}, '23T10:50:00'],
    ['nothing is known of the source', { source: undefined }, '23T10:50:00'],
    [
      'RFC 9111 section 4.2: its answer is fresh for longer',
      sourceWith({ freshUntil: inMinutes(120).toISOString() }),
      '23T12:20:00',
    ],
    [
      'it is fresh for a shorter time',
      sourceWith({ freshUntil: inMinutes(10).toISOString() }),
      '23T10:50:00',
    ],
    [
      'fresh for a year: a day is enough',
      sourceWith({ freshUntil: inMinutes(365 * DAY_MINUTES).toISOString() }),
      '24T10:20:00',
    ],
    ['no instant at all', sourceWith({ freshUntil: 'tomorrow' }), '23T10:50:00'],
    [
      'RSS 2.0 ttl, sy:updatePeriod',
      sourceWith({ wishes: { ...WISHES, everySeconds: 3_600 } }),
      '23T11:20:00',
    ],
    [
      'a ttl of a month: a week is enough',
      sourceWith({ wishes: { ...WISHES, everySeconds: 2_592_000 } }),
      '30T10:20:00',
    ],
    [
      'RFC 9110 section 10.2.3: Retry-After of its host',
      { retryAfter: inMinutes(2 * DAY_MINUTES).toISOString() },
      '25T10:20:00',
    ],
    [
      'Retry-After of a year: a week is enough',
      { retryAfter: inMinutes(365 * DAY_MINUTES).toISOString() },
      '30T10:20:00',
    ],
    [
      'without validators and unchanged: once a day',
      sourceWith({ etag: null, unchangedAt: inMinutes(-60).toISOString() }),
      '24T09:20:00',
    ],
    [
      'unchanged, but it can be asked conditionally',
      sourceWith({ unchangedAt: inMinutes(-60).toISOString() }),
      '23T10:50:00',
    ],
    [
      'RSS 2.0 skipHours: the first hour that is left',
      sourceWith({ wishes: { ...WISHES, skipHours: [10, 11, 12] } }),
      '23T13:00:00',
    ],
    [
      'the last minute before a skipped hour: a visit takes its time to begin',
      {
        ...sourceWith({ wishes: { ...WISHES, skipHours: [11] } }),
        wantedAt: inMinutes(39),
      },
      '23T12:00:00',
    ],
    [
      'RSS 2.0 skipDays: the first day that is left',
      sourceWith({ wishes: { ...WISHES, skipDays: [1, 2] } }),
      '25T00:00:00',
    ],
    [
      'hours of a day that follows skipped days',
      sourceWith({ wishes: { ...WISHES, skipDays: [1], skipHours: [0, 1] } }),
      '24T02:00:00',
    ],
    [
      'every hour skipped: a mistake',
      sourceWith({ wishes: { ...WISHES, skipHours: HOURS } }),
      '23T10:50:00',
    ],
    [
      'hours that no clock has',
      sourceWith({ wishes: { ...WISHES, skipHours: [24, -1] } }),
      '23T10:50:00',
    ],
    ['a hub tells the news: four times as long', { isPushed: true }, '23T12:20:00'],
    [
      'four times as long, a day at most',
      { isPushed: true, wantedAt: inMinutes(600) },
      '24T10:20:00',
    ],
    [
      'an operator who wants a week gets a week',
      { isPushed: true, wantedAt: inMinutes(7 * DAY_MINUTES) },
      '30T10:20:00',
    ],
  ])('%s', (_case, changes, at) => {
    expect(nextSourceVisit(visitWith(changes)).at).toEqual(new Date(`2026-11-${at}.000Z`))
  })

  it.each([
    [30, 3],
    [60, 6],
    [600, 10],
  ])('delays a wait of %d minutes by %d at most', (wait, jitter) => {
    const visit = visitWith({ wantedAt: inMinutes(wait), random: 0.999_999 })
    const late = nextSourceVisit(visit).at.getTime() - inMinutes(wait).getTime()
    expect(late).toBeLessThanOrEqual(jitter * MINUTE_MS)
    expect(late).toBeGreaterThan((jitter - 0.1) * MINUTE_MS)
  })

  it('leaves an operator free to have it asked once its wishes are met', () => {
    const visit = visitWith(sourceWith({ freshUntil: inMinutes(20).toISOString() }))
    expect(nextSourceVisit(visit).notBefore).toEqual(inMinutes(20))
  })

  it('is never sooner than anything asked for, nor in a skipped hour, nor later than a week and a bit', () => {
    const instant = fc.option(fc.integer({ min: -10_000, max: 60_000 }).map(iso), { nil: null })
    const visit = fc.record({
      wantedAt: fc.integer({ min: 5, max: DAY_MINUTES }).map(inMinutes),
      retryAfter: instant,
      isPushed: fc.boolean(),
      random: fc.double({ min: 0, max: 0.999, noNaN: true }),
      freshUntil: instant,
      everySeconds: fc.option(fc.integer({ min: 0, max: 900_000 }), { nil: null }),
      skipHours: fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { maxLength: 23 }),
      skipDays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 }),
    })
    fc.assert(
      fc.property(visit, ({ freshUntil, everySeconds, skipHours, skipDays, ...rest }) => {
        const wishes = { everySeconds, skipHours, skipDays }
        const { at, notBefore } = nextSourceVisit(
          visitWith({ ...rest, ...sourceWith({ freshUntil, wishes }) }),
        )
        expect(at >= rest.wantedAt).toBe(true)
        expect(at >= notBefore && notBefore >= NOW).toBe(true)
        for (const [ms, obeyedMs] of [
          [Date.parse(freshUntil ?? ''), DAY_MS],
          [NOW.getTime() + (everySeconds ?? 0) * 1_000, 7 * DAY_MS],
        ] as const) {
          if (ms <= NOW.getTime() + obeyedMs) expect(at.getTime()).toBeGreaterThanOrEqual(ms)
        }
        for (const instant of [at, notBefore]) {
          expect(skipHours).not.toContain(instant.getUTCHours())
          expect(skipDays).not.toContain(instant.getUTCDay())
        }
        expect(at.getTime() - NOW.getTime()).toBeLessThanOrEqual(16 * DAY_MS)
      }),
    )
  })
})

function iso(minutes: number): string {
  return inMinutes(minutes).toISOString()
}

describe('allowedVisit', () => {
  const at = inMinutes(30)

  it.each([
    ['nothing known of the source', null, at],
    ['no wishes', { wishes: null }, at],
    ['skipped hours', { wishes: { ...WISHES, skipHours: [at.getUTCHours()] } }, inMinutes(40)],
  ])('%s', (_case, source, allowed) => {
    expect(allowedVisit(at, source)).toEqual(allowed)
  })
})
