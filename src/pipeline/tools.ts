/** What the pipeline touches of the world: everything with an effect comes in through here. */

import type { FetchLimits } from '../crawler/fetch/guarded-fetch.ts'

export type PipelineTools = {
  db: D1Database
  content: KVNamespace
  runQueue: Queue
  deliveryQueue: Queue
  fetch: typeof fetch
  now: () => Date
  /** In [0, 1). */
  random: () => number
  /** For secrets. */
  randomBytes: (length: number) => Uint8Array
  sleep: (ms: number) => Promise<void>
  /** One line of JSON with the event's name and ids; never page content or secrets. */
  log: (event: string, fields: Record<string, unknown>) => void
  siteUrl: string
  /** IANA name; the zone of a date that gives none, where the partner names none either. */
  siteTimezone: string
  allowPrivateHosts: ReadonlySet<string>
  /** Other limits of a fetch than the standard ones, so that no test waits for them. */
  fetchLimits: Partial<FetchLimits>
}

/** `now` moved by `ms`, as it is written in D1. */
export function instantAfter(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString()
}

/** The later one of two instants as they are written in D1. */
export function laterOf(one: string, other: string): string {
  return one > other ? one : other
}
