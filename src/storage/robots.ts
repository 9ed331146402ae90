/** The `robots` table: each origin's robots.txt as last fetched. */

import * as z from 'zod/mini'

const rowSchema = z.object({ status: z.int(), body: z.string(), fetchedAt: z.string() })

/** `status` is the HTTP status, 0 where the host could not be reached. */
export type StoredRobots = z.infer<typeof rowSchema>

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
  return row === null ? undefined : rowSchema.parse(row)
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
