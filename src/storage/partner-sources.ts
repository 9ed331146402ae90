/** What discovery remembers of a partner, in its row: both ways to its articles, and their addresses' patterns. */

import type { DiscoverySource } from '../articles/discovery-source.ts'
import type { WholeFeed } from '../articles/whole-feed.ts'

/** To be written in the batch that takes in what the sources listed. */
export function rememberSources(
  db: D1Database,
  partnerId: string,
  { source, second }: { source: DiscoverySource; second: DiscoverySource | null },
): D1PreparedStatement {
  return db
    .prepare('UPDATE partners SET source = ?, second_source = ? WHERE id = ?')
    .bind(JSON.stringify(source), second === null ? null : JSON.stringify(second), partnerId)
}

/** What was learnt of the feed at `url`, unless the partner has another source by now. */
export function rememberWholeFeed(
  db: D1Database,
  partnerId: string,
  { url, whole }: Pick<DiscoverySource, 'url'> & { whole: WholeFeed },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE partners SET source = json_set(source, '$.whole', json(?3))
       WHERE id = ?1 AND source ->> 'url' = ?2`,
    )
    .bind(partnerId, url, JSON.stringify(whole))
}

/** `patterns` is JSON. */
export async function rememberPatterns(
  db: D1Database,
  partnerId: string,
  patterns: string,
): Promise<void> {
  await db.prepare('UPDATE partners SET patterns = ? WHERE id = ?').bind(patterns, partnerId).run()
}
