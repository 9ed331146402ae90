/** Which alarms a visit raises and clears, and on which it has nothing to say. */

import { describe, expect, it } from 'vitest'
import { unaskedSource } from '../../../src/articles/discovery-source.ts'
import { type Health, NO_HEALTH } from '../../../src/articles/health.ts'
import type { Discovery } from '../../../src/crawler/discovery/discovery.ts'
import { alarmVerdicts, type VisitSigns } from '../../../src/crawler/health/alarm-verdicts.ts'
import { learnRhythm } from '../../../src/crawler/schedule/rhythm.ts'

const NOW = new Date('2026-11-23T10:00:00.000Z')
const HOUR_MS = 3_600_000

const SOURCE = unaskedSource('feed', 'https://blog.example/feed')
const UNCHANGED: Discovery = { ok: true, status: 'not-modified', source: SOURCE, second: null }
const NOTHING: Discovery = { ok: false, reason: 'nothing-found', message: 'It lists nothing.' }
const DOWN: Discovery = { ok: false, reason: 'unreachable', message: 'It did not answer.' }
const LISTED = { ...NO_HEALTH, hasListed: true }
const UNREADABLE = { ...LISTED, readable: 0.9, unreadable: 3 }

function verdictsOn(changes: Partial<VisitSigns>) {
  const quiet = { discovery: undefined, rhythm: undefined, latestQualities: undefined, now: NOW }
  return alarmVerdicts({ health: LISTED, healthBefore: LISTED, ...quiet, ...changes })
}

/** An article an hour until `silentHours` ago. */
function hourly(silentHours: number) {
  const last = NOW.getTime() - silentHours * HOUR_MS
  const articles = Array.from({ length: 400 }, (_, index) => ({
    publishedAt: new Date(last - index * HOUR_MS).toISOString(),
  }))
  return learnRhythm(null, articles, NOW)
}

describe('alarmVerdicts', () => {
  it.each<[string, Partial<VisitSigns>, RegExp | null | undefined]>([
    ['it lists nothing where it did', { discovery: NOTHING }, /lists nothing.*used to/],
    ['it never listed anything', { discovery: NOTHING, healthBefore: NO_HEALTH }, undefined],
    ['it did not answer: that is another matter', { discovery: DOWN }, undefined],
    ['it lists again', { discovery: UNCHANGED }, null],
    ['its pages are no articles', { health: UNREADABLE }, /last 3 .* could not be read/],
    ['nothing was asked', {}, undefined],
    ['a page can be read again', { healthBefore: UNREADABLE }, null],
    [
      'two pages are no articles: not enough, and not well either',
      { discovery: UNCHANGED, health: { ...UNREADABLE, unreadable: 2 } },
      undefined,
    ],
  ])('layout-changed: %s', (_case, signs, message) => {
    const verdict = verdictsOn(signs).find(({ kind }) => kind === 'layout-changed')
    if (message === undefined) expect(verdict).toBeUndefined()
    else if (message === null) expect(verdict?.message).toBeNull()
    else expect(verdict?.message).toMatch(message)
  })

  it.each([
    ['a few hours', 5, null],
    ['two days', 48.5, 'It has published nothing for 2 days: its rhythm does not explain that.'],
  ])('silent: %s', (_case, hours, message) => {
    expect(verdictsOn({ rhythm: hourly(hours) })).toEqual([{ kind: 'silent', message }])
  })

  it.each<[string, number, string | null]>([
    ['as ever', 0.88, null],
    [
      'much worse',
      0.5,
      'Its articles are read less well than usual: 0.50 on average of the newest 10, where it used to be 0.90.',
    ],
  ])('quality-fell: %s', (_case, latest, message) => {
    const health: Health = { ...LISTED, quality: { mean: 0.9, variance: 0.002, count: 100 } }
    const signs = { health, latestQualities: new Array<number>(10).fill(latest) }
    expect(verdictsOn(signs)).toEqual([{ kind: 'quality-fell', message }])
  })
})
