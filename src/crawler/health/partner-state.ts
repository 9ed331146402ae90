/** What becomes of a partner whose visits fail: tried ever more seldom, told at each step, never given up. */

import type { Health } from '../../articles/health.ts'
import type { Partner } from '../../articles/partner.ts'
import type { DiscoveryFailure } from '../discovery/discovery.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const RETRY_MS = { first: 5 * MINUTE_MS, last: 7 * DAY_MS } as const

/**
 * What answered twice in a row without an article will hardly have one in some minutes. To look for
 * one takes a dozen unconditional requests: once a day is enough.
 */
const LOOKED_THROUGH = { failures: 2, waitMs: DAY_MS } as const
const LOOKED_THROUGH_REASONS: ReadonlySet<string> = new Set(['nothing-found', 'wrong-type'])

/** Jitter only delays, so that the partners of one host that is down do not come back in step. */
const JITTER = 0.1
const JITTER_MAX_MS = 10 * MINUTE_MS

/** A server that is restarted, or a page that is being edited, is back before. */
const DEGRADED = { failures: 3, afterMs: 6 * HOUR_MS } as const
const PAUSED_AFTER_MS = 7 * DAY_MS
const GONE_AFTER_MS = 30 * DAY_MS

/** RFC 9110 section 15.5.11: 410 is meant for good. Said a day apart, it is no slip. */
const GONE_STATUS = 410
const GONE_SAID_AFTER_MS = DAY_MS

export type Standing = Pick<
  Partner,
  'state' | 'stateReason' | 'stateSince' | 'failures' | 'failingSince'
>

/** What stands in the partner's row after a visit that came to nothing because of the partner. */
export type Failing = {
  standing: Standing
  health: Health
  /** When it is visited again, at the earliest. */
  retryAt: Date
}

/** `random` is in [0, 1). */
export function afterFailure(
  partner: Standing & { health: Health },
  failure: DiscoveryFailure,
  { now, random }: { now: Date; random: number },
): Failing {
  const failures = partner.failures + 1
  const failingSince = partner.failingSince ?? now.toISOString()
  const saysGone = 'httpStatus' in failure && failure.httpStatus === GONE_STATUS
  const goneSince = saysGone ? (partner.health.goneSince ?? now.toISOString()) : null
  const wasDown = partner.health.wasDown || failure.reason !== 'refused'
  const lastingMs = now.getTime() - Date.parse(failingSince)
  const isGone = goneSince !== null && now.getTime() - Date.parse(goneSince) >= GONE_SAID_AFTER_MS
  const state = isGone ? 'gone' : stateAfter(failures, lastingMs, wasDown)
  const stateReason = reason(state, failure, { failures, failingSince, isGone })
  const stateSince = state === partner.state ? partner.stateSince : now.toISOString()
  return {
    standing: { state, stateReason, stateSince, failures, failingSince },
    health: { ...partner.health, goneSince, wasDown },
    retryAt: retryAt(failures, failure, { now, random }),
  }
}

/** One success makes up for any number of failures. */
export function afterSuccess(partner: Standing, now: Date): Standing {
  const isNews = partner.state !== 'active'
  const stateSince = isNews ? now.toISOString() : partner.stateSince
  return { state: 'active', stateReason: null, stateSince, failures: 0, failingSince: null }
}

function stateAfter(failures: number, lastingMs: number, wasDown: boolean): Partner['state'] {
  // Whoever does nothing but forbid us to come is there, and may change their mind.
  if (lastingMs >= GONE_AFTER_MS && wasDown) return 'gone'
  if (lastingMs >= PAUSED_AFTER_MS) return 'paused'
  const isDegraded = failures >= DEGRADED.failures || lastingMs >= DEGRADED.afterMs
  return isDegraded ? 'degraded' : 'active'
}

function reason(
  state: Partner['state'],
  failure: DiscoveryFailure,
  about: { failures: number; failingSince: string; isGone: boolean },
): string | null {
  if (state === 'active') return null
  if (about.isGone) return `${failure.message} It has said so for a day: it is gone for good.`
  const since = `${about.failingSince.slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ')} UTC`
  return `${failure.message} Nothing has come of ${about.failures} visits since ${since}.`
}

function retryAt(
  failures: number,
  { reason }: DiscoveryFailure,
  { now, random }: { now: Date; random: number },
): Date {
  const isLookedThrough = failures >= LOOKED_THROUGH.failures && LOOKED_THROUGH_REASONS.has(reason)
  const doubledMs = Math.min(RETRY_MS.first * 2 ** Math.min(failures - 1, 30), RETRY_MS.last)
  const waitMs = Math.max(doubledMs, isLookedThrough ? LOOKED_THROUGH.waitMs : 0)
  const jitterMs = random * Math.min(waitMs * JITTER, JITTER_MAX_MS)
  return new Date(now.getTime() + Math.min(Math.ceil(waitMs + jitterMs), RETRY_MS.last))
}
