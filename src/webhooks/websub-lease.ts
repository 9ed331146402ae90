/** How long a hub's promise is believed, and when a hub is asked again. */

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/**
 * Bounds of a lease. A shorter one would be renewed with every tick of the cron; a longer one is
 * renewed sooner than it asks, for a hub that has forgotten us says nothing.
 */
const LEASE_MS = { min: 5 * MINUTE_MS, max: 30 * DAY_MS } as const

/** Where a hub does not say for how long: older ones mean for ever, or until they lose their data. */
const UNSAID_LEASE_MS = 10 * DAY_MS

/** The share of a lease after which it is renewed: well before its end, and not all on one day. */
const RENEWAL = { after: 0.7, jitter: 0.15 } as const

const RETRY_MS = { first: 5 * MINUTE_MS, max: DAY_MS } as const
const RETRY_JITTER = 0.2

/** Verification is a request of its own, and may come late. */
const VERIFICATION_MS = HOUR_MS

/** Nobody who has said no is asked every day. */
const DENIED_MS = 7 * DAY_MS

/** `leaseSeconds` as the hub said it; undefined where it did not. `random` is in [0, 1). */
export function leaseOf(
  leaseSeconds: number | undefined,
  now: Date,
  random: number,
): { until: Date; renewAt: Date } {
  const saidMs = leaseSeconds === undefined ? UNSAID_LEASE_MS : leaseSeconds * 1000
  const leaseMs = Math.min(Math.max(saidMs, LEASE_MS.min), LEASE_MS.max)
  const renewMs = leaseMs * (RENEWAL.after + RENEWAL.jitter * random)
  return {
    until: new Date(now.getTime() + leaseMs),
    renewAt: new Date(now.getTime() + Math.floor(renewMs)),
  }
}

/**
 * When a hub that did not do what `attempts` requests (at least 1) asked for is asked again: after
 * five minutes, then twice as long each time, a day at most. Not before `retryAfterSeconds`.
 */
export function hubRetryAt(now: Date, { attempts, random, retryAfterSeconds }: HubRetry): Date {
  const doubled = RETRY_MS.first * 2 ** Math.min(Math.max(0, attempts - 1), 20)
  const delayMs = Math.min(doubled, RETRY_MS.max) * (1 + RETRY_JITTER * random)
  const wishedMs = Math.min((retryAfterSeconds ?? 0) * 1000, DENIED_MS)
  return new Date(now.getTime() + Math.floor(Math.max(delayMs, wishedMs)))
}

export type HubRetry = {
  attempts: number
  /** In [0, 1). */
  random: number
  retryAfterSeconds?: number | null | undefined
}

/** Until when a hub that took a request has time to verify it, before it is asked again. */
export function verificationUntil(now: Date, retry: HubRetry): Date {
  const retryAt = hubRetryAt(now, retry)
  return new Date(Math.max(retryAt.getTime(), now.getTime() + VERIFICATION_MS))
}

/** When a hub that has said no is asked again. */
export function deniedUntil(now: Date): Date {
  return new Date(now.getTime() + DENIED_MS)
}

/** The hub after `hub` in the topic's order; undefined behind the last one. */
export function nextHub(hubs: readonly string[], hub: string): string | undefined {
  return hubs[hubs.indexOf(hub) + 1]
}
