/** Tells from the clock that a page shows in which zone its partner writes what machines read in UTC. */

import { isoWithOffset } from '../../articles/dates/timezone.ts'

const MINUTE_MS = 60_000

/** In minutes: no zone is farther from UTC, and each is at a whole quarter of an hour. */
const OFFSET_MINUTES_MAX = 14 * 60
const QUARTER_MINUTES = 15

const DAY_MS = 24 * 3_600_000

const DAY_LENGTH = 'YYYY-MM-DD'.length
const LOCAL_LENGTH = 'YYYY-MM-DDTHH:MM'.length

/**
 * The instant `told` (ISO 8601) with the offset of the clock that `shown` (ISO 8601, its own offset
 * aside) shows for it; `told` itself where the two are no whole quarters of an hour apart.
 */
export function inShownZone(told: string, shown: string | null): string {
  if (shown === null || shown.includes('T00:00:')) return told
  const instantMs = Date.parse(told)
  const shownMs = Date.parse(`${shown.slice(0, LOCAL_LENGTH)}:00Z`)
  const offset = Math.round((shownMs - (instantMs - (instantMs % MINUTE_MS))) / MINUTE_MS)
  if (offset % QUARTER_MINUTES !== 0 || Math.abs(offset) > OFFSET_MINUTES_MAX) return told
  return isoWithOffset(instantMs + offset * MINUTE_MS, offset)
}

/** The day, as `YYYY-MM-DD`, of an instant (ISO 8601) that is a midnight, by its clock or in UTC. */
export function dayAlone(instant: string): string | undefined {
  if (instant.includes('T00:00:00')) return instant.slice(0, DAY_LENGTH)
  const instantMs = Date.parse(instant)
  return instantMs % DAY_MS === 0 ? isoWithOffset(instantMs, 0).slice(0, DAY_LENGTH) : undefined
}
