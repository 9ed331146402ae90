/** When a partner that answered is visited again: for its source, and for the pages due before. */

import { isPushed } from '../articles/push.ts'
import type { Rhythm } from '../articles/rhythm.ts'
import { nextVisitAt } from '../crawler/schedule/forecast.ts'
import { nextSourceVisit } from '../crawler/schedule/next-visit.ts'
import type { NextRun } from '../storage/partner-visits.ts'
import { instantAfter } from './tools.ts'
import type { VisitEnd } from './visit-aftermath.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** Pages that are due so shortly before the source wait for it: one run does for both. */
const PAGES_WAIT_MS = 30 * MINUTE_MS

/** No partner is visited more often for pages alone. */
const PAGES_GAP_MS = 5 * MINUTE_MS

/** `isAsked`: the source has been asked just now; otherwise what was planned for it stays. */
export function nextRun(
  visit: Pick<VisitEnd, 'partner' | 'result'> & {
    rhythm: Rhythm | null
    isAsked: boolean
    now: Date
    random: number
  },
): NextRun {
  const { partner, result, now, isAsked } = visit
  const { upkeep } = partner
  const planned = isAsked ? plannedVisit(visit) : undefined
  const sourceDueAt = planned?.at.toISOString() ?? upkeep.sourceDueAt
  const from = instantAfter(now, PAGES_GAP_MS)
  const { notBefore } = result
  return {
    sourceDueAt,
    sourceNotBefore: planned?.notBefore.toISOString() ?? upkeep.sourceNotBefore,
    pagesUntil: instantAfter(new Date(sourceDueAt), -PAGES_WAIT_MS),
    pagesFrom: notBefore !== null && notBefore > from ? notBefore : from,
    nextDay: new Date((Math.floor(now.getTime() / DAY_MS) + 1) * DAY_MS).toISOString(),
  }
}

function plannedVisit({ partner, result, rhythm, now, random }: Parameters<typeof nextRun>[0]): {
  at: Date
  notBefore: Date
} {
  const { intervalMinutes, upkeep } = partner
  const interval = intervalMinutes ?? 0
  const wantedAt =
    intervalMinutes === null && rhythm !== null
      ? nextVisitAt(rhythm, now)
      : new Date(now.getTime() + interval * MINUTE_MS)
  const found = result.discovery?.ok ? result.discovery.source : undefined
  return nextSourceVisit({
    now,
    wantedAt,
    source: found ?? upkeep.source ?? undefined,
    retryAfter: result.notBefore,
    isPushed: isPushed(partner.push, now),
    random,
  })
}
