/** Reads out of storage what became of the week: what was announced, and what stands. */

import * as z from 'zod/mini'
import type { Outcome } from './upkeep.ts'

const eventSchema = z.object({
  type: z.string(),
  partner: z.string(),
  articleId: z.nullable(z.string()),
  title: z.nullable(z.string()),
  createdAt: z.string(),
})

const articleSchema = z.object({ partner: z.string(), title: z.string(), state: z.string() })

export async function readOutcome(
  db: D1Database,
  known: Pick<Outcome, 'written' | 'states'>,
): Promise<Outcome> {
  const [events, articles] = await db.batch([
    db.prepare(
      `SELECT type, partner_id AS partner, article_id AS articleId, data ->> 'title' AS title,
         created_at AS createdAt
       FROM events ORDER BY created_at, id`,
    ),
    db.prepare('SELECT partner_id AS partner, title, state FROM articles'),
  ])
  const told = z
    .array(eventSchema)
    .parse(events?.results)
    .map(({ createdAt, ...event }) => ({ ...event, atMs: Date.parse(createdAt) }))
  return { ...known, told, standing: z.array(articleSchema).parse(articles?.results) }
}
