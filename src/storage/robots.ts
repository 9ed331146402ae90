/** The `robots` table: each origin's robots.txt as last fetched. */

import type { D1Database } from '@cloudflare/workers-types'
import * as z from 'zod/mini'

/** RFC 9309 section 2.4: not longer than 24 hours. */
export const ROBOTS_KEPT_MS = 24 * 60 * 60 * 1000

export const storedRobotsSchema = z.object({
  status: z.int(),
  body: z.string(),
  fetchedAt: z.string(),
})

/** `status` is the HTTP status, 0 where the host could not be reached. */
export type StoredRobots = z.infer<typeof storedRobotsSchema>

/** The kept robots.txt of an origin as JSON, or null; both arguments are parameters of the query. */
export const KEPT_ROBOTS = (origin: string, fetchedAfter: string) =>
  `(SELECT json_object('status', status, 'body', body, 'fetchedAt', fetched_at) FROM robots
    WHERE origin = ${origin} AND fetched_at > ${fetchedAfter})`

export async function findRobots(
  db: D1Database,
  origin: string,
  fetchedAfter: string,
): Promise<StoredRobots | undefined> {
  const row = await db
    .prepare(
      'SELECT status, body, fetched_at AS fetchedAt FROM robots WHERE origin = ? AND fetched_at > ?',
    )
    .bind(origin, fetchedAfter)
    .first()
  return row === null ? undefined : storedRobotsSchema.parse(row)
}

export async function storeRobots(
  db: D1Database,
  origin: string,
  robots: StoredRobots,
): Promise<void> {
  await db
    .prepare('INSERT OR REPLACE INTO robots (origin, status, body, fetched_at) VALUES (?, ?, ?, ?)')
    .bind(origin, robots.status, robots.body, robots.fetchedAt)
    .run()
}
