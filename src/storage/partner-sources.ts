/** What discovery remembers of a partner, in its row: both ways to its articles, and their addresses' patterns. */

import type { DiscoverySource } from '../articles/discovery-source.ts'

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

/** `patterns` is JSON. */
export async function rememberPatterns(
  db: D1Database,
  partnerId: string,
  patterns: string,
): Promise<void> {
  await db.prepare('UPDATE partners SET patterns = ? WHERE id = ?').bind(patterns, partnerId).run()
}
