/** The `view_totals` table: what the counter shards reported, and each article's sum of it. */

/** Absolute figures of one article in one shard. */
export type ShardTotal = { articleId: string; shard: number; total: number; trend: number }

/**
 * Takes in absolute totals: the larger one stays, so that a report that is repeated, late or out
 * of order changes nothing. One batch, whatever their number.
 */
export async function storeViewTotals(db: D1Database, totals: ShardTotal[]): Promise<void> {
  const json = JSON.stringify(totals)
  await db.batch([
    db
      .prepare(
        `INSERT INTO view_totals (article_id, shard, total, trend)
         SELECT value ->> 'articleId', value ->> 'shard', value ->> 'total', value ->> 'trend'
         FROM json_each(?) WHERE true
         ON CONFLICT (article_id, shard) DO UPDATE SET
           total = MAX(total, excluded.total), trend = MAX(trend, excluded.trend)`,
      )
      .bind(json),
    db
      .prepare(
        `UPDATE articles SET
           views = (SELECT SUM(total) FROM view_totals WHERE article_id = articles.id),
           trend = (SELECT MAX(trend) FROM view_totals WHERE article_id = articles.id)
         WHERE id IN (SELECT value ->> 'articleId' FROM json_each(?))`,
      )
      .bind(json),
  ])
}
