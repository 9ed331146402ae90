/** When an address is asked for again. */

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Ages at which a young article is looked at again: most corrections come early. */
const REVISIT_AGES_MS = [HOUR_MS, DAY_MS, 7 * DAY_MS]

/** After a failure of an archive's page; nobody waits for it, and after a day its backfill is over. */
const ARCHIVE_RETRIES_MS = [10 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS]

const RETRY_FIRST_MS = 5 * MINUTE_MS
const RETRY_LAST_MS = 7 * DAY_MS

/** The next scheduled visit of an article first seen at `firstSeenAt`, or null when it is settled. */
export function nextRevisitAt(firstSeenAt: string, now: Date): string | null {
  const seenMs = Date.parse(firstSeenAt)
  const age = REVISIT_AGES_MS.find((ageMs) => seenMs + ageMs > now.getTime())
  return age === undefined ? null : new Date(seenMs + age).toISOString()
}

/** After a failure: five minutes, then twice as long each time, a week at most; never given up. */
export function nextRetryAt(failures: number, now: Date): string {
  const delayMs = Math.min(RETRY_FIRST_MS * 2 ** Math.max(0, failures - 1), RETRY_LAST_MS)
  return new Date(now.getTime() + delayMs).toISOString()
}

/** The same for a page of an archive: three times, then null until another backfill lists it. */
export function nextArchiveRetryAt(failures: number, now: Date): string | null {
  const delayMs = ARCHIVE_RETRIES_MS[Math.max(0, failures - 1)]
  return delayMs === undefined ? null : new Date(now.getTime() + delayMs).toISOString()
}
