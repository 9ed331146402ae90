/** The `held_contents` table: what stands in an article's place and may be a fault of its site. */

import * as z from 'zod/mini'

const heldSchema = z.object({
  /** Since when the page shows this, ISO 8601 UTC. */
  since: z.string(),
  /** How many other pages of the partner show the same. */
  others: z.int(),
})

/** `isNew`: the page's last visit found its article, so whatever was held is past. */
type HeldContent = {
  partnerId: string
  urlKey: string
  contentHash: string
  now: string
  isNew: boolean
}

/**
 * Remembers what a page shows, as one statement; what it showed before is forgotten. Returns since
 * when it shows it, and on how many other pages of the partner it stands as well, here or stored.
 */
export async function holdContent(
  db: D1Database,
  held: HeldContent,
): Promise<z.infer<typeof heldSchema>> {
  const { partnerId, urlKey, contentHash, now, isNew } = held
  const row = await db
    .prepare(
      `INSERT INTO held_contents (partner_id, url_key, content_hash, since) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (partner_id, url_key) DO UPDATE SET content_hash = excluded.content_hash,
         since = iif(content_hash = excluded.content_hash AND NOT ?5, since, excluded.since)
       RETURNING since,
         (SELECT COUNT(*) FROM held_contents o
          WHERE o.partner_id = ?1 AND o.content_hash = ?3 AND o.url_key <> ?2)
         + (SELECT COUNT(*) FROM articles a WHERE a.partner_id = ?1 AND a.content_hash = ?3) AS others`,
    )
    .bind(partnerId, urlKey, contentHash, now, isNew ? 1 : 0)
    .first()
  return heldSchema.parse(row)
}
