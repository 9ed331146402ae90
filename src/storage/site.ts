/** The site's own row: versions that every cached list and the partners' strip depend on. */

import * as z from 'zod/mini'

const siteVersionsSchema = z.object({ lists: z.int(), partners: z.int() })
export type SiteVersions = z.infer<typeof siteVersionsSchema>

export async function readSiteVersions(db: D1Database): Promise<SiteVersions> {
  const row = await db
    .prepare('SELECT lists_version AS lists, partners_version AS partners FROM site WHERE id = 1')
    .first()
  return siteVersionsSchema.parse(row)
}

/** To be written in the batch that changes what any list shows. */
export function bumpListsVersion(db: D1Database): D1PreparedStatement {
  return db.prepare('UPDATE site SET lists_version = lists_version + 1 WHERE id = 1')
}

/** To be written in the batch that changes which partners there are, or their names. */
export function bumpPartnersVersion(db: D1Database): D1PreparedStatement {
  return db.prepare(
    'UPDATE site SET partners_version = partners_version + 1, lists_version = lists_version + 1 WHERE id = 1',
  )
}
