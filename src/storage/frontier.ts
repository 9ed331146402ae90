/** The `frontier` table: every address that a partner has ever listed, and when it is due. */

import * as z from 'zod/mini'

/** An address, and the identity key of the article that it is of. */
export type ListedAddress = { url: string; urlKey: string }

/**
 * Which of these identity keys the partner has listed before. What a backfill has added and nobody
 * has visited is not known yet.
 */
export async function findKnownKeys(
  db: D1Database,
  partnerId: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const { results } = await db
    .prepare(
      `SELECT url_key AS urlKey FROM json_each(?2) CROSS JOIN frontier
       WHERE partner_id = ?1 AND url_key = value AND (priority = 0 OR state = 'fetched')`,
    )
    .bind(partnerId, JSON.stringify(keys))
    .all()
  return new Set(results.map((row) => z.object({ urlKey: z.string() }).parse(row).urlKey))
}

/**
 * Takes in what discovery listed: new addresses are due at once, known ones keep their schedule, and
 * what a backfill had added is fresh from now on.
 * Nothing where the partner has been removed meanwhile.
 */
export function takeInListed(
  db: D1Database,
  partnerId: string,
  listed: ListedAddress[],
  now: string,
): D1PreparedStatement[] {
  return [
    db
      .prepare('UPDATE frontier SET listed = 0 WHERE partner_id = ? AND listed = 1')
      .bind(partnerId),
    ...takeInNews(db, partnerId, listed, now),
  ]
}

/** The same where only the news was looked for: what was listed before is listed still. */
export function takeInNews(
  db: D1Database,
  partnerId: string,
  listed: ListedAddress[],
  now: string,
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO frontier (partner_id, url_key, url, position, state, first_seen_at,
           next_attempt_at)
         SELECT ?1, value ->> 'urlKey', value ->> 'url', key, 'new', ?3, ?3 FROM json_each(?2)
         WHERE EXISTS (SELECT 1 FROM partners WHERE id = ?1)
         ON CONFLICT (partner_id, url_key)
           DO UPDATE SET listed = 1, url = excluded.url, position = excluded.position,
             next_attempt_at = iif(priority = 1 AND state <> 'fetched', ?3, next_attempt_at),
             priority = 0`,
      )
      .bind(partnerId, JSON.stringify(listed), now),
  ]
}

/** Makes articles due that were read from their feed, and of which it carries another version now. */
export function takeInEntries(
  db: D1Database,
  partnerId: string,
  entries: { urlKey: string; entryHash: string }[],
  now: string,
): D1PreparedStatement {
  return db
    .prepare(
      // A cross join keeps its order: what the feed lists, not all that was ever listed.
      `UPDATE frontier SET next_attempt_at = ?3 WHERE partner_id = ?1 AND url_key IN (
         SELECT f.url_key FROM json_each(?2) CROSS JOIN frontier f
           ON f.partner_id = ?1 AND f.url_key = value ->> 'urlKey'
         WHERE f.state = 'fetched' AND f.entry_hash <> value ->> 'entryHash')`,
    )
    .bind(partnerId, JSON.stringify(entries), now)
}

/**
 * Adds addresses of an archive, due behind everything fresh. Known ones stay as they are, unless
 * nothing has come of them yet, nor been tried since the backfill began. Nothing where the backfill
 * is not under way any more, or as soon as it has added all that it may.
 */
export function addArchived(
  db: D1Database,
  backfillId: string,
  addresses: ListedAddress[],
  now: string,
): D1PreparedStatement {
  const isKnown = `EXISTS (SELECT 1 FROM frontier f
    WHERE f.partner_id = b.partner_id AND f.url_key = value ->> 'urlKey'
      AND NOT (f.listed = 0 AND f.next_attempt_at IS NULL AND f.fetched_at < b.created_at
        AND (f.state = 'failed' OR f.state = 'fetched' AND f.article_key IS NULL)))`
  return db
    .prepare(
      `INSERT INTO frontier (partner_id, url_key, url, position, state, listed, priority,
         first_seen_at, next_attempt_at)
       SELECT b.partner_id, value ->> 'urlKey', value ->> 'url', key, 'new', 0, 1, ?3, ?3
       FROM backfills b JOIN json_each(?2)
       WHERE b.id = ?1 AND b.state = 'running' AND NOT ${isKnown}
       LIMIT MAX(0, (SELECT pages_max - added FROM backfills WHERE id = ?1))
       ON CONFLICT (partner_id, url_key) DO UPDATE SET state = 'new', priority = 1, failures = 0,
         not_found = 0, next_attempt_at = excluded.next_attempt_at`,
    )
    .bind(backfillId, JSON.stringify(addresses), now)
}

/** How many of the partner's addresses have given an article. */
export async function countArticlePages(db: D1Database, partnerId: string): Promise<number> {
  const row = await db
    .prepare(
      `SELECT COUNT(*) AS pages FROM frontier WHERE partner_id = ? AND article_key IS NOT NULL`,
    )
    .bind(partnerId)
    .first()
  return z.object({ pages: z.int() }).parse(row).pages
}

export async function countListed(db: D1Database, partnerId: string): Promise<number> {
  const row = await db
    .prepare('SELECT COUNT(*) AS listed FROM frontier WHERE partner_id = ? AND listed = 1')
    .bind(partnerId)
    .first()
  return z.object({ listed: z.int() }).parse(row).listed
}

/** Whether another address of the partner, which still answers, gave the article of this key. */
export async function hasOtherAddress(
  db: D1Database,
  address: { partnerId: string; articleKey: string; urlKey: string },
): Promise<boolean> {
  const row = await db
    .prepare(
      `SELECT 1 FROM frontier WHERE partner_id = ? AND article_key = ? AND url_key <> ?
         AND state = 'fetched' LIMIT 1`,
    )
    .bind(address.partnerId, address.articleKey, address.urlKey)
    .first()
  return row !== null
}

/**
 * To be written in the batch that changes the partner's recipe: nothing is answered with 304 any
 * more, and what the partner lists is due at once.
 */
export function readAnew(db: D1Database, partnerId: string, now: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE frontier SET etag = NULL, last_modified = NULL,
         next_attempt_at = iif(listed = 1 AND state <> 'gone', ?2, next_attempt_at)
       WHERE partner_id = ?1`,
    )
    .bind(partnerId, now)
}
