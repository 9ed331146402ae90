/** The `partners` table: who is scraped, how, and when next. */

import * as z from 'zod/mini'
import { firstComplaint } from '../articles/complaints.ts'
import { type Partner, partnerSchema } from '../articles/partner.ts'
import { type Recipe, recipeSchema } from '../articles/recipe.ts'
import { endAlarmsOf } from './alarms.ts'
import { endBackfillsOf } from './backfills.ts'
import { endRunsOf } from './end-runs.ts'
import { readAnew } from './frontier.ts'
import { flagColumn, jsonColumn } from './json-column.ts'
import { bumpPartnersVersion } from './site.ts'
import { endPush, PUSH_COLUMN } from './websub.ts'

/** What `partnerOf` reads of a row of `partners`. */
export const PARTNER_COLUMNS = `id, name, url, feed, sitemap, listing, republish,
  interval_minutes AS intervalMinutes, pages_per_day AS pagesPerDay, timezone, state,
  state_reason AS stateReason, state_since AS stateSince, is_visited AS isVisited, failures,
  failing_since AS failingSince, created_at AS createdAt, next_run_at AS nextRunAt, recipe,
  recipe_revision AS recipeRevision, iif(json_valid(rhythm), rhythm ->> 'minutes', NULL) AS learntMinutes,
  (SELECT json_group_array(json_object('kind', kind, 'message', message, 'raisedAt', raised_at))
   FROM alarms WHERE partner_id = partners.id AND cleared_at IS NULL) AS alarms, ${PUSH_COLUMN}`

const rowSchema = z.looseObject({
  recipe: z.nullable(z.string()),
  isVisited: flagColumn,
  alarms: jsonColumn(z.unknown()),
  push: z.nullable(jsonColumn(z.unknown())),
})

/** Adds a partner; returns whether it is new: one of the same address or id is left as it is. */
export async function insertPartner(
  db: D1Database,
  partner: Partner,
  urlKey: string,
  also: D1PreparedStatement[],
): Promise<boolean> {
  const insert = db
    .prepare(
      `INSERT INTO partners (id, url_key, name, url, feed, sitemap, listing, republish,
         interval_minutes, pages_per_day, timezone, state, state_since, is_visited, created_at,
         next_run_at, recipe)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      partner.id,
      urlKey,
      partner.name,
      partner.url,
      partner.feed,
      partner.sitemap,
      partner.listing,
      partner.republish,
      partner.intervalMinutes,
      partner.pagesPerDay,
      partner.timezone,
      partner.state,
      partner.stateSince,
      partner.isVisited ? 1 : 0,
      partner.createdAt,
      partner.nextRunAt,
      recipeText(partner.recipe),
    )
  try {
    await db.batch([insert, bumpPartnersVersion(db), ...also])
    return true
  } catch (error) {
    if (error instanceof Error && error.message.includes('UNIQUE constraint failed: partners')) {
      return false
    }
    throw error
  }
}

export async function findPartner(db: D1Database, id: string): Promise<Partner | undefined> {
  const row = await db
    .prepare(`SELECT ${PARTNER_COLUMNS} FROM partners WHERE id = ?`)
    .bind(id)
    .first()
  return row === null ? undefined : partnerOf(row)
}

export async function findPartnerByUrlKey(
  db: D1Database,
  urlKey: string,
): Promise<Partner | undefined> {
  const row = await db
    .prepare(`SELECT ${PARTNER_COLUMNS} FROM partners WHERE url_key = ?`)
    .bind(urlKey)
    .first()
  return row === null ? undefined : partnerOf(row)
}

/** Partners in order of id, after `after`. */
export async function listPartners(
  db: D1Database,
  page: { after: string; limit: number },
): Promise<Partner[]> {
  const { results } = await db
    .prepare(`SELECT ${PARTNER_COLUMNS} FROM partners WHERE id > ? ORDER BY id LIMIT ?`)
    .bind(page.after, page.limit)
    .all()
  return results.map((row) => partnerOf(row))
}

/** To be written with the partner: another recipe, or none, by which all its pages are read anew. */
export function changeRecipe(
  db: D1Database,
  partnerId: string,
  recipe: Recipe | null,
  now: string,
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `UPDATE partners SET recipe = ?2, recipe_revision = recipe_revision + 1,
           next_run_at = MIN(next_run_at, ?3)
         WHERE id = ?1`,
      )
      .bind(partnerId, recipeText(recipe), now),
    readAnew(db, partnerId, now),
  ]
}

/**
 * Removes a partner: its articles are gone for readers until it is added again, its runs end, what
 * waits for its endpoints is cancelled. False where there is no such partner.
 */
export async function removePartner(db: D1Database, id: string, now: string): Promise<boolean> {
  const [removed] = await db.batch([
    db.prepare('DELETE FROM partners WHERE id = ?').bind(id),
    db
      .prepare(
        `UPDATE articles SET state = 'gone', page_version = page_version + 1, updated_at = ?2
         WHERE partner_id = ?1 AND state = 'published'`,
      )
      .bind(id, now),
    db.prepare('DELETE FROM frontier WHERE partner_id = ?').bind(id),
    endAlarmsOf(db, id),
    endPush(db, id, now),
    ...endRunsOf(db, id, now),
    ...endBackfillsOf(db, id, now),
    db
      .prepare(
        `UPDATE deliveries SET state = 'cancelled', finished_at = ?2 WHERE state = 'pending'
         AND subscription_id IN (SELECT id FROM subscriptions WHERE partner_id = ?1)`,
      )
      .bind(id, now),
    db.prepare(`UPDATE subscriptions SET state = 'disabled' WHERE partner_id = ?`).bind(id),
    bumpPartnersVersion(db),
  ])
  return (removed?.meta.changes ?? 0) > 0
}

function recipeText(recipe: Recipe | null): string | null {
  return recipe === null ? null : JSON.stringify(recipe)
}

/** A recipe that an older version wrote and this one cannot read leaves the generic rules, and is told. */
export function partnerOf(row: unknown): Partner {
  const { recipe: text, ...rest } = rowSchema.parse(row)
  if (text === null) return partnerSchema.parse({ ...rest, recipe: null })
  const read = z.safeParse(jsonColumn(recipeSchema), text)
  if (read.success) return partnerSchema.parse({ ...rest, recipe: read.data })
  const recipeError = `${firstComplaint(read.error, 'The recipe')}.`
  return partnerSchema.parse({ ...rest, recipe: null, recipeError })
}
